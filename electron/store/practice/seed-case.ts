import { BreachDraft } from '../../../shared/features/breaches.ts'
import { HearingDraft } from '../../../shared/features/hearings.ts'
import { IncidentDraft } from '../../../shared/features/incidents.ts'
import { OrderDraft } from '../../../shared/features/orders.ts'
import { PoliceContactDraft } from '../../../shared/features/police-contacts.ts'
import type { SafeContactPlan } from '../../../shared/features/safe-contact.ts'
import { ClockTime, london, type CalendarDay } from '../../../shared/kernel/dates.ts'
import type { When } from '../../../shared/kernel/event.ts'
import type { CaseId, EventId, PersonId } from '../../../shared/kernel/ids.ts'
import { momentsOf, startOfDay } from '../../../shared/kernel/uk-dates.ts'
import { breachHandlers } from '../breaches/breaches.service.ts'
import { caseHandlers } from '../cases/cases.service.ts'
import type { VaultWriteTx } from '../dispatch.ts'
import { hearingHandlers } from '../hearings/hearings.service.ts'
import { identifierHandlers } from '../identifiers/identifiers.service.ts'
import { incidentHandlers } from '../incidents/incidents.service.ts'
import { orderHandlers } from '../orders/orders.service.ts'
import { peopleHandlers } from '../people/people.service.ts'
import { policeContactHandlers } from '../police-contacts/police-contacts.service.ts'
import { safeContactHandlers } from '../safe-contact/safe-contact.service.ts'
import { taskHandlers } from '../tasks/tasks.service.ts'
import { daysBefore } from './days.ts'
import { address, courts, crimeReference, forces, fullName, mobile, officers } from './invented.ts'
import type { Random } from './random.ts'
import { impacts, policeSaid, promises, stories, tasks } from './stories.ts'

/** How much happened in a case. */
export type Amount = {
  status: 'contacting' | 'assessing' | 'supporting' | 'paused'
  incidents: number
  policeContacts: number
  breaches: number
  hearings: number
  order: boolean
}
export type Telling = { tx: VaultWriteTx; random: Random; today: CalendarDay }
type InCase = Telling & { caseId: CaseId; clientId: PersonId; clientName: string; span: number }

/** One invented case of this size, opened within the last 500 days. */
export function seedCase(telling: Telling, amount: Amount): void {
  const { tx, random, today } = telling
  const span = random.whole(60, 500)
  const clientName = fullName(random)
  const opened = caseHandlers['cases.open'](tx, {
    ...{ clientName, reference: null, ownerId: null, status: amount.status, openedOn: daysBefore(today, span) },
  })
  const within: InCase = { ...telling, caseId: opened.id, clientId: opened.clientId, clientName, span }
  seedPeople(within)
  for (let index = 0; index < amount.incidents; index += 1) seedIncident(within)
  for (let index = 0; index < amount.policeContacts; index += 1) seedPoliceContact(within)
  if (amount.order) seedOrder(within, amount.breaches)
  for (let index = 0; index < amount.hearings; index += 1) seedHearing(within, index)
  if (random.chance(0.8)) seedTask(within)
  if (random.chance(0.7)) seedSafeContact(within)
}

function seedPeople({ tx, random, caseId }: InCase): void {
  const add = (role: 'perpetrator' | 'child' | 'witness', relationship: string): void =>
    void peopleHandlers['people.add'](tx, {
      caseId,
      person: {
        ...{ name: fullName(random), alsoKnownAs: null, role, relationship, note: null },
        born: { value: null, missing: 'not-asked' },
      },
    })
  add('perpetrator', random.pick(['Former partner', 'Colleague', 'Neighbour', 'Met once', 'Former husband']))
  for (let index = random.whole(0, 2); index > 0; index -= 1) add('child', 'Child of the client')
  if (random.chance(0.4)) add('witness', 'Neighbour')
}

