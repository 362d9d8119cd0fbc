import { iconNames, type IconName } from './icon-names.ts'

type IconProps = { name: IconName; size?: number | undefined; label?: string | undefined }

/** A picture from our set. Hidden from screen readers unless it has a label, since a word stands beside it. */
export function Icon({ name, size = 16, label }: IconProps) {
  const Picture = iconNames[name]
  const naming = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label }
  return <Picture size={size} stroke={1.75} focusable={false} {...naming} />
}
