import './controls.css'
import { Tooltip } from '@mantine/core'
import type { MouseEvent, Ref } from 'react'
import { Icon } from './Icon.tsx'
import type { IconName } from './icon-names.ts'
import { keyNames, useIsHeard } from './shortcuts.ts'
import { tooltipClasses } from './theme.ts'

type IconButtonProps = {
  icon: IconName
  label: string
  onClick?: ((event: MouseEvent<HTMLButtonElement>) => void) | undefined
  size?: 'normal' | 'small' | undefined
  shortcut?: string | undefined
  pressed?: boolean | undefined
  disabled?: boolean | undefined
  'aria-expanded'?: boolean | undefined
  ref?: Ref<HTMLButtonElement> | undefined
}

/** A button that is only a picture: its label is its name and its tooltip. */
export function IconButton({ icon, label, size = 'normal', shortcut, pressed, ...rest }: IconButtonProps) {
  const heard = useIsHeard(shortcut ?? '')
  const tip = shortcut === undefined || !heard ? label : `${label}  ${keyNames(shortcut).join('+')}`
  return (
    <Tooltip label={tip} classNames={tooltipClasses} events={{ hover: true, focus: true, touch: false }}>
      <button
        type="button"
        {...rest}
        className="wm-icon-button"
        data-size={size}
        aria-label={label}
        aria-pressed={pressed}
      >
        <Icon name={icon} size={size === 'small' ? 16 : 18} />
      </button>
    </Tooltip>
  )
}
