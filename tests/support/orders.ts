import { BreachDraft } from '../../shared/features/breaches.ts'
import { OrderDraft } from '../../shared/features/orders.ts'

const at = (from: string) => ({ from, to: null, precision: 'minute', zone: 'Europe/London' })

type GivenOrder = Partial<{ [Key in keyof OrderDraft]: unknown }>
/** An order as a form would hand it over, in force and served; fields given replace the usual ones. */
export const anOrder = (given: GivenOrder = {}): OrderDraft =>
  OrderDraft.parse({
    when: at('2026-11-03T11:00:00.000Z'),
    kind: 'ORD-NMO',
    issuer: { value: 'Family Court at Example', missing: null },
    caseNumber: 'EX26F00001',
    notice: 'on-notice',
    respondent: { value: { personId: null, name: 'Morgan Sample' }, missing: null },
    protects: [{ personId: null, name: 'Alex Example' }],
    terms: [
      { number: '1', text: 'The respondent must not use or threaten violence against the applicant.' },
      { number: '2', text: 'The respondent must not contact the applicant by any means.' },
    ],
    starts: null,
    expires: { is: 'at', at: '2027-11-03T16:00:00.000Z', hourKnown: true },
    served: { known: 'yes', at: at('2026-11-03T18:40:00.000Z'), how: 'In person', by: 'Process server' },
    policeNotified: { known: 'yes', on: '2026-11-04', reference: 'EX/998/26' },
    powerOfArrest: null,
    returnDate: null,
    replaces: null,
    discharged: null,
    varied: null,
    arrestedOn: null,
    note: null,
    ...given,
  })

type GivenBreach = Partial<{ [Key in keyof BreachDraft]: unknown }>
/** A breach of the order, as a form would hand it over; fields given replace the usual ones. */
export const aBreach = (orderId: string, given: GivenBreach = {}): BreachDraft =>
  BreachDraft.parse({
    when: at('2026-11-12T21:05:00.000Z'),
    orderId,
    terms: ['2'],
    what: 'Nine calls within an hour.',
    evidence: 'Call record on the client’s phone',
    witnesses: null,
    reported: { known: 'yes', at: at('2026-11-12T22:00:00.000Z'), reference: 'EX/2211/26' },
    response: {
      arrived: at('2026-11-12T23:40:00.000Z'),
      arrest: 'no',
      arrestedOn: null,
      charged: 'unknown',
      outcome: null,
    },
    links: [],
    ...given,
  })
