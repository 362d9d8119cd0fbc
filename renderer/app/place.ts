import * as z from 'zod'
import { beforeLock, readDraft, writeDraft } from '../lib/drafts.ts'
import type { AppRouter } from './routes.tsx'

/** Where somebody was: the address, how far it was scrolled, and which field had the caret. Kept in the vault as a draft. */
const Place = z.object({
  path: z.string().startsWith('/').max(4000),
  scroller: z.string().max(200).nullable().catch(null),
  scrolled: z.number().nonnegative().catch(0),
  field: z.string().max(300).nullable().catch(null),
  nth: z.int().nonnegative().catch(0),
  caret: z.int().nonnegative().nullable().catch(null),
})
export type Place = z.infer<typeof Place>

const key = 'place'
const writeAfterMs = 500
const fields = 'input:not([type="hidden"]), textarea, select'

/** The place that was left, or null: never been anywhere, or it can't be read. */
export async function readPlace(): Promise<Place | null> {
  const kept = await readDraft(key).catch(() => null)
  const place = Place.safeParse(kept)
  return place.success ? place.data : null
}

export const startOf = (place: Place | null): string => place?.path ?? '/'

/** Keeps the place as it changes. Gives back the way out. */
export function keepPlace(router: AppRouter): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let scrolledLast: Element | null = null
  const write = () => {
    clearTimeout(timer)
    timer = undefined
    void writeDraft(key, placeNow(router.state.location.href, scrolledLast))
  }
  const soon = () => (timer ??= setTimeout(write, writeAfterMs))
  const onScroll = ({ target }: Event) => {
    if (target instanceof Element) scrolledLast = target
    soon()
  }
  const stops = [router.subscribe('onResolved', soon), beforeLock(write)]
  document.addEventListener('scroll', onScroll, true)
  document.addEventListener('focusin', soon)
  soon()
  return () => {
    clearTimeout(timer)
    stops.forEach(stop => stop())
    document.removeEventListener('scroll', onScroll, true)
    document.removeEventListener('focusin', soon)
  }
}

function placeNow(path: string, scrolledLast: Element | null): Place {
  const scroller = scrolledLast?.isConnected === true ? selectorOf(scrolledLast) : null
  const focused = document.activeElement
  const field = focused?.matches(fields) === true ? fieldOf(focused) : null
  return {
    path,
    scroller,
    scrolled: scroller === null ? 0 : (scrolledLast?.scrollTop ?? 0),
    field,
    nth: field === null || !focused ? 0 : Math.max(0, inputsIn(field).indexOf(focused)),
    caret: caretOf(focused),
  }
}

/** What finds its own way back, by its address, is left alone. */
const selectorOf = (element: Element): string | null => {
  if (element.hasAttribute('data-own-place')) return null
  const [name] = element.classList
  return name === undefined ? null : `.${CSS.escape(name)}`
}

/** How a field is found again: by the name of its question, or by its own label. Ids are made anew each time. */
function fieldOf(element: Element): string | null {
  const path = element.closest('[data-path]')?.getAttribute('data-path')
  if (path !== null && path !== undefined) return `[data-path="${CSS.escape(path)}"]`
  const label = element.getAttribute('aria-label')
  return label === null ? null : `[aria-label="${CSS.escape(label)}"]`
}

function inputsIn(selector: string): Element[] {
  const found = document.querySelector(selector)
  if (!found) return []
  return found.matches(fields) ? [found] : [...found.querySelectorAll(fields)]
}

const caretOf = (element: Element | null): number | null =>
  element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && element.type === 'text')
    ? element.selectionStart
    : null

const tryEveryMs = 50
const tries = 80

/** Scrolls and focuses as it was, as soon as the screen has drawn that far. Gives way to whoever moves first; gives back the way out. */
export function returnTo(place: Place): () => void {
  let left = tries
  const timer = setInterval(() => {
    left -= 1
    if (back(place) || left === 0) stop()
  }, tryEveryMs)
  const stop = () => {
    clearInterval(timer)
    for (const event of ['pointerdown', 'keydown', 'wheel']) document.removeEventListener(event, stop, true)
  }
  for (const event of ['pointerdown', 'keydown', 'wheel']) document.addEventListener(event, stop, true)
  return stop
}

function back({ scroller, scrolled, field, nth, caret }: Place): boolean {
  const input = field === null ? null : inputsIn(field)[nth]
  const pane = scroller === null ? null : document.querySelector(scroller)
  if (input === undefined || (scroller !== null && !pane)) return false
  if (input instanceof HTMLElement) {
    input.focus({ preventScroll: true })
    if (caret !== null && (input instanceof HTMLTextAreaElement || input instanceof HTMLInputElement)) {
      input.setSelectionRange(caret, caret)
    }
  }
  if (pane) pane.scrollTop = scrolled
  return !pane || Math.abs(pane.scrollTop - scrolled) < 2
}
