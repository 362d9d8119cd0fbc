import * as z from 'zod'
import { CaseDraft, type Case } from '../../../shared/features/cases.ts'
import { wholeTimeline, type EventSummary, type TimelineFilter } from '../../../shared/features/events.ts'
import type { HistoryRow } from '../../../shared/features/history.ts'
import { PoliceContactDraft, type PoliceContact } from '../../../shared/features/police-contacts.ts'
import { EventKind, type Page } from '../../../shared/kernel/event.ts'
import type { CaseId } from '../../../shared/kernel/ids.ts'
import { caseDraftOf } from '../../../renderer/features/cases/case-answers.ts'
import { promiseState } from '../../../shared/wording/police-contacts.ts'
import {
  aCase,
  at,
  caseId,
  colleague,
  contactsOfFirstCase,
  eventId,
  personId,
  me,
  peopleOfFirstCase,
  stamp,
  users,
} from './casework-data.ts'
import type { Handlers } from './fake-bridge.ts'
import { caseloadHandlers } from './fake-caseload.ts'
import { riskHandlers } from './fake-risk.ts'
import { advocateContactHandlers, noAttempts, type ContactWork } from './fake-contacts.ts'
import { safeContactHandlers } from './fake-safe-contact.ts'
import { courtHandlers, courtOf, type Court } from './fake-court.ts'
import { orderHandlers, type OrderWork } from './fake-orders.ts'
import { nothingToday, todayHandlers, type TodayWork } from './fake-today.ts'
import { peopleHandlers, type PeopleWork } from './fake-people.ts'
import { find, put } from './fake-rows.ts'
import { policeReportHandlers, type ReportWork } from './fake-police-reports.ts'

export type Casework = OrderWork &
  Court &
  ReportWork &
  ContactWork &
  PeopleWork & {
    today: TodayWork
    cases: Case[]
    contacts: PoliceContact[]
    versions: Map<string, PoliceContact[]>
  }

/** A small service's records, invented: enough to draw every screen and to change things on them. */
export const casework = (size = 42): Casework => ({
  cases: Array.from({ length: size }, (_, index) => aCase(index + 1)),
  contacts: contactsOfFirstCase(),
  ...{ people: peopleOfFirstCase(), matches: [], personVersions: new Map() },
  versions: new Map(),
  orders: [],
  breaches: [],
  ...courtOf(),
  today: nothingToday(),
  ...{ reports: [], silences: [], undatedContacts: 0 },
  entries: [],
  attempts: noAttempts,
})

const now = () => at('2026-11-24T09:41:00.000Z')
const pageOf = <Row>(rows: Row[], page: Page) => {
  const start = page.after === null ? 0 : Number(page.after.at)
  const end = start + page.limit
  return {
    rows: rows.slice(start, end),
    total: rows.length,
    next: end < rows.length ? { at: String(end), id: '-' } : null,
  }
}
const Answers = z.object(PoliceContactDraft.shape)
const CaseAnswers = z.object(CaseDraft.shape)
const summary = (contact: PoliceContact): EventSummary => {
  const {
    id,
    caseId: inCase,
    revision,
    createdAt,
    createdBy,
    updatedAt,
    updatedBy,
    withdrawnReason,
    when,
    officer,
  } = contact
  const title = `Police contact with ${officer.value ?? 'an officer'}`
  return {
    id,
    caseId: inCase,
    revision,
    createdAt,
    createdBy,
    updatedAt,
    updatedBy,
    withdrawnReason,
    kind: 'police-contact',
    when,
    title,
  }
}
const newestFirst = (a: PoliceContact, b: PoliceContact) => (b.when.from ?? '').localeCompare(a.when.from ?? '')

/** Answers for every call of the casework screens, over `work`, which they change. */
export const caseworkHandlers = (work: Casework): Handlers => ({
  'users.list': () => ({ rows: users }),
  'settings.read': () => ({ idleMinutes: 10, quickHideKey: 'F9' }),
  ...caseHandlers(work),
  ...peopleHandlers(work),
  ...safeContactHandlers(),
  ...riskHandlers(),
  ...contactHandlers(work),
  ...eventHandlers(work),
  ...courtHandlers(work),
  ...todayHandlers(work.today),
  ...findingHandlers(work),
  ...orderHandlers(work),
  ...policeReportHandlers(work),
  ...advocateContactHandlers(work),
})

