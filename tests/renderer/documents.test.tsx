import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { CaseDocument } from '../../shared/features/documents.ts'
import { FileId, FileToken } from '../../shared/kernel/ids.ts'
import { caseId, colleague, eventId, minute, stamp } from './support/casework-data.ts'
import type { Handlers } from './support/fake-bridge.ts'
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
