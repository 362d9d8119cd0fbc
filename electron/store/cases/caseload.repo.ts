import * as z from 'zod'
import {
  AdvocateLoad,
  CaseloadCounts,
  CaseRisk,
  CaseRow,
  CaseStatus,
  type CaseloadFilter,
  type CaseloadSort,
} from '../../../shared/features/cases.ts'
import { london, type CalendarDay } from '../../../shared/kernel/dates.ts'
import type { Cursor, Page, PageOf } from '../../../shared/kernel/event.ts'
import type { UserId } from '../../../shared/kernel/ids.ts'
import { addDays, startOfDay } from '../../../shared/kernel/uk-dates.ts'
import { searchableIn } from '../confidential/conceal.ts'
import type { Conceal } from '../confidential/confidential-words.ts'
import { sortKey, type ReadDb } from '../database.ts'
import { pageFrom } from '../pages.ts'
import { currentAssessment, reviewIsDue } from '../risk-assessments/risk-standing.repo.ts'
import { caseJoins, lastPoliceContact } from './cases.repo.ts'

const isClosed = `c.status = 'closed'`
const openTasks = `FROM tasks t LEFT JOIN events h ON h.id = t.hearing_id
  WHERE t.done_on IS NULL AND t.withdrawn_reason IS NULL
    AND (t.hearing_id IS NULL OR h.withdrawn_reason IS NULL)`
const noDay = '9999-12-31'
const comingHearings = `FROM events n JOIN hearings d ON d.event_id = n.id
  WHERE n.kind = 'hearing' AND n.withdrawn_reason IS NULL AND n.sort_at >= @start AND d.conclusion IS NULL`
const risk = `coalesce(s.risk_level, 'none')`
/** What is gathered once for all cases, each from an index of its own, and joined as its short name where it is asked for. */
const gathered = {
  promised: `SELECT e.case_id, min(d.promised_by) AS since, count(*) AS number
    FROM police_contacts d JOIN events e ON e.id = d.event_id
   WHERE d.promise_kept_on IS NULL AND d.promised_by < @today AND e.withdrawn_reason IS NULL GROUP BY e.case_id`,
  due: `SELECT t.case_id, min(coalesce(t.due_on, '${noDay}')) AS first ${openTasks} GROUP BY t.case_id`,
  coming: `SELECT n.case_id, min(n.sort_at) AS first ${comingHearings} GROUP BY n.case_id`,
}
/** The tables that these expressions speak of: what they have to begin with, and what follows FROM. */
function tablesFor(...expressions: string[]): { before: string; joined: string } {
  const needed = Object.entries(gathered).filter(([name]) => expressions.some(each => each.includes(`${name}.`)))
  return {
    before: needed.map(([name, select]) => `${name} AS MATERIALIZED (${select}), `).join(''),
    joined: [
      `${caseJoins} JOIN case_standing s ON s.case_id = c.id`,
      ...needed.map(([name]) => `LEFT JOIN ${name} ON ${name}.case_id = c.id`),
    ].join(' '),
  }
}
/** The day since when something waits, or text that sorts after every day. Nothing waits in a closed case. */
const overdueSince = `iif(${isClosed}, '~', min(coalesce(promised.since, '~'), iif(due.first < @today, due.first, '~')))`

const statusOrder = `CASE c.status WHEN 'referred' THEN '1' WHEN 'contacting' THEN '2' WHEN 'assessing' THEN '3'
  WHEN 'supporting' THEN '4' WHEN 'paused' THEN '5' ELSE '6' END`
/** What each order sorts by, as text. */
const sortValue: Record<CaseloadSort, string> = {
  client: 'sort_key(p.name)',
  reference: 'sort_key(c.reference)',
  status: statusOrder,
  owner: 'sort_key(u.name)',
  opened: 'c.opened_on',
  risk: `CASE s.risk_level WHEN 'high' THEN '1' WHEN 'medium' THEN '2' WHEN 'standard' THEN '3' ELSE '4' END`,
  spoken: `coalesce(s.last_spoken_at, '')`,
  police: `coalesce(${lastPoliceContact}, '')`,
  hearing: `coalesce(coming.first, '~')`,
  'next-task': `coalesce(due.first, '~')`,
  overdue: `${overdueSince} || coalesce(due.first, '~')`,
}

