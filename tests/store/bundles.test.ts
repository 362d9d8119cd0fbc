import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { BundleDraft } from '../../shared/features/bundles.ts'
import type { CaseId, FileToken } from '../../shared/kernel/ids.ts'
import { aBundle, aDocumentEntry } from '../support/bundle-records.ts'
import { aHearing } from '../support/hearings.ts'
import { madePdf, writeText } from '../support/made-pdf.ts'
import { newVault, openCase, refusal, scratchFolder, type TestStore } from '../support/vault.ts'

const page = { limit: 50, after: null }
let store: TestStore & { folder: string }
let caseId: CaseId
beforeEach(async () => {
  store = await newVault()
  caseId = openCase(store, 'Alex Example').id
})
afterEach(() => store.close())

const addDocument = (name = 'Letter.pdf', into = caseId) => {
  const path = join(scratchFolder(), name)
  writeFileSync(path, madePdf({ pages: [{ content: writeText(name, [72, 700]) }] }))
  return store.job('documents.add', { caseId: into, file: path as FileToken })
}
const record = (given: Partial<{ [Key in keyof BundleDraft]: unknown }> = {}) =>
  store.call('bundles.record', { caseId, bundle: aBundle(given) })
const why = async (work: () => unknown) => (await refusal(work)).details

describe('a bundle', () => {
  test('keeps its sections in their order, stands in list, timeline and search, and reopens as it was', async () => {
    const [one, two] = [await addDocument('one.pdf'), await addDocument('two.pdf')]
    const hearing = store.call('hearings.record', { caseId, hearing: aHearing(), skipTasks: [], followsId: null })
    const sections = [
      { title: 'First things', entries: [{ is: 'paper', paper: 'chronology', title: 'Chronology' }] },
      { title: 'Statements', entries: [aDocumentEntry(two.id, 'Second'), aDocumentEntry(one.id, 'First', null)] },
    ]
    const made = record({ sections, hearingId: hearing.id })
    expect(made).toMatchObject({ sections, revision: 1, newest: null })
    expect(store.call('bundles.find', { id: made.id })).toEqual(made)
    expect(store.call('bundles.listForCase', { caseId, withdrawn: false, page }).rows).toMatchObject([
      { id: made.id, title: 'Example and Sample', documents: 3, hearingDay: '2026-12-03', newest: null },
    ])
    const found = store.call('search.events', { text: 'EX26P00001', page }).rows
    expect(found.map(row => row.eventId)).toEqual([made.id])
    const linked = store.call('events.linked', { id: hearing.id }).rows
    expect(linked).toMatchObject([{ id: made.id, kind: 'bundle', direction: 'from' }])
  })

  test('two who edit it at once lose no words, and every earlier state is kept', () => {
    const made = record()
    const mine = aBundle({ title: 'Mine' })
    expect(
      store.call('bundles.update', { id: made.id, revision: 1, bundle: aBundle({ title: 'Theirs' }) }),
    ).toMatchObject({ outcome: 'saved', record: { title: 'Theirs', revision: 2 } })
    expect(store.call('bundles.update', { id: made.id, revision: 1, bundle: mine })).toMatchObject({
      ...{ outcome: 'conflict', current: { title: 'Theirs' }, yours: mine },
    })
    expect(store.call('events.versions', { id: made.id }).rows.map(row => row.values['title'])).toEqual([
      ...['Theirs', 'Example and Sample'],
    ])
  })

  test('takes nothing of another case, nothing twice, and no day without rules', async () => {
    const elsewhere = openCase(store, 'Sam Sample').id
    const stranger = await addDocument('x.pdf', elsewhere)
    const mine = await addDocument()
    const within = (...entries: unknown[]) => ({ sections: [{ title: 'A', entries }] })
    const notOurs = { field: 'sections', rule: 'not-of-this-case' }
    expect(await why(() => record(within(aDocumentEntry(stranger.id))))).toEqual(notOurs)
    const fileId = stranger.file.id
    expect(await why(() => record(within({ ...aDocumentEntry(mine.id), fileId })))).toEqual(notOurs)
    const hearing = store.call('hearings.record', {
      ...{ caseId: elsewhere, hearing: aHearing(), skipTasks: [], followsId: null },
    })
    expect(await why(() => record({ hearingId: hearing.id }))).toMatchObject({ rule: 'not-of-this-case' })
    expect(await why(() => record({ hearingDay: '2010-01-01' }))).toMatchObject({ rule: 'no-profile-then' })
    const twice = aBundle(within(aDocumentEntry(mine.id)))
    const doubled = { ...twice, sections: [...twice.sections, ...twice.sections] }
    const reply = store.dispatch({ is: 'call', name: 'bundles.record', input: { caseId, bundle: doubled } })
    expect(reply).toMatchObject({ ok: false, error: { details: { rule: 'entry-twice' } } })
  })

  test('is made of the documents of its case, those entered in error marked', async () => {
    const [one, two] = [await addDocument('one.pdf'), await addDocument('two.pdf')]
    store.call('events.withdraw', { id: two.id, revision: 1, reason: 'Added twice' })
    const rows = store.call('bundles.material', { caseId }).rows
    const marks = Object.fromEntries(rows.map(({ id, withdrawn, pages }) => [id, { withdrawn, pages }]))
    expect(marks).toEqual({
      ...{ [two.id]: { withdrawn: true, pages: null }, [one.id]: { withdrawn: false, pages: null } },
    })
  })
})
