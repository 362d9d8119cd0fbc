import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { rowHeights, motionMs } from '../../../renderer/ui/tokens.ts'

const css = readFileSync(join(import.meta.dirname, '../../../renderer/ui/tokens.css'), 'utf8')

/** The declarations of every rule whose selector list holds this selector, later ones winning. */
function declared(selector: string): Record<string, string> {
  const [always = ''] = css.split('@media')
  const rules = [...always.matchAll(/([^{}]+)\{([^{}]*)\}/g)].filter(([, selectors = '']) =>
    selectors
      .replaceAll(/\/\*.*?\*\//gs, '')
      .split(',')
      .map(part => part.trim())
      .includes(selector),
  )
  const pairs = rules.flatMap(([, , body = '']) => [...body.matchAll(/--([\w-]+):\s*([^;]+);/g)])
  return Object.fromEntries(pairs.map(([, name = '', value = '']) => [name, value.trim()]))
}

const light = { ...declared(':root'), ...declared(":root[data-scheme='light']") }
const dark = { ...light, ...declared(":root[data-scheme='dark']") }
const high = declared(":root[data-contrast='high']")
const themes = {
  light,
  dark,
  'light, high contrast': { ...light, ...high, ...declared(":root[data-contrast='high'][data-scheme='light']") },
  'dark, high contrast': { ...dark, ...high, ...declared(":root[data-contrast='high'][data-scheme='dark']") },
}

function luminance(hex: string): number {
  const channels = [1, 3, 5].map(at => parseInt(hex.slice(at, at + 2), 16) / 255)
  const [red = 0, green = 0, blue = 0] = channels.map(c => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function ratio(a: string, b: string): number {
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (lighter + 0.05) / (darker + 0.05)
}

const grounds = ['surface', 'surface-sunken', 'surface-hover', 'surface-selected', 'canvas']
const tones = ['danger', 'warning', 'success', 'info', 'overdue', 'breach', 'risk-standard', 'risk-medium', 'risk-high']

const text: [string, string][] = [
  ...['text', 'text-soft', 'text-faint', 'accent-text'].flatMap(ink =>
    grounds.map((on): [string, string] => [ink, on]),
  ),
  ...tones.flatMap((tone): [string, string][] => [
    [tone, `${tone}-soft`],
    [tone, 'surface'],
    [tone, 'surface-hover'],
    [tone, 'surface-selected'],
    ['text', `${tone}-soft`],
  ]),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ['on-tone', 'danger'],
  ['on-tone', 'risk-high'],
  ['accent-text', 'accent-soft'],
  ['text', 'accent-soft'],
  ['text-soft', 'accent-soft'],
  ['text', 'mark'],
]
const edges: [string, string][] = [
  ...['surface', 'surface-sunken', 'canvas'].flatMap((on): [string, string][] => [
    ['line-strong', on],
    ['focus', on],
    ['accent', on],
  ]),
  ['focus', 'surface-selected'],
  ['focus', 'surface-hover'],
  ['accent', 'accent-soft'],
]

for (const [name, theme] of Object.entries(themes)) {
  const colour = (token: string): string => {
    const value = (theme as Record<string, string>)[token]
    if (value === undefined || !/^#[0-9a-f]{6}$/.test(value)) throw new Error(`${token} is no colour in ${name}`)
    return value
  }
  const least = name.includes('high') ? 7 : 4.5

  test.each(text)(`${name}: %s reads on %s`, (ink, ground) => {
    expect(ratio(colour(ink), colour(ground))).toBeGreaterThanOrEqual(least)
  })
  test.each(edges)(`${name}: the edge %s shows on %s`, (edge, ground) => {
    expect(ratio(colour(edge), colour(ground))).toBeGreaterThanOrEqual(3)
  })
}

test('the ratio is the one WCAG defines', () => {
  expect(ratio('#000000', '#ffffff')).toBeCloseTo(21)
  expect(ratio('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})

test('rows are as high in code as in the style sheet, and motion is short', () => {
  const compact = declared(":root[data-density='compact']")
  expect(rowHeights.comfortable).toEqual({
    single: parseInt(light['row'] ?? ''),
    double: parseInt(light['row-double'] ?? ''),
  })
  expect(rowHeights.compact).toEqual({
    single: parseInt(compact['row'] ?? ''),
    double: parseInt(compact['row-double'] ?? ''),
  })
  expect(light['motion']).toBe(`${String(motionMs)}ms`)
  expect(motionMs).toBeLessThan(150)
})

test('nothing moves for who asked for less motion', () => {
  expect(css).toMatch(/prefers-reduced-motion: reduce\) \{\s*:root \{\s*--motion: 0ms/)
})

test('spaces, controls and rows stand on the 4-pixel grid', () => {
  const sizes = Object.entries({ ...declared(':root'), ...declared(":root[data-density='compact']") })
  const onGrid = sizes.filter(([token]) => /^(space-|row|control|question-gap)/.test(token))
  expect(onGrid.length).toBeGreaterThan(10)
  for (const [token, value] of onGrid) expect(parseInt(value) % 4, token).toBe(0)
})

test('no two files lay out the same class: one would change what the other is for', () => {
  const root = join(import.meta.dirname, '../../../renderer')
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.css'))
  const homes = new Map<string, Set<string>>()
  for (const file of files)
    for (const [, name = ''] of readFileSync(join(root, file), 'utf8').matchAll(/^\.(wm-[\w-]+) \{$/gm))
      homes.set(name, (homes.get(name) ?? new Set()).add(file))
  expect(homes.size).toBeGreaterThan(100)
  expect([...homes].filter(([, where]) => where.size > 1).map(([name]) => name)).toEqual([])
})
