import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { everyOpenCase } from '../../shared/features/cases.ts'
import type { NewIdentifier } from '../../shared/features/identifiers.ts'
import type { PersonDraft } from '../../shared/features/people.ts'
import type { RevealPurpose, SafeContactPlan } from '../../shared/features/safe-contact.ts'
import type { CaseId, IdentifierId, PersonId } from '../../shared/kernel/ids.ts'
import { aHearing, listedFor } from '../support/hearings.ts'
import { aPoliceContact } from '../support/police-contacts.ts'
import { newVault, openCase, refusal, type TestStore } from '../support/vault.ts'

const number = '07700 900123'
const mobile: NewIdentifier = { kind: 'phone', value: number, label: 'own mobile', confidential: true, doNotUse: false }
const plan: SafeContactPlan = {
  ...{ askFor: 'Lexi', codeWord: 'the library book', whoMayAnswer: null, windows: [], voicemail: 'no' },
  ...{ voicemailScript: null, text: 'no', email: 'not-asked', emailWatched: 'not-asked', post: 'no' },
  ...{ withheldNumber: 'yes', interpreter: null, sharedDevices: null, otherContact: null, doctor: null, note: null },
  confirmEveryDays: 28,
}
const everyMorning = (identifierId: IdentifierId) =>
  [{ identifierId, days: [1, 2, 3, 4, 5, 6, 7], from: '09:00', to: '11:00' }] as SafeContactPlan['windows']

type Open = TestStore & { caseId: CaseId; personId: PersonId; phoneId: IdentifierId }
let store: Open
beforeEach(async () => {
  const vault = await newVault()
  const { id: caseId, clientId: personId } = openCase(vault, 'Alex Example')
  const { id: phoneId } = vault.call('identifiers.add', { personId, identifier: mobile })
  store = { ...vault, caseId, personId, phoneId }
})
afterEach(() => store.close())

const at = (moment: string) => (store.clock.now = moment as never)
const agree = (changes: Partial<SafeContactPlan> = {}, revision = 0) =>
  store.call('safeContact.save', {
    personId: store.personId,
    revision,
    plan: { ...plan, windows: everyMorning(store.phoneId), ...changes },
  })
const reveal = (purpose: RevealPurpose = 'call', override: string | null = null, id = store.phoneId) =>
  store.call('identifiers.reveal', { id, purpose, override })

