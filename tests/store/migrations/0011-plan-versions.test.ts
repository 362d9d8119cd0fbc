import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrate } from '../../../electron/store/migrations/index.ts'

test('0011 keeps the states of a plan apart from those of its person', () => {
  const db = new Database(':memory:')
  migrate(db, 10)
  // Rows of their own suffice here: today's repositories don't know yesterday's tables.
  db.pragma('foreign_keys = OFF')
  const stamp = `1, '2026-11-24T09:30:00.000Z', 'u1', '2026-11-24T09:30:00.000Z', 'u1'`
  db.exec(`
    INSERT INTO safe_contact_plans (person_id, plan, confirmed_at, confirmed_by, revision, created_at, created_by, updated_at, updated_by)
      VALUES ('p1', '{}', '2026-11-24T09:30:00.000Z', 'u1', ${stamp});
    INSERT INTO record_versions (record_id, revision, at, by_user, form) VALUES
      ('p1', 1, '2026-11-24T09:30:00.000Z', 'u1', '{"confirmEveryDays":28}'),
      ('p1', 2, '2026-11-24T09:30:00.000Z', 'u1', '{"name":"Alex Example"}'),
      ('i1', 1, '2026-11-24T09:30:00.000Z', 'u1', '{"kind":"phone"}');
  `)
  migrate(db, 11)
  expect(db.prepare('SELECT record_id, revision FROM record_versions ORDER BY record_id').raw().all()).toEqual([
    ['i1', 1],
    ['p1', 2],
    ['safe-contact p1', 1],
  ])
})