function seedSafeContact({ tx, random, clientId }: InCase): void {
  const own = { label: 'own mobile', confidential: true, doNotUse: false }
  const phone = identifierHandlers['identifiers.add'](tx, {
    personId: clientId,
    identifier: { ...own, kind: 'phone', value: mobile(random) },
  })
  identifierHandlers['identifiers.add'](tx, {
    personId: clientId,
    identifier: { ...own, kind: 'address', value: address(random), label: 'home' },
  })
  const from = ClockTime.parse(random.pick(['09:30', '10:00', '13:00']))
  const to = ClockTime.parse(random.pick(['14:30', '16:00', '18:30']))
  const words = { whoMayAnswer: null, voicemailScript: null, interpreter: null, otherContact: null, doctor: null }
  const plan: SafeContactPlan = {
    ...{ ...words, askFor: null, codeWord: random.pick(['the library book', 'the green coat', 'the recipe']) },
    windows: [{ identifierId: phone.id, days: [1, 2, 3, 4, 5], from, to }],
    ...{ voicemail: 'no', text: random.pick(['yes', 'no']), email: 'not-asked', emailWatched: 'not-asked' },
    ...{ post: 'no', withheldNumber: 'yes', sharedDevices: 'The tablet is shared', note: null, confirmEveryDays: 28 },
  }
  safeContactHandlers['safeContact.save'](tx, { personId: clientId, revision: 0, plan })
}

function seedIncident({ tx, random, caseId, today, span }: InCase): void {
  const story = random.pick(stories)
  const day = daysBefore(today, random.whole(1, span))
  const reported = random.pick(['yes', 'yes', 'no', 'not-asked'] as const)
  const exact = random.chance(0.75)
  incidentHandlers['incidents.record'](tx, {
    caseId,
    incident: IncidentDraft.parse({
      when: exact ? at(random, day) : { from: startOfDay(day, london), to: null, precision: 'about', zone: london },
      place: null,
      behaviours: story.behaviours,
      clientSaid: story.clientSaid,
      observed: story.observed ?? null,
      othersSaid: story.othersSaid ?? null,
      opinion: null,
      impact: random.chance(0.5) ? random.pick(impacts) : null,
      fear: random.chance(0.7)
        ? { value: random.pick(['some', 'a-lot', 'terrified']), missing: null }
        : { value: null, missing: 'not-asked' },
      witnesses: null,
      source: 'client',
      reported,
      reportedOn: reported === 'yes' ? day : null,
      reference: reported === 'yes' && random.chance(0.6) ? crimeReference(random) : null,
      orderBreached: random.pick(['no', 'unknown', 'not-asked']),
      finished: random.chance(0.95),
    }),
  })
}

function seedPoliceContact({ tx, random, caseId, today, span }: InCase): void {
  const ago = random.whole(1, span)
  const promised = random.chance(0.5) ? random.pick(promises) : null
  // Old promises were kept or given up; only recent ones are waited for.
  const kept = promised !== null && (ago > 45 || random.chance(0.6))
  policeContactHandlers['policeContacts.record'](tx, {
    caseId,
    contact: PoliceContactDraft.parse({
      when: at(random, daysBefore(today, ago)),
      channel: random.pick(['phone', 'phone', 'email', 'in-person', 'letter']),
      direction: random.pick(['from-police', 'to-police', 'to-police']),
      force: { value: random.pick(forces), missing: null },
      officer: random.chance(0.8)
        ? { value: random.pick(officers), missing: null }
        : { value: null, missing: 'unknown' },
      collarNumber: random.chance(0.5)
        ? { value: String(random.whole(1_000, 9_999)), missing: null }
        : { value: null, missing: 'not-asked' },
      reference: random.chance(0.6) ? crimeReference(random) : null,
      said: random.pick(policeSaid),
      promised,
      promisedBy: promised === null ? null : daysBefore(today, ago - random.whole(3, 14)),
      promiseKeptOn: kept ? daysBefore(today, Math.max(ago - random.whole(1, 10), 0)) : null,
    }),
  })
}

function seedOrder({ tx, random, caseId, clientId, clientName, today, span }: InCase, breaches: number): void {
  const ago = Math.min(random.whole(30, 120), span)
  const made = daysBefore(today, ago)
  const served = breaches > 0 || random.chance(0.7)
  const order = orderHandlers['orders.record'](tx, {
    caseId,
    order: OrderDraft.parse({
      when: { from: startOfDay(made, london), to: null, precision: 'day', zone: london },
      kind: random.pick(['ORD-NMO', 'ORD-SPO', 'ORD-ROC']),
      issuer: { value: `${random.pick(courts)} court`, missing: null },
      caseNumber: null,
      notice: 'on-notice',
      respondent: { value: null, missing: 'not-asked' },
      protects: [{ personId: clientId, name: null }],
      terms: [
        {
          number: '1',
          text: `The respondent must not contact ${clientName} by any means, directly or through others.`,
        },
        { number: '2', text: 'The respondent must not go within 200 metres of her home or place of work.' },
      ],
      starts: null,
      expires: { is: 'at', at: startOfDay(daysBefore(today, ago - random.whole(200, 400)), london), hourKnown: false },
      served: served
        ? {
            known: 'yes',
            at: { from: startOfDay(daysBefore(made, -2), london), to: null, precision: 'day', zone: london },
            how: 'In person',
            by: 'Police',
          }
        : { known: 'unknown', at: null, how: null, by: null },
      policeNotified: { known: 'unknown', on: null, reference: null },
      powerOfArrest: null,
      returnDate: null,
      replaces: null,
      discharged: null,
      varied: null,
      arrestedOn: null,
      note: null,
    }),
  })
  for (let index = 0; index < breaches; index += 1)
    seedBreach({ tx, random, caseId, orderId: order.id, day: daysBefore(today, random.whole(1, ago - 5)) })
}