describe('a confidential number is given out', () => {
  test('to nobody without a plan, and the attempt is in the history', () => {
    expect(reveal()).toEqual({ outcome: 'withheld', rule: 'no-plan', guidance: null })
    const page = { limit: 10, after: null }
    expect(store.call('history.forCase', { caseId: store.caseId, page }).rows[0]?.action).toBe('identifier.withheld')
  })

  test('in the agreed hours of a London clock, with what to mind, and in no others', () => {
    at('2026-11-24T09:30:00.000Z')
    agree()
    expect(reveal()).toMatchObject({
      ...{ outcome: 'shown', value: number, rule: 'agreed-hours' },
      guidance: { codeWord: 'the library book', askFor: 'Lexi', voicemail: 'no' },
    })
    at('2026-11-24T11:00:00.000Z')
    expect(reveal()).toMatchObject({ outcome: 'withheld', rule: 'outside-hours' })
    at('2026-11-25T08:59:59.000Z')
    expect(reveal()).toMatchObject({ outcome: 'withheld', rule: 'outside-hours' })
  })

  test('by the clock on the wall in summer too', () => {
    at('2027-06-01T08:00:00.000Z')
    agree()
    expect(reveal()).toMatchObject({ outcome: 'shown' })
    at('2027-06-01T10:00:00.000Z')
    expect(reveal()).toMatchObject({ rule: 'outside-hours' })
  })

  test('only on the agreed days', () => {
    at('2026-11-24T09:30:00.000Z') // a Tuesday
    agree({ windows: [{ identifierId: store.phoneId, days: [3], from: '09:00', to: '11:00' }] as never })
    expect(reveal()).toMatchObject({ rule: 'outside-hours' })
    at('2026-11-25T09:30:00.000Z')
    expect(reveal()).toMatchObject({ outcome: 'shown' })
  })

  test('not to text, mail or write when that was not agreed', () => {
    agree()
    const email = { ...mobile, kind: 'email', value: 'alex@example.org' } as const
    const address = { ...mobile, kind: 'address', value: '12 Sample Street, EX1 2MP' } as const
    const add = (identifier: NewIdentifier) =>
      store.call('identifiers.add', { personId: store.personId, identifier }).id
    const [emailId, addressId] = [add(email), add(address)]
    store.call('safeContact.confirm', { personId: store.personId, revision: 1 })
    expect(reveal('text')).toMatchObject({ rule: 'not-agreed' })
    expect(reveal('email', null, emailId)).toMatchObject({ rule: 'not-agreed' })
    expect(reveal('post', null, addressId)).toMatchObject({ rule: 'not-agreed' })
    expect(reveal('call', null, addressId)).toMatchObject({ rule: 'not-agreed' })
    agree({ text: 'yes', email: 'yes', post: 'yes' }, 2)
    expect(reveal('text')).toMatchObject({ outcome: 'shown' })
    expect(reveal('email', null, emailId)).toMatchObject({ outcome: 'shown', rule: 'agreed-way' })
    agree({ text: 'yes', email: 'yes', emailWatched: 'yes', post: 'yes' }, 3)
    // Who else reads it has to be known before writing; and the hours are those of another number.
    expect(reveal('email', null, emailId)).toMatchObject({ guidance: { emailWatched: 'yes', windows: [] } })
    expect(reveal()).toMatchObject({ guidance: { windows: [{ identifierId: store.phoneId }] } })
    expect(reveal('post', null, addressId)).toMatchObject({ outcome: 'shown' })
  })

  test('not by a plan that is too old, from the future, or overtaken by an address', () => {
    agree()
    at('2026-12-22T09:30:00.000Z')
    expect(reveal()).toMatchObject({ outcome: 'shown' })
    at('2026-12-23T09:30:00.000Z')
    expect(reveal()).toMatchObject({ rule: 'too-old', guidance: null })
    at('2026-11-23T09:30:00.000Z')
    expect(reveal()).toMatchObject({ rule: 'too-old' })
    at('2026-11-25T09:30:00.000Z')
    store.call('identifiers.add', {
      personId: store.personId,
      identifier: { ...mobile, kind: 'address', value: '3 Sample Road' },
    })
    expect(reveal()).toMatchObject({ rule: 'move-since' })
    store.call('safeContact.confirm', { personId: store.personId, revision: 1 })
    at('2026-11-25T09:31:00.000Z')
    expect(reveal()).toMatchObject({ outcome: 'shown' })
  })

  test('with a reason all the same, which the history keeps; never without one', () => {
    expect(reveal('check')).toMatchObject({ rule: 'check-needs-reason' })
    expect(reveal('call', 'She rang from a call box and asked to be rung back')).toMatchObject({
      ...{ outcome: 'shown', rule: 'overridden', value: number },
    })
    const detail = store.session.open?.db
      .prepare(`SELECT detail FROM audit WHERE action = 'identifier.revealed'`)
      .pluck()
      .get()
    expect(JSON.parse(String(detail))).toMatchObject({ rule: 'overridden', instead: 'no-plan', purpose: 'call' })
  })

  test('never when it is one that must not be used', () => {
    agree()
    store.call('identifiers.update', {
      ...{ id: store.phoneId, revision: 1 },
      identifier: { ...mobile, value: null, doNotUse: true },
    })
    expect(reveal()).toMatchObject({ outcome: 'withheld', rule: 'do-not-use' })
  })
})

