import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import type { Bundle, BundleMaterial, BundleVersion } from '../../shared/features/bundles.ts'
import { AppError } from '../../shared/kernel/errors.ts'
import { BundleVersionId, FileId, FileToken, IdentifierId, ReadingId } from '../../shared/kernel/ids.ts'
import { caseId, colleague, day, eventId, me, minute, stamp } from './support/casework-data.ts'
import { listedFor } from '../support/hearings.ts'
import type { Handlers } from './support/fake-bridge.ts'
import { storedHearing } from './support/fake-court.ts'
import { openApp } from './support/open-app.tsx'

const path = `/cases/${caseId(1)}/bundles`
const versionId = BundleVersionId.parse('01900000-0000-7000-8011-000000000001')
const readingId = ReadingId.parse('01900000-0000-4000-8013-000000000001')
const fileId = FileId.parse('01900000-0000-7000-8009-000000000001')
const document = (n: number, change: Partial<BundleMaterial> = {}): BundleMaterial => ({
  ...{ id: eventId(700 + n), title: `Paper ${String(n)}`, kind: 'letter', when: minute('2026-03-02T00:00:00.000Z') },
  ...{ described: true, withdrawn: false, mediaType: 'application/pdf', pages: n },
  ...change,
})
const entry = (n: number) => ({
  ...{ is: 'document' as const, id: eventId(700 + n), fileId: null, title: `Paper ${String(n)}`, date: '2 Mar 2026' },
})
const bundle: Bundle = {
  ...{ id: eventId(800), caseId: caseId(1), withdrawnReason: null, ...stamp },
  ...{ title: 'Example and Sample', profile: 'family', court: 'Exampleton', caseNumber: 'EX26P00001' },
  ...{ hearingId: null, hearingDay: day('2026-12-03'), newest: null },
  sections: [
    { title: 'First', entries: [entry(1), entry(2)] },
    { title: 'Second', entries: [entry(3)] },
  ],
  changed: { record: false, files: false, papers: false },
}
const version: BundleVersion = {
  ...{ id: versionId, bundleId: bundle.id, number: 2, revision: 1, pages: 9, size: 4_200, sha256: 'ab'.repeat(32) },
  ...{ madeAt: stamp.createdAt, madeBy: me, sameAs: 1, release: 'found', fileId, profileVersion: 1 },
  documents: [{ entry: eventId(701), title: 'Paper 1', label: 'A1', firstPage: 2, pages: 1, fileId, newest: true }],
  problems: [{ entry: eventId(701), code: 'repaired', message: 'This file was damaged and has been repaired.' }],
  search: {
    ...{ at: stamp.createdAt, by: me, withoutText: [7], withPictures: [8, 9], searched: [] },
    hits: [
      {
        ...{ identifierId: IdentifierId.parse('01900000-0000-7000-8012-000000000001'), kind: 'phone' as const },
        ...{ label: null, person: 'Alex Archer', role: 'client' as const, pages: [3, 4], places: [] },
      },
    ],
  },
  override: null,
}
const { documents: _d, problems: _p, search: _s, override: _o, fileId: _f, profileVersion: _v, ...row } = version
const made: Bundle = { ...bundle, newest: row }
const handlers = (given: Bundle, change: Handlers = {}): Handlers => ({
  'bundles.find': () => given,
  'bundles.material': () => ({ rows: [1, 2, 3, 4].map(n => document(n)) }),
  'bundles.versions': () => ({ rows: given.newest ? [given.newest] : [] }),
  'bundles.findVersion': () => version,
  'bundles.open': () => ({
    ...{ is: 'open', readingId, kind: 'pdf', labels: null },
    pages: Array.from({ length: version.pages }, () => ({ width: 595, height: 842 })),
  }),
  'reading.draw': () => Promise.reject(new AppError('unavailable')), // jsdom has no canvas
  'reading.text': () => ({ text: 'Words of a page' }),
  'bundles.update': ({ bundle: draft, revision }) => ({
    ...{ outcome: 'saved', record: { ...given, ...draft, revision: revision + 1 } },
  }),
  'hearings.listForCase': () => ({ rows: [], total: 0, next: null }),
  ...change,
})
const open = (given = bundle, change: Handlers = {}) =>
  openApp(`${path}?selected=${given.id}`, undefined, handlers(given, change))
