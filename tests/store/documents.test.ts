import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { safeName } from '../../electron/jobs/export-file.job.ts'
import { sealedFilePath } from '../../electron/store/files/sealed-files.ts'
import type { CaseDocument, DocumentDraft } from '../../shared/features/documents.ts'
import type { CaseId, EventId, FileId, FileToken } from '../../shared/kernel/ids.ts'
import { anIncident } from '../support/incidents.ts'
import { newVault, openCase, refusal, scratchFolder, type TestStore } from '../support/vault.ts'

const page = { limit: 50, after: null }
const everything = { kind: null, undescribed: false, withdrawn: false }
const pdf = Buffer.from('%PDF-1.7\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF')

let store: TestStore & { folder: string }
let caseId: CaseId
beforeEach(async () => {
  store = await newVault()
  caseId = openCase(store, 'Alex Example').id
})
afterEach(() => store.close())

const aFile = (name: string, bytes: Buffer | string = pdf): FileToken => {
  const path = join(scratchFolder(), name)
  writeFileSync(path, bytes)
  return path as FileToken // the command line's tokens are paths
}
const add = (name = 'Letter from the school.pdf', bytes?: Buffer | string) =>
  store.job('documents.add', { caseId, file: aFile(name, bytes) })
const draftOf = ({ when, title, kind, fromWhom, note, links, people, fileId }: CaseDocument): DocumentDraft => ({
  ...{ when, title, kind, fromWhom, note, links, people, fileId },
})
const describeAs = (document: CaseDocument, changes: Partial<DocumentDraft>) =>
  store.call('documents.update', {
    ...{ id: document.id, revision: document.revision },
    document: { ...draftOf(document), ...changes },
  })
const list = (filter: Partial<typeof everything> = {}) =>
  store.call('documents.listForCase', { caseId, filter: { ...everything, ...filter }, page })