const hasText = `(sort_key(p.name) LIKE @text ESCAPE '\\' OR sort_key(c.reference) LIKE @text ESCAPE '\\')`
/** What a case has to be to be listed, choice by choice. */
const conditions = {
  text: `(@text = '%%' OR (${hasText} AND c.id NOT IN (SELECT value FROM json_each(@hidden))))`,
  status: `iif(@statuses = '[]', NOT ${isClosed}, c.status IN (SELECT value FROM json_each(@statuses)))`,
  owner: `(@ownerId IS NULL OR c.owner_id = @ownerId)`,
  risk: `(@risks = '[]' OR ${risk} IN (SELECT value FROM json_each(@risks)))`,
  overdue: `${overdueSince} <> '~'`,
  noNextTask: `(NOT ${isClosed} AND due.first IS NULL)`,
  hearing: `coalesce(coming.first < @hearingEnd, 0)`,
  silence: `(NOT ${isClosed} AND coalesce(s.last_spoken_at < @silentSince, 1))`,
}
const usualDays = 14

const Named = z.object({ id: z.string(), name: z.string(), reference: z.string() })
/** Cases that a text would find only by a confidential value in a name: to list them would tell that it is in there. */
function hiddenBy(db: ReadDb, { key, conceal }: { key: string; conceal: Conceal }, pattern: string): string[] {
  if (!conceal.mayHold(key)) return []
  const isSeen = (text: string): boolean => sortKey(searchableIn(conceal, text)).includes(key)
  return db
    .prepare(`SELECT c.id, p.name, c.reference ${caseJoins} WHERE ${hasText}`)
    .all({ text: pattern })
    .map(row => Named.parse(row))
    .filter(({ name, reference }) => !isSeen(name) && !isSeen(reference))
    .map(({ id }) => id)
}

type Asked = { filter: CaseloadFilter; today: CalendarDay; actorId: UserId; conceal: Conceal }
/** The bound values of a filter. */
function valuesOf(db: ReadDb, { filter, today, actorId, conceal }: Asked) {
  const { text: typed, statuses, risks, owner, hearingWithin, notSpokenFor } = filter
  const key = sortKey(typed.trim())
  const text = `%${key.replaceAll(/[\\%_]/g, '\\$&')}%`
  return {
    ...{ text, hidden: JSON.stringify(hiddenBy(db, { key, conceal }, text)) },
    statuses: JSON.stringify(statuses),
    risks: JSON.stringify(risks),
    ownerId: owner === 'all' ? null : owner === 'mine' ? actorId : owner,
    today,
    start: startOfDay(today, london),
    hearingEnd: startOfDay(addDays(today, (hearingWithin ?? usualDays) + 1), london),
    silentSince: startOfDay(addDays(today, 1 - (notSpokenFor ?? usualDays)), london),
  }
}

/** Which of the conditions that are costly to look at the filter has at all. */
const chosen = ({ overdue, noNextTask, hearingWithin, notSpokenFor }: CaseloadFilter) => ({
  overdue,
  noNextTask,
  hearing: hearingWithin !== null,
  silence: notSpokenFor !== null,
})

function whereOf(filter: CaseloadFilter): string {
  const { text, status, owner, risk: level, ...costly } = conditions
  const wanted = chosen(filter)
  const more = (Object.keys(wanted) as (keyof typeof wanted)[]).filter(name => wanted[name]).map(name => costly[name]) // its own keys
  return [text, status, owner, level, ...more].join(' AND ')
}

