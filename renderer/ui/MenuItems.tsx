import './controls.css'
import { Menu as MantineMenu } from '@mantine/core'
import { Icon } from './Icon.tsx'
import type { IconName } from './icon-names.ts'
import { Kbd } from './Kbd.tsx'

export type MenuAction = {
  id: string
  label: string
  icon?: IconName | undefined
  shortcut?: string | undefined
  danger?: boolean | undefined
  /** Why it can't be chosen. Shown under the label. */
  disabled?: string | undefined
  onSelect: () => void
}
export type MenuItem = MenuAction | { separator: true } | { heading: string }

export const menuClasses = {
  dropdown: 'wm-menu',
  item: 'wm-menu-item',
  label: 'wm-menu-heading',
  divider: 'wm-menu-divider',
}

/** The entries of a menu, whether it hangs from a button or from the pointer. */
export function MenuItems({ items }: { items: readonly MenuItem[] }) {
  return items.map((item, index) => {
    if ('separator' in item) return <MantineMenu.Divider key={`line-${String(index)}`} />
    if ('heading' in item) return <MantineMenu.Label key={item.heading}>{item.heading}</MantineMenu.Label>
    return (
      <MantineMenu.Item
        key={item.id}
        onClick={item.onSelect}
        disabled={item.disabled !== undefined}
        data-danger={item.danger === true || undefined}
        leftSection={item.icon && <Icon name={item.icon} />}
        rightSection={item.shortcut !== undefined && <Kbd keys={item.shortcut} quiet />}
      >
        {item.label}
        {item.disabled !== undefined && <span className="wm-menu-note">{item.disabled}</span>}
      </MantineMenu.Item>
    )
  })
}
