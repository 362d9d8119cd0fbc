import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { setTimeout as after } from 'node:timers/promises'
import { app, type BrowserWindow, type WebContents } from 'electron'

const patience = 60_000

/**
 * Proves that this very build works, from the page to the store: prints `ok` once the page has drawn itself in its sandbox
 * and has made and read a practice vault, else says what failed.
 */
export async function smoke(window: BrowserWindow | null): Promise<number> {
  try {
    if (window === null) throw new Error('there is no window')
    const late = after(patience).then(() => Promise.reject(new Error('it took too long')))
    await Promise.race([prove(window.webContents), late])
    console.log('ok')
    return 0
  } catch (cause) {
    console.error(`smoke: ${cause instanceof Error ? cause.message : 'unknown'}`)
    return 1
  }
}

async function prove(page: WebContents): Promise<void> {
  page.on('preload-error', (_event, _path, error) => console.error(`smoke: preload: ${error.message}`))
  if (page.isLoading()) await new Promise<void>(resolve => page.once('did-finish-load', () => resolve()))
  await provedBy(page, "document.getElementById('root').childElementCount > 0", 'the page drew nothing')
  await checkSandbox(page)
  const made: unknown = await page.executeJavaScript(makePracticeVault(randomUUID()))
  if (made !== 'made') throw new Error(`no practice vault: ${String(made)}`)
  const open = "window.app.call('vault.info', {}).then(reply => reply.ok && reply.value.practice)"
  await provedBy(page, open, 'the practice vault does not answer')
}

/** Asks the page again and again for a while: it draws itself after it has loaded. */
async function provedBy(page: WebContents, script: string, otherwise: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if ((await page.executeJavaScript(script)) === true) return
    await after(100)
  }
  throw new Error(otherwise)
}

/** Linux tells of every process whether it is confined; elsewhere Chromium's own word has to do. */
async function checkSandbox(page: WebContents): Promise<void> {
  if (app.commandLine.hasSwitch('no-sandbox')) throw new Error('the sandbox is switched off')
  if (process.platform !== 'linux') return
  const status = await readFile(`/proc/${String(page.getOSProcessId())}/status`, 'utf8')
  if (!/^Seccomp:\s*2$/m.test(status)) throw new Error('the page runs outside its sandbox')
}

/** A script for the page, which takes the way that every screen takes. */
const makePracticeVault = (passphrase: string): string => `new Promise(resolve => {
  window.app.onPush(push => {
    if (push.is === 'job-done') resolve('made')
    if (push.is === 'job-failed') resolve(push.error.code)
  })
  const input = { folder: null, userName: 'Practice', passphrase: '${passphrase}', practice: true }
  void window.app.call('vault.create', input).then(reply => reply.ok || resolve(reply.error.code))
})`