/** The caseload. Sorting and filtering happen here, so that ten thousand cases are a page to the screen. */
export function listCases(db: ReadDb, { page, ...asked }: Asked & { page: Page }): PageOf<CaseRow> {
  const { filter } = asked
  const [order, beyond] = filter.descending ? ['DESC', '<'] : ['ASC', '>']
  const value = sortValue[filter.sort]
  const after = page.after ? `AND (${value}, c.id) ${beyond} (@at, @id)` : ''
  const where = whereOf(filter)
  const { before, joined } = tablesFor(where, value, rowsOfPage)
  const values = valuesOf(db, asked)
  const rows = db
    .prepare(
      `WITH ${before} page AS (
         SELECT c.id AS page_id, ${value} AS sort_value ${joined} WHERE ${where} ${after}
          ORDER BY sort_value ${order}, c.id ${order} LIMIT @limit + 1)
       ${rowsOfPage} ORDER BY sort_value ${order}, c.id ${order}`,
    )
    .all({ ...values, ...(page.after ? { ...page.after, at: keyOf(filter, page.after) } : {}), limit: page.limit })
  const counted = tablesFor(where)
  const total = db.prepare(`WITH ${counted.before} one AS (SELECT 1) SELECT count(*) ${counted.joined} WHERE ${where}`)
  return pageFrom(rows, {
    ...{ total: z.int().parse(total.pluck().get(values)), limit: page.limit },
    ...{ toRow: toCaseRow, cursorOf },
  })
}

/** A name in a cursor went out concealed and came back as it was entered, not as it is sorted. */
const keyOf = ({ sort }: CaseloadFilter, { at }: Cursor): string =>
  sort === 'client' || sort === 'owner' || sort === 'reference' ? sortKey(at) : at

const ofCase = (of: string, owner: string): string => of.replace('WHERE ', `WHERE ${owner}.case_id = c.id AND `)
/** All that a row shows, for the cases of `page`. */
const rowsOfPage = `SELECT c.id, c.reference, p.name AS clientName, c.status, c.owner_id AS ownerId, u.name AS ownerName,
    c.opened_on AS openedOn, s.last_spoken_at AS lastSpokenAt, ${lastPoliceContact} AS lastPoliceContactAt,
    (SELECT json_object('id', n.id, 'title', n.title, 'when', json_object('from', n.from_at, 'to', n.to_at,
       'precision', n.precision, 'zone', n.zone)) ${ofCase(comingHearings, 'n')} ORDER BY n.sort_at, n.id LIMIT 1) AS hearing,
    (SELECT json_object('title', t.title, 'dueOn', t.due_on) ${ofCase(openTasks, 't')}
      ORDER BY coalesce(t.due_on, '${noDay}'), t.id LIMIT 1) AS task,
    iif(${isClosed}, NULL, (SELECT json_array(count(*), min(t.due_on)) ${ofCase(openTasks, 't')} AND t.due_on < @today)) AS lateTasks,
    iif(${isClosed}, NULL, json_array(promised.number, promised.since)) AS latePromises,
    page.sort_value AS sortValue, r.level AS riskLevel, re.from_at AS riskAssessedAt,
    re.id IS NOT NULL AND ${reviewIsDue} AS riskReviewDue
  ${caseJoins} JOIN case_standing s ON s.case_id = c.id JOIN page ON page.page_id = c.id
  LEFT JOIN promised ON promised.case_id = c.id
  LEFT JOIN ${currentAssessment} LEFT JOIN events re ON re.id = r.event_id`

const Found = z.looseObject({
  hearing: z.string().nullable(),
  task: z.string().nullable(),
  lateTasks: z.string().nullable(),
  latePromises: z.string().nullable(),
  riskReviewDue: z.int(),
  sortValue: z.string(),
  id: z.string(),
})
const unpack = (json: string | null): unknown => (json === null ? null : JSON.parse(json))
const Late = z.tuple([z.int().nullable(), z.string().nullable()])
const late = (json: string | null): z.infer<typeof Late> => Late.parse(unpack(json) ?? [0, null])

