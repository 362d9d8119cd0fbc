import { CaseRisk, CaseStatus, type Case, type CaseloadFilter, type CaseRow } from '../../../shared/features/cases.ts'
import type { CaseloadView, ViewKey } from '../../../shared/features/caseload-views.ts'
import type { PoliceContact } from '../../../shared/features/police-contacts.ts'
import type { CalendarDay } from '../../../shared/kernel/dates.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import type { Page } from '../../../shared/kernel/event.ts'
import { CaseloadViewId } from '../../../shared/kernel/ids.ts'
import { promiseState } from '../../../shared/wording/police-contacts.ts'
import { at, day, eventId, me, minute, stamp, users } from './casework-data.ts'
import type { Handlers } from './fake-bridge.ts'
import { riskOf } from './fake-risk.ts'

export type CaseloadWork = { cases: Case[]; contacts: PoliceContact[] }
export const viewId = (n: number) => CaseloadViewId.parse(`01900000-0000-7000-8006-${String(n).padStart(12, '0')}`)

const numberOf = ({ reference }: Case): number => Number.parseInt(reference.slice(-2))
const dayFrom = (text: string, days: number): CalendarDay =>
  day(new Date(Date.parse(text) + days * 86_400_000).toISOString().slice(0, 10))

/** A row with something in every column for most cases, and nothing for some. */
function rowOf(work: CaseloadWork, found: Case, today: CalendarDay): CaseRow {
  const n = numberOf(found)
  const own = work.contacts.filter(contact => contact.caseId === found.id && contact.withdrawnReason === null)
  const broken = own.filter(contact => promiseState(contact, today) === 'overdue').map(contact => contact.promisedBy)
  const isClosed = found.status === 'closed'
  const tasks = !isClosed && n % 11 === 3 ? 2 : 0
  const days = [...broken, ...(tasks > 0 ? [dayFrom(today, -6)] : [])].filter(each => each !== null)
  const { id, reference, clientName, status, ownerId, ownerName, openedOn, lastPoliceContactAt } = found
  return {
    ...{ id, reference, clientName, status, ownerId, ownerName, openedOn, lastPoliceContactAt, ...riskOf(id) },
    lastSpokenAt: n % 7 === 2 ? null : at(`${dayFrom(today, -((n * 3) % 40))}T11:00:00.000Z`),
    nextHearing:
      n % 3 === 0
        ? { id: eventId(n), title: 'Hearing', when: minute(`${dayFrom(today, n % 50)}T10:00:00.000Z`) }
        : null,
    nextTask:
      isClosed || n % 5 === 4 ? null : { title: 'Ring the court about the screens', dueOn: dayFrom(today, n % 9) },
    overdue: { tasks, promises: broken.length, since: days.toSorted()[0] ?? null },
  }
}

const fits = (row: CaseRow, filter: CaseloadFilter): boolean =>
  `${row.clientName} ${row.reference}`.toLowerCase().includes(filter.text.toLowerCase()) &&
  (filter.statuses.length === 0 ? row.status !== 'closed' : filter.statuses.includes(row.status)) &&
  (filter.owner === 'all' || row.ownerId === (filter.owner === 'mine' ? me : filter.owner)) &&
  (filter.risks.length === 0 || filter.risks.includes(row.riskLevel ?? 'none')) &&
  (!filter.overdue || row.overdue.since !== null) &&
  (!filter.noNextTask || row.nextTask === null)

const sortKeys = {
  ...{ client: 'clientName', reference: 'reference', status: 'status', owner: 'ownerName', opened: 'openedOn' },
  ...{ risk: 'riskLevel', spoken: 'lastSpokenAt', police: 'lastPoliceContactAt' },
} as const satisfies Partial<Record<CaseloadFilter['sort'], keyof CaseRow>>
const keyOf = (row: CaseRow, sort: CaseloadFilter['sort']): string => {
  if (sort === 'hearing') return row.nextHearing?.when.from ?? '~'
  if (sort === 'next-task') return row.nextTask?.dueOn ?? '~'
  if (sort === 'overdue') return row.overdue.since ?? '~'
  return row[sortKeys[sort]] ?? ''
}

const inOrder = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

export function caseloadHandlers(work: CaseloadWork): Handlers {
  const listed = (filter: CaseloadFilter, today: CalendarDay) =>
    work.cases
      .map(one => rowOf(work, one, today))
      .filter(row => fits(row, filter))
      .toSorted((a, b) => inOrder(keyOf(a, filter.sort), keyOf(b, filter.sort)) * (filter.descending ? -1 : 1))
  return {
    'cases.list': ({ filter, today, page }) => pageOf(listed(filter, today), page),
    'cases.count'({ filter, today }) {
      const number = (change: Partial<CaseloadFilter>) => listed({ ...filter, ...change }, today).length
      const each = <Name extends string>(names: readonly Name[], of: (name: Name) => number) =>
        Object.fromEntries(names.map(name => [name, of(name)])) as Record<Name, number> // every one of them
      return {
        statuses: each(CaseStatus.options, status => number({ statuses: [status] })),
        risks: each(CaseRisk.options, risk => number({ risks: [risk] })),
        owners: { mine: number({ owner: 'mine' }), all: number({ owner: 'all' }) },
        ...{ overdue: number({ overdue: true }), noNextTask: number({ noNextTask: true }) },
        ...{ hearingWithin: 3, notSpokenFor: 4 },
      }
    },
    'cases.load': () => ({
      rows: users
        .map(({ id, name, active }) => {
          const own = work.cases.filter(one => one.ownerId === id && one.status !== 'closed')
          const highRisk = own.filter(one => riskOf(one.id).riskLevel === 'high').length
          return { userId: id, name, active, open: own.length, highRisk }
        })
        .toSorted((a, b) => b.open - a.open),
    }),
    ...viewHandlers(),
  }
}

function viewHandlers(): Handlers {
  const views: CaseloadView[] = []
  let standard: ViewKey = 'mine'
  const checkName = (name: string) => {
    if (views.some(view => view.name === name))
      throw new AppError('invalid-input', { field: 'name', rule: 'view-name-taken' })
  }
  return {
    'caseloadViews.list': () => ({ rows: views, standard }),
    'caseloadViews.add'(draft) {
      checkName(draft.name)
      const view = { id: viewId(views.length + 1), ...draft, ...stamp }
      views.push(view)
      return view
    },
    'caseloadViews.update'({ id, revision, view }) {
      const index = views.findIndex(one => one.id === id)
      const current = views[index]
      if (!current) throw new AppError('not-found')
      if (current.revision !== revision) return { outcome: 'conflict', current, yours: view }
      const record = { ...current, ...view, revision: revision + 1 }
      views.splice(index, 1, record)
      return { outcome: 'saved', record }
    },
    'caseloadViews.remove'({ id }) {
      views.splice(0, Infinity, ...views.filter(one => one.id !== id))
      return {}
    },
    'caseloadViews.setStandard'({ view }) {
      standard = view
      return {}
    },
  }
}

const pageOf = <Row>(rows: Row[], page: Page) => {
  const start = page.after === null ? 0 : Number(page.after.at)
  const end = start + page.limit
  return {
    ...{ rows: rows.slice(start, end), total: rows.length },
    next: end < rows.length ? { at: String(end), id: '-' } : null,
  }
}
