import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CaseId } from '../../shared/kernel/ids.ts'
import { newVault, refusal, type TestStore } from '../support/vault.ts'

const today = '2026-11-24' as never
const page = { limit: 200, after: null }
const filter = { text: '', statuses: [], ownerId: null, sort: 'reference' as const, descending: false }

let store: TestStore
beforeEach(async () => (store = await newVault()))
afterEach(() => store.close())

/** Everything that was told, ids and stamps apart. */
function told(on: TestStore): string {
  const rows = on.session.open?.db
    .prepare(
      `SELECT e.kind, e.from_at, e.precision, e.title, v.form FROM events e JOIN event_versions v ON v.event_id = e.id
        ORDER BY e.seq, v.revision`,
    )
    .all()
  const people = on.session.open?.db
    .prepare('SELECT name, role, relationship FROM people ORDER BY name, role, relationship')
    .all()
  return JSON.stringify([rows, people]).replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID')
}

describe('the practice caseload', () => {
  test('is the same for the same seed and day, and another for another seed', async () => {
    store.call('practice.seed', { cases: 3, seed: 7, today })
    const again = await newVault()
    again.call('practice.seed', { cases: 3, seed: 7, today })
    expect(told(again)).toBe(told(store))
    again.close()
    const other = await newVault()
    other.call('practice.seed', { cases: 3, seed: 8, today })
    expect(told(other)).not.toBe(told(store))
    other.close()
  })

  test('has forty cases, one of them rich, and nothing in it breaks a rule of the vault', async () => {
    expect(store.call('practice.seed', { cases: 40, seed: 1, today })).toMatchObject({ cases: 40 })
    const { rows } = store.call('cases.list', { filter, today, page })
    expect(rows).toHaveLength(40)
    const caseId = rows[0]?.id as CaseId
    const count = (kind: string) =>
      store.session.open?.db
        .prepare('SELECT count(*) FROM events WHERE case_id = ? AND kind = ?')
        .pluck()
        .get(caseId, kind)
    expect(['incident', 'police-contact', 'breach', 'hearing'].map(count)).toEqual([60, 25, 3, 5])
    const verified = await store.job('vault.verify', {})
    expect(Object.values(verified).every(check => check.ok)).toBe(true)
  })

  test('shows no number or address of anybody, and only numbers that nobody has', () => {
    store.call('practice.seed', { cases: 10, seed: 3, today })
    const values = store.session.open?.db.prepare(`SELECT value FROM identifiers WHERE kind = 'phone'`).pluck().all()
    expect(values?.length).toBeGreaterThan(0)
    for (const value of values ?? []) expect(value).toMatch(/^07700 900\d{3}$/)
    const [first] = store.call('cases.list', { filter, today, page }).rows
    if (!first) throw new Error('no case')
    expect(JSON.stringify(store.call('identifiers.listForCase', { caseId: first.id }))).not.toMatch(/07700|ZZ\d/)
  })

  test('goes into no vault that has a case', async () => {
    store.call('practice.seed', { cases: 1, seed: 1, today })
    expect(await refusal(() => store.call('practice.seed', { cases: 1, seed: 1, today }))).toMatchObject({
      details: { rule: 'vault-not-empty' },
    })
  })
})
