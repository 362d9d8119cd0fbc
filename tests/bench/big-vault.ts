import { v7 } from 'uuid'
import { deriveKey } from '../../electron/jobs/derive-key.job.ts'
import type { Connection } from '../../electron/store/database.ts'
import { makeDispatch, type Handlers } from '../../electron/store/dispatch.ts'
import { handlers } from '../../electron/store/handlers.ts'
import { searchRowOf } from '../../electron/store/events/search-row.ts'
import type { Session } from '../../electron/store/session.ts'
import type { Input, NameOf, Output } from '../../shared/contract/contract.ts'
import { Instant } from '../../shared/kernel/dates.ts'
import { InstallationId, type CaseId } from '../../shared/kernel/ids.ts'
import { fillStanding } from './fill-standing.ts'

export type BenchStore = {
  session: Session
  db: Connection
  call: <Name extends NameOf<'query' | 'command'>>(name: Name, input: Input<Name>) => Output<Name>
}

/** A new vault in this process, open. Its one key derivation is the cheapest there is: unlocking has a figure of its own. */
export async function benchStore(folder: string): Promise<BenchStore> {
  const now = (): Instant => Instant.parse(new Date().toISOString())
  const session: Session = { installationId: InstallationId.parse(v7()), now, folder, open: null }
  const dispatch = makeDispatch(session, handlers as Handlers, { checkOutputs: false })
  const value = (reply: ReturnType<typeof dispatch>): unknown => {
    if (!reply.ok) throw new Error(`${reply.error.code} ${JSON.stringify(reply.error.details)}`)
    return reply.value
  }
  const input = { folder: null, userName: 'Robin Example', passphrase: 'correct horse battery', practice: false }
  const work = value(dispatch({ is: 'prepare', name: 'vault.create', input })) as { fresh: object }
  const cheap = { ...work, fresh: { ...work.fresh, cost: { memoryKiB: 64, passes: 1, lanes: 1 } } }
  const done = await deriveKey(cheap, { signal: new AbortController().signal, report: () => undefined })
  value(dispatch({ is: 'finish', name: 'vault.create', input, done }))
  if (!session.open) throw new Error('not open')
  return {
    session,
    db: session.open.db,
    call: (name, asked) => value(dispatch({ is: 'call', name, input: asked })) as never,
  }
}

const vocabulary = Array.from({ length: 3_000 }, (_, index) => `w${index.toString(36)}${'aeiou'[index % 5] ?? ''}`)
const names = ['Ashworth', 'Bélanger', 'Carter', 'Dhillon', 'Evans', 'Fraser', 'Grant', 'Hughes', 'Iqbal', 'Jones']

/** Repeatable: the same seed gives the same vault. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}

type Size = { cases: number; events: number }
/**
 * Fills the vault as years of use would, past the dispatcher: ten years of contacts, a few cases much longer than the others.
 * One contact in twenty has a promise, of which one in twenty is still open. Every text has the word "police", and "rare" stands in one of a thousand. Answers the id of the longest case.
 */
export function fill({ db, session }: Pick<BenchStore, 'db' | 'session'>, { cases, events }: Size): CaseId {
  const next = random(42)
  const user = session.open?.actor.id ?? ''
  const ids = Array.from({ length: cases }, () => v7())
  const begin = Date.parse('2016-01-01T00:00:00.000Z')
  const stamp = { now: '2026-11-01T00:00:00.000Z', user }
  const prepared = statements(db)
  db.transaction(() => {
    for (const [index, id] of ids.entries()) {
      const name = `${names[Math.floor(next() * names.length)] ?? ''} ${vocabulary[Math.floor(next() * 3_000)] ?? ''}`
      const opened = new Date(begin + next() * 3.4e11).toISOString().slice(0, 10)
      prepared.case.run({ ...stamp, id, reference: `B-${String(index)}`, opened })
      prepared.person.run({ ...stamp, id: v7(), caseId: id, name })
    }
    for (let count = 0; count < events; count += 1) {
      const id = v7()
      const caseId = ids[count % 40 === 0 ? 0 : Math.floor(next() * next() * cases)] ?? ''
      const from = new Date(begin + next() * 3.4e11).toISOString()
      const words = Array.from({ length: 25 }, () => vocabulary[Math.floor(next() * next() * 3_000)] ?? '').join(' ')
      const said = `police ${words}${count % 1_000 === 0 ? ' rare' : ''}`
      const searchRow = searchRowOf(from, count + 1)
      prepared.event.run({ ...stamp, id, caseId, from, searchRow, title: 'Contact from PC Sample' })
      const promisedBy = count % 20 === 0 ? from.slice(0, 10) : null
      const keptOn = count % 400 === 0 ? null : promisedBy
      prepared.detail.run({ id, said, promised: promisedBy && 'Call back', promisedBy, keptOn })
      prepared.version.run({ ...stamp, id, form: JSON.stringify({ said }) })
      prepared.fts.run(searchRow, 'Contact from PC Sample', said)
    }
  })()
  fillStanding(db, ids, { ...stamp, next })
  db.exec('ANALYZE')
  return ids[0] as CaseId // made by uuid just above
}

function statements(db: Connection) {
  const stamps = '1, @now, @user, @now, @user'
  return {
    case: db.prepare(
      `INSERT INTO cases (id, reference, status, owner_id, opened_on, revision, created_at, created_by, updated_at, updated_by)
       VALUES (@id, @reference, 'supporting', @user, @opened, ${stamps})`,
    ),
    person: db.prepare(
      `INSERT INTO people (id, case_id, name, born_missing, role, revision, created_at, created_by, updated_at, updated_by)
       VALUES (@id, @caseId, @name, 'not-asked', 'client', ${stamps})`,
    ),
    event: db.prepare(
      `INSERT INTO events (id, search_row, case_id, kind, from_at, precision, zone, title, revision, created_at, created_by, updated_at, updated_by)
       VALUES (@id, @searchRow, @caseId, 'police-contact', @from, 'minute', 'Europe/London', @title, ${stamps})`,
    ),
    detail: db.prepare(
      `INSERT INTO police_contacts (event_id, channel, direction, force_missing, officer, collar_number_missing, said, promised, promised_by, promise_kept_on)
       VALUES (@id, 'phone', 'from-police', 'unknown', 'PC Sample', 'unknown', @said, @promised, @promisedBy, @keptOn)`,
    ),
    version: db.prepare(
      `INSERT INTO event_versions (event_id, revision, at, by_user, form) VALUES (@id, 1, @now, @user, @form)`,
    ),
    fts: db.prepare('INSERT INTO events_fts (rowid, title, body) VALUES (?, ?, ?)'),
  }
}
