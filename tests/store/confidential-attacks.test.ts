import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as mupdf from 'mupdf'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { codePattern } from '../../electron/store/confidential/confidential-words.ts'
import { everyOpenCase } from '../../shared/features/cases.ts'
import type { IdentifierChange, NewIdentifier } from '../../shared/features/identifiers.ts'
import type { SafeContactPlan } from '../../shared/features/safe-contact.ts'
import type { Cursor } from '../../shared/kernel/event.ts'
import type { CaseId, EventId, FileToken, IdentifierId, PersonId } from '../../shared/kernel/ids.ts'
import { aBundle, aDocumentEntry } from '../support/bundle-records.ts'
import { aContact } from '../support/contacts.ts'
import { aHearing, listedFor } from '../support/hearings.ts'
import { anIncident } from '../support/incidents.ts'
import { madePdf, writeText } from '../support/made-pdf.ts'
import { newVault, openCase, refusal, scratchFolder, testPassphrase, type TestStore } from '../support/vault.ts'

const number = '07700 900123'
const page = { limit: 50, after: null }
const mobile: NewIdentifier = { kind: 'phone', value: number, label: 'own mobile', confidential: true, doNotUse: false }
let store: TestStore
let caseId: CaseId
let personId: PersonId
beforeEach(async () => {
  store = await newVault()
  ;({ id: caseId, clientId: personId } = openCase(store, 'Alex Example'))
})
afterEach(() => store.close())

const identify = (identifier: Partial<NewIdentifier> = {}, whose = personId) =>
  store.call('identifiers.add', { personId: whose, identifier: { ...mobile, ...identifier } }).id
const note = (clientSaid: string, inCase = caseId): EventId =>
  store.call('contacts.record', { caseId: inCase, contact: aContact({ clientSaid }) }).id
const shown = (id: EventId): string => store.call('contacts.find', { id }).clientSaid ?? ''
/** What is shown, without the codes, which are made of digits too. */
const plainly = (id: EventId): string => shown(id).replaceAll(codePattern, '')
const stored = (id: EventId): unknown =>
  store.session.open?.db.prepare('SELECT client_said FROM contacts WHERE event_id = ?').pluck().get(id)
const at = (moment: string) => (store.clock.now = moment as never)
const digits = (answer: unknown): string => JSON.stringify(answer).replaceAll(codePattern, '').replaceAll(/\D/g, '')

describe('a list', () => {
  test('cuts an account only after what is confidential is out of it', () => {
    identify()
    const before = 'x'.repeat(232)
    note(`${before} ${number} rang`)
    store.call('incidents.record', { caseId, incident: anIncident({ clientSaid: `${before} ${number} rang` }) })
    const contacts = store.call('contacts.listForCase', { caseId, filter: { entry: 'any', withdrawn: false }, page })
    const incidents = store.call('incidents.listForCase', {
      ...{ caseId, page },
      filter: { group: null, reported: null, breached: false, unfinished: false, withdrawn: false },
    })
    for (const { rows } of [contacts, incidents]) expect(rows[0]?.excerpt).not.toMatch(/ 0/)
  })

  test('is not narrowed by a part of a confidential name', () => {
    const { clientId } = openCase(store, 'Nova Newname (was Kit)')
    identify({ kind: 'alias', value: 'Nova Newname' }, clientId)
    const found = (text: string) =>
      store.call('cases.list', { filter: { ...everyOpenCase, text }, today: '2026-11-24' as never, page })
    for (const text of ['nova', 'Newn', 'n'])
      expect(
        found(text).rows.map(row => row.clientName),
        text,
      ).toEqual([])
    expect(found('was kit')).toMatchObject({ total: 1 })
    expect(found('exam')).toMatchObject({ total: 1 })
  })

  test('goes on after a client whose name is confidential', () => {
    const { clientId } = openCase(store, 'Nova Newname or Kit')
    openCase(store, 'Zed Sample')
    identify({ kind: 'alias', value: 'Nova Newname' }, clientId)
    const filter = { ...everyOpenCase, sort: 'client' as const }
    const seen: string[] = []
    let after: Cursor | null = null
    do {
      const answer: { rows: { id: string }[]; next: Cursor | null } = store.call('cases.list', {
        ...{ filter, today: '2026-11-24' as never, page: { limit: 1, after } },
      })
      seen.push(...answer.rows.map(row => row.id))
      after = answer.next
    } while (after !== null && seen.length < 9)
    expect(new Set(seen).size).toBe(3)
    expect(seen).toHaveLength(3)
  })

  test('of namesakes has nobody by a confidential name', () => {
    const { clientId } = openCase(store, 'Kit Sample')
    store.call('people.update', {
      ...{ id: clientId, revision: 1 },
      person: {
        ...{ name: 'Kit Sample', alsoKnownAs: 'Nova Newname', role: 'client', relationship: null, note: null },
        born: { value: null, missing: 'not-asked' },
      },
    })
    const asked = () => store.call('people.namesakes', { name: 'Newname Nova', exceptCaseId: null }).rows.length
    expect(asked()).toBe(1)
    identify({ kind: 'alias', value: 'Nova Newname' }, clientId)
    expect(asked()).toBe(0)
    expect(store.call('people.namesakes', { name: 'kit sample', exceptCaseId: null }).rows).toHaveLength(1)
  })

  test('of who is in another case too says nothing of a confidential address or name, and tells of a number', () => {
    const { id: otherCase, clientId } = openCase(store, 'Kit Sample')
    const place = { kind: 'address', value: '7 Hidden Lane\nEX9 9ZZ' } as const
    identify(place)
    identify({ kind: 'alias', value: 'Nova Newname' })
    identify({ ...place, confidential: false }, clientId)
    identify({ kind: 'alias', value: 'Nova Newname', confidential: false }, clientId)
    expect(store.call('people.matches', { caseId: otherCase }).rows).toEqual([])
    identify()
    identify({ confidential: false }, clientId)
    expect(store.call('people.matches', { caseId: otherCase }).rows).toHaveLength(1)
  })
})

