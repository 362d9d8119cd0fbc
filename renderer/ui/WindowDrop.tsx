import './window-drop.css'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { Icon } from './Icon.tsx'

type WindowDropProps = {
  /** What a drop will do, said while files are over the window. */
  title: string
  words?: string | undefined
  /** False: nothing is taken, and the words say why. */
  takes: boolean
  onDrop: (files: File[]) => void
}

const ownPlace = '.wm-file-drop'
const goneAfterMs = 400

/** Takes files that are dropped anywhere on the window, but where a place of their own takes them. */
export function WindowDrop({ title, words, takes, onDrop }: WindowDropProps) {
  const [over, setOver] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const drop = useEffectEvent(onDrop)
  const taking = useEffectEvent(() => takes)
  useEffect(() => {
    const isOurs = ({ dataTransfer, target }: DragEvent): boolean =>
      dataTransfer?.types.includes('Files') === true && !(target instanceof Element && target.closest(ownPlace))
    const hide = () => {
      clearTimeout(timer.current)
      setOver(false)
    }
    const onOver = (event: DragEvent) => {
      if (!isOurs(event)) return void hide()
      event.preventDefault()
      if (event.dataTransfer) event.dataTransfer.dropEffect = taking() ? 'copy' : 'none'
      setOver(true)
      clearTimeout(timer.current)
      timer.current = setTimeout(hide, goneAfterMs) // leaving a window is told by nothing but silence
    }
    const onDropped = (event: DragEvent) => {
      hide()
      if (!isOurs(event)) return
      event.preventDefault()
      drop([...(event.dataTransfer?.files ?? [])])
    }
    window.addEventListener('dragover', onOver)
    window.addEventListener('drop', onDropped)
    return () => {
      clearTimeout(timer.current)
      window.removeEventListener('dragover', onOver)
      window.removeEventListener('drop', onDropped)
    }
  }, [])
  if (!over) return null
  return (
    <div className="wm-window-drop" aria-hidden data-takes={takes || undefined}>
      <div>
        <Icon name={takes ? 'evidence' : 'info'} size={28} />
        <strong>{title}</strong>
        {words !== undefined && <span>{words}</span>}
      </div>
    </div>
  )
}
