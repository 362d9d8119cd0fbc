import type { InstrumentRow } from '../features/instruments.ts'
import { showDay } from '../kernel/uk-dates.ts'
import type { Instrument } from '../rules/instruments.ts'
import { riskLevelWords } from './risk-assessments.ts'
import { sentenceFor } from './errors.ts'
import { count } from './when.ts'

export const instrumentStatusWords: Record<Instrument['status'], string> = {
  verified: 'checked against its source',
  secondary: 'from a second-hand source',
  unverified: 'not checked',
}

/** When a form may be asked: "from 1 Apr 2026", "until 31 Mar 2026", or null where it always may. */
export function inEffectWords({ effectiveFrom, effectiveTo }: Pick<InstrumentRow, 'effectiveFrom' | 'effectiveTo'>) {
  const parts = [effectiveFrom && `from ${showDay(effectiveFrom)}`, effectiveTo && `until ${showDay(effectiveTo)}`]
  return parts.filter(Boolean).join(' ') || null
}

/** How a form counts: "1 point for each yes; high from 14". Null where it counts nothing. */
export function scoringWords({ scoring, bands }: Pick<Instrument, 'scoring' | 'bands'>): string | null {
  if (scoring === null) return null
  const levels = bands.map(({ level, from }) => `${riskLevelWords[level].toLowerCase()} from ${String(from)}`)
  return [`${count(scoring.pointsPerYes, 'point')} for each yes`, ...levels].join('; ')
}

/** Why a form can't be loaded, and where in the file to look. */
export function refusedForm(rule: string, at: string | undefined): string {
  const why = sentenceFor({ code: 'invalid-input', details: { rule } })
  return at === undefined || at === 'top' ? why : `${why} Look at: ${placeWords(at)}.`
}

/** items.3.label: the label of item 4, since nobody but a programmer counts from nought. */
const placeWords = (at: string): string =>
  at
    .split('.')
    .map(part => (/^\d+$/.test(part) ? `number ${String(Number(part) + 1)}` : part))
    .join(', ')
