import type { Identifier } from '../../../shared/features/identifiers.ts'
import {
  Guidance,
  type PlanState,
  type SafeContact,
  type SafeContactPlan,
} from '../../../shared/features/safe-contact.ts'
import { IdentifierId } from '../../../shared/kernel/ids.ts'
import { at, caseId, colleague, me, personId, stamp } from './casework-data.ts'
import type { Handlers } from './fake-bridge.ts'

export const phoneId = IdentifierId.parse('01900000-0000-7000-8005-000000000001')
export const number = '07700 900123'

export const aPlan: SafeContactPlan = {
  ...{ askFor: 'Lexi', codeWord: 'the library book', whoMayAnswer: null, voicemail: 'no', voicemailScript: null },
  windows: [{ identifierId: phoneId, days: [1, 2, 3, 4, 5], from: '10:00', to: '14:00' }] as SafeContactPlan['windows'],
  ...{ text: 'no', email: 'not-asked', emailWatched: 'not-asked', post: 'no', withheldNumber: 'yes' },
  ...{ interpreter: null, sharedDevices: 'The tablet is his', otherContact: null, doctor: null, note: null },
  confirmEveryDays: 28,
}

type Given = {
  plan?: SafeContactPlan | null
  state?: PlanState
  outcome?: 'shown' | 'withheld'
  kind?: 'phone' | 'email'
}
/** One client with a confidential mobile and, unless told otherwise, a plan that counts. */
export function safeContactHandlers(given: Given = {}): Handlers {
  const { plan = aPlan, state = 'current', outcome = 'withheld', kind = 'phone' } = given
  const own = { caseId: caseId(1), personId: personId(10) }
  const identifier: Identifier = {
    ...{ id: phoneId, ...own, kind, label: 'own mobile', confidential: true, doNotUse: false },
    ...{ value: null, withdrawnReason: null, ...stamp },
  }
  const record: SafeContact | null = plan && {
    ...{ ...own, plan, state, ...stamp },
    ...{ confirmedAt: at('2026-11-20T12:00:00.000Z'), confirmedBy: me },
  }
  return {
    'identifiers.listForCase': () => ({ rows: [identifier] }),
    'identifiers.add': ({ identifier: added, personId: owner }) => ({ ...identifier, ...added, personId: owner }),
    'identifiers.update': ({ identifier: changed }) => ({
      outcome: 'saved',
      record: { ...identifier, ...changed, value: null },
    }),
    'identifiers.withdraw': ({ reason }) => ({ ...identifier, withdrawnReason: reason }),
    'identifiers.reveal': ({ override }) =>
      outcome === 'shown' || override !== null
        ? {
            ...{ outcome: 'shown', value: number, rule: override === null ? 'agreed-hours' : 'overridden' },
            guidance: plan && pickGuidance(plan),
          }
        : { outcome: 'withheld', rule: plan ? 'outside-hours' : 'no-plan', guidance: plan && pickGuidance(plan) },
    'safeContact.find': ({ personId: asked }) => ({ record: asked === own.personId ? record : null }),
    'safeContact.versions': () => ({
      rows: plan
        ? [
            { revision: 2, at: stamp.updatedAt, byName: 'Sam Okafor', values: plan },
            { revision: 1, at: stamp.updatedAt, byName: 'Jo Fenwick', values: { ...plan, codeWord: 'the seed list' } },
          ]
        : [],
    }),
    'safeContact.standing': () => ({
      personId: own.personId,
      state: plan ? state : 'no-plan',
      confirmedAt: record?.confirmedAt ?? null,
      callableNow: false,
      windows: plan?.windows.map(({ identifierId: _, ...hours }) => ({ ...hours, label: 'own mobile' })) ?? [],
    }),
    'safeContact.save': ({ plan: saved, revision }) =>
      revision === stamp.revision || !record
        ? {
            outcome: 'saved',
            record: {
              ...own,
              plan: saved,
              state,
              ...stamp,
              confirmedAt: at('2026-11-24T09:41:00.000Z'),
              confirmedBy: me,
            },
          }
        : { outcome: 'conflict', current: { ...record, updatedBy: colleague }, yours: saved },
    'safeContact.confirm': () => {
      if (!record) throw new Error('no plan')
      return { ...record, confirmedAt: at('2026-11-24T09:41:00.000Z') }
    },
  }
}

const pickGuidance = (plan: SafeContactPlan) => Guidance.strip().parse(plan)