describe('a document', () => {
  test('is a sealed copy, known by its content and its hash, and waits to be described', async () => {
    const added = await add()
    expect(added).toMatchObject({
      ...{ title: 'Letter from the school', kind: 'other', described: false, sameAs: null, revision: 1 },
      file: { name: 'Letter from the school.pdf', size: pdf.length, mediaType: 'application/pdf' },
    })
    expect(added.file.sha256).toBe(createHash('sha256').update(pdf).digest('hex'))
    expect(existsSync(sealedFilePath(store.folder, added.file.id))).toBe(true)
    expect(list({ undescribed: true }).rows.map(row => row.id)).toEqual([added.id])
    describeAs(added, { title: 'Letter', kind: 'letter', fromWhom: { value: 'Example School', missing: null } })
    expect(list({ undescribed: true }).total).toBe(0)
    expect(list().rows[0]).toMatchObject({ title: 'Letter', kind: 'letter', described: true })
  })

  test('is told by its bytes, not by its name', async () => {
    const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0])
    expect((await add('statement.pdf', jpeg)).kind).toBe('picture')
    expect((await add('note.txt', 'only words')).file.mediaType).toBeNull()
  })

  test('with the same bytes as another says so', async () => {
    const first = await add()
    expect((await add('again.pdf')).sameAs).toBe(first.id)
    const elsewhere = openCase(store, 'Sam Sample').id
    expect((await store.job('documents.add', { caseId: elsewhere, file: aFile('x.pdf') })).sameAs).toBeNull()
  })

  test('stands in the timeline by its own date, in search by its words, and with what it belongs to', async () => {
    const added = await add()
    const incident = store.call('incidents.record', { caseId, incident: anIncident() })
    const when = { from: '2026-03-02T00:00:00.000Z', to: null, precision: 'day', zone: 'Europe/London' } as never
    describeAs(added, { when, note: 'The caretaker kept it', links: [incident.id], people: [] })
    expect(store.call('events.linked', { id: incident.id }).rows).toMatchObject([{ id: added.id, kind: 'document' }])
    const found = store.call('search.events', { text: 'caretaker', page })
    expect(found.rows.map(row => row.eventId)).toEqual([added.id])
  })

  test('a newer file takes its place and the one before stays, to be seen and put back', async () => {
    const added = await add()
    store.clock.now = '2026-11-24T12:00:00.000Z' as never // a moment later
    const newer = await store.job('documents.replace', {
      id: added.id,
      revision: 1,
      file: aFile('signed.pdf', 'signed'),
    })
    expect(newer).toMatchObject({ outcome: 'saved', record: { file: { name: 'signed.pdf' }, title: added.title } })
    const files = store.call('documents.files', { id: added.id }).rows
    expect(files.map(file => file.name)).toEqual(['signed.pdf', 'Letter from the school.pdf'])
    for (const { id } of files) expect(existsSync(sealedFilePath(store.folder, id))).toBe(true)
    const now = store.call('documents.find', { id: added.id })
    expect(describeAs(now, { fileId: added.file.id })).toMatchObject({ record: { file: added.file } })
  })

  test('two who replace it at once both keep their file, and the second sees both', async () => {
    const added = await add()
    const one = { id: added.id, revision: 1, file: aFile('one.pdf', 'one') }
    store.clock.now = '2026-11-24T12:00:00.000Z' as never
    await store.job('documents.replace', one)
    store.clock.now = '2026-11-24T12:00:01.000Z' as never
    const second = await store.job('documents.replace', { ...one, file: aFile('two.pdf', 'two') })
    expect(second).toMatchObject({ outcome: 'conflict', current: { file: { name: 'one.pdf' } } })
    expect(store.call('documents.files', { id: added.id }).rows.map(file => file.name)).toEqual([
      ...['two.pdf', 'one.pdf', 'Letter from the school.pdf'],
    ])
  })

  test('takes no file of another document, nobody of another case, no day to come', async () => {
    const [one, other] = [await add(), await add('other.pdf', 'other')]
    const stranger = openCase(store, 'Sam Sample').clientId
    const why = async (changes: Partial<DocumentDraft>) => (await refusal(() => describeAs(one, changes))).details
    expect(await why({ fileId: other.file.id })).toMatchObject({ what: 'file' })
    expect(await why({ people: [stranger] })).toMatchObject({ rule: 'person-of-another-case' })
    const tomorrow = { from: '2099-01-01T00:00:00.000Z', to: null, precision: 'day', zone: 'Europe/London' } as never
    expect(await why({ when: tomorrow })).toMatchObject({ field: 'when', rule: 'in-the-future' })
  })

  test('of a closed case stays as it is, and a missing file is said so', async () => {
    expect(
      await refusal(() => store.job('documents.add', { caseId, file: '/nowhere/x.pdf' as FileToken })),
    ).toMatchObject({ code: 'file-unreadable' })
    const added = await add()
    const { reference, ownerId, openedOn, revision } = store.call('cases.find', { id: caseId })
    const shut = { status: 'closed', closedOn: '2026-11-24' as never, closingReason: 'planned' } as const
    store.call('cases.update', { id: caseId, revision, case: { reference, ownerId, openedOn, ...shut } })
    expect((await refusal(() => describeAs(added, { title: 'Other' }))).details).toEqual({ rule: 'case-closed' })
  })
})