type Broken = Pick<InCase, 'tx' | 'random' | 'caseId'> & { orderId: EventId; day: CalendarDay }
function seedBreach({ tx, random, caseId, orderId, day }: Broken): void {
  const reported = random.chance(0.8)
  const when = at(random, day)
  breachHandlers['breaches.record'](tx, {
    caseId,
    breach: BreachDraft.parse({
      ...{ when, orderId, terms: [random.pick(['1', '2'])] },
      what: random.pick(stories).clientSaid,
      ...{ evidence: random.chance(0.5) ? 'Screenshots kept on her phone' : null, witnesses: null },
      reported: reported
        ? { known: 'yes', at: when, reference: crimeReference(random) }
        : { known: 'no', at: null, reference: null },
      response: {
        arrived: null,
        arrest: random.pick(['no', 'unknown']),
        arrestedOn: null,
        charged: 'unknown',
        outcome: null,
      },
      links: [],
    }),
  })
}

/** Even ones lie ahead, odd ones behind, each with its outcome. */
function seedHearing({ tx, random, caseId, today, span }: InCase, index: number): void {
  const ahead = index % 2 === 0
  const day = ahead
    ? daysBefore(today, -random.whole(2, 90))
    : daysBefore(today, random.whole(5, Math.max(span - 5, 6)))
  const time = ClockTime.parse(random.pick(['09:30', '10:00', '10:30', '14:00']))
  const [from = startOfDay(day, london)] = momentsOf(day, time, london)
  const hearing = hearingHandlers['hearings.record'](tx, {
    caseId,
    hearing: HearingDraft.parse({
      when: { from, to: null, precision: 'minute', zone: london },
      kind: random.pick(ahead ? ['H-CC-TRIAL', 'H-FC-RETURN', 'H-MC-TRIAL'] : ['H-MC-FIRST', 'H-CC-PTPH', 'H-FC-WON']),
      court: `${random.pick(courts)} ${random.pick(['Crown Court', 'Magistrates’ Court', 'Family Court'])}`,
      ...{ courtAddress: null, room: null, listingNote: null, caseNumber: null, purpose: null, judge: null },
      ...{ mode: 'in-person', link: null, clientRequired: 'yes', whoAttends: 'Client and advocate', courtToldOn: null },
      specialMeasures: [
        { id: 'SM-SCREEN', state: ahead ? 'requested' : 'granted', requestedOn: null, decidedOn: null, note: null },
      ],
      ...{ interpreter: null, arrivalPlan: 'By the side entrance', bring: null, directions: [], outcome: null },
    }),
    skipTasks: [],
    followsId: null,
  })
  if (ahead) return
  hearingHandlers['hearings.recordOutcome'](tx, {
    ...{ id: hearing.id, revision: hearing.revision, next: null, plea: false, clearTasks: true },
    outcome: {
      result: random.pick(['Adjourned for the defence to prepare', 'Not guilty plea entered', 'Order continued']),
      ...{ conditions: null, conclusion: 'concluded', awaitingReason: null, clientToldOn: day, toldHow: 'In person' },
    },
  })
}

function seedTask({ tx, random, caseId, today }: InCase): void {
  taskHandlers['tasks.add'](tx, {
    caseId,
    task: { title: random.pick(tasks), dueOn: daysBefore(today, random.whole(-14, 6)), note: null },
  })
}

/** At some time of a working day in London. */
function at(random: Random, day: CalendarDay): When {
  const time = ClockTime.parse(
    `${String(random.whole(8, 21)).padStart(2, '0')}:${String(random.whole(0, 11) * 5).padStart(2, '0')}`,
  )
  const [from = startOfDay(day, london)] = momentsOf(day, time, london)
  return { from, to: null, precision: 'minute', zone: london }
}
