// Loaded into Electron before the app. Without it Playwright attaches while the first window loads, and once in some
// hundred starts waits for ever. Its own such file also switches off what our tests must see: Chromium’s network.
const { app } = require('electron')

const ready = app.whenReady()
/** Playwright calls it once it is attached; until then the app believes that Electron isn't ready. */
const attached = new Promise(resolve => (globalThis.__playwright_run = resolve))
app.whenReady = () => ready.then(() => attached)
