import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Connection } from '../../electron/store/database.ts'
import { newVault, type TestStore } from '../support/vault.ts'

let store: TestStore
let db: Connection
beforeEach(async () => {
  store = await newVault()
  if (!store.session.open) throw new Error('not open')
  db = store.session.open.db
})
afterEach(() => store.close())

const sql = 'SELECT name, role FROM users'

test('a statement that is prepared again is the one that was compiled before', () => {
  expect(db.prepare(sql)).toBe(db.prepare(sql))
  expect(db.prepare(`${sql} LIMIT 1`)).not.toBe(db.prepare(sql))
})

test('what was asked of it last time does not stay: a value once, a whole row the next time', () => {
  expect(db.prepare(sql).pluck().get()).toBe('Robin Example')
  expect(db.prepare(sql).get()).toEqual({ name: 'Robin Example', role: 'manager' })
})

test('one that is being read from is left alone', () => {
  const read: unknown[] = []
  for (const row of db.prepare(sql).iterate()) read.push(row, db.prepare(sql).get())
  expect(read).toHaveLength(2)
  expect(read[0]).toEqual(read[1])
})

test('a table that changed shape meanwhile is read as it is now', () => {
  expect(db.prepare('SELECT * FROM settings').all()).toEqual([])
  db.exec('ALTER TABLE settings ADD COLUMN extra TEXT')
  db.exec(`INSERT INTO settings (name, value, extra) VALUES ('a', 'b', 'c')`)
  expect(db.prepare('SELECT * FROM settings').all()).toEqual([{ name: 'a', value: 'b', extra: 'c' }])
})
