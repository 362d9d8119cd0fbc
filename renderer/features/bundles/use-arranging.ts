import { useEffect, useEffectEvent, useState, type KeyboardEvent, type PointerEvent, type RefObject } from 'react'
import type { BundleSection } from '../../../shared/features/bundles.ts'
import { announce } from '../../ui/toast.ts'
import { moveEntry, spotOf, stepOf, type Spot } from './arrange.ts'

type Sections = readonly BundleSection[]
type Input = {
  box: RefObject<HTMLElement | null>
  sections: Sections
  change: (sections: BundleSection[]) => void
}
/** An entry that was picked up by keyboard moves at once; `before` is what Escape goes back to. */
type Held = { key: string; before: Sections }
/** An entry under the mouse stays where it is; `over` is where it would go. */
type Dragged = { key: string; over: Spot | null }

/** Ordering by mouse and by keyboard alike. Every step is said aloud. */
export function useArranging({ box, sections, change }: Input) {
  const [held, setHeld] = useState<Held | null>(null)
  const [dragged, setDragged] = useState<Dragged | null>(null)
  const keyboard = useKeyboard({ box, sections, change, held, setHeld })
  const mouse = useMouse({ box, sections, change, dragged, setDragged })
  return { held: held?.key ?? null, dragged, ...keyboard, ...mouse }
}

type KeyboardInput = Input & { held: Held | null; setHeld: (held: Held | null) => void }
function useKeyboard({ box, sections, change, held, setHeld }: KeyboardInput) {
  const [moved, setMoved] = useState<{ key: string } | null>(null)
  useEffect(() => {
    // An entry that moved is drawn anew, in another section as a new element: the focus goes with it.
    if (moved) handleOf(box.current, moved.key)?.focus()
  }, [box, moved])
  /** Moves the focus to an entry's handle when it is drawn again. */
  const follow = (key: string) => setMoved({ key })
  const pickUp = (picked: string) => {
    setHeld({ key: picked, before: sections })
    announce(`Picked up. ${placeWords(sections, picked)} Arrow keys move it, Space drops it, Escape puts it back.`)
  }
  const drop = (dropped: string) => {
    setHeld(null)
    announce(`Dropped. ${placeWords(sections, dropped)}`)
  }
  const step = (stepped: string, by: -1 | 1) => {
    const to = stepOf(sections, stepped, by)
    if (!to) return void announce(by === 1 ? 'It is the last already.' : 'It is the first already.')
    const next = moveEntry(sections, stepped, to)
    change(next)
    follow(stepped)
    announce(placeWords(next, stepped))
  }
  const onHandleKeyDown = (event: KeyboardEvent, pressed: string) => {
    if (event.key === ' ' || event.key === 'Enter') {
      if (held) drop(pressed)
      else pickUp(pressed)
    } else if (held && (event.key === 'ArrowDown' || event.key === 'ArrowUp'))
      step(pressed, event.key === 'ArrowDown' ? 1 : -1)
    else if (held && event.key === 'Escape') {
      change([...held.before])
      setHeld(null)
      follow(pressed)
      announce(`Put back. ${placeWords(held.before, pressed)}`)
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  return { onHandleKeyDown, follow, letGo: () => setHeld(null) }
}

type MouseInput = Input & { dragged: Dragged | null; setDragged: (dragged: Dragged | null) => void }
function useMouse({ box, sections, change, dragged, setDragged }: MouseInput) {
  const dragging = dragged !== null
  const cancel = useEffectEvent((event: globalThis.KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    setDragged(null)
    announce('Put back.')
  })
  useEffect(() => {
    if (!dragging) return
    const onKeyDown = (event: globalThis.KeyboardEvent) => cancel(event)
    window.addEventListener('keydown', onKeyDown, true)
    return () => window.removeEventListener('keydown', onKeyDown, true)
  }, [dragging])
  const onHandlePointerDown = (event: PointerEvent, key: string) => {
    if (event.button !== 0) return
    event.preventDefault() // no text is selected on the way
    box.current?.setPointerCapture(event.pointerId)
    setDragged({ key, over: null })
  }
  const onPointerMove = (event: PointerEvent) => {
    if (!dragged) return
    scrollNear(box.current, event.clientY)
    const over = spotUnder(event)
    if (over?.section !== dragged.over?.section || over?.index !== dragged.over?.index) setDragged({ ...dragged, over })
  }
  const onPointerUp = () => {
    if (!dragged) return
    setDragged(null)
    if (!dragged.over) return
    const next = moveEntry(sections, dragged.key, landing(sections, dragged.key, dragged.over))
    change(next)
    announce(placeWords(next, dragged.key))
  }
  return { onHandlePointerDown, onPointerMove, onPointerUp, onPointerCancel: () => setDragged(null) }
}

/** A gap between entries as a place in the list without the moved one: gaps after it in its own section count one less. */
function landing(sections: Sections, key: string, gap: Spot): Spot {
  const from = spotOf(sections, key)
  const later = from !== null && from.section === gap.section && from.index < gap.index
  return later ? { ...gap, index: gap.index - 1 } : gap
}

/** Letter is 2 of 5 in Statements. */
export function placeWords(sections: Sections, key: string): string {
  const spot = spotOf(sections, key)
  const section = spot && sections[spot.section]
  const entry = section?.entries[spot?.index ?? -1]
  if (!spot || !entry) return ''
  return `${entry.title} is ${String(spot.index + 1)} of ${String(section.entries.length)} in ${section.title}.`
}

const handleOf = (box: HTMLElement | null, key: string): HTMLElement | null =>
  box?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"] [data-do="handle"]`) ?? null

/** The gap nearest to the mouse: each entry and each empty section says where it stands. */
function spotUnder({ clientX, clientY }: PointerEvent): Spot | null {
  const found = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>('[data-spot]')
  if (!found) return null
  const [section = 0, index = 0] = (found.dataset['spot'] ?? '').split('.').map(Number)
  const { top, height } = found.getBoundingClientRect()
  const below = found.dataset['key'] !== undefined && clientY > top + height / 2
  return { section, index: below ? index + 1 : index }
}

const edge = 48
function scrollNear(box: HTMLElement | null, y: number): void {
  if (!box) return
  const { top, bottom } = box.getBoundingClientRect()
  if (y < top + edge) box.scrollTop -= 16
  else if (y > bottom - edge) box.scrollTop += 16
}
