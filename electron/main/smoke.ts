import { setTimeout as after } from 'node:timers/promises'
import type { BrowserWindow } from 'electron'

const patience = 30_000

/** Proves that this very build starts: prints `ok` once the page has drawn itself, else says why not. */
export async function smoke(window: BrowserWindow): Promise<number> {
  try {
    await Promise.race([drawn(window), after(patience).then(() => Promise.reject(new Error('the page did not load')))])
    console.log('ok')
    return 0
  } catch (cause) {
    console.error(`smoke: ${cause instanceof Error ? cause.message : 'unknown'}`)
    return 1
  }
}

async function drawn({ webContents }: BrowserWindow): Promise<void> {
  webContents.on('console-message', details => console.error(`page: ${details.message}`))
  webContents.on('preload-error', (_event, _path, error) => console.error(`preload: ${error.message}`))
  if (webContents.isLoading()) await new Promise<void>(resolve => webContents.once('did-finish-load', () => resolve()))
  for (;;) {
    const children: unknown = await webContents.executeJavaScript('document.getElementById("root").childElementCount')
    if (children !== 0) return
    await after(50)
  }
}
