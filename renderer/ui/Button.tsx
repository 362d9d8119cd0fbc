import './controls.css'
import { Tooltip } from '@mantine/core'
import type { MouseEvent, ReactNode, Ref } from 'react'
import { Icon } from './Icon.tsx'
import type { IconName } from './icon-names.ts'
import { Kbd } from './Kbd.tsx'
import { tooltipClasses } from './theme.ts'
import { VisuallyHidden } from './VisuallyHidden.tsx'

export type ButtonProps = {
  children: ReactNode
  kind?: 'primary' | 'secondary' | 'quiet' | 'danger' | undefined
  size?: 'normal' | 'small' | undefined
  icon?: IconName | undefined
  type?: 'button' | 'submit' | undefined
  busy?: boolean | undefined
  disabled?: boolean | undefined
  /** Why it can't be pressed. The button stays reachable, so that the reason can be read. */
  disabledReason?: string | undefined
  shortcut?: string | undefined
  full?: boolean | undefined
  autoFocus?: boolean | undefined
  onClick?: ((event: MouseEvent<HTMLButtonElement>) => void) | undefined
  ref?: Ref<HTMLButtonElement> | undefined
  'aria-expanded'?: boolean | undefined
  'aria-haspopup'?: 'menu' | 'dialog' | 'listbox' | 'true' | 'false' | boolean | undefined
  'aria-controls'?: string | undefined
  'aria-pressed'?: boolean | undefined
}

/** A thing to press. One primary button a screen; danger only where something is lost or withdrawn. */
export function Button({
  children,
  kind = 'secondary',
  size = 'normal',
  icon,
  type = 'button',
  busy = false,
  disabledReason,
  shortcut,
  full = false,
  onClick,
  autoFocus,
  ...rest
}: ButtonProps) {
  const held = busy || disabledReason !== undefined
  const button = (
    <button
      {...rest}
      type={type}
      autoFocus={autoFocus}
      data-autofocus={autoFocus} // for a dialog, which sets the focus itself
      className="wm-button"
      data-kind={kind}
      data-size={size}
      data-full={full || undefined}
      aria-disabled={held || undefined}
      aria-busy={busy || undefined}
      onClick={held ? event => event.preventDefault() : onClick}
    >
      {busy ? (
        <span className="wm-spinner" aria-hidden />
      ) : (
        icon && <Icon name={icon} size={size === 'small' ? 14 : 16} />
      )}
      <span className="wm-button-words">{children}</span>
      {busy && <VisuallyHidden>, working</VisuallyHidden>}
      {shortcut !== undefined && <Kbd keys={shortcut} quiet />}
    </button>
  )
  if (disabledReason === undefined) return button
  return (
    <Tooltip label={disabledReason} classNames={tooltipClasses} events={{ hover: true, focus: true, touch: false }}>
      {button}
    </Tooltip>
  )
}