describe('a code in a text', () => {
  const codeOf = (text: string): string => /\[confidential [^\]]+\]/.exec(shown(note(text)))?.[0] ?? ''

  test.each(['1CODE', 'CODE4', 'CODECODE', '٣CODE', 'CODE\u200b7', '+1CODE', '+1 CODE', '00CODE9'])(
    'never gives its number away by what is typed beside it: %s',
    typed => {
      identify()
      const id = note(typed.replaceAll('CODE', codeOf(number)))
      expect(stored(id)).toContain(number)
      expect(plainly(id)).not.toMatch(/900|770/)
    },
  )

  test.each([
    ['alias', 'Nova Newname', 'xCODE'],
    ['alias', 'Nova Newname', 'CODEs'],
    ['alias', 'Nova Newname', 'CODEé'],
    ['email', 'nova@example.org', 'CODEs'],
    ['handle', '@nova_sample7', 'CODE7'],
  ] as const)('nor another value: %s %s in %s', (kind, value, typed) => {
    identify({ kind, value })
    const id = note(typed.replaceAll('CODE', codeOf(value)))
    expect(shown(id)).not.toMatch(/nova|sample|example/i)
  })

  test('is no way to have its number written in another way', () => {
    identify()
    const code = codeOf(number)
    for (const value of [`+1${code}`, `+1 ${code}`, `+33 ${code}`, `(0) ${code}`])
      store.call('identifiers.add', { personId, identifier: { ...mobile, value, confidential: false } })
    expect(digits(store.call('identifiers.listForCase', { caseId }).rows.map(row => row.value))).not.toMatch(/900123/)
  })

  test('made up or cut short is text like any other', () => {
    identify()
    const cut = codeOf(number).slice(0, -1)
    for (const text of ['[confidential phone 0000000000]', cut, codeOf(number).toLowerCase()])
      expect(shown(note(text))).toBe(text)
  })

  test('gives back a text as it was, one near its length limit too', () => {
    identify()
    const said = `${'a '.repeat(2000)}${number}`
    const id = note(said)
    const contact = aContact({ clientSaid: shown(id) })
    store.call('contacts.update', { id, revision: 1, contact })
    expect(stored(id)).toBe(said)
  })
})