describe('a copy that leaves the vault', () => {
  const exported = async (name: string, bytes: Buffer | string = pdf) => {
    const { id, file } = await add(name, bytes)
    const folder = join(scratchFolder(), 'out')
    mkdirSync(folder, { recursive: true })
    const leave = () => store.job('documents.export', { id, fileId: file.id, folder: folder as FileToken })
    return { id, file, folder, leave }
  }

  test('has the bytes that came in, under a free name, and the history keeps that it left', async () => {
    const big = Buffer.alloc(5_000_000, 'evidence ')
    const { folder, leave } = await exported('film.mp4', big)
    expect(await leave()).toEqual({ name: 'film.mp4' })
    expect(await leave()).toEqual({ name: 'film (2).mp4' })
    expect(readdirSync(folder).toSorted()).toEqual(['film (2).mp4', 'film.mp4'])
    expect(readFileSync(join(folder, 'film.mp4')).equals(big)).toBe(true)
    const history = store.call('history.forCase', { caseId, page: { limit: 1, after: null } }).rows
    expect(history[0]?.action).toBe('document.exported')
  })

  test('is not written when the sealed file was changed, and nothing half is left behind', async () => {
    const { file, folder, leave } = await exported('letter.pdf')
    const path = sealedFilePath(store.folder, file.id)
    const bytes = readFileSync(path)
    bytes[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) ^ 1
    writeFileSync(path, bytes)
    expect(await refusal(leave)).toMatchObject({ code: 'file-unreadable', details: { rule: 'file-changed' } })
    expect(readdirSync(folder)).toEqual([])
  })

  test.each([
    ['../../etc/passwd', '_.._etc_passwd'],
    ['CON', 'document CON'],
    ['a\u202Efdp.exe', 'a_fdp.exe'],
    ['...', 'document'],
    ['what? "this"*.pdf', 'what_ _this__.pdf'],
    ['رسالة.pdf', 'رسالة.pdf'],
  ])('is never named so that it hides or lands elsewhere: %s', (given, name) => expect(safeName(given)).toBe(name))
})

describe('reading', () => {
  const prepare = (id: EventId, fileId: FileId) =>
    store.dispatch({ is: 'prepare', name: 'documents.open', input: { id, fileId } })

  test('a file that a document is or was can be opened, and no other; nothing is written for it', async () => {
    const first = await add()
    const replaced = await store.job('documents.replace', {
      id: first.id,
      revision: 1,
      file: aFile('newer.pdf', 'newer'),
    })
    const other = await add('Another.pdf', 'another')
    if (replaced.outcome !== 'saved') throw new Error('Not replaced')
    const changes = () => store.session.open?.db.prepare('SELECT total_changes()').pluck().get()
    const before = changes()
    expect(prepare(first.id, first.fileId)).toMatchObject({ ok: true, value: { size: pdf.length } })
    expect(prepare(first.id, replaced.record.fileId)).toMatchObject({ ok: true, value: { size: 5 } })
    expect(prepare(first.id, other.fileId)).toMatchObject({ ok: false, error: { code: 'not-found' } })
    expect(prepare(other.fileId as unknown as EventId, other.fileId)).toMatchObject({ ok: false })
    expect(changes()).toBe(before)
  })

  test('what the reader is handed says nothing of what the document is called', async () => {
    const { id, fileId } = await add()
    const reply = prepare(id, fileId)
    expect(Object.keys(reply.ok ? (reply.value as object) : {}).sort()).toEqual(['key', 'path', 'size'])
  })

  test('an attached file is opened from its own record alone', async () => {
    const { id: eventId } = store.call('incidents.record', { caseId, incident: anIncident() })
    const attached = await store.job('attachments.add', { eventId, file: aFile('Photo.png', 'a picture') })
    const open = (record: EventId) =>
      store.dispatch({ is: 'prepare', name: 'attachments.open', input: { eventId: record, fileId: attached.id } })
    expect(open(eventId)).toMatchObject({ ok: true, value: { size: 9 } })
    const other = store.call('incidents.record', { caseId, incident: anIncident() })
    expect(open(other.id)).toMatchObject({ ok: false, error: { code: 'not-found' } })
  })
})

test('an empty file and a folder are not added, each with its reason', async () => {
  expect((await refusal(() => add('empty.txt', ''))).details).toEqual({ rule: 'nothing-in-file' })
  const folder = scratchFolder() as FileToken // as above
  expect((await refusal(() => store.job('documents.add', { caseId, file: folder }))).details).toEqual({
    rule: 'not-a-file',
  })
  expect(list().total).toBe(0)
})
