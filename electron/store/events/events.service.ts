import type { eventCalls } from '../../../shared/features/events.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import { concealerOf } from '../confidential/conceal.ts'
import type { StoreHandlers } from '../dispatch.ts'
import { listEventsOfKinds, listVersions, markWithdrawn, requireEvent } from './events.repo.ts'
import { listLinked } from './links.repo.ts'
import { countTimeline, listEvents } from './timeline.repo.ts'

export const eventHandlers: StoreHandlers<typeof eventCalls> = {
  'events.timeline': (tx, { caseId, ...wanted }) =>
    listEvents(tx.db, caseId, { ...wanted, conceal: concealerOf(tx.vault) }),
  'events.countTimeline': (tx, asked) => countTimeline(tx.db, { ...asked, conceal: concealerOf(tx.vault) }),
  'events.ofKinds': (tx, { caseId, ...wanted }) => listEventsOfKinds(tx.db, caseId, wanted),
  'events.linked'(tx, { id }) {
    requireEvent(tx.db, id)
    return { rows: listLinked(tx.db, id) }
  },
  'events.withdraw'(tx, { id, revision, reason }) {
    const current = requireEvent(tx.db, id)
    if (current.revision !== revision) return { outcome: 'conflict', current }
    if (current.withdrawnReason !== null) throw new AppError('invalid-input', { rule: 'already-withdrawn' })
    return { outcome: 'saved', record: markWithdrawn(tx, current, reason) }
  },
  'events.reinstate'(tx, { id, revision }) {
    const current = requireEvent(tx.db, id)
    if (current.revision !== revision) return { outcome: 'conflict', current }
    if (current.withdrawnReason === null) throw new AppError('invalid-input', { rule: 'not-withdrawn' })
    return { outcome: 'saved', record: markWithdrawn(tx, current, null) }
  },
  'events.versions'(tx, { id }) {
    requireEvent(tx.db, id)
    return { rows: listVersions(tx.db, id) }
  },
}