describe('a plan', () => {
  test('says in the case header whether the client may be rung now, without number or code word', () => {
    const standing = () => store.call('safeContact.standing', { caseId: store.caseId })
    expect(standing()).toMatchObject({ state: 'no-plan', callableNow: false })
    agree()
    expect(standing()).toMatchObject({ state: 'current', callableNow: true, windows: [{ label: 'own mobile' }] })
    expect(JSON.stringify(standing())).not.toMatch(/900123|library/)
    const account = { ...mobile, kind: 'handle', value: '@alex.example', label: 'chat' } as const
    const { id: accountId } = store.call('identifiers.add', { personId: store.personId, identifier: account })
    agree({ windows: [...everyMorning(accountId), ...everyMorning(store.phoneId)] }, 1)
    expect(standing().windows.map(({ label }) => label)).toEqual(['own mobile']) // the hours of an account agree no call
    at('2026-11-24T12:00:00.000Z')
    expect(standing()).toMatchObject({ state: 'current', callableNow: false })
  })

  test('changed by two people shows both versions', () => {
    agree()
    agree({ askFor: 'Sandy' }, 1)
    expect(agree({ askFor: 'Robin' }, 1)).toMatchObject({
      ...{ outcome: 'conflict', current: { plan: { askFor: 'Sandy' } }, yours: { askFor: 'Robin' } },
    })
    agree({ askFor: 'Robin' }, 2) // over Sandy, which is kept
    const { rows } = store.call('safeContact.versions', { personId: store.personId })
    expect(rows.map(({ revision, values }) => [revision, values['askFor']])).toEqual([
      [3, 'Robin'],
      [2, 'Sandy'],
      [1, 'Lexi'],
    ])
  })

  test('has no hours for a number of somebody else', async () => {
    const other = store.call('people.add', {
      caseId: store.caseId,
      person: {
        ...{ name: 'Sam Sample', alsoKnownAs: null, role: 'perpetrator', relationship: null, note: null },
        born: { value: null, missing: 'not-asked' },
      },
    })
    const theirs = store.call('identifiers.add', { personId: other.id, identifier: mobile })
    expect(await refusal(() => agree({ windows: everyMorning(theirs.id) }))).toMatchObject({
      details: { rule: 'not-their-number' },
    })
  })
})

const somebody: PersonDraft = {
  ...{ name: 'Sam Sample', alsoKnownAs: null, role: 'family', relationship: 'sister', note: null },
  born: { value: null, missing: 'not-asked' },
}