const caseHandlers = (work: Casework): Handlers => ({
  ...caseloadHandlers(work),
  'cases.find': ({ id }) => find(work.cases, id),
  'cases.open': ({ clientName, reference, ...rest }) => {
    const n = work.cases.length + 1
    const opened: Case = {
      ...aCase(n),
      ...rest,
      ownerId: rest.ownerId ?? me,
      clientName,
      reference: reference ?? `WM-${String(2300 + n)}`,
      closedOn: null,
      closingReason: null,
      lastPoliceContactAt: null,
    }
    work.cases.push(opened)
    return opened
  },
  'cases.versions': ({ id }) => {
    const found = find(work.cases, id)
    const { revision, updatedAt: at } = found
    const values = caseDraftOf(found)
    const row = { revision, at, byName: 'Sam Okafor', values }
    return { rows: [row, { ...row, revision: revision - 1, values: { ...values, reference: 'WM-OLD' } }] }
  },
  'cases.update': ({ id, revision, case: draft }) => {
    const current = find(work.cases, id)
    if (current.revision !== revision) return { outcome: 'conflict', current, yours: CaseAnswers.parse(draft) }
    const ownerName = users.find(user => user.id === draft.ownerId)?.name ?? ''
    return {
      outcome: 'saved',
      record: put(work.cases, {
        ...current,
        ...draft,
        ownerName,
        revision: revision + 1,
        updatedAt: now(),
        updatedBy: me,
      }),
    }
  },
})

/** Saves as the store does: the version before is kept. */
export function saveContact(work: Casework, contact: PoliceContact, change: Partial<PoliceContact>): PoliceContact {
  work.versions.set(contact.id, [contact, ...(work.versions.get(contact.id) ?? [])])
  return put(work.contacts, {
    ...contact,
    updatedBy: me,
    ...change,
    revision: contact.revision + 1,
    updatedAt: now(),
  })
}

const contactHandlers = (work: Casework): Handlers => ({
  'policeContacts.listForCase': ({ caseId: inCase, filter, today, page }) => {
    const wanted = (contact: PoliceContact) => {
      const state = promiseState(contact, today)
      return filter.promises === 'any' || state === 'overdue' || (filter.promises === 'open' && state === 'open')
    }
    const rows = work.contacts.filter(
      one => one.caseId === inCase && (filter.withdrawn || one.withdrawnReason === null) && wanted(one),
    )
    return pageOf(rows.toSorted(newestFirst), page)
  },
  'policeContacts.find': ({ id }) => find(work.contacts, id),
  'policeContacts.record': ({ caseId: inCase, contact }) => {
    const recorded: PoliceContact = {
      id: eventId(500 + work.contacts.length),
      caseId: inCase,
      ...contact,
      ...stamp,
      createdAt: now(),
      updatedAt: now(),
      withdrawnReason: null,
    }
    work.contacts.push(recorded)
    return recorded
  },
  'policeContacts.update': ({ id, revision, contact }) => {
    const current = find(work.contacts, id)
    if (current.revision !== revision) return { outcome: 'conflict', current, yours: contact }
    return { outcome: 'saved', record: saveContact(work, current, contact) }
  },
})

/** The police contacts are all that stands in the fake timeline; none has a file. */
const inTimeline = (work: Casework, inCase: CaseId, { text, kinds, from, to, file }: TimelineFilter) =>
  work.contacts
    .filter(({ caseId: own, withdrawnReason }) => own === inCase && withdrawnReason === null)
    .filter(({ said }) => said.toLowerCase().includes(text.toLowerCase()))
    .filter(
      ({ when }) => (from === null || (when.from ?? '') >= from) && (to === null || (when.from ?? '~') <= `${to}~`),
    )
    .filter(() => (kinds.length === 0 || kinds.includes('police-contact')) && file !== 'with')
    .toSorted(newestFirst)