describe('a confidential mark', () => {
  const change = (identifier: Partial<IdentifierChange>, id: IdentifierId, revision = 1) =>
    store.call('identifiers.update', { id, revision, identifier: { ...mobile, value: null, ...identifier } })

  test('is taken off only by who writes the value, so that editing is no way round the plan', async () => {
    const id = identify()
    const unmarked = { field: 'identifier.value', rule: 'value-to-unmark' }
    for (const value of [null, '07700 900999', '[confidential phone 0000000000]'])
      expect((await refusal(() => change({ confidential: false, value }, id))).details, String(value)).toEqual(unmarked)
    expect(store.call('identifiers.listForCase', { caseId }).rows[0]).toMatchObject({ value: null, revision: 1 })
    expect(change({ confidential: false, value: '+447700900123' }, id)).toMatchObject({
      ...{ outcome: 'saved', record: { value: number, confidential: false } },
    })
  })

  test('is not taken off by a code that stands for the value', async () => {
    const id = identify()
    const said = note(`Ring ${number}`)
    const value = shown(said).replace('Ring ', '')
    expect((await refusal(() => change({ confidential: false, value }, id))).details['rule']).toBe('value-to-unmark')
  })

  test('stays on the values before, when a later one loses it', () => {
    const id = identify()
    const said = note(`Ring ${number} or 07700 900999`)
    change({ value: '07700 900999' }, id)
    change({ confidential: false, value: '07700 900999' }, id, 2)
    expect(shown(said)).toMatch(/^Ring \[confidential phone [0-9A-F]{10}\] or 07700 900999$/)
  })
})

describe('the versions of one kind of record', () => {
  test('are none of another: a short confidential value stood in them', async () => {
    const id = identify({ kind: 'alias', value: 'Nova' })
    expect(await refusal(() => store.call('people.versions', { id: id as never }))).toMatchObject({ code: 'not-found' })
    expect(await refusal(() => store.call('tasks.versions', { id: id as never }))).toMatchObject({ code: 'not-found' })
    expect(await refusal(() => store.call('cases.versions', { id: id as never }))).toMatchObject({ code: 'not-found' })
  })
})

const plan: SafeContactPlan = {
  ...{ askFor: null, codeWord: null, whoMayAnswer: null, windows: [], voicemail: 'no', voicemailScript: null },
  ...{ text: 'no', email: 'no', emailWatched: 'no', post: 'no', withheldNumber: 'yes', interpreter: null },
  ...{ sharedDevices: null, otherContact: null, doctor: null, note: null, confirmEveryDays: 28 },
}
describe('a number is not given out by an agreed plan', () => {
  let id: IdentifierId
  const agree = () => {
    const windows = [{ identifierId: id, days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '23:59' }]
    store.call('safeContact.save', { personId, revision: 0, plan: { ...plan, windows } as SafeContactPlan })
  }
  const reveal = (override: string | null = null) => store.call('identifiers.reveal', { id, purpose: 'call', override })
  beforeEach(() => {
    id = identify()
    agree()
    expect(reveal()).toMatchObject({ outcome: 'shown' })
  })

  test('when it was entered in error: it may be somebody else’s', () => {
    store.call('identifiers.withdraw', { id, revision: 1, reason: 'It is his' })
    expect(reveal()).toMatchObject({ outcome: 'withheld', rule: 'in-error' })
  })

  test.each([
    ['another number', { value: '07700 900999' }],
    ['one that was not to be used', { doNotUse: true }],
  ])('when it is %s now than was gone through', (_, change) => {
    at('2026-11-24T09:40:00.000Z')
    const standing = () => store.call('safeContact.standing', { caseId })
    const update = (revision: number, to: object) =>
      store.call('identifiers.update', { id, revision, identifier: { ...mobile, value: null, ...to } })
    expect(standing()).toMatchObject({ callableNow: true })
    update(1, { label: 'her mobile' })
    expect(reveal()).toMatchObject({ outcome: 'shown' })
    update(2, change)
    store.call('safeContact.confirm', { personId, revision: 1 })
    at('2026-11-24T09:41:00.000Z')
    update(3, {})
    if ('value' in change) update(4, { value: number })
    expect(reveal()).toMatchObject({ outcome: 'withheld', rule: 'changed-since' })
    expect(standing()).toMatchObject({ state: 'changed-since', callableNow: false })
  })

  test('that was there before an e-mail address nobody asked about', () => {
    const asked = { ...plan, email: 'yes' } as SafeContactPlan
    store.call('safeContact.save', { personId, revision: 1, plan: asked })
    at('2026-11-24T09:40:00.000Z')
    id = identify({ kind: 'email', value: 'nova@example.org' })
    const email = () => store.call('identifiers.reveal', { id, purpose: 'email', override: null })
    expect(email()).toMatchObject({ rule: 'changed-since' })
    store.call('safeContact.confirm', { personId, revision: 2 })
    expect(email()).toMatchObject({ outcome: 'shown' })
  })

  test('that a restored backup brought back: what was taken back since is lost', async () => {
    const { name } = await store.job('vault.backup', { folder: null })
    store.close()
    at('2026-11-24T10:00:00.000Z')
    store.call('vault.restore', { name, folder: null })
    await store.derive('vault.unlock', { passphrase: testPassphrase })
    expect(reveal()).toMatchObject({ rule: 'restored-since' })
    expect(store.call('safeContact.standing', { caseId })).toMatchObject({
      state: 'restored-since',
      callableNow: false,
    })
    at('2026-11-24T10:01:00.000Z')
    store.call('safeContact.confirm', { personId, revision: 1 })
    expect(reveal()).toMatchObject({ outcome: 'shown' })
  })

  test('that was confirmed by a clock that ran ahead', () => {
    at('2026-11-24T09:29:00.000Z')
    expect(reveal()).toMatchObject({ rule: 'too-old' })
  })

  test('after a hearing of that day whose time nobody knew', () => {
    const hearing = aHearing({ when: listedFor('2026-11-24', null) })
    store.call('hearings.record', { caseId, hearing, skipTasks: [], followsId: null })
    at('2026-11-25T09:00:00.000Z')
    expect(reveal()).toMatchObject({ rule: 'hearing-since' })
    expect(store.call('today.unsafe', { today: '2026-11-25' as never, ownerId: null, page })).toMatchObject({
      rows: [{ reasons: expect.arrayContaining([expect.objectContaining({ state: 'hearing-since' })]) as unknown }],
    })
  })

  test('with a reason that nobody can read', async () => {
    store.call('identifiers.withdraw', { id, revision: 1, reason: 'It is his' })
    for (const reason of ['..............', '\u200b'.repeat(12), '            '])
      expect((await refusal(() => reveal(reason))).code).toBe('invalid-input')
  })
})