describe('a confidential value in other words', () => {
  const page = { limit: 50, after: null }
  const contact = aPoliceContact({ said: `They rang ${number} and also +447700900123. Nothing else.` })
  const everything = () => {
    const { caseId } = store
    const row = store.call('policeContacts.listForCase', {
      ...{ caseId, filter: { promises: 'any', withdrawn: true }, today: '2026-11-24' as never, page },
    })
    const [first] = row.rows
    return [
      row,
      first && store.call('policeContacts.find', { id: first.id }),
      first && store.call('events.versions', { id: first.id }),
      store.call('events.timeline', { caseId, withdrawn: true, page }),
      store.call('search.events', { text: 'rang', page }),
      store.call('search.events', { text: number, page }),
      store.call('identifiers.listForCase', { caseId }),
      store.call('people.listForCase', { caseId }),
      store.call('history.forCase', { caseId, page }),
      store.call('drafts.read', { key: 'police-contact:new:x' }),
    ]
  }

  test('is in no list, search, timeline, version or draft, from the moment it is confidential', () => {
    store.call('drafts.write', { key: 'police-contact:new:x', values: { said: `half-typed ${number}` } })
    store.call('policeContacts.record', { caseId: store.caseId, contact })
    expect(JSON.stringify(everything())).not.toMatch(/900123/)
    expect(JSON.stringify(everything())).toMatch(/\[confidential phone [0-9A-F]{10}\]/)
    store.call('identifiers.update', {
      ...{ id: store.phoneId, revision: 1 },
      identifier: { ...mobile, confidential: false },
    })
    expect(JSON.stringify(everything())).toMatch(/900123/)
  })

  test('is in no task, plan, person, hearing, version or first screen either, wherever somebody wrote it', () => {
    const { caseId, personId } = store
    const today = '2026-11-24' as never
    const task = { title: `Ring ${number}`, dueOn: today, note: 'or +44 7700 900123' }
    const { id } = store.call('tasks.add', { caseId, task })
    store.call('tasks.update', { id, revision: 1, task: { ...task, note: `not ${number}` } })
    agree({ otherContact: `Her sister, 07700-900-123`, windows: [] })
    agree({ note: number, windows: [] }, 1)
    const { id: otherId } = store.call('people.add', {
      ...{ caseId, person: { ...somebody, note: `Answers ${number}`, alsoKnownAs: number } },
    })
    const hearing = aHearing({ when: listedFor('2026-11-24'), whoAttends: number, court: `Court, ring ${number}` })
    store.call('hearings.record', { caseId, hearing, skipTasks: [], followsId: null })
    const asked = { today, ownerId: null, page }
    const filter = { show: 'all' as const, withdrawn: true }
    const seen = [
      store.call('tasks.listForCase', { caseId, filter: { show: 'open', hearingId: null }, page }),
      store.call('tasks.versions', { id }),
      store.call('tasks.listDue', { until: today, ownerId: null, page }),
      store.call('safeContact.find', { personId }),
      store.call('safeContact.versions', { personId }),
      store.call('people.listForCase', { caseId }),
      store.call('people.versions', { id: otherId }),
      store.call('hearings.listForCase', { caseId, filter, today, page }),
      store.call('hearings.daySheet', { caseId, day: today }),
      store.call('cases.list', { filter: everyOpenCase, today, page }),
      store.call('today.unsafe', asked),
      store.call('history.forCase', { caseId, page }),
      store.call('search.people', { text: 'Sam' }),
    ]
    for (const answer of seen) expect(JSON.stringify(answer)).not.toMatch(/7700.?900.?123/)
    expect(JSON.stringify(seen).match(/\[confidential phone/g)?.length).toBeGreaterThan(10)
  })

  test('is not found by searching for it, and saved whole by who edits a text that was shown without it', () => {
    store.call('policeContacts.record', { caseId: store.caseId, contact })
    expect(store.call('search.events', { text: number, page }).total).toBe(0)
    const [hit] = store.call('search.events', { text: 'nothing else', page }).rows
    if (!hit) throw new Error('no hit')
    const shown = store.call('policeContacts.find', { id: hit.eventId })
    const { said } = shown
    const edited = { ...contact, said: `${said} More.` }
    store.call('policeContacts.update', { id: hit.eventId, revision: 1, contact: edited })
    const stored = store.session.open?.db.prepare('SELECT said FROM police_contacts').pluck().get()
    expect(stored).toBe(`They rang ${number} and also ${number}. Nothing else. More.`)
  })

  test('stays confidential when the number is corrected later', () => {
    store.call('policeContacts.record', { caseId: store.caseId, contact })
    store.call('identifiers.update', {
      ...{ id: store.phoneId, revision: 1 },
      identifier: { ...mobile, value: '07700 900999' },
    })
    expect(JSON.stringify(everything())).not.toMatch(/900123|900999/)
  })
})

describe('an identifier', () => {
  test.each([
    ['phone', '   ', 'too_small'],
    ['phone', '--', 'nothing-to-read'],
    ['phone', 'no digits', 'not-a-phone-number'],
    ['email', 'alex', 'not-an-email'],
    ['alias', 'alex example', 'alias-is-name'],
  ] as const)('%s %j is refused with its reason', async (kind, value, rule) => {
    const identifier = { ...mobile, kind, value }
    const refused = await refusal(() => store.call('identifiers.add', { personId: store.personId, identifier }))
    expect(refused).toMatchObject({ code: 'invalid-input', details: { rule } })
  })

  test.each([
    ['+44 7700 900 456', '07700 900456'],
    ['07700900456', '07700 900456'],
    ['020 7946 0018', '020 7946 0018'],
    ['999', '999'],
  ])('a number typed %s is kept as %s', (value, kept) => {
    const identifier = { ...mobile, value, confidential: false }
    expect(store.call('identifiers.add', { personId: store.personId, identifier }).value).toBe(kept)
  })

  test('entered in error stays, and the mark can be taken back', () => {
    const withdraw = (revision: number, reason: string | null) =>
      store.call('identifiers.withdraw', { id: store.phoneId, revision, reason })
    expect(withdraw(1, 'belongs to somebody else')).toMatchObject({ withdrawnReason: 'belongs to somebody else' })
    expect(withdraw(2, null)).toMatchObject({ withdrawnReason: null, revision: 3 })
  })
})
