import type { practiceCalls } from '../../../shared/features/practice.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import type { StoreHandlers } from '../dispatch.ts'
import { countRecords } from '../vault/vault.repo.ts'
import { randomFrom, type Random } from './random.ts'
import { seedCase, type Amount } from './seed-case.ts'

export const practiceHandlers: StoreHandlers<typeof practiceCalls> = {
  'practice.seed'(tx, { cases, seed, today }) {
    if (countRecords(tx.db).cases > 0) throw new AppError('invalid-input', { rule: 'vault-not-empty' })
    const random = randomFrom(seed)
    for (let index = 0; index < cases; index += 1)
      seedCase({ tx, random, today }, index === 0 ? rich : ordinary(random))
    tx.audit('practice.seeded', {})
    const counted = countRecords(tx.db)
    return { cases: counted.cases, events: counted.events }
  },
}

/** One case has everything, and much of it. */
const rich: Amount = { status: 'supporting', incidents: 60, policeContacts: 25, breaches: 3, hearings: 5, order: true }
const ordinary = (random: Random): Amount => ({
  status: random.pick(['contacting', 'assessing', 'supporting', 'supporting', 'supporting', 'paused']),
  incidents: random.whole(1, 12),
  policeContacts: random.whole(0, 8),
  breaches: random.chance(0.3) ? 1 : 0,
  hearings: random.whole(0, 2),
  order: random.chance(0.5),
})