describe('what leaves the vault', () => {
  const addDocument = (name: string, inCase = caseId) => {
    const path = join(scratchFolder(), name)
    writeFileSync(path, madePdf({ pages: [{ content: writeText('A letter', [72, 700]) }] }))
    return store.job('documents.add', { caseId: inCase, file: path as FileToken })
  }

  test('is a file whose name says nothing confidential of any case', async () => {
    identify({}, openCase(store, 'Kit Sample').clientId)
    const document = await addDocument('Call from 07700900123.pdf')
    const folder = scratchFolder()
    const asked = { id: document.id, fileId: document.file.id, folder: folder as FileToken }
    expect(await store.job('documents.export', asked)).toEqual({ name: 'Call from [withheld].pdf' })
    expect(readdirSync(folder)).toEqual(['Call from [withheld].pdf'])
  })

  test('is a bundle whose own words are as the screen shows them, also where a code of another case was pasted', async () => {
    const other = openCase(store, 'Kit Sample')
    identify({}, other.clientId)
    const code = shown(note(number, other.id))
    const document = await addDocument('letter.pdf')
    const sections = [{ title: `About ${code}`, entries: [aDocumentEntry(document.id, `Letter to ${code}`)] }]
    const bundle = store.call('bundles.record', {
      ...{ caseId, bundle: aBundle({ sections, title: `Bundle ${code}`, court: `Court ${code}`, caseNumber: code }) },
    })
    const version = await store.job('bundles.build', { id: bundle.id, revision: bundle.revision })
    const searched = await store.job('bundles.search', { id: version.id })
    expect(searched).toMatchObject({ release: 'nothing-found', search: { searched: [] } })
    const folder = scratchFolder()
    await store.job('bundles.export', { id: version.id, folder: folder as FileToken, name: `For ${code}.pdf` })
    const [name = ''] = readdirSync(folder)
    expect(name).toBe('For [withheld].pdf')
    const pdf = mupdf.Document.openDocument(readFileSync(join(folder, name)), 'application/pdf')
    const words = [
      ...Array.from({ length: pdf.countPages() }, (_, at) => pdf.loadPage(at).toStructuredText('').asText()),
      ...[JSON.stringify(pdf.loadOutline()), pdf.getMetaData('info:Title') ?? ''],
    ].join('\n')
    expect(words.match(/\[withheld\]/g)?.length).toBeGreaterThan(5)
    expect(words.replaceAll(/\D/g, '')).not.toContain('900123')
  })
})
