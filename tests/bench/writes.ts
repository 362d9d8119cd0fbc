import { join } from 'node:path'
import Database from 'better-sqlite3'
import { openDatabase, type Connection } from '../../electron/store/database.ts'
import { migrate } from '../../electron/store/migrations/index.ts'
import type { CaseId } from '../../shared/kernel/ids.ts'
import { aPoliceContact } from '../support/police-contacts.ts'
import { benchStore } from './big-vault.ts'
import { medianMsOfBoth, result, type Result } from './result.ts'

/** The same schema and pragmas on SQLite as it comes, without encryption: what a write is measured against. */
function plainDatabase(path: string): Connection {
  const db = new Database(path)
  for (const setting of [
    'journal_mode = WAL',
    'synchronous = FULL',
    'foreign_keys = OFF',
    'temp_store = MEMORY',
    'secure_delete = ON',
    'cache_size = -32000',
  ])
    db.pragma(setting)
  migrate(db)
  return db
}

/** What a whole save costs (rules, spine, version, search index, audit chain, encryption) beside the bare inserts it comes to. */
export async function writeFigures(folder: string): Promise<Result[]> {
  const store = await benchStore(join(folder, 'vault'))
  const { id: caseId } = store.call('cases.open', {
    clientName: 'A',
    reference: null,
    status: 'supporting',
    ownerId: null,
    openedOn: '2026-01-01' as never,
  })
  const plain = plainDatabase(join(folder, 'plain.db'))
  const write = bareInserts(plain, caseId)
  const contact = aPoliceContact({
    when: { from: '2020-01-01T10:00:00.000Z', to: null, precision: 'minute', zone: 'Europe/London' },
  })
  const [value, peerValue] = await medianMsOfBoth(
    200,
    () => store.call('policeContacts.record', { caseId, contact }),
    () => plain.transaction(() => write(contact.said))(),
  )
  store.session.open?.close()
  plain.close()
  const bulk = await bulkFigure(folder, caseId)
  const saving = {
    name: 'save a police contact, audited and indexed',
    unit: 'ms',
    peer: 'the same rows on unencrypted better-sqlite3, same pragmas',
    goal: 4,
  }
  return [result(saving, value, peerValue), bulk]
}

let next = 0
/** The rows of one police contact, nothing checked, nothing read back. */
function bareInserts(db: Connection, caseId: CaseId): (said: string) => void {
  db.pragma('foreign_keys = OFF') // the rows they point to are not what is measured
  const stamps = `1, '2026-11-24T09:30:00.000Z', 'u', '2026-11-24T09:30:00.000Z', 'u'`
  const event = db.prepare(
    `INSERT INTO events (id, search_row, case_id, kind, from_at, precision, zone, title, revision, created_at, created_by, updated_at, updated_by)
     VALUES (?, ?, ?, 'police-contact', '2020-01-01T10:00:00.000Z', 'minute', 'Europe/London', 'Contact', ${stamps})`,
  )
  const detail = db.prepare(
    `INSERT INTO police_contacts (event_id, channel, direction, force_missing, officer_missing, collar_number_missing, said)
     VALUES (?, 'phone', 'from-police', 'unknown', 'unknown', 'unknown', ?)`,
  )
  const version = db.prepare(
    `INSERT INTO event_versions (event_id, revision, at, by_user, form) VALUES (?, 1, '2026-11-24T09:30:00.000Z', 'u', ?)`,
  )
  const words = db.prepare('INSERT INTO events_fts (rowid, title, body) VALUES (?, ?, ?)')
  const audit = db.prepare(
    `INSERT INTO audit (installation_id, chain_seq, at, action, detail, previous_hash, hash) VALUES ('i', ?, '2026-11-24T09:30:00.000Z', 'police-contact.recorded', '{}', 'x', 'y')`,
  )
  return said => {
    next += 1
    const id = `e${String(next)}`
    event.run(id, next, caseId)
    detail.run(id, said)
    version.run(id, said)
    words.run(next, 'Contact', said)
    audit.run(next)
  }
}

/** Encryption alone: the very same statements in one large transaction. */
async function bulkFigure(folder: string, caseId: CaseId): Promise<Result> {
  const encrypted = openDatabase(join(folder, 'encrypted.db'), new Uint8Array(32).fill(1), { mustExist: false })
  migrate(encrypted)
  const plain = plainDatabase(join(folder, 'plain-bulk.db'))
  const fill = (db: Connection) => {
    const write = bareInserts(db, caseId)
    return () =>
      db.transaction(() => {
        for (let count = 0; count < 2_000; count += 1)
          write('Said that the phone would be collected for examination on Monday')
      })()
  }
  const [value, peerValue] = await medianMsOfBoth(5, fill(encrypted), fill(plain))
  encrypted.close()
  plain.close()
  const figure = {
    name: '2,000 police contacts in one transaction, encrypted',
    unit: 'ms',
    peer: 'the same on unencrypted better-sqlite3, same pragmas',
    goal: 1.5,
  }
  return result(figure, value, peerValue)
}
