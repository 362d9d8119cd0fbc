import type { Identifier } from '../../../shared/features/identifiers.ts'
import type { RevealPurpose, RevealRule, SafeContact } from '../../../shared/features/safe-contact.ts'
import { isOpenAt } from '../../../shared/rules/contact-windows.ts'
import type { Instant } from '../../../shared/kernel/dates.ts'

/** Rules under which a value is given out. Under any other it is withheld. */
export const allowing: ReadonlySet<RevealRule> = new Set([
  'agreed-hours',
  'agreed-way',
  'not-confidential',
  'overridden',
])

type Question = {
  identifier: Identifier
  purpose: RevealPurpose
  contact: SafeContact | null
  /** It is what it was when the plan was confirmed. */
  asAgreed: boolean
  now: Instant
}
/**
 * Whether somebody may be contacted this way at this moment (domain F9.13 to F9.15). Default is no: without a plan, with one that
 * no longer counts, outside its hours, or by a way that was not agreed.
 */
export function revealRule({ identifier, purpose, contact, asAgreed, now }: Question): RevealRule {
  if (identifier.withdrawnReason !== null) return 'in-error'
  if (identifier.doNotUse) return 'do-not-use'
  if (!identifier.confidential && purpose === 'check') return 'not-confidential'
  if (purpose === 'check') return 'check-needs-reason'
  if (!contact) return 'no-plan'
  if (contact.state !== 'current') return contact.state
  if (!asAgreed) return 'changed-since'
  const { plan } = contact
  if (!fits(identifier, purpose)) return 'not-agreed'
  if (purpose === 'email' || purpose === 'post') return plan[purpose] === 'yes' ? 'agreed-way' : 'not-agreed'
  if (purpose === 'text' && plan.text !== 'yes') return 'not-agreed'
  const windows = plan.windows.filter(window => window.identifierId === identifier.id)
  if (windows.length === 0) return 'no-agreed-hours'
  return windows.some(window => isOpenAt(window, now)) ? 'agreed-hours' : 'outside-hours'
}

const ways: Record<RevealPurpose, readonly Identifier['kind'][]> = {
  call: ['phone'],
  text: ['phone', 'handle'],
  email: ['email'],
  post: ['address'],
  check: ['phone', 'email', 'handle', 'address', 'vehicle', 'alias'],
}
const fits = ({ kind }: Identifier, purpose: RevealPurpose): boolean => ways[purpose].includes(kind)