const eventHandlers = (work: Casework): Handlers => ({
  'events.timeline': ({ caseId: inCase, filter = wholeTimeline, page }) =>
    pageOf(inTimeline(work, inCase, filter).map(summary), page),
  'events.countTimeline': ({ caseId: inCase, filter }) => {
    const number = (change: Partial<TimelineFilter>) => inTimeline(work, inCase, { ...filter, ...change }).length
    const none = Object.fromEntries(EventKind.options.map(kind => [kind, 0])) as Record<EventKind, number> // every one of them
    return {
      all: inTimeline(work, inCase, wholeTimeline).length,
      kinds: { ...none, 'police-contact': number({ kinds: [] }) },
      file: { any: number({ file: 'any' }), with: 0, without: number({ file: 'without' }) },
    }
  },
  'events.withdraw': ({ id, revision, reason }) => {
    const current = find(work.contacts, id)
    if (current.revision !== revision) return { outcome: 'conflict', current: summary(current) }
    return { outcome: 'saved', record: summary(saveContact(work, current, { withdrawnReason: reason })) }
  },
  'events.reinstate': ({ id }) => ({
    outcome: 'saved',
    record: summary(saveContact(work, find(work.contacts, id), { withdrawnReason: null })),
  }),
  'events.versions': ({ id }) => {
    const contact = find(work.contacts, id)
    const before = work.versions.get(id) ?? invented(contact)
    const rows = [contact, ...before].map(one => ({
      revision: one.revision,
      at: one.updatedAt,
      by: one.updatedBy,
      byName: users.find(user => user.id === one.updatedBy)?.name ?? '',
      withdrawnReason: one.withdrawnReason,
      values: z.record(z.string(), z.json()).parse(Answers.parse(one)),
    }))
    return { rows }
  },
})

/** Earlier states of a contact that was given with a later revision. */
function invented(contact: PoliceContact): PoliceContact[] {
  return Array.from({ length: contact.revision - 1 }, (_, index) => ({
    ...contact,
    revision: contact.revision - 1 - index,
    said: contact.said.slice(0, 60 - index * 20),
    reference: index === 0 ? contact.reference : null,
    updatedBy: index === 0 ? me : colleague,
    withdrawnReason: null,
  }))
}

const actions = [
  'police-contact.recorded',
  'police-contact.updated',
  'person.added',
  'case.updated',
  'police-contact.withdrawn',
  'case.opened',
]
const findingHandlers = (work: Casework): Handlers => ({
  'history.forCase': ({ page }) => {
    const rows = Array.from({ length: 60 }, (_, index): HistoryRow => ({
      seq: 60 - index,
      at: at(new Date(Date.UTC(2026, 10, 24, 9, 30) - index * 17_000_000).toISOString()),
      actorId: me,
      actorName: index % 3 === 0 ? 'Jo Fenwick' : 'Robin Ashdown',
      action: actions[index % actions.length] ?? '',
      subjectId: eventId(1),
      title: index % 6 < 2 ? 'Police contact with PC A. Marsh' : null,
    }))
    return pageOf(rows, page)
  },
  'search.confidential': ({ value }) => ({
    rows:
      value === '07700 900123'
        ? [
            {
              personId: personId(10),
              caseId: caseId(1),
              name: 'Hana Dunmore',
              role: 'client',
              reference: 'WM-2301',
              kind: 'phone',
            },
          ]
        : [],
  }),
  'search.people': ({ text }) => {
    const rows = work.people
      .filter(one => `${one.name} ${one.alsoKnownAs ?? ''}`.toLowerCase().includes(text.toLowerCase()))
      .map(({ id, name, alsoKnownAs, role }) => ({
        personId: id,
        caseId: caseId(1),
        name,
        alsoKnownAs,
        role,
        reference: aCase(1).reference,
        ...{ caseClosed: false, identifier: null },
      }))
    return { rows: rows.slice(0, 20), total: rows.length }
  },
  'search.events': ({ text, page }) => {
    const found = work.contacts.filter(one => one.said.toLowerCase().includes(text.toLowerCase())).toSorted(newestFirst)
    return pageOf(
      found.map(one => {
        const from = one.said.toLowerCase().indexOf(text.toLowerCase())
        const parts = [
          one.said.slice(0, from),
          one.said.slice(from, from + text.length),
          one.said.slice(from + text.length),
        ]
        const snippet = parts.map((part, index) => ({ text: part, hit: index === 1 })).filter(part => part.text !== '')
        return {
          eventId: one.id,
          caseId: one.caseId,
          clientName: aCase(1).clientName,
          reference: aCase(1).reference,
          kind: 'police-contact' as const,
          when: one.when,
          title: summary(one).title,
          snippet,
        }
      }),
      page,
    )
  },
})
