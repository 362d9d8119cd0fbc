import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import type {
  Identifier,
  identifierCalls,
  IdentifierChange,
  NewIdentifier,
} from '../../../shared/features/identifiers.ts'
import { Guidance, type SafeContact } from '../../../shared/features/safe-contact.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import type { IdentifierId } from '../../../shared/kernel/ids.ts'
import { requireOpenCase } from '../cases/cases.repo.ts'
import { concealerOf, restoreText } from '../confidential/conceal.ts'
import { plainOf } from '../confidential/confidential-words.ts'
import type { StoreHandlers, VaultWriteTx } from '../dispatch.ts'
import { requirePerson } from '../people/people.repo.ts'
import { findSafeContact } from '../safe-contact/safe-contact.repo.ts'
import {
  insertIdentifier,
  listIdentifiers,
  readValue,
  requireIdentifier,
  updateIdentifier,
  wasSoAt,
  withdrawIdentifier,
} from './identifiers.repo.ts'
import { allowing, revealRule } from './reveal-rule.ts'

export const identifierHandlers: StoreHandlers<typeof identifierCalls> = {
  'identifiers.listForCase': (tx, { caseId }) => ({ rows: listIdentifiers(tx.db, caseId) }),
  'identifiers.add'(tx, { personId, identifier }) {
    const { caseId, name } = requirePerson(tx.db, personId)
    requireOpenCase(tx.db, caseId)
    return insertIdentifier(tx, { personId, caseId }, { ...identifier, value: checked(identifier, name) })
  },
  'identifiers.update'(tx, { id, revision, identifier }) {
    const current = requireIdentifier(tx.db, id)
    if (current.revision !== revision) return { outcome: 'conflict', current, yours: identifier }
    requireOpenCase(tx.db, current.caseId)
    return { outcome: 'saved', record: updateIdentifier(tx, current, changed(tx, current, identifier)) }
  },
  'identifiers.withdraw'(tx, { id, revision, reason }) {
    const current = requireIdentifier(tx.db, id)
    if (current.revision !== revision) throw new AppError('conflict', { rule: 'stale-revision', id })
    requireOpenCase(tx.db, current.caseId)
    if ((current.withdrawnReason === null) === (reason === null))
      throw new AppError('invalid-input', { rule: reason === null ? 'not-withdrawn' : 'already-withdrawn' })
    return withdrawIdentifier(tx, current, reason)
  },
  'identifiers.reveal'(tx, { id, purpose, override }) {
    const identifier = requireIdentifier(tx.db, id)
    const contact = findSafeContact(tx.db, identifier.personId, tx.now)
    const asAgreed = contact !== null && wasSoAt(tx.db, identifier, contact.confirmedAt)
    const plain = revealRule({ identifier, purpose, contact, asAgreed, now: tx.now })
    const rule = override !== null && !allowing.has(plain) ? 'overridden' : plain
    const guidance = guidanceOf(contact, id)
    const outcome = allowing.has(rule) ? 'shown' : 'withheld'
    const detail = { purpose, rule, ...(rule === 'overridden' ? { instead: plain, reason: override ?? '' } : {}) }
    tx.audit(`identifier.${outcome === 'shown' ? 'revealed' : 'withheld'}`, { id, caseId: identifier.caseId, detail })
    // Withheld is an answer: a throw would roll back the audit row that tells of the attempt.
    return outcome === 'shown' ? { outcome, value: readValue(tx.db, id), rule, guidance } : { outcome, rule, guidance }
  },
}

/** An edit as it was meant: what came back as it was shown is unchanged. Throws where the mark would come off a value that nobody wrote. */
function changed(tx: VaultWriteTx, current: Identifier, { value: typed, label, ...rest }: IdentifierChange) {
  const before = readValue(tx.db, current.id)
  const written = typed === concealerOf(tx.vault)(before) ? null : typed
  const { name } = requirePerson(tx.db, current.personId)
  const value = checked({ kind: rest.kind, value: written ?? before }, name)
  const unmarks = current.confidential && !rest.confidential
  if (unmarks && (written === null || plainOf(value) !== plainOf(before)))
    throw new AppError('invalid-input', { field: 'identifier.value', rule: 'value-to-unmark' })
  return { ...rest, value, label: label && restoreText(tx.db, label) }
}

/** What a plan says for the moment of contact, with the hours of this number alone. One that no longer counts says nothing. */
function guidanceOf(contact: SafeContact | null, id: IdentifierId): Guidance | null {
  if (contact?.state !== 'current') return null
  const windows = contact.plan.windows.filter(({ identifierId }) => identifierId === id)
  return Guidance.strip().parse({ ...contact.plan, windows })
}

/** A value as it is kept: phone numbers as they are dialled here. Throws when it can't be what it is said to be. */
function checked({ kind, value }: Pick<NewIdentifier, 'kind' | 'value'>, personName: string): string {
  const wrong = (rule: string) => new AppError('invalid-input', { field: 'identifier.value', rule })
  if (!/[\p{L}\p{N}]/u.test(value)) throw wrong('nothing-to-read')
  if (kind === 'email' && !/^[^\s@]+@[^\s@]+$/.test(value)) throw wrong('not-an-email')
  if (kind === 'alias' && value.toLowerCase() === personName.toLowerCase()) throw wrong('alias-is-name')
  if (kind !== 'phone') return value
  if ((value.match(/\d/g)?.length ?? 0) < 3) throw wrong('not-a-phone-number')
  const number = parsePhoneNumberFromString(value, 'GB')
  if (!number?.isPossible()) return value
  return number.countryCallingCode === '44' ? number.formatNational() : number.formatInternational()
}
