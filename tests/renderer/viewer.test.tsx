import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { CaseDocument } from '../../shared/features/documents.ts'
import { AppError } from '../../shared/kernel/errors.ts'
import { FileId } from '../../shared/kernel/ids.ts'
import { caseId, colleague, eventId, minute, stamp } from './support/casework-data.ts'
import type { Handlers } from './support/fake-bridge.ts'
import { fakeReading, readingId, refused } from './support/fake-reading.ts'
import { openApp } from './support/open-app.tsx'

HTMLCanvasElement.prototype.getContext = (() => null) as never // jsdom draws nothing

const fileId = FileId.parse('01900000-0000-7000-8009-000000000001')
const file = { id: fileId, name: 'letter.pdf', size: 4_200, sha256: 'ab'.repeat(32), mediaType: 'application/pdf' }
const letter: CaseDocument = {
  ...{ id: eventId(700), caseId: caseId(1), withdrawnReason: null, ...stamp },
  ...{ title: 'Letter from the school', kind: 'letter', when: minute('2026-03-02T00:00:00.000Z') },
  ...{ fromWhom: { value: 'Example School', missing: null }, note: null, links: [], people: [], fileId, file },
  ...{ described: true, sameAs: null },
}
const documents: Handlers = {
  'documents.listForCase': () => {
    const { note: _, links: _l, people: _p, fileId: _f, sameAs: _s, ...row } = letter
    return { rows: [row], total: 1, next: null }
  },
  'documents.find': () => letter,
  'documents.files': () => ({ rows: [{ ...file, addedAt: stamp.createdAt, addedBy: colleague }] }),
  'events.linked': () => ({ rows: [] }),
}
const list = `/cases/${caseId(1)}/documents`
const view = `${list}?selected=${letter.id}&mode=view`
const open = (more: Handlers, path = view) => openApp(path, undefined, { ...documents, ...more })
const pageField = () => screen.findByRole('textbox', { name: /^Page, of/ })

test('Enter on a row opens the document, and Escape leads back to the list', async () => {
  const { user, bridge } = await open(fakeReading(3), list)
  const row = await screen.findByRole('row', { name: /Letter from the school/ })
  row.focus()
  await user.keyboard('{Enter}')
  const sheet = await screen.findByRole('group', { name: 'Page 1 of 3' })
  await waitFor(() => expect(sheet.textContent).toContain('Words of page 1'))
  expect(bridge.inputsOf('documents.open')).toEqual([{ id: letter.id, fileId }])
  await user.keyboard('{Escape}')
  expect(await screen.findByRole('row', { name: /Letter from the school/ })).toBeTruthy()
  await waitFor(() => expect(bridge.inputsOf('reading.close')).toEqual([{ readingId }]))
})

test('keys and the page field lead through the pages, and the address keeps the page', async () => {
  const { user, router } = await open(fakeReading(12, ['i', 'ii', ...Array.from({ length: 10 }, (_, at) => `A${String(at + 1)}`)])) // prettier-ignore
  expect(await pageField()).toHaveProperty('value', 'i')
  await user.keyboard('{End}')
  await waitFor(async () => expect(await pageField()).toHaveProperty('value', 'A10'))
  await user.keyboard('{ArrowLeft}')
  await waitFor(async () => expect(await pageField()).toHaveProperty('value', 'A9'))
  fireEvent.change(await pageField(), { target: { value: 'a1' } })
  fireEvent.keyDown(await pageField(), { key: 'Enter' })
  expect(await screen.findByRole('group', { name: 'Pages, Page 3 of 12, A1' })).toBeTruthy()
  await waitFor(() => expect(router.state.location.search).toMatchObject({ mode: 'view', page: 3 }))
})

test('what comes back from a lock begins on the page of the address', async () => {
  const { bridge } = await open(fakeReading(500), `${view}&page=400`)
  expect(await pageField()).toHaveProperty('value', '400')
  await waitFor(() => expect(bridge.inputsOf('reading.draw').length).toBeGreaterThan(0))
  const drawn = bridge.inputsOf('reading.draw').map(({ page }) => page)
  expect(Math.min(...drawn)).toBeGreaterThan(395)
  expect(new Set(drawn).size).toBeLessThan(6) // of 500: those near to what is read
})

