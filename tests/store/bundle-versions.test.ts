import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { citationsOn } from '../../electron/jobs/bundle-check/numbers.ts'
import { readBundle } from '../../electron/jobs/bundle-check/read-bundle.ts'
import type { Bundle, BundleVersion } from '../../shared/features/bundles.ts'
import { PaperKind, usualPaperOptions } from '../../shared/features/papers.ts'
import type { CaseId, EventId, FileToken, PersonId } from '../../shared/kernel/ids.ts'
import { aBundle, aDocumentEntry } from '../support/bundle-records.ts'
import { qpdfComplaints } from '../support/bundles.ts'
import { aHearing, listedFor } from '../support/hearings.ts'
import { anIncident } from '../support/incidents.ts'
import { madePdf, writeText } from '../support/made-pdf.ts'
import { newVault, openCase, refusal, scratchFolder, type TestStore } from '../support/vault.ts'

let store: TestStore & { folder: string }
let caseId: CaseId
let clientId: PersonId
beforeEach(async () => {
  store = await newVault()
  const opened = openCase(store, 'Alex Example')
  caseId = opened.id
  clientId = opened.clientId
})
afterEach(() => store.close())

const aPdf = (...lines: string[]) => madePdf({ pages: lines.map(line => ({ content: writeText(line, [72, 700]) })) })
const addDocument = (name: string, bytes: Buffer) => {
  const path = join(scratchFolder(), name)
  writeFileSync(path, bytes)
  return store.job('documents.add', { caseId, file: path as FileToken })
}
const protect = (value: string, kind: 'phone' | 'address' | 'email' = 'phone') =>
  store.call('identifiers.add', {
    personId: clientId,
    identifier: { kind, value, label: null, confidential: true, doNotUse: false },
  })
const bundleOf = (titles: Record<string, string>, given: object = {}): Bundle =>
  store.call('bundles.record', {
    caseId,
    bundle: aBundle({
      sections: [
        { title: 'Statements', entries: Object.entries(titles).map(([id, title]) => aDocumentEntry(id, title)) },
      ],
      ...given,
    }),
  })
const build = ({ id, revision }: Pick<Bundle, 'id' | 'revision'>) => store.job('bundles.build', { id, revision })
const search = ({ id }: Pick<BundleVersion, 'id'>) => store.job('bundles.search', { id })
const out = (): string => {
  const folder = join(scratchFolder(), 'out')
  mkdirSync(folder)
  return folder
}
const leave = ({ id }: Pick<BundleVersion, 'id'>, folder = out(), name = 'Bundle 2026-12-03 v1.pdf') =>
  store.job('bundles.export', { id, folder: folder as FileToken, name })
const rule = async (work: () => unknown) => (await refusal(work)).details['rule']
/** A bundle of one document with these lines, a page each, searched. */
const searched = async (...lines: string[]) => {
  const document = await addDocument('letter.pdf', aPdf(...lines))
  return search(await build(bundleOf({ [document.id]: 'A letter' })))
}

