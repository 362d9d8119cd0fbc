import type { SafeContact, SafeContactPlan, safeContactCalls } from '../../../shared/features/safe-contact.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import type { PersonId } from '../../../shared/kernel/ids.ts'
import { requireCase, requireOpenCase } from '../cases/cases.repo.ts'
import type { ReadTx, WriteTx } from '../database.ts'
import type { StoreHandlers } from '../dispatch.ts'
import { listIdentifiers } from '../identifiers/identifiers.repo.ts'
import { requirePerson } from '../people/people.repo.ts'
import { listRecordVersions } from '../record-versions.repo.ts'
import { isOpenAt } from '../../../shared/rules/contact-windows.ts'
import { findSafeContact, versionsOfPlan, writeSafeContact } from './safe-contact.repo.ts'

export const safeContactHandlers: StoreHandlers<typeof safeContactCalls> = {
  'safeContact.find': (tx, { personId }) => ({ record: findSafeContact(tx.db, personId, tx.now) }),
  'safeContact.versions': (tx, { personId }) => listRecordVersions(tx.db, versionsOfPlan(personId)),
  'safeContact.standing'(tx, { caseId }) {
    const { clientId } = requireCase(tx.db, caseId)
    const contact = findSafeContact(tx.db, clientId, tx.now)
    const usable = new Map(
      listIdentifiers(tx.db, caseId)
        .filter(({ kind, doNotUse, withdrawnReason }) => kind === 'phone' && !doNotUse && withdrawnReason === null)
        .map(({ id, label }) => [id, label]),
    )
    const windows = contact?.plan.windows.filter(({ identifierId }) => usable.has(identifierId)) ?? []
    return {
      personId: clientId,
      state: contact?.state ?? 'no-plan',
      confirmedAt: contact?.confirmedAt ?? null,
      callableNow: contact?.state === 'current' && windows.some(window => isOpenAt(window, tx.now)),
      windows: windows.map(({ identifierId, ...window }) => ({ ...window, label: usable.get(identifierId) ?? null })),
    }
  },
  'safeContact.save'(tx, { personId, revision, plan }) {
    const { caseId } = requirePerson(tx.db, personId)
    requireOpenCase(tx.db, caseId)
    const current = findSafeContact(tx.db, personId, tx.now)
    if (current && current.revision !== revision) return { outcome: 'conflict', current, yours: plan }
    if (!current && revision !== 0) throw new AppError('conflict', { rule: 'stale-revision', id: personId })
    refuseForeignNumbers(tx, { personId, caseId }, plan)
    writeSafeContact(tx, { personId, revision, caseId }, plan)
    return { outcome: 'saved', record: requireSafeContact(tx, personId) }
  },
  'safeContact.confirm'(tx, { personId, revision }) {
    const { plan, caseId, revision: current } = requireSafeContact(tx, personId)
    if (current !== revision) throw new AppError('conflict', { rule: 'stale-revision', id: personId })
    requireOpenCase(tx.db, caseId)
    writeSafeContact(tx, { personId, revision, caseId }, plan)
    return requireSafeContact(tx, personId)
  },
}

function requireSafeContact(tx: ReadTx, personId: PersonId): SafeContact {
  const found = findSafeContact(tx.db, personId, tx.now)
  if (!found) throw new AppError('not-found', { what: 'safe-contact', id: personId })
  return found
}

/** Hours are agreed for a person's own numbers: hours for somebody else's would open the wrong one. */
function refuseForeignNumbers(
  tx: WriteTx,
  { personId, caseId }: Pick<SafeContact, 'personId' | 'caseId'>,
  { windows }: SafeContactPlan,
): void {
  const own = new Set(
    listIdentifiers(tx.db, caseId)
      .filter(identifier => identifier.personId === personId)
      .map(({ id }) => id),
  )
  const at = windows.findIndex(({ identifierId }) => !own.has(identifierId))
  if (at >= 0)
    throw new AppError('invalid-input', { field: `windows.${String(at)}.identifierId`, rule: 'not-their-number' })
}