function toCaseRow(row: unknown): CaseRow {
  const { hearing, task, lateTasks, latePromises, riskReviewDue, sortValue: _, ...rest } = Found.parse(row)
  const [[tasks, taskSince], [promises, promiseSince]] = [late(lateTasks), late(latePromises)]
  const [since = null] = [taskSince, promiseSince].filter(day => day !== null).sort()
  return CaseRow.parse({
    ...rest,
    nextHearing: unpack(hearing),
    nextTask: unpack(task),
    overdue: { tasks: tasks ?? 0, promises: promises ?? 0, since },
    riskReviewDue: riskReviewDue === 1,
  })
}
const cursorOf = (row: unknown): Cursor => {
  const { sortValue: at, id } = Found.parse(row)
  return { at, id }
}

const allBut = (name: string, names: readonly string[]): string => names.filter(one => one !== name).join(' AND ')
/** How many cases each choice would list, the other choices being what they are. One pass over all cases. */
export function countCases(db: ReadDb, asked: Asked): CaseloadCounts {
  const wanted = chosen(asked.filter)
  const flags = Object.entries(conditions).map(([name, condition]) => `${condition} AS is_${name}`)
  const fixed = ['is_text', 'is_status', 'is_owner', 'is_risk']
  const inForce = [...fixed, ...Object.entries(wanted).flatMap(([name, on]) => (on ? [`is_${name}`] : []))]
  const one = (name: string, key: string, also = '1') =>
    `SELECT '${name}' AS facet, ${key} AS choice, count(*) AS number FROM flagged
      WHERE ${allBut(`is_${name}`, inForce)} AND ${also} GROUP BY choice`
  const { before, joined } = tablesFor(...flags)
  const rows = db
    .prepare(
      `WITH ${before} flagged AS MATERIALIZED (
         SELECT c.status, ${risk} AS risk, c.owner_id AS owner_id, ${flags.join(', ')} ${joined})
       ${[
         one('status', 'status'),
         one('risk', 'risk'),
         one('owner', `'all'`),
         one('owner', `'mine'`, 'owner_id = @actorId'),
         ...Object.keys(wanted).map(name => one(name, `'yes'`, `is_${name}`)),
       ].join(' UNION ALL ')}`,
    )
    .all({ ...valuesOf(db, asked), actorId: asked.actorId })
  const found = new Map(rows.map(row => [`${facetOf(row).facet} ${facetOf(row).choice}`, facetOf(row).number]))
  const count = (facet: string, choice: string): number => found.get(`${facet} ${choice}`) ?? 0
  const each = (facet: string, choices: readonly string[]) =>
    Object.fromEntries(choices.map(choice => [choice, count(facet, choice)]))
  return CaseloadCounts.parse({
    statuses: each('status', CaseStatus.options),
    risks: each('risk', CaseRisk.options),
    owners: each('owner', ['mine', 'all']),
    overdue: count('overdue', 'yes'),
    noNextTask: count('noNextTask', 'yes'),
    hearingWithin: count('hearing', 'yes'),
    notSpokenFor: count('silence', 'yes'),
  })
}
const Facet = z.strictObject({ facet: z.string(), choice: z.string(), number: z.int() })
const facetOf = (row: unknown) => Facet.parse(row)

/** What everyone carries who may have cases, or still has: the heaviest load first. At most 100. */
export const listLoads = (db: ReadDb): AdvocateLoad[] =>
  db
    .prepare(
      `SELECT u.id AS userId, u.name, u.active, count(c.id) AS open, coalesce(sum(s.risk_level IS 'high'), 0) AS highRisk
         FROM users u LEFT JOIN cases c ON c.owner_id = u.id AND NOT ${isClosed} LEFT JOIN case_standing s ON s.case_id = c.id
        GROUP BY u.id HAVING u.active = 1 OR count(c.id) > 0
        ORDER BY open DESC, sort_key(u.name), u.id LIMIT 100`,
    )
    .all()
    .map(row => {
      const { active, ...rest } = z.looseObject({ active: z.int() }).parse(row)
      return AdvocateLoad.parse({ ...rest, active: active === 1 })
    })
