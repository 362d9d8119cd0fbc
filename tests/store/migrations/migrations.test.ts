import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, describe, expect, test } from 'vitest'
import { openDatabase } from '../../../electron/store/database.ts'
import { migrateAlong, migrations, schemaVersion, versionOf } from '../../../electron/store/migrations/index.ts'
import type { Migration } from '../../../electron/store/migrations/migration.ts'
import { schemaOf } from '../../support/schema.ts'
import {
  newVault,
  openCase,
  refusal,
  reopened,
  testPassphrase,
  testStore,
  type TestStore,
} from '../../support/vault.ts'

const journey = { target: Infinity, beforeFirst: () => undefined }
const fresh = () => new Database(':memory:')

// A newer Waymark, played by more steps in the list of ours.
const known = [...migrations]
const newer = (more: readonly Migration[]): void => {
  ;(migrations as Migration[]).splice(0, Infinity, ...known, ...more) // read-only to everyone but this test
}
afterEach(() => newer([]))

describe('the schema', () => {
  test('a fresh database has exactly the committed one', async () => {
    const db = fresh()
    migrateAlong(migrations, db, journey)
    await expect(schemaOf(db)).toMatchFileSnapshot('schema.snapshot.sql')
  })

  test('steps are numbered from 1 without a gap, named after their files', () => {
    expect(migrations.map(step => step.id)).toEqual(migrations.map((_, index) => index + 1))
    const files = readdirSync(join(import.meta.dirname, '../../../electron/store/migrations')).filter(name =>
      /^\d/.test(name),
    )
    expect(files.sort()).toEqual(migrations.map(({ id, name }) => `${String(id).padStart(4, '0')}-${name}.ts`))
  })

  test('every step runs by itself, on what the one before left, and leaves no broken key', () => {
    const db = fresh()
    db.pragma('foreign_keys = ON')
    for (const { id } of migrations) {
      migrateAlong(migrations, db, { ...journey, target: id })
      expect(versionOf(db)).toBe(id)
      expect(db.pragma('foreign_key_check')).toEqual([])
      expect(db.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }])
    }
    expect(versionOf(db)).toBe(schemaVersion)
  })

  test('every table is strict, so that no column takes a value of another kind', () => {
    const db = fresh()
    migrateAlong(migrations, db, journey)
    const tables = db
      .prepare(
        `SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT GLOB 'sqlite_*' AND name NOT GLOB 'events_fts*'`,
      )
      .all()
    expect(tables.filter(table => (table as { strict: number }).strict !== 1)).toEqual([])
  })
})

describe('a step that is new', () => {
  const added: Migration = {
    id: schemaVersion + 1,
    name: 'later',
    up: db => void db.exec('CREATE TABLE later (id TEXT PRIMARY KEY) STRICT'),
  }
  const broken: Migration = {
    ...added,
    id: schemaVersion + 2,
    name: 'broken',
    up: db => void db.exec('CREATE TABLE half (id TEXT) STRICT; INSERT INTO nowhere VALUES (1)'),
  }
  const copiesIn = (folder: string) =>
    readdirSync(join(folder, 'backups')).filter(name => name.startsWith('before-migration-'))

  test('is made at unlock, after a copy of vault.db and vault.json that opens as it was', async () => {
    const store = await newVault()
    openCase(store)
    newer([added])
    const later = await reopened(store)
    expect(versionOf(later.session.open?.db ?? fresh())).toBe(schemaVersion + 1)
    expect(later.call('vault.info', {}).counts.cases).toBe(1)
    const copies = copiesIn(store.folder)
    expect(copies).toHaveLength(1)
    later.close()
    newer([])
    const before = testStore(join(store.folder, 'backups', copies[0] ?? ''))
    await before.derive('vault.unlock', { passphrase: testPassphrase })
    expect(before.call('vault.info', {})).toMatchObject({ schemaVersion, counts: { cases: 1 } })
    before.close()
  })

  test('a second unlock makes no second copy', async () => {
    const store = await newVault()
    newer([added])
    const later = await reopened(store)
    const again = await reopened(later)
    again.close()
    expect(copiesIn(store.folder)).toHaveLength(1)
  })

  test('one that fails stops the unlock, leaves what came before it, and nothing of itself', async () => {
    const store: TestStore & { folder: string } = await newVault()
    store.close()
    newer([added, broken])
    const next = testStore(store.folder)
    const quiet = Object.assign(next.session, { onInternal: () => undefined })
    expect(await refusal(() => next.derive('vault.unlock', { passphrase: testPassphrase }))).toMatchObject({
      code: 'internal',
    })
    expect(quiet.open).toBeNull()
    newer([added])
    await next.derive('vault.unlock', { passphrase: testPassphrase }) // its lock was let go
    const tables = next.session.open?.db
      .prepare(`SELECT name FROM sqlite_schema WHERE name IN ('later', 'half')`)
      .pluck()
      .all()
    expect(tables).toEqual(['later'])
    next.close()
  })

  test('a vault from a newer Waymark is refused and not touched', async () => {
    const store = await newVault()
    newer([added])
    const later = await reopened(store)
    later.close()
    newer([])
    const old = testStore(store.folder)
    expect(await refusal(() => old.derive('vault.unlock', { passphrase: testPassphrase }))).toEqual({
      code: 'vault-newer',
      details: { found: String(schemaVersion + 1), known: String(schemaVersion) },
    })
  })
})

test('with another key the pages are unreadable, and a plain SQLite sees no database', async () => {
  const store = await newVault()
  const path = join(store.folder, 'vault.db')
  store.close()
  expect(() => openDatabase(path, new Uint8Array(32), { mustExist: true })).toThrow(
    expect.objectContaining({ code: 'SQLITE_NOTADB' }),
  )
  expect(() => new Database(path).prepare('SELECT * FROM sqlite_schema').all()).toThrow(
    expect.objectContaining({ code: 'SQLITE_NOTADB' }),
  )
})
