import { useState } from 'react'
import { london, ZoneId } from '../../shared/kernel/dates.ts'
import { Button } from './Button.tsx'

type ZoneChoiceProps = { id: string; zone: ZoneId; disabled: boolean | undefined; onChange: (zone: ZoneId) => void }

/** Which clock a time was read from. Ours, until somebody says that it was another. */
export function ZoneChoice({ id, zone, disabled = false, onChange }: ZoneChoiceProps) {
  const [open, setOpen] = useState(false)
  if (zone === london && !open)
    return (
      <div>
        <Button kind="quiet" size="small" icon="clock" disabled={disabled} onClick={() => setOpen(true)}>
          Another time zone
        </Button>
      </div>
    )
  return (
    <div>
      <label htmlFor={id}>Time zone</label>
      <span className="wm-select" data-width="medium">
        <select
          id={id}
          className="wm-input"
          value={zone}
          disabled={disabled}
          onChange={event => onChange(ZoneId.parse(event.currentTarget.value))}
        >
          <option value={london}>United Kingdom</option>
          {places().map(({ name, words }) => (
            <option key={name} value={name}>
              {words}
            </option>
          ))}
        </select>
      </span>
    </div>
  )
}

let known: readonly { name: string; words: string }[] | undefined
/** Every zone this machine knows, by its town: Madrid (Europe). Only once somebody asks, since there are hundreds. */
function places(): readonly { name: string; words: string }[] {
  known ??= Intl.supportedValuesOf('timeZone')
    .filter(name => name.includes('/') && ZoneId.safeParse(name).success)
    .map(name => {
      const [region = '', ...town] = name.replaceAll('_', ' ').split('/')
      return { name, words: `${town.toReversed().join(', ')} (${region})` }
    })
    .toSorted((one, other) => one.words.localeCompare(other.words))
  return known
}
