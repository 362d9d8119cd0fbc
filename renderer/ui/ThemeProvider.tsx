import '@fontsource-variable/atkinson-hyperlegible-next'
import './tokens.css'
import './base.css'
import './mantine.css'
import { MantineProvider } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { setNonce } from 'get-nonce'
import { createContext, useContext, useLayoutEffect, type ReactNode } from 'react'
import { LiveRegions } from './LiveRegions.tsx'
import { singleKeys, useShortcutListener } from './shortcuts.ts'
import { cssVariables, forgetfulColourScheme, theme } from './theme.ts'
import type { Density } from './tokens.ts'

export type Appearance = {
  scheme: 'light' | 'dark' | 'system'
  contrast: 'normal' | 'high' | 'system'
  density: Density
  singleKeys: 'on' | 'off'
}

const DensityContext = createContext<Density>('comfortable')
/** How tightly rows and fields are set. */
export const useDensity = (): Density => useContext(DensityContext)

/** The nonce that the content policy allows for styles made at run time. */
const styleNonce = (): string => document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? ''

type ThemeProviderProps = Partial<Appearance> & { children: ReactNode }

/** Everything the components need around them. Mounted once, at the root. */
export function ThemeProvider({
  scheme = 'system',
  contrast = 'system',
  density = 'comfortable',
  singleKeys: wantsSingleKeys = 'on',
  children,
}: ThemeProviderProps) {
  const systemDark = useMediaQuery('(prefers-color-scheme: dark)', false, { getInitialValueInEffect: false })
  const systemMore = useMediaQuery('(prefers-contrast: more)', false, { getInitialValueInEffect: false })
  const drawn = scheme === 'system' ? (systemDark ? 'dark' : 'light') : scheme
  const high = contrast === 'high' || (contrast === 'system' && systemMore)
  useLayoutEffect(() => {
    const { dataset } = document.documentElement
    dataset['scheme'] = drawn
    dataset['contrast'] = high ? 'high' : 'normal'
    dataset['density'] = density
  }, [drawn, high, density])
  useLayoutEffect(() => {
    const nonce = styleNonce()
    if (nonce !== '') setNonce(nonce)
  }, [])
  useLayoutEffect(() => singleKeys.set(wantsSingleKeys === 'on'), [wantsSingleKeys])
  useShortcutListener()
  return (
    <MantineProvider
      theme={theme}
      forceColorScheme={drawn}
      colorSchemeManager={forgetfulColourScheme}
      cssVariablesResolver={cssVariables}
      getStyleNonce={styleNonce}
    >
      <DensityContext value={density}>
        {children}
        <LiveRegions />
      </DensityContext>
    </MantineProvider>
  )
}