const titlesIn = (section: string) =>
  within(screen.getByRole('region', { name: section }))
    .queryAllByRole('button', { name: /^Move / })
    .map(button => button.getAttribute('aria-label')?.slice(5))

test('the keyboard takes a document through the sections, and Escape puts it back', async () => {
  const { user } = await open()
  const handle = () => screen.getByRole('button', { name: 'Move Paper 2' })
  await screen.findByRole('region', { name: 'First' })
  handle().focus()
  await user.keyboard(' {ArrowUp}')
  expect(titlesIn('First')).toEqual(['Paper 2', 'Paper 1'])
  expect(globalThis.document.activeElement).toBe(handle())
  await user.keyboard('{ArrowDown}{ArrowDown}')
  expect(titlesIn('Second')).toEqual(['Paper 2', 'Paper 3'])
  expect(globalThis.document.activeElement).toBe(handle())
  expect(screen.getByText('Paper 2 is 1 of 2 in Second.')).toBeTruthy()
  await user.keyboard('{Escape}')
  expect(titlesIn('First')).toEqual(['Paper 1', 'Paper 2'])
  await user.keyboard(' {ArrowDown} {ArrowDown}')
  expect(titlesIn('Second')).toEqual(['Paper 2', 'Paper 3'])
})

test('the menu moves and takes out, and what was taken out comes back to its place', async () => {
  const { user } = await open()
  await user.click(await screen.findByRole('button', { name: 'More about Paper 1' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Second' }))
  expect(titlesIn('Second')).toEqual(['Paper 3', 'Paper 1'])
  await user.click(screen.getByRole('button', { name: 'More about Paper 3' }))
  await user.click(await screen.findByRole('menuitem', { name: /Take out/ }))
  expect(titlesIn('Second')).toEqual(['Paper 1'])
  await user.click(await screen.findByRole('button', { name: 'Undo' }))
  expect(titlesIn('Second')).toEqual(['Paper 3', 'Paper 1'])
})

test('documents are added several at once, those already in it are not offered, and a save sends them all', async () => {
  const { user, bridge } = await open()
  await user.click((await screen.findAllByRole('button', { name: 'Documents' }))[1] as HTMLElement)
  const list = await screen.findByRole('list', { name: 'Documents of this case' })
  expect(within(list).getAllByRole('checkbox')).toHaveLength(1)
  await user.click(within(list).getByRole('checkbox'))
  await user.click(screen.getByRole('button', { name: 'Add 1 document' }))
  expect(titlesIn('Second')).toEqual(['Paper 3', 'Paper 4'])
  await user.click(screen.getByRole('button', { name: 'Paper 4' }))
  await user.clear(screen.getByLabelText('Title in the index'))
  await user.type(screen.getByLabelText('Title in the index'), 'Letter of the school')
  await user.click(screen.getByRole('button', { name: 'Done' }))
  await user.click(screen.getByRole('button', { name: /^Save/ }))
  await waitFor(() => expect(bridge.inputsOf('bundles.update')).toHaveLength(1))
  expect(bridge.inputsOf('bundles.update')[0]?.bundle.sections[1]?.entries.at(-1)).toMatchObject({
    ...{ title: 'Letter of the school', date: '2 Mar 2026, 00:00' },
  })
})

test('“Choose all” leaves out what can’t go in, and says so', async () => {
  const { user } = await open(bundle, {
    'bundles.material': () => ({ rows: [document(4), document(5), document(6, { mediaType: 'audio/mpeg' })] }),
  })
  await user.click((await screen.findAllByRole('button', { name: 'Documents' }))[1] as HTMLElement)
  expect(await screen.findByText('1 document can’t go in as it is')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Choose all 2' }))
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: /Paper 6/ }).checked).toBe(false)
  await user.click(screen.getByRole('button', { name: 'Add 2 documents' }))
  expect(titlesIn('Second')).toEqual(['Paper 3', 'Paper 5', 'Paper 4'])
})

describe('pages are counted', () => {
  const paper = (kind: 'chronology' | 'front-sheet') => ({ is: 'paper' as const, paper: kind, title: kind })
  const sections = [{ title: 'First', entries: [entry(1), entry(2), paper('chronology'), paper('front-sheet')] }]

  test('as far as anybody knows before a version is made, and what is not counted is named', async () => {
    const rows = [document(1), document(2, { pages: null })]
    await open({ ...bundle, sections }, { 'bundles.material': () => ({ rows }) })
    expect(await screen.findByText('At least 1 page and the index')).toBeTruthy()
    expect(screen.getByText('Not counted before it is made: 2 papers and 1 document.')).toBeTruthy()
    expect(screen.queryByText(/Over 350 pages/)).toBeNull()
  })

  test('at no page where nothing is counted: it says what is in it', async () => {
    const rows = [1, 2].map(n => document(n, { pages: null }))
    await open({ ...bundle, sections }, { 'bundles.material': () => ({ rows }) })
    expect(await screen.findByText('2 papers and 2 documents')).toBeTruthy()
    expect(screen.getByText('Pages are counted when it is made.')).toBeTruthy()
  })

  test('with papers as long as they were in the newest version', async () => {
    const chronology = { entry: 'chronology', title: 'Chronology', label: 'A2', firstPage: 3, pages: 348, fileId: null, newest: true } // prettier-ignore
    const documents = [...version.documents, chronology]
    await open({ ...made, sections }, { 'bundles.findVersion': () => ({ ...version, documents }) })
    expect(await screen.findByText('At least 351 pages and the index')).toBeTruthy()
    expect(screen.getByText('Not counted before it is made: 1 paper. Papers as long as in version 2.')).toBeTruthy()
    expect(screen.getByText('Over 350 pages: ask the court first')).toBeTruthy()
  })
})

test('half-ordered contents are kept as a draft, and are there again', async () => {
  const { user, bridge } = await open()
  await user.click(await screen.findByRole('button', { name: 'More about Paper 1' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Second' }))
  await waitFor(() => expect(bridge.drafts.has(`bundle:edit:${bundle.id}`)).toBe(true))
  expect(JSON.stringify(bridge.drafts.get(`bundle:edit:${bundle.id}`))).toMatch(/Paper 3.*Paper 1/)
})

test('two who change it at once see both, and what each alone changed stands', async () => {
  const theirs: Bundle = { ...bundle, title: 'Theirs', revision: 2, updatedBy: colleague }
  let asked = 0
  const { user, bridge } = await open(bundle, {
    'bundles.update': ({ bundle: yours, revision }) => {
      asked += 1
      if (asked === 1) return { outcome: 'conflict', current: theirs, yours }
      return { outcome: 'saved', record: { ...theirs, ...yours, revision: revision + 1 } }
    },
  })
  await user.click(await screen.findByRole('button', { name: 'More about Paper 1' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Second' }))
  await user.click(screen.getByRole('button', { name: /^Save/ }))
  expect(await screen.findByText(/Jo Fenwick saved other changes/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Save the chosen answers' }))
  await waitFor(() => expect(bridge.inputsOf('bundles.update')).toHaveLength(2))
  expect(bridge.inputsOf('bundles.update')[1]).toMatchObject({ revision: 2, bundle: { title: 'Theirs' } })
  expect(titlesIn('Second')).toEqual(['Paper 3', 'Paper 1'])
})

test('making a version saves first, and what was found holds the copy back until somebody says why', async () => {
  let [release, override] = ['found' as BundleVersion['release'], null as BundleVersion['override']]
  const now = () => ({ ...version, release, override })
  const { user, bridge } = await open(made, {
    'bundles.findVersion': now,
    'bundles.build': now,
    'bundles.override': ({ reason }) => {
      ;[release, override] = ['overridden', { reason, at: stamp.createdAt, by: me }]
      return now()
    },
  })
  const save = await screen.findByRole('button', { name: /Save a copy/ })
  expect(save.getAttribute('aria-disabled')).toBe('true')
  await user.click(screen.getByRole('tab', { name: /Search before saving/ }))
  expect(screen.getByText('Phone number of Alex Archer (client)')).toBeTruthy()
  expect(screen.getByText('1 page could not be searched')).toBeTruthy()
  expect(screen.getByText('2 pages with pictures beside the text')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Page 4' }))
  expect(await screen.findByRole('group', { name: 'Page 4 of 9' })).toBeTruthy()
  await user.click(screen.getByRole('tab', { name: /Search before saving/ }))
  await user.click(screen.getByRole('button', { name: /Let it go out all the same/ }))
  await user.type(await screen.findByLabelText('Why may these details be seen?'), 'The court ordered it')
  await user.click(screen.getByRole('button', { name: 'Let this version go out' }))
  expect(await screen.findByText(/lets this version go out all the same/)).toBeTruthy()
  expect(screen.getByRole('button', { name: /Save a copy/ }).getAttribute('aria-disabled')).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Make version 3' }))
  await waitFor(() => expect(bridge.inputsOf('bundles.build')).toEqual([{ id: bundle.id, revision: 1 }]))
  expect(globalThis.document.body.textContent).not.toMatch(/\bsafe\b/i)
})

test('a copy is saved under a neutral name, and a name that gives something away is refused beside its field', async () => {
  const ready: BundleVersion = { ...version, release: 'nothing-found' }
  const { user, bridge } = await open(made, {
    'bundles.findVersion': () => ready,
    'vaultFolder.choose': () => ({ chosen: { token: FileToken.parse('a-token'), name: 'Papers' } }),
  })
  bridge.fail('bundles.export', 'invalid-input', { field: 'name', rule: 'name-has-confidential' })
  await user.click(await screen.findByRole('button', { name: /Save a copy/ }))
  const name = await screen.findByLabelText<HTMLInputElement>('File name')
  expect(name.value).toBe('Bundle 2026-12-03 v2.pdf')
  await user.click(screen.getByRole('button', { name: /Choose a folder/ }))
  expect(await screen.findByText(/This name has a confidential detail in it/)).toBeTruthy()
  bridge.answer('bundles.export', given => ({ name: given.name }))
  await user.click(screen.getByRole('button', { name: /Choose a folder/ }))
  expect(await screen.findByText(/v2.pdf is in Papers. Outside the vault anyone can read it/)).toBeTruthy()
})

test('a print says which page is drawn, can be stopped, and a second one begins at its first page', async () => {
  let answer: (given: { printed: boolean } | AppError) => void = () => undefined
  const { user, bridge } = await open(made, {
    'bundles.findVersion': () => ({ ...version, release: 'nothing-found' }),
    'bundles.print': () =>
      new Promise((resolve, reject) => {
        answer = given => (given instanceof AppError ? reject(given) : resolve(given))
      }),
    'bundles.stopPrinting'() {
      answer(new AppError('cancelled'))
      return {}
    },
  })
  const begin = async () => {
    await user.click(await screen.findByRole('button', { name: 'Print…' }))
    await user.click(await screen.findByRole('button', { name: 'Choose a printer…' }))
  }
  await begin()
  act(() => bridge.push({ is: 'print-progress', done: 4, total: 9 }))
  expect(await screen.findByRole('progressbar', { name: 'Preparing page 5 of 9' })).toBeTruthy()
  await user.keyboard('{Escape}')
  expect(await screen.findByText('Stopped. Nothing was printed.')).toBeTruthy()
  expect(screen.queryByRole('dialog')).toBeNull()
  await begin()
  expect(await screen.findByRole('progressbar', { name: 'Preparing page 1 of 9' })).toBeTruthy()
  act(() => bridge.push({ is: 'print-progress', done: 9, total: 9 }))
  expect(await screen.findByText('Choose a printer in the system’s window')).toBeTruthy()
  answer({ printed: true })
  expect(await screen.findByText('Handed to the printing system.')).toBeTruthy()
})

test('what was noticed names its document, an unsearched version is searched by itself, a stale one says so', async () => {
  const unsearched: BundleVersion = { ...version, release: 'unsearched', search: null }
  const { user, bridge } = await open(
    { ...made, changed: { record: true, files: true, papers: false } },
    {
      'bundles.findVersion': () => unsearched,
      'bundles.search': () => version,
    },
  )
  expect(await screen.findByText(/Changed since version 2 was made: contents, a document’s file/)).toBeTruthy()
  await waitFor(() => expect(bridge.inputsOf('bundles.search')).toEqual([{ id: versionId }]))
  await user.click(screen.getByRole('tab', { name: /Noticed/ }))
  expect(screen.getByText('This file was damaged and has been repaired.')).toBeTruthy()
  expect(screen.getByText(/very same bytes as version 1/)).toBeTruthy()
})

test('a bundle whose hearing has moved says so on its bar, and takes the new day', async () => {
  const trial = storedHearing(1, { when: listedFor('2026-12-17') })
  const { user, bridge } = await open(
    { ...bundle, hearingId: trial.id },
    { 'hearings.listForCase': () => ({ rows: [trial], total: 1, next: null }) },
  )
  await user.click(await screen.findByRole('button', { name: 'The hearing is on another day' }))
  expect(screen.getByText(/The bundle would print 3 Dec 2026/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Take 17 Dec 2026' }))
  expect(screen.queryByText(/would print/)).toBeNull()
  await user.click(screen.getByRole('button', { name: /^Save/ }))
  await waitFor(() => expect(bridge.inputsOf('bundles.update')).toHaveLength(1))
  expect(bridge.inputsOf('bundles.update')[0]?.bundle).toMatchObject({ hearingId: trial.id, hearingDay: '2026-12-17' })
})

test('a mouse drags a document to another section', async () => {
  await open()
  const handle = await screen.findByRole('button', { name: 'Move Paper 1' })
  const target = globalThis.document.querySelector(`[data-key="${eventId(703)}"]`)
  globalThis.document.elementFromPoint = () => target
  Element.prototype.setPointerCapture = () => undefined
  fireEvent.pointerDown(handle, { button: 0, pointerId: 1 })
  fireEvent.pointerMove(handle, { clientY: 50, pointerId: 1 })
  expect(target?.getAttribute('data-mark')).toBe('after')
  fireEvent.pointerUp(handle, { pointerId: 1 })
  expect(titlesIn('Second')).toEqual(['Paper 3', 'Paper 1'])
})

test('a new bundle begins with what its hearing says and the usual sections of its court', async () => {
  const { user, bridge } = await openApp(`${path}?mode=new`, undefined, {
    'bundles.listForCase': () => ({ rows: [], total: 0, next: null }),
    ...handlers(bundle),
    'bundles.record': ({ bundle: draft }) => ({ ...bundle, ...draft }),
  })
  await user.click(await screen.findByRole('radio', { name: /Family court/ }))
  await user.click(screen.getByRole('button', { name: /Go to its contents/ }))
  await waitFor(() => expect(bridge.inputsOf('bundles.record')).toHaveLength(1))
  const { sections, profile } = bridge.inputsOf('bundles.record')[0]?.bundle ?? {}
  expect(profile).toBe('family')
  expect(sections?.map(({ title }) => title)).toContain('Applications and orders')
})

test('a new bundle is offered for the next hearing, and its title follows the hearing until somebody writes one', async () => {
  const next = storedHearing(1, { kind: 'H-CC-TRIAL', court: 'Later Court', when: listedFor('2027-01-06') })
  const other = storedHearing(2, { kind: 'H-FC-FINAL', court: 'Later Court', when: listedFor('2027-02-06') })
  const rows = [next, other]
  const { user, bridge } = await openApp(`${path}?mode=new`, undefined, {
    ...{ 'bundles.listForCase': () => ({ rows: [], total: 0, next: null }), ...handlers(bundle) },
    'hearings.listForCase': () => ({ rows, total: rows.length, next: null }),
    'bundles.record': ({ bundle: draft }) => ({ ...bundle, ...draft }),
  })
  const title = await screen.findByRole<HTMLInputElement>('textbox', { name: /Title/ })
  await waitFor(() => expect(title.value).toBe('Hana Dunmore: Trial'))
  const choice = screen.getByRole('combobox', { name: /For which hearing/ })
  await user.selectOptions(choice, other.id)
  expect(title.value).toBe('Hana Dunmore: Final hearing')
  await user.clear(title)
  await user.type(title, 'Archer and Another')
  await user.selectOptions(choice, next.id)
  expect(title.value).toBe('Archer and Another')
  await user.click(screen.getByRole('button', { name: /Go to its contents/ }))
  await waitFor(() => expect(bridge.inputsOf('bundles.record')).toHaveLength(1))
  expect(bridge.inputsOf('bundles.record')[0]?.bundle).toMatchObject({
    ...{ title: 'Archer and Another', hearingId: next.id, court: 'Later Court', profile: 'general' },
  })
})

test('with hearings to come at two courts nobody guesses which one a new bundle is for', async () => {
  const rows = [storedHearing(1, { court: 'One Court' }), storedHearing(2, { court: 'Another Court' })]
  await openApp(`${path}?mode=new`, undefined, {
    ...{ 'bundles.listForCase': () => ({ rows: [], total: 0, next: null }), ...handlers(bundle) },
    'hearings.listForCase': () => ({ rows, total: rows.length, next: null }),
  })
  const choice = await screen.findByRole<HTMLSelectElement>('combobox', { name: /For which hearing/ })
  expect(choice.selectedOptions[0]?.textContent).toBe('No hearing yet')
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: /Title/ }).value).toBe('Hana Dunmore')
})
