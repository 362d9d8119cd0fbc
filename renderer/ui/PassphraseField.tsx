import './day-fields.css'
import { useState, type KeyboardEvent } from 'react'
import { Question, type FieldProps } from './Field.tsx'
import { Icon } from './Icon.tsx'

type PassphraseFieldProps = FieldProps<string> & { width?: 'medium' | 'full' | undefined }

/** A passphrase: hidden until shown, with a warning while Caps Lock is on. */
export function PassphraseField(props: PassphraseFieldProps) {
  const { value = '', onChange, width = 'medium' } = props
  const [shown, setShown] = useState(false)
  const [capsLock, setCapsLock] = useState(false)
  const watch = (event: KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'))
  return (
    <Question {...props} note={<CapsLock on={capsLock} />}>
      {ids => (
        <span className="wm-passphrase" data-width={width}>
          <input
            id={ids.control}
            className="wm-input"
            type={shown ? 'text' : 'password'}
            value={value}
            disabled={props.disabled}
            autoFocus={props.autoFocus}
            data-autofocus={props.autoFocus}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            aria-describedby={ids.describedBy}
            aria-invalid={ids.invalid}
            onChange={event => onChange?.(event.currentTarget.value)}
            onKeyDown={watch}
            onKeyUp={watch}
            onBlur={props.onBlur}
          />
          <button type="button" className="wm-reveal" aria-pressed={shown} onClick={() => setShown(!shown)}>
            <Icon name={shown ? 'hide' : 'show'} />
            {shown ? 'Hide' : 'Show'}
          </button>
        </span>
      )}
    </Question>
  )
}

function CapsLock({ on }: { on: boolean }) {
  return (
    <span role="status" className="wm-caps">
      {on && (
        <>
          <Icon name="warning" /> Caps Lock is on
        </>
      )}
    </span>
  )
}
