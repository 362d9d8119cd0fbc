import { useEffect, useEffectEvent, type RefObject } from 'react'

const stepPixels = 60

/** Ctrl and the wheel, or two fingers: zooms the pages, not the window. */
export function useWheelZoom(box: RefObject<HTMLElement | null>, step: (by: 1 | -1) => void): void {
  const zoom = useEffectEvent(step)
  useEffect(() => {
    const element = box.current
    if (!element) return
    let turned = 0
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return
      event.preventDefault()
      turned += event.deltaY
      if (Math.abs(turned) < stepPixels) return
      zoom(turned > 0 ? -1 : 1)
      turned = 0
    }
    element.addEventListener('wheel', onWheel, { passive: false }) // React's own could not prevent anything
    return () => element.removeEventListener('wheel', onWheel)
  }, [box])
}
