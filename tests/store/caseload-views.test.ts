import { afterAll, beforeAll, expect, test } from 'vitest'
import { builtInViews, type CaseloadView } from '../../shared/features/caseload-views.ts'
import { everyOpenCase } from '../../shared/features/cases.ts'
import { sentenceFor } from '../../shared/wording/errors.ts'
import { addUser, newVault, refusal, testPassphrase, type TestStore } from '../support/vault.ts'

const filter = { ...everyOpenCase, risks: ['high' as const], text: 'Example' }
let store: TestStore
beforeAll(async () => {
  store = await newVault()
  await addUser(store, { name: 'Sam Example', role: 'advocate' }, 'a second passphrase')
})
afterAll(() => store.close())
const add = (name: string) => store.call('caseloadViews.add', { name, filter })
const list = () => store.call('caseloadViews.list', {})
const actions = () =>
  store.session.open?.db
    .prepare(`SELECT action, detail FROM audit WHERE action LIKE 'caseload-view.%' ORDER BY seq`)
    .raw()
    .all()

test('a view is kept, renamed, changed and taken away; the record of changes tells it without its words', () => {
  const view = add('  Court next week ')
  expect(view).toMatchObject({ name: 'Court next week', filter, revision: 1 })
  const changed = { name: 'Court soon', filter: { ...filter, hearingWithin: 7 } }
  expect(store.call('caseloadViews.update', { id: view.id, revision: 1, view: changed })).toMatchObject({
    outcome: 'saved',
    record: { ...changed, revision: 2 },
  })
  expect(store.call('caseloadViews.update', { id: view.id, revision: 1, view: changed })).toMatchObject({
    outcome: 'conflict',
    current: { revision: 2 },
  })
  store.call('caseloadViews.setStandard', { view: view.id })
  expect(list().standard).toBe(view.id)
  store.call('caseloadViews.remove', { id: view.id, revision: 2 })
  expect(list()).toEqual({ rows: [], standard: 'mine' })
  expect(actions()).toEqual([
    ['caseload-view.added', '{}'],
    ['caseload-view.updated', '{}'],
    ['caseload-view.chosen', '{}'],
    ['caseload-view.removed', '{}'],
  ])
})

test('a name that can’t be used is refused with a sentence', async () => {
  add('Ángela')
  for (const name of ['ANGELA', 'My cases', 'all OPEN'])
    expect(await refusal(() => add(name)), name).toMatchObject({ details: { field: 'name', rule: 'view-name-taken' } })
  for (const name of ['', '   ', 'x'.repeat(300)]) {
    const error = await refusal(() => add(name))
    expect(error.details['field']).toBe('name')
    expect(sentenceFor(error)).not.toContain('xxx')
  }
  const own = list().rows[0] as CaseloadView
  const kept = store.call('caseloadViews.update', { id: own.id, revision: 1, view: { name: 'angela', filter } })
  expect(kept.outcome).toBe('saved')
})

test('fifty are enough', async () => {
  for (let index = list().rows.length; index < 50; index += 1) add(`View ${String(index)}`)
  expect(await refusal(() => add('One more'))).toMatchObject({ details: { rule: 'too-many-views' } })
})

test('a view with a confidential number in it finds by it and never shows it', () => {
  const { clientId } = store.call('cases.open', {
    ...{ clientName: 'Alex Example', reference: null, status: 'referred', ownerId: null },
    openedOn: '2026-11-01' as never,
  })
  store.call('identifiers.add', {
    personId: clientId,
    identifier: { kind: 'phone', value: '07700 900123', label: null, confidential: true, doNotUse: false },
  })
  const own = list().rows[0] as CaseloadView
  const view = { name: 'Number', filter: { ...filter, text: '07700 900123' } }
  const answer = store.call('caseloadViews.update', { id: own.id, revision: own.revision, view })
  expect(JSON.stringify([answer, list()])).not.toContain('900123')
})

test('nobody sees, changes or opens with a view of somebody else', async () => {
  const own = list().rows[0] as CaseloadView
  store.close()
  await store.derive('vault.unlock', { passphrase: 'a second passphrase' })
  expect(list()).toEqual({ rows: [], standard: 'mine' })
  const { id, revision } = own
  for (const work of [
    () => store.call('caseloadViews.update', { id, revision, view: { name: 'Mine now', filter } }),
    () => store.call('caseloadViews.remove', { id, revision }),
    () => store.call('caseloadViews.setStandard', { view: id }),
  ])
    expect(await refusal(work)).toMatchObject({ code: 'not-found' })
  store.call('caseloadViews.setStandard', { view: 'high-risk' })
  store.close()
  await store.derive('vault.unlock', { passphrase: testPassphrase })
  expect(list().standard).toBe('mine')
  expect(list().rows).toHaveLength(50)
})

test('what everyone has is a filter that the caseload takes', () => {
  for (const view of Object.values(builtInViews))
    expect(
      store.call('cases.list', { filter: view, today: '2026-11-24' as never, page: { limit: 5, after: null } }).total,
    ).toBeGreaterThanOrEqual(0)
})
