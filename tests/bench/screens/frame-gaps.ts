import type { Page } from '@playwright/test'

type Gaps = { start: () => void; stop: () => number[] }
/** Lets the page note the time between one frame and the next. */
export const installGaps = (page: Page): Promise<void> =>
  page.evaluate(() => {
    let gaps: number[] = []
    let run = 0
    // A frame that was asked for before the last stop may come after the next start: it belongs to no run.
    const note = (own: number, last: number) => (at: number) => {
      if (own !== run) return
      if (last > 0) gaps.push(at - last)
      requestAnimationFrame(note(own, at))
    }
    const recorder: Gaps = {
      start() {
        gaps = []
        run += 1
        requestAnimationFrame(note(run, 0))
      },
      stop() {
        run += 1
        return gaps
      },
    }
    Reflect.set(window, 'gaps', recorder)
  })

/** Milliseconds between frames while something is done. */
export async function gapsWhile(page: Page, work: () => Promise<void>): Promise<number[]> {
  await page.evaluate(() => (Reflect.get(window, 'gaps') as Gaps).start()) // put there above
  await work()
  return page.evaluate(() => (Reflect.get(window, 'gaps') as Gaps).stop()) // as above
}

/** The wheel, turned over the middle of the window as a hand would: 60 notches down, then up again. */
export async function scroll(page: Page): Promise<void> {
  for (const notch of [240, -240])
    for (let count = 0; count < 60; count += 1) {
      await page.mouse.wheel(0, notch)
      await page.waitForTimeout(16)
    }
}
