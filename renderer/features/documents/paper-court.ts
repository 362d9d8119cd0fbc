import type { Hearing } from '../../../shared/features/hearings.ts'
import { london, type CalendarDay } from '../../../shared/kernel/dates.ts'
import { dayOf } from '../../../shared/kernel/uk-dates.ts'
import { kindWords } from '../../../shared/wording/hearings.ts'
import { showDays } from '../../../shared/wording/papers.ts'

export type PaperCourt = { court: string | null; caseNumber: string | null }
type Choice = { value: string; label: string; court: PaperCourt }

export const otherCourt = 'other'
const noCourt: Choice = { value: 'none', label: 'No court: leave it off', court: { court: null, caseNumber: null } }

/** The courts of a case's hearings, each once with its case number, and the hearing that it comes from. What is to come goes first. */
export function courtChoices(hearings: readonly Hearing[], today: CalendarDay): Choice[] {
  const found = new Map<string, Choice>()
  for (const { id, court, caseNumber, kind, when } of hearings) {
    const key = JSON.stringify([court, caseNumber])
    if (found.has(key)) continue
    const isToCome = when.from !== null && dayOf(when.from, london) >= today
    const label = `${[court, caseNumber].filter(Boolean).join(', ')} (${isToCome ? 'next' : 'last'} there: ${kindWords(kind)}, ${showDays(when)})`
    found.set(key, { value: id, label, court: { court, caseNumber } })
  }
  return [...found.values(), { value: otherCourt, label: 'Another court', court: noCourt.court }, noCourt]
}

/** Where there is one court, it is that one. Of several nobody can know which is meant: the person says. */
export const usualCourt = (choices: readonly Choice[]): string | null =>
  choices.length > 3 ? null : (choices[0]?.value ?? null)

/** What is printed, by what was chosen; another court's as it was typed. */
export const courtOf = (choices: readonly Choice[], chosen: string, typed: PaperCourt): PaperCourt =>
  chosen === otherCourt ? typed : (choices.find(({ value }) => value === chosen)?.court ?? noCourt.court)
