import './controls.css'
import { keyNames, useIsHeard } from './shortcuts.ts'

/** Keys to press, drawn as keys; nothing where the setting has them off. `quiet` sits inside a button and is left out of its name. */
export function Kbd({ keys, quiet = false }: { keys: string; quiet?: boolean }) {
  if (!useIsHeard(keys)) return null
  return (
    <span className="wm-keys" data-quiet={quiet || undefined} aria-hidden={quiet || undefined}>
      {keyNames(keys).map(name => (
        <kbd key={name}>{name}</kbd>
      ))}
    </span>
  )
}
