import { createHash } from 'node:crypto'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sealedFilePath } from '../../electron/store/files/sealed-files.ts'
import type { CaseId, EventId, FileToken } from '../../shared/kernel/ids.ts'
import { anIncident } from '../support/incidents.ts'
import { newVault, openCase, refusal, scratchFolder, type TestStore } from '../support/vault.ts'

const page = { limit: 50, after: null }

describe('files of a record', () => {
  let store: TestStore & { folder: string }
  let caseId: CaseId
  let eventId: EventId
  beforeEach(async () => {
    store = await newVault()
    caseId = openCase(store).id
    eventId = store.call('incidents.record', { caseId, incident: anIncident() }).id
  })
  afterEach(() => store.close())

  const bytes = Buffer.from('a photo of a note')
  const aFile = (name = 'note.jpg'): FileToken => {
    const path = join(scratchFolder(), name)
    writeFileSync(path, bytes)
    return path as FileToken // the command line's tokens are paths
  }
  const add = (name?: string) => store.job('attachments.add', { eventId, file: aFile(name) })
  const list = (removed = false) => store.call('attachments.list', { eventId, removed, page })

  test('a file is sealed and attached in one step, with its size and hash', async () => {
    const added = await add()
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    expect(added).toMatchObject({ name: 'note.jpg', size: bytes.length, sha256, removedAt: null })
    expect(list()).toEqual({ rows: [added], total: 1, next: null })
    expect(existsSync(sealedFilePath(store.folder, added.id))).toBe(true)
    const filter = { group: null, reported: null, breached: false, unfinished: false, withdrawn: false }
    expect(store.call('incidents.listForCase', { caseId, filter, page }).rows[0]?.attachments).toBe(1)
  })

  test('taken off it is marked, not deleted, and can be put back', async () => {
    const { id: fileId } = await add()
    expect(store.call('attachments.detach', { eventId, fileId }).removedAt).toBe(store.clock.now)
    expect(list().total).toBe(0)
    expect(list(true).rows.map(row => row.id)).toEqual([fileId])
    expect(existsSync(sealedFilePath(store.folder, fileId))).toBe(true)
    const again = await refusal(() => store.call('attachments.detach', { eventId, fileId }))
    expect(again.details['rule']).toBe('not-attached')
    expect(store.call('attachments.attach', { eventId, fileId }).removedAt).toBeNull()
    expect(list().total).toBe(1)
  })

  test('a file of the same case can belong to two records, one of another case to none', async () => {
    const { id: fileId } = await add()
    const second = store.call('incidents.record', { caseId, incident: anIncident() }).id
    expect(store.call('attachments.attach', { eventId: second, fileId }).id).toBe(fileId)
    const elsewhere = openCase(store, 'Sam Example').id
    const other = store.call('incidents.record', { caseId: elsewhere, incident: anIncident() }).id
    const refused = await refusal(() => store.call('attachments.attach', { eventId: other, fileId }))
    expect(refused).toMatchObject({ code: 'not-found', details: { what: 'file' } })
  })

  test('a closed case takes no file and gives none up; a missing file is said so', async () => {
    const { id: fileId } = await add()
    const gone = await refusal(() => store.job('attachments.add', { eventId, file: '/nowhere/gone.jpg' as FileToken }))
    expect(gone).toMatchObject({ code: 'file-unreadable' })
    const { reference, ownerId, openedOn, revision } = store.call('cases.find', { id: caseId })
    const shut = { status: 'closed', closedOn: '2026-11-24' as never, closingReason: 'planned' } as const
    store.call('cases.update', { id: caseId, revision, case: { reference, ownerId, openedOn, ...shut } })
    for (const work of [() => add(), () => store.call('attachments.detach', { eventId, fileId })])
      expect(await refusal(work)).toMatchObject({ details: { rule: 'case-closed' } })
  })

  test('the record of changes tells of both without a file’s name', async () => {
    const { id: fileId } = await add('Alex Example at home.jpg')
    store.call('attachments.detach', { eventId, fileId })
    const { rows } = store.call('history.forCase', { caseId, page })
    expect(rows.map(row => row.action)).toEqual(expect.arrayContaining(['attachment.added', 'attachment.removed']))
    expect(JSON.stringify(rows)).not.toContain('at home')
  })
})
