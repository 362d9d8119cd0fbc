import { CalendarDay, Instant, london } from '../../../shared/kernel/dates.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import { dayOf } from '../../../shared/kernel/uk-dates.ts'
import { command } from '../command.ts'
import { typedPath } from '../places.ts'
import { withOpenVault } from '../vault-store.ts'

export const demoSeed = command({
  words: 'demo seed',
  takes: '--vault DIR --cases N --seed S [--today DATE]',
  says: 'Fills an empty vault with invented cases: the same seed and day give the same ones.',
  needs: ['vault', 'cases', 'seed'],
  may: ['today'],
  run: ({ vault, cases, seed, today }, context) => {
    const input = { cases: wholeNumber(cases), seed: wholeNumber(seed), today: dayOrToday(today) }
    return withOpenVault(typedPath(vault), context, store => store.call('practice.seed', input))
  },
})

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new AppError('usage', { rule: 'number-needed' })
  return Number(text)
}
function dayOrToday(text: string | undefined): CalendarDay {
  if (text === undefined) return dayOf(Instant.parse(new Date().toISOString()), london)
  const day = CalendarDay.safeParse(text)
  if (!day.success) throw new AppError('usage', { rule: 'day-needed' })
  return day.data
}