test('words are counted while they are found, and each find leads on to the next', async () => {
  const { user } = await open(fakeReading(4))
  await pageField()
  await user.keyboard('{Control>}f{/Control}')
  await user.type(screen.getByRole('textbox', { name: 'Find in this document' }), 'page')
  const status = within(screen.getByRole('search', { name: 'Find in this document' })).getByRole('status')
  await waitFor(() => expect(status.textContent).toBe('1 of 4'))
  await user.keyboard('{Enter}')
  await waitFor(() => expect(status.textContent).toBe('2 of 4'))
  await user.keyboard('{Shift>}{F3}{/Shift}')
  await waitFor(() => expect(status.textContent).toBe('1 of 4'))
  fireEvent.change(screen.getByRole('textbox', { name: 'Find in this document' }), { target: { value: 'not there' } })
  await waitFor(() => expect(status.textContent).toMatch(/^Not found/))
})

test('a locked document asks for its password, says when it is wrong, and opens with the right one', async () => {
  const { user, bridge } = await open({
    ...fakeReading(2),
    'documents.open': () => ({ is: 'locked', readingId }),
    'reading.unlock': ({ password }) => {
      if (password !== 'right')
        throw new AppError('invalid-input', { field: 'password', rule: 'document-password-wrong' })
      return { is: 'open', readingId, kind: 'pdf', pages: [{ width: 595, height: 842 }], labels: null }
    },
  })
  await user.type(await screen.findByLabelText(/Password of this document/), 'wrong')
  await user.click(screen.getByRole('button', { name: /^Open/ }))
  expect((await screen.findAllByText(/not the password of this document/)).length).toBeGreaterThan(0)
  await user.clear(screen.getByLabelText(/Password of this document/))
  await user.type(screen.getByLabelText(/Password of this document/), 'right')
  await user.click(screen.getByRole('button', { name: /^Open/ }))
  expect(await screen.findByRole('group', { name: 'Page 1 of 1' })).toBeTruthy()
  expect(JSON.stringify([...bridge.drafts.values()])).not.toContain('right')
})

test('what can’t be shown is said calmly, with the way out beside it', async () => {
  await open({ 'documents.open': () => Promise.reject(refused('kind-not-shown')) })
  expect(await screen.findByText(/can’t show files of this kind/)).toBeTruthy()
  expect(screen.getAllByRole('button', { name: 'Export a copy…' }).at(-1)?.textContent).toBe('Export a copy…')
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull() // it would be the same again
})

test('a page that ends the reader says so; the document is opened anew for the others, and for another try', async () => {
  let ended = true
  const fake = fakeReading(2)
  const { user, bridge } = await open({
    ...fake,
    'reading.draw': input => {
      if (input.page === 0 && ended) throw refused('service-ended', 'unavailable')
      if (input.page === 1 && bridge.inputsOf('documents.open').length < 2) throw refused('reading-closed', 'not-found')
      return { packing: 'none', width: 1, height: 1, pixels: new Uint8Array(4), size: { width: 595, height: 842 } }
    },
  })
  const first = await screen.findByRole('group', { name: 'Page 1 of 2' })
  expect(await within(first).findByText(/too long or too much memory/)).toBeTruthy()
  await waitFor(() => expect(bridge.inputsOf('documents.open').length).toBe(2))
  ended = false
  await user.click(within(first).getByRole('button', { name: /Try this page again/ }))
  await waitFor(() => expect(within(first).queryByText(/too long/)).toBe(null))
})

const dropOn = (target: Element | Window, files: File[]) => {
  const dataTransfer = { types: ['Files'], files, dropEffect: 'none' }
  fireEvent.dragOver(target, { dataTransfer })
  return () => fireEvent.drop(target, { dataTransfer })
}
const aFile = (name: string) => new File(['x'], name)

test('files dropped anywhere go into the case that is open; a bad one keeps no other out', async () => {
  const { bridge } = await openApp(`/cases/${caseId(1)}`, undefined, {
    'documents.add': ({ file: token }) =>
      token.includes('folder') ? Promise.reject(refused('not-a-file')) : { ...letter, id: eventId(701) },
  })
  const client = (await screen.findByRole('heading', { level: 1 })).textContent
  const drop = dropOn(document.body, [aFile('one.pdf'), aFile('folder'), aFile('two.pdf')])
  expect(await screen.findByText(`Add to the documents of ${client}`)).toBeTruthy()
  drop()
  await waitFor(() => expect(bridge.inputsOf('documents.add').length).toBe(3))
  expect(bridge.inputsOf('documents.add').every(input => input.caseId === caseId(1))).toBe(true)
  expect(await screen.findByText(/2 documents added/)).toBeTruthy()
  expect(await screen.findByText(/folder: This is a folder/)).toBeTruthy()
})

test('with no case open a drop adds nothing and says what to do', async () => {
  const { bridge } = await openApp('/cases')
  dropOn(document.body, [aFile('one.pdf')])()
  expect((await screen.findAllByText(/Open a case first/)).length).toBeGreaterThan(0)
  expect(bridge.inputsOf('documents.add')).toEqual([])
})
