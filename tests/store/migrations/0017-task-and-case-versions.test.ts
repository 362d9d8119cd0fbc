import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrate } from '../../../electron/store/migrations/index.ts'

test('0017 keeps what every task and case says by now, so that the next save can be told from it', () => {
  const db = new Database(':memory:')
  migrate(db, 16)
  // Rows of their own suffice here: today's repositories don't know yesterday's tables.
  db.pragma('foreign_keys = OFF')
  const stamp = `3, '2026-11-20T09:30:00.000Z', 'u1', '2026-11-24T09:30:00.000Z', 'u2'`
  db.exec(`
    INSERT INTO cases (id, reference, status, owner_id, opened_on, closed_on, closing_reason, revision, created_at, created_by, updated_at, updated_by)
      VALUES ('c1', '2026-0001', 'closed', 'u1', '2026-01-05', '2026-11-24', 'planned', ${stamp});
    INSERT INTO tasks (id, case_id, title, due_on, note, done_on, done_by, due_by_hand, revision, created_at, created_by, updated_at, updated_by)
      VALUES ('t1', 'c1', 'Ring the school', '2026-12-01', NULL, '2026-11-24', 'u2', 0, ${stamp}),
             ('t2', 'c1', 'Ask for a screen', NULL, 'Ask "Witness Care"', NULL, NULL, 0, ${stamp});
  `)
  migrate(db, 17)
  const kept = db.prepare('SELECT record_id, revision, at, by_user, form FROM record_versions ORDER BY record_id').raw()
  const state = { done: null, withdrawnReason: null }
  expect(
    kept.all().map(row => [...(row as string[]).slice(0, 4), JSON.parse((row as string[])[4] ?? '') as unknown]),
  ).toEqual([
    [
      'c1',
      3,
      '2026-11-24T09:30:00.000Z',
      'u2',
      {
        reference: '2026-0001',
        status: 'closed',
        ownerId: 'u1',
        openedOn: '2026-01-05',
        closedOn: '2026-11-24',
        closingReason: 'planned',
      },
    ],
    [
      't1',
      3,
      '2026-11-24T09:30:00.000Z',
      'u2',
      { ...state, title: 'Ring the school', dueOn: '2026-12-01', note: null, done: { on: '2026-11-24', by: 'u2' } },
    ],
    [
      't2',
      3,
      '2026-11-24T09:30:00.000Z',
      'u2',
      { ...state, title: 'Ask for a screen', dueOn: null, note: 'Ask "Witness Care"' },
    ],
  ])
})
