import type { Answered, Incident, IncidentDraft, IncidentSummary } from '../../../shared/features/incidents.ts'
import { EventStamp } from '../../../shared/kernel/event.ts'
import type { EventSummary } from '../../../shared/features/events.ts'
import { BehaviourGroup, behaviourLabel, groupOf } from '../../../shared/rules/behaviours.ts'
import { london } from '../../../shared/kernel/dates.ts'
import { anIncident } from '../../support/incidents.ts'
import { caseId, colleague, eventId, stamp } from './casework-data.ts'
import { fakeBridge, type FakeBridge, type Handlers } from './fake-bridge.ts'
import { casework, caseworkHandlers } from './fake-casework.ts'
import { mount, type OpenedApp } from './open-app.tsx'

/** A stored incident of the first case. */
export const incidentNumber = (n: number, given: Parameters<typeof anIncident>[0] = {}): Incident => ({
  ...anIncident(given),
  ...stamp,
  id: eventId(n),
  caseId: caseId(1),
  withdrawnReason: null,
})

type Opened = Omit<OpenedApp, 'work'> & {
  incidents: Incident[]
  /** What a colleague would save in between. */
  saveElsewhere: (id: string, change: Partial<IncidentDraft>) => void
}

/** The open app at an address, over these incidents of the first case, which it changes. */
export async function openIncidents(path: string, incidents: Incident[]): Promise<Opened> {
  const bridge: FakeBridge = fakeBridge({ ...caseworkHandlers(casework()), ...incidentHandlers(incidents) })
  const saveElsewhere = (id: string, change: Partial<IncidentDraft>) => {
    const at = incidents.findIndex(one => one.id === id)
    const before = incidents[at]
    if (before) incidents[at] = { ...before, ...change, revision: before.revision + 1, updatedBy: colleague }
  }
  return { ...(await mount(path)), bridge, incidents, saveElsewhere }
}

const incidentHandlers = (incidents: Incident[]): Handlers => ({
  'incidents.record'({ caseId: inCase, incident }) {
    const saved: Incident = { ...incident, ...stamp, id: eventId(90), caseId: inCase, withdrawnReason: null }
    incidents.push(saved)
    return saved
  },
  'incidents.update'({ id, revision, incident }) {
    const at = incidents.findIndex(one => one.id === id)
    const current = incidents[at] ?? incidentNumber(99)
    if (current.revision !== revision) return { outcome: 'conflict', current, yours: incident }
    const record = { ...current, ...incident, revision: revision + 1 }
    incidents[at] = record
    return { outcome: 'saved', record }
  },
  'incidents.find': ({ id }) => incidents.find(one => one.id === id) ?? incidentNumber(99),
  'incidents.listForCase'({ filter }) {
    const found = incidents.filter(
      one =>
        (!filter.unfinished || !one.finished) &&
        (filter.reported === null || one.reported === filter.reported) &&
        (filter.group === null || one.behaviours.some(code => groupOf(code) === filter.group)) &&
        (filter.withdrawn || one.withdrawnReason === null),
    )
    const rows = found
      .toSorted((a, b) => (b.when.from ?? '').localeCompare(a.when.from ?? ''))
      .map(
        ({
          place: _,
          links: _links,
          clientSaid,
          observed,
          othersSaid,
          opinion,
          impact: _i,
          witnesses: _w,
          reference: _r,
          ...row
        }) => ({
          ...row,
          excerpt: clientSaid ?? observed ?? othersSaid ?? opinion,
          attachments: 0,
        }),
      )
    return { rows, total: rows.length, next: null }
  },
  'incidents.summary': () => summaryOf(incidents),
  'attachments.list': () => ({ rows: [], total: 0, next: null }),
  'events.ofKinds': () => ({ rows: incidents.map(summarised), total: incidents.length, next: null }),
  'events.linked'({ id }) {
    const linked = incidents.find(one => one.id === id)?.links ?? []
    const rows = incidents.filter(one => linked.includes(one.id))
    return { rows: rows.map(one => ({ direction: 'to' as const, ...summarised(one) })) }
  },
})

const summarised = ({ when, behaviours, ...incident }: Incident): EventSummary => ({
  ...{ when, kind: 'incident', title: behaviours.map(behaviourLabel).join(', ') },
  ...EventStamp.strip().parse(incident),
})

function summaryOf(incidents: readonly Incident[]): IncidentSummary {
  const moments = incidents.flatMap(({ when }) => (when.from === null ? [] : [when.from])).toSorted()
  const edge = (at: (typeof moments)[number] | undefined) =>
    at === undefined ? null : { at, zone: london, exact: true }
  const counted = (answer: Answered) => incidents.filter(({ reported }) => reported === answer).length
  return {
    incidents: incidents.length,
    unfinished: incidents.filter(({ finished }) => !finished).length,
    undated: 0,
    breached: incidents.filter(({ orderBreached }) => orderBreached === 'yes').length,
    first: edge(moments[0]),
    last: edge(moments.at(-1)),
    reported: {
      yes: counted('yes'),
      no: counted('no'),
      unknown: counted('unknown'),
      'not-asked': counted('not-asked'),
    },
    groups: BehaviourGroup.options
      .map(group => ({
        group,
        incidents: incidents.filter(one => one.behaviours.some(code => groupOf(code) === group)).length,
      }))
      .filter(one => one.incidents > 0),
  }
}
