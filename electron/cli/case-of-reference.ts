import { everyCase } from '../../shared/features/cases.ts'
import { CalendarDay, Instant, london } from '../../shared/kernel/dates.ts'
import { AppError } from '../../shared/kernel/errors.ts'
import type { CaseId } from '../../shared/kernel/ids.ts'
import { dayOf } from '../../shared/kernel/uk-dates.ts'
import type { VaultStore } from './vault-store.ts'

/** The case of a reference, as it is written on paper; case does not matter. Throws `not-found`. */
export async function caseOfReference(store: VaultStore, reference: string): Promise<CaseId> {
  const today = CalendarDay.parse(dayOf(Instant.parse(new Date().toISOString()), london))
  const filter = { ...everyCase, text: reference.trim() }
  const { rows } = await store.call('cases.list', { filter, today, page: { limit: 200, after: null } })
  const found = rows.find(row => row.reference.toLowerCase() === reference.trim().toLowerCase())
  if (!found) throw new AppError('not-found', { what: 'case', rule: 'no-such-case' })
  return found.id
}