describe('a version', () => {
  test('is one PDF of the documents in their order, sealed, numbered, kept, and the same bytes for the same input', async () => {
    const [one, two] = [await addDocument('one.pdf', aPdf('One')), await addDocument('two.pdf', aPdf('Two', 'more'))]
    const bundle = bundleOf({ [two.id]: 'Second', [one.id]: 'First' })
    const first = await build(bundle)
    expect(first).toMatchObject({ number: 1, revision: 1, pages: 4, release: 'unsearched', sameAs: null, problems: [] })
    expect(first.documents).toMatchObject([
      { entry: two.id, title: 'Second', label: '2', pages: 2, fileId: two.file.id, newest: true },
      { entry: one.id, title: 'First', label: '4', pages: 1 },
    ])
    store.clock.now = '2026-11-24T12:00:00.000Z' as never
    const again = await build(bundle)
    expect(again).toMatchObject({ number: 2, sha256: first.sha256, sameAs: 1 })
    expect(store.call('bundles.versions', { id: bundle.id }).rows.map(row => row.number)).toEqual([2, 1])
    expect(
      store
        .call('bundles.material', { caseId })
        .rows.map(row => row.pages)
        .toSorted(),
    ).toEqual([1, 2])
    const actions = store.call('history.forCase', { caseId, page: { limit: 50, after: null } }).rows
    expect(actions.filter(row => row.action === 'bundle.built')).toHaveLength(2)
  })

  test('says what has changed since: its contents, a file in it, the records that its papers tell of', async () => {
    const document = await addDocument('one.pdf', aPdf('One'))
    const paper = { is: 'paper', paper: 'chronology', title: 'Chronology' }
    const sections = [{ title: 'A', entries: [paper, aDocumentEntry(document.id)] }]
    const bundle = bundleOf({}, { sections })
    await build(bundle)
    const changed = () => store.call('bundles.find', { id: bundle.id }).changed
    expect(changed()).toEqual({ record: false, files: false, papers: false })
    store.clock.now = '2026-11-24T12:00:00.000Z' as never
    store.call('incidents.record', { caseId, incident: anIncident() })
    const path = join(scratchFolder(), 'newer.pdf')
    writeFileSync(path, aPdf('Newer'))
    await store.job('documents.replace', { id: document.id, revision: 1, file: path as FileToken })
    store.call('bundles.update', { id: bundle.id, revision: 1, bundle: aBundle({ sections, title: 'Other' }) })
    expect(changed()).toEqual({ record: true, files: true, papers: true })
  })

  test('tells of a document that belongs to another record by now, since its papers cite it, but not of another title', async () => {
    const document = await addDocument('one.pdf', aPdf('One'))
    const { id: incident } = store.call('incidents.record', { caseId, incident: anIncident() })
    const paper = { is: 'paper', paper: 'chronology', title: 'Chronology' }
    const bundle = bundleOf({}, { sections: [{ title: 'A', entries: [paper, aDocumentEntry(document.id)] }] })
    store.clock.now = '2026-11-24T11:00:00.000Z' as never
    await build(bundle)
    store.clock.now = '2026-11-24T12:00:00.000Z' as never
    const { when, kind, fromWhom, note, people, fileId } = store.call('documents.find', { id: document.id })
    const describe = (revision: number, links: EventId[]) => store.call('documents.update', { id: document.id, revision, document: { ...{ when, kind, fromWhom, note, people, fileId, links }, title: 'A letter' } }) // prettier-ignore
    const changed = () => store.call('bundles.find', { id: bundle.id }).changed
    describe(1, [])
    expect(changed()).toEqual({ record: false, files: false, papers: false })
    describe(2, [incident])
    expect(changed()).toEqual({ record: false, files: false, papers: true })
  })

  test('is made in spite of a document that can’t be taken, which it names', async () => {
    const good = await addDocument('one.pdf', aPdf('One'))
    const bad = await addDocument('bad.pdf', Buffer.from('%PDF-1.7\nnothing'))
    const version = await build(bundleOf({ [bad.id]: 'Bad', [good.id]: 'Good' }))
    expect(version.problems.map(({ entry }) => entry)).toEqual([bad.id])
    expect(version.documents.map(({ title }) => title)).toEqual(['Bad', 'Good'])
    const pages = Object.fromEntries(store.call('bundles.material', { caseId }).rows.map(row => [row.id, row.pages]))
    expect(pages).toEqual({ [good.id]: 1, [bad.id]: null })
  })

  test('is not made of a revision that was not seen, nor with a document that was entered in error', async () => {
    const document = await addDocument('one.pdf', aPdf('One'))
    const bundle = bundleOf({ [document.id]: 'One' })
    expect(await rule(() => build({ ...bundle, revision: 2 }))).toBe('stale-revision')
    store.call('events.withdraw', { id: document.id, revision: 1, reason: 'Added twice' })
    expect(await rule(() => build(bundle))).toBe('document-in-error')
  })
})

