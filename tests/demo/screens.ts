import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Page, TestInfo } from '@playwright/test'

type Look = { scheme: 'light' | 'dark'; zoom: 1 | 2; contrast: 'normal' | 'high' }
const looks: readonly Look[] = [
  { scheme: 'light', zoom: 1, contrast: 'normal' },
  { scheme: 'dark', zoom: 1, contrast: 'normal' },
  { scheme: 'light', zoom: 2, contrast: 'normal' },
  { scheme: 'dark', zoom: 2, contrast: 'normal' },
  { scheme: 'light', zoom: 1, contrast: 'high' },
]

export type Camera = (name: string) => Promise<void>

/** Takes the screen in every look, at 1280 by 800. The looks change as the system's would, so no setting is touched. */
export function cameraFor(electron: ElectronApplication, page: Page, info: TestInfo): Camera {
  return async name => {
    await page.mouse.move(1_270, 2) // where it hovers over nothing
    for (const { scheme, zoom, contrast } of looks) {
      await electron.evaluate(
        ({ BrowserWindow, nativeTheme }, look) => {
          nativeTheme.themeSource = look.scheme
          const [window] = BrowserWindow.getAllWindows()
          window?.setContentSize(1280, 800)
          if (window) window.webContents.zoomFactor = look.zoom
        },
        { scheme, zoom },
      )
      await page.emulateMedia({ contrast: contrast === 'high' ? 'more' : 'no-preference', colorScheme: scheme })
      await page.waitForFunction(look => document.documentElement.dataset['scheme'] === look, scheme)
      await page.waitForTimeout(700) // the screen is drawn later than the page says, on a busy machine more so
      const suffix = [scheme, zoom === 2 ? 'zoom200' : '', contrast === 'high' ? 'contrast' : '']
        .filter(Boolean)
        .join('-')
      // By main, since the page's own screenshot takes a zoomed page for a larger one and cuts it.
      const picture = await electron.evaluate(async ({ BrowserWindow }) =>
        (await BrowserWindow.getAllWindows()[0]?.webContents.capturePage())?.toPNG().toString('base64'),
      )
      writeFileSync(join(info.project.outputDir, `${name}-${suffix}.png`), Buffer.from(picture ?? '', 'base64'))
    }
    await electron.evaluate(({ BrowserWindow, nativeTheme }) => {
      nativeTheme.themeSource = 'system'
      const [window] = BrowserWindow.getAllWindows()
      if (window) window.webContents.zoomFactor = 1
    })
    await page.emulateMedia({ contrast: null, colorScheme: null })
  }
}
