import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { CaseDocument } from '../../shared/features/documents.ts'
import { FileId, FileToken } from '../../shared/kernel/ids.ts'
import { caseId, colleague, eventId, minute, stamp } from './support/casework-data.ts'
import type { Handlers } from './support/fake-bridge.ts'
import { storedHearing } from './support/fake-court.ts'
import { openApp } from './support/open-app.tsx'

const path = `/cases/${caseId(1)}/documents`
const fileId = FileId.parse('01900000-0000-7000-8009-000000000001')
const olderId = FileId.parse('01900000-0000-7000-8009-000000000002')
const sha256 = 'ab'.repeat(32)
const file = { id: fileId, name: 'signed.pdf', size: 4_200, sha256, mediaType: 'application/pdf' }
const letter: CaseDocument = {
  ...{ id: eventId(700), caseId: caseId(1), withdrawnReason: null, ...stamp },
  ...{ title: 'Letter from the school', kind: 'letter', when: minute('2026-03-02T00:00:00.000Z') },
  ...{ fromWhom: { value: 'Example School', missing: null }, note: null, links: [], people: [], fileId, file },
  ...{ described: true, sameAs: null },
}
const handlers = (document: CaseDocument): Handlers => ({
  'documents.listForCase': () => {
    const { note: _, links: _l, people: _p, fileId: _f, sameAs: _s, ...row } = document
    return { rows: [row], total: 1, next: null }
  },
  'documents.find': () => document,
  'documents.files': () => ({
    rows: [
      { ...file, addedAt: stamp.createdAt, addedBy: colleague },
      { ...file, id: olderId, name: 'unsigned.pdf', addedAt: stamp.createdAt, addedBy: colleague },
    ],
  }),
  'events.linked': () => ({ rows: [] }),
})

test('a document shows what it is, its file with the hash, and what the file was before', async () => {
  await openApp(`${path}?selected=${letter.id}`, undefined, handlers(letter))
  const now = await screen.findByRole('list', { name: 'File' })
  expect(now.textContent).toContain('signed.pdf')
  expect(within(now).getByTitle(sha256)).toBeTruthy()
  expect(screen.getByRole('list', { name: 'Its other files' }).textContent).toContain('unsigned.pdf')
  expect(screen.getByRole('row', { name: /Letter from the school/ }).textContent).toContain('From Example School')
})

test('one that nobody described says so, and a date to come is refused beside its question', async () => {
  const added = { ...letter, described: false, kind: 'other' as const }
  const { user, bridge } = await openApp(`${path}?selected=${letter.id}`, undefined, handlers(added))
  await user.click(await screen.findByRole('button', { name: /Describe it/ }))
  await user.clear(await screen.findByLabelText('Date'))
  await user.type(screen.getByLabelText('Date'), '1/1/2099')
  await user.click(screen.getByRole('button', { name: /Save changes/ }))
  expect((await screen.findAllByText(/in the future/)).length).toBeGreaterThan(0)
  expect(bridge.inputsOf('documents.update')).toEqual([])
})

test('a copy is exported where the person says, and they are told that it is no longer protected', async () => {
  const { user, bridge } = await openApp(`${path}?selected=${letter.id}`, undefined, {
    ...handlers(letter),
    'vaultFolder.choose': () => ({ chosen: { token: FileToken.parse('a-token'), name: 'Papers' } }),
    'documents.export': () => ({ name: 'signed.pdf' }),
  })
  await user.click(await screen.findByRole('button', { name: /Export a copy/ }))
  await waitFor(() =>
    expect(bridge.inputsOf('documents.export')).toEqual([{ id: letter.id, fileId, folder: 'a-token' }]),
  )
  expect(await screen.findByText(/signed.pdf is in Papers. Outside the vault anyone can read it/)).toBeTruthy()
})

const noHearings: Handlers = { 'hearings.listForCase': () => ({ rows: [], total: 0, next: null }) }

test('a paper of a case before two courts asks for which it is, and takes over no number of the other', async () => {
  const trial = storedHearing(1)
  const family = storedHearing(2, { court: 'Family Court at Exampleton', caseNumber: null })
  const { user, bridge } = await openApp(path, undefined, {
    ...handlers(letter),
    'papers.make': () => letter,
    'hearings.listForCase': () => ({ rows: [trial, family], total: 2, next: null }),
  })
  await user.click(await screen.findByRole('button', { name: 'Make a paper' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Make a paper' }))
  await user.click(await dialog.findByRole('button', { name: /Make the paper/ }))
  expect((await dialog.findAllByText(/Choose the court that this paper is for/)).length).toBeGreaterThan(0)
  const courts = dialog.getByRole('combobox', { name: 'For which court' })
  expect(
    within(courts).getByRole('option', { name: /^Exampleton Crown Court, 01EX1234526 \(next there: / }),
  ).toBeTruthy()
  await user.selectOptions(courts, within(courts).getByRole('option', { name: /^Family Court at Exampleton \(/ }))
  await user.click(dialog.getByRole('button', { name: /Make the paper/ }))
  await waitFor(() => expect(bridge.inputsOf('papers.make')).toHaveLength(1))
  expect(bridge.inputsOf('papers.make')[0]?.options).toMatchObject({
    ...{ court: 'Family Court at Exampleton', caseNumber: null },
  })
})

test('a paper is made from the records: its kind, days and records are asked for, and the new document opens', async () => {
  const made = {
    ...letter,
    id: eventId(701),
    title: 'Chronology, 1 Mar 2026 to 31 Mar 2026',
    kind: 'court-paper' as const,
  }
  const { user, bridge } = await openApp(path, undefined, {
    ...handlers(made),
    'papers.make': () => made,
    ...noHearings,
  })
  await user.click(await screen.findByRole('button', { name: 'Make a paper' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Make a paper' }))
  await user.selectOptions(await dialog.findByRole('combobox', { name: 'For which court' }), 'Another court')
  await user.type(dialog.getByRole('textbox', { name: 'Court' }), 'Exampleton Family Court')
  await user.type(dialog.getByLabelText(/^First day/), '31/3/2026')
  await user.type(dialog.getByLabelText(/^Last day/), '1/3/2026')
  await user.click(dialog.getByRole('checkbox', { name: 'Police contact' }))
  await user.click(dialog.getByRole('button', { name: /Make the paper/ }))
  expect((await dialog.findAllByText(/The end is before the start/)).length).toBeGreaterThan(0)
  await user.clear(dialog.getByLabelText(/^First day/))
  await user.clear(dialog.getByLabelText(/^Last day/))
  await user.type(dialog.getByLabelText(/^First day/), '1/3/2026')
  await user.type(dialog.getByLabelText(/^Last day/), '31/3/2026')
  await user.click(dialog.getByRole('button', { name: /Make the paper/ }))
  await waitFor(() => expect(bridge.inputsOf('papers.make')).toHaveLength(1))
  expect(bridge.inputsOf('papers.make')[0]).toMatchObject({
    ...{ caseId: caseId(1), paper: 'chronology' },
    options: {
      ...{ from: '2026-03-01', to: '2026-03-31', court: 'Exampleton Family Court', service: null },
      kinds: ['incident', 'breach', 'police-report', 'police-contact', 'order', 'hearing'],
    },
  })
  expect(await screen.findByText(/is made. Read it before anyone else does/)).toBeTruthy()
  expect(screen.queryByRole('dialog')).toBeNull()
})