describe('the search before saving', () => {
  test('without it nothing leaves the vault; with nothing found the copy has the bytes that were listed', async () => {
    protect('07700 900123')
    const document = await addDocument('letter.pdf', aPdf('Nothing of that kind'))
    const version = await build(bundleOf({ [document.id]: 'A letter' }))
    expect(await rule(() => leave(version))).toBe('bundle-unsearched')
    expect(await search(version)).toMatchObject({ release: 'nothing-found', search: { hits: [], withoutText: [] } })
    const folder = out()
    expect(await leave(version, folder)).toEqual({ name: 'Bundle 2026-12-03 v1.pdf' })
    const path = join(folder, 'Bundle 2026-12-03 v1.pdf')
    expect(createHash('sha256').update(readFileSync(path)).digest('hex')).toBe(version.sha256)
    expect(qpdfComplaints(path)).toBe('')
    const history = store.call('history.forCase', { caseId, page: { limit: 1, after: null } }).rows
    expect(history[0]?.action).toBe('bundle.exported')
  })

  test.each([
    ['as it was written down', 'Ring 07700 900123'],
    ['in other groups', 'Ring 077 009 00 123 at night'],
    ['from abroad', 'Ring +44 (0)7700-900123'],
    ['with dots', 'Ring 07700.900.123'],
  ])('finds a confidential number %s, names whose it is and never the number', async (_, line) => {
    protect('07700 900123')
    const version = await searched('Page one', line)
    expect(version).toMatchObject({
      release: 'found',
      search: { hits: [{ kind: 'phone', person: 'Alex Example', role: 'client', pages: [3], places: [] }] },
    })
    expect(JSON.stringify(version)).not.toMatch(/900\D?123/)
    const folder = out()
    expect(await rule(() => leave(version, folder))).toBe('bundle-has-confidential')
    expect(readdirSync(folder)).toEqual([])
  })

  test.each([
    ['its first line', 'She lives at rose  cottage now'],
    ['a line with a number', 'Sent to 12, Larch Lane'],
    ['its postcode without a space', 'Postcode EX1 9ZZ or EX19ZZ'],
  ])('finds a confidential address by %s', async (_, line) => {
    protect('Rose Cottage\n12 Larch Lane\nExampleton\nEX1 9ZZ', 'address')
    expect(await searched('All of Exampleton knows', line)).toMatchObject({ search: { hits: [{ pages: [3] }] } })
  })

  test('finds it in a title, which is in the index, a bookmark and nowhere on a page of evidence', async () => {
    protect('alex@example.org', 'email')
    const document = await addDocument('letter.pdf', aPdf('Nothing'))
    const version = await search(await build(bundleOf({ [document.id]: 'From ALEX@example.org' })))
    expect(version.search?.hits).toMatchObject([{ kind: 'email', pages: [1], places: ['bookmarks'] }])
    const untold = await search(await build(bundleOf({ [document.id]: 'A letter' }, { title: 'alex@example.org' })))
    expect(untold.search?.hits[0]?.places).toContain('details')
  })

  test('finds nothing in papers made from records that name a confidential number, and opens for the eye all the same', async () => {
    protect('07700 900123')
    store.call('incidents.record', { caseId, incident: anIncident({ clientSaid: 'He rang 07700 900 123 six times' }) })
    const papers = PaperKind.options.map(paper => ({ is: 'paper', paper, title: paper }))
    const made = await build(bundleOf({}, { sections: [{ title: 'Papers', entries: papers }] }))
    expect(made.documents.map(({ entry }) => entry)).toEqual(PaperKind.options)
    expect(await search(made)).toMatchObject({ release: 'nothing-found', search: { hits: [] } })
    expect(store.dispatch({ is: 'prepare', name: 'bundles.open', input: { id: made.id } })).toMatchObject({
      ...{ ok: true, value: { size: made.size } },
    })
  })

  test('a front sheet says which hearing the bundle is for, and how much is in each of its other sections', async () => {
    const list = (day: string, court: string) => store.call('hearings.record', { caseId, hearing: aHearing({ when: listedFor(day), court }), skipTasks: [], followsId: null }) // prettier-ignore
    list('2026-12-01', 'Sooner Court')
    const { id: hearingId } = list('2027-02-03', 'Later Court')
    const sheet = { is: 'paper', paper: 'front-sheet', title: 'Front sheet' }
    const letters = [aDocumentEntry((await addDocument('a.pdf', aPdf('A'))).id), aDocumentEntry((await addDocument('b.pdf', aPdf('B'))).id)] // prettier-ignore
    const sections = [{ title: 'First', entries: [sheet] }, { title: 'Letters', entries: letters }, { title: 'Empty', entries: [] }] // prettier-ignore
    const bundle = bundleOf({}, { hearingId, hearingDay: '2027-02-03', sections })
    const work = JSON.stringify(store.dispatch({ is: 'prepare', name: 'bundles.build', input: { id: bundle.id, revision: 1 } })) // prettier-ignore
    expect(work).toContain('"items":["Letters: 2 documents"]')
    expect(work).toMatch(/"term":"Hearing","value":"[^"]*, Later Court, 3 Feb 2027/)
    expect(work).not.toContain('Sooner Court')
  })

  test('a chronology in a bundle cites the page of every document that is linked with a record, and by itself none', async () => {
    const incident = store.call('incidents.record', { caseId, incident: anIncident() })
    const letter = await addDocument('letter.pdf', aPdf('One', 'Two'))
    const photo = await addDocument('photo.pdf', aPdf('Photo'))
    const { when, title, kind, fromWhom, note, people, fileId } = store.call('documents.find', { id: photo.id })
    const document = { ...{ when, title, kind, fromWhom, note, people, fileId }, links: [incident.id] }
    store.call('documents.update', { id: photo.id, revision: 1, document })
    const paper = { is: 'paper', paper: 'chronology', title: 'Chronology' }
    const entries = [paper, aDocumentEntry(letter.id, 'Letter'), aDocumentEntry(photo.id, 'Photo')]
    const version = await build(bundleOf({}, { sections: [{ title: 'All', entries }] }))
    const [, , cited] = version.documents
    expect(cited?.firstPage).toBe(5)
    const folder = out()
    await leave(await search(version), folder, 'Bundle.pdf')
    const read = await readBundle(new Uint8Array(readFileSync(join(folder, 'Bundle.pdf'))), () => undefined)
    expect(read.pages.flatMap(page => citationsOn(page))).toEqual([{ says: '5', leadsTo: 5 }])
    const alone = store.call('papers.preview', { caseId, paper: 'chronology', options: usualPaperOptions })
    expect(JSON.stringify(alone)).not.toContain('cites')
  })

  test('says which pages could not be searched', async () => {
    protect('07700 900123')
    const picture = madePdf({ pages: [{ content: '0.5 g 100 100 300 300 re f' }] })
    const document = await addDocument('scan.pdf', picture)
    const version = await search(await build(bundleOf({ [document.id]: 'A scan' })))
    expect(version).toMatchObject({ release: 'nothing-found', search: { withoutText: [2] } })
    expect(version.search?.searched).toMatchObject([{ kind: 'phone', person: 'Alex Example' }])
  })

  test('what was searched before pictures were named opens still, and must be searched again', async () => {
    const version = await searched('Nothing')
    const { withPictures: _, ...before } = version.search ?? {}
    store.session.open?.db
      .prepare('UPDATE bundle_versions SET search = ?, terms_digest = ? WHERE id = ?')
      .run(JSON.stringify({ ...before, at: undefined, by: undefined }), 'ab'.repeat(32), version.id)
    expect(store.call('bundles.findVersion', { id: version.id })).toMatchObject({
      ...{ release: 'outdated', search: { withPictures: [] } },
    })
    expect(await search(version)).toMatchObject({ release: 'nothing-found' })
  })

  test('a file name with something confidential in it is refused, whatever the version', async () => {
    protect('07700 900123')
    const version = await searched('Nothing')
    expect(await refusal(() => leave(version, out(), 'for 07700-900-123.pdf'))).toMatchObject({
      details: { field: 'name', rule: 'name-has-confidential' },
    })
  })

  test('holds only for what was confidential then', async () => {
    const version = await searched('Ring 07700 900123')
    expect(version).toMatchObject({ release: 'nothing-found', search: { searched: [] } })
    protect('07700 900123')
    expect(store.call('bundles.findVersion', { id: version.id }).release).toBe('outdated')
    expect(await rule(() => leave(version))).toBe('bundle-search-outdated')
    expect((await search(version)).release).toBe('found')
  })

  test('a reason lets one version go out, is kept with who gave it, and ends with the next finding', async () => {
    protect('07700 900123')
    const version = await searched('Ring 07700 900123')
    const reason = 'The court ordered it on 1 November'
    expect(store.call('bundles.override', { id: version.id, reason })).toMatchObject({
      release: 'overridden',
      override: { reason, by: store.session.open?.actor.id },
    })
    expect(await leave(version)).toMatchObject({ name: 'Bundle 2026-12-03 v1.pdf' })
    const history = store.call('history.forCase', { caseId, page: { limit: 5, after: null } }).rows
    expect(history.map(row => row.action)).toContain('bundle.overridden')
    expect(JSON.stringify(history)).not.toContain('court ordered')
    const { id, revision } = store.call('bundles.find', { id: version.bundleId })
    expect((await search(await build({ id, revision }))).release).toBe('found')
    protect('alex@example.org', 'email')
    expect(await search(version)).toMatchObject({ release: 'found', override: null })
    const nothing = await searched('Nothing')
    expect(await rule(() => store.call('bundles.override', { id: nothing.id, reason }))).toBe('nothing-to-override')
  })
})
