import { createTheme, type CSSVariablesResolver, type MantineColorSchemeManager } from '@mantine/core'
import { motionMs } from './tokens.ts'

const teal = [
  '#e6f2f2',
  '#cfe4e4',
  '#a3cccd',
  '#74b2b3',
  '#4f9b9e',
  '#378a8d',
  '#1f767a',
  '#0b5c62',
  '#084f54',
  '#07464b',
] as const
const quick = { duration: motionMs, transition: 'fade' } as const
// Not hidden together with its anchor: a point in the window has no size and would count as gone.
const floating = { transitionProps: quick, shadow: 'none', offset: 4, hideDetached: false } as const

/** Mantine under our tokens. Only what its own components read; everything else is plain CSS on tokens.css. */
export const theme = createTheme({
  primaryColor: 'teal',
  primaryShade: 7,
  colors: { teal },
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--font-mono)',
  defaultRadius: 'var(--radius)',
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Modal: { defaultProps: { transitionProps: quick } },
    Menu: { defaultProps: { ...floating, position: 'bottom-start', loop: true } },
    Popover: { defaultProps: floating },
    Combobox: { defaultProps: floating },
    Tooltip: { defaultProps: { transitionProps: quick, openDelay: 350, offset: 6 } },
  },
})

const ours = {
  '--mantine-color-body': 'var(--surface)',
  '--mantine-color-text': 'var(--text)',
  '--mantine-color-dimmed': 'var(--text-faint)',
  '--mantine-color-error': 'var(--danger)',
  '--mantine-color-placeholder': 'var(--text-faint)',
  '--mantine-color-default-border': 'var(--line)',
  '--mantine-color-default-hover': 'var(--surface-hover)',
}
export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: ours, dark: ours })

/** Keeps nothing: the vault's settings decide, and nothing readable may touch the disk outside it. */
export const forgetfulColourScheme: MantineColorSchemeManager = {
  get: defaultValue => defaultValue,
  set: () => undefined,
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => undefined,
}

/** By name and not by `className`, which Mantine's tooltip hands to what it explains. */
export const tooltipClasses = { tooltip: 'wm-tooltip' }
