import type { Page } from '@playwright/test'

/** What is waited for: so many rows in the list whose name begins so. */
export type Awaited = { list: string; rows: number }
type Watch = { shown: (awaited: Awaited) => Promise<number>; saved: (words: string) => Promise<number> }

/**
 * Puts a stopwatch into the page. Each answers milliseconds from the moment of the input event itself (its own time stamp, taken
 * where the system handed it over) to the frame that shows what was waited for: a message posted from within that frame's
 * callback is heard once it has been drawn.
 */
export const installWatch = (page: Page): Promise<void> =>
  page.evaluate(() => {
    let pressedAt = 0
    for (const kind of ['click', 'keydown'])
      window.addEventListener(kind, event => (pressedAt = event.timeStamp), { capture: true })
    const drawn = () =>
      new Promise<number>(resolve => {
        requestAnimationFrame(() => {
          const channel = new MessageChannel()
          channel.port1.onmessage = () => resolve(performance.now() - pressedAt)
          channel.port2.postMessage(null)
        })
      })
    const once = (holds: () => boolean) =>
      new Promise<void>(resolve => {
        const watcher = new MutationObserver(() => {
          if (!holds()) return
          watcher.disconnect()
          resolve()
        })
        watcher.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true })
      })
    const isThere = ({ list, rows }: Awaited) => {
      if (document.querySelector('.wm-loading')) return false
      const found = document.querySelector(`[aria-label^="${list}, "]`)
      return (found?.querySelectorAll('[data-index]').length ?? 0) >= rows
    }
    const watch: Watch = {
      shown: awaited => once(() => isThere(awaited)).then(drawn),
      saved: words => once(() => document.body.textContent.includes(words)).then(drawn),
    }
    Reflect.set(window, 'watch', watch)
  })

/** Starts the watch and does something; answers how long it took until the list was drawn. */
export async function untilShown(page: Page, awaited: Awaited, act: () => Promise<void>): Promise<number> {
  const shown = page.evaluate(wanted => (Reflect.get(window, 'watch') as Watch).shown(wanted), awaited) // put there above
  await act()
  return await shown
}

/** The same until these words stand somewhere, where they did not before. */
export async function untilSaid(page: Page, words: string, act: () => Promise<void>): Promise<number> {
  const said = page.evaluate(wanted => (Reflect.get(window, 'watch') as Watch).saved(wanted), words) // put there above
  await act()
  return await said
}
