import { Menu as MantineMenu } from '@mantine/core'
import type { ReactElement } from 'react'
import { IconButton } from './IconButton.tsx'
import type { IconName } from './icon-names.ts'
import { menuClasses, MenuItems, type MenuItem } from './MenuItems.tsx'

type MenuProps = {
  label: string
  items: readonly MenuItem[]
  icon?: IconName | undefined
  /** A Button to hang from, in place of the three dots. */
  trigger?: ReactElement | undefined
}

/** A button that opens a list of actions. */
export function Menu({ label, items, icon = 'more', trigger }: MenuProps) {
  return (
    <MantineMenu classNames={menuClasses}>
      <MantineMenu.Target>{trigger ?? <IconButton icon={icon} label={label} />}</MantineMenu.Target>
      <MantineMenu.Dropdown aria-label={label}>
        <MenuItems items={items} />
      </MantineMenu.Dropdown>
    </MantineMenu>
  )
}
