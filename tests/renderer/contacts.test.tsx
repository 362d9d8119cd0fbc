import { screen, waitFor, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { anAttempt, aNote } from '../support/contacts.ts'
import { caseId, eventId, personId } from './support/casework-data.ts'
import { summaryOfEntry, theEntry } from './support/fake-contacts.ts'
import { safeContactHandlers } from './support/fake-safe-contact.ts'
import { fill, openApp } from './support/open-app.tsx'

const path = `/cases/${caseId(1)}/contacts`
const first = `${path}?selected=${eventId(3_001)}`

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-24T12:00:00Z') })
})

const form = async () => within(await screen.findByRole('form'))
async function choose(user: UserEvent, question: string, answer: string | RegExp) {
  const group = within((await form()).getByRole('group', { name: question }))
  await user.click(group.getByRole('radio', { name: answer }))
}
async function fillWhen(day: string, time: string) {
  fill((await form()).getByLabelText('Date'), day)
  fill((await form()).getByLabelText('Time'), time)
}

test('the list says what each entry was, and on top how far the client was tried', async () => {
  await openApp(path, work => {
    work.entries = [
      theEntry(1),
      theEntry(2, { ...anAttempt('2026-11-18T09:00:00.000Z'), safely: 'no', safelyNote: 'He answered' }),
      theEntry(3, aNote()),
    ]
    work.attempts = { since: 3, firstOn: '2026-11-12' as never, lastOn: '2026-11-18' as never, reachedOn: null }
  })
  const shown = (await screen.findAllByRole('row')).slice(1).map(row => row.textContent)
  expect(shown[0]).toContain('Call to client')
  expect(shown[1]).toContain('Call to client: no answer')
  expect(shown[1]).toContain('Plan not kept to')
  expect(shown[2]).toContain('Note')
  expect(await screen.findByText('3 attempts since 12 Nov 2026, not reached yet')).toBeTruthy()
  expect(screen.getByLabelText('This case').textContent).toContain('Not reached yet')
})

test('a contact is recorded with the keyboard, its accounts apart, and its draft goes', async () => {
  const { user, bridge } = await openApp(path)
  await screen.findByText('No contact or note recorded yet')
  await user.keyboard('n')
  expect((await form()).queryByLabelText('Date')).toBeNull()
  await choose(user, 'What is it?', /^Contact/)
  await fillWhen('23/11/26', '9.30')
  await choose(user, 'How', 'Phone')
  await choose(user, 'Who got in touch', 'We got in touch')
  await choose(user, 'With whom', 'Client')
  await choose(user, 'Was the safe-contact plan kept to?', 'Yes')
  fill((await form()).getByLabelText(/How many minutes/), '25')
  fill((await form()).getByLabelText(/What the client said/), 'He was outside again.')
  fill((await form()).getByLabelText(/What you make of it/), 'The pattern has changed.')
  await user.keyboard('{Control>}s{/Control}')
  await waitFor(() => expect(bridge.inputsOf('contacts.record')).toHaveLength(1))
  expect(bridge.inputsOf('contacts.record')[0]).toEqual({
    caseId: caseId(1),
    contact: {
      when: { from: '2026-11-23T09:30:00.000Z', to: null, precision: 'minute', zone: 'Europe/London' },
      ...{ entry: 'contact', channel: 'phone', direction: 'to', withWhom: 'client', withName: null, outcome: null },
      ...{ safely: 'yes', safelyNote: null, minutes: 25, clientSaid: 'He was outside again.', observed: null },
      ...{ othersSaid: null, opinion: 'The pattern has changed.' },
    },
  })
  expect(await screen.findByText('Contact recorded')).toBeTruthy()
  expect(await screen.findByRole('heading', { name: 'Call to client' })).toBeTruthy()
  expect([...bridge.drafts.keys()]).not.toContain(`contact:new:${caseId(1)}`)
})

test('an attempt asks how it ended and never who began it; what no longer fits is not saved', async () => {
  const { user, bridge } = await openApp(`${path}?mode=new`)
  await choose(user, 'What is it?', /^Contact/)
  await fillWhen('23/11/26', '9.30')
  await choose(user, 'How', 'Phone')
  await choose(user, 'With whom', 'Client')
  await choose(user, 'Was the safe-contact plan kept to?', 'No')
  fill((await form()).getByLabelText(/What happened, and what was done/), 'He answered')
  fill((await form()).getByLabelText(/How many minutes/), '5')
  await choose(user, 'What is it?', /^Attempt/)
  expect((await form()).queryByRole('group', { name: 'Who got in touch' })).toBeNull()
  await choose(user, 'How it ended', 'Somebody else answered')
  await choose(user, 'Was the safe-contact plan kept to?', 'Not checked')
  await user.click(screen.getByRole('button', { name: /Save entry/ }))
  await waitFor(() => expect(bridge.inputsOf('contacts.record')).toHaveLength(1))
  expect(bridge.inputsOf('contacts.record')[0]?.contact).toMatchObject({
    ...{ entry: 'attempt', direction: 'to', outcome: 'wrong-person', minutes: null },
    ...{ safely: 'not-checked', safelyNote: null },
  })
})

test('an empty form says what is missing beside each question', async () => {
  const { user, bridge } = await openApp(`${path}?mode=new`)
  await user.click(await screen.findByRole('button', { name: /Save entry/ }))
  expect((await screen.findByRole('alert')).textContent).toContain('Choose what it is.')
  await choose(user, 'What is it?', /^Note/)
  await fillWhen('25/11/26', '')
  await user.click(screen.getByRole('button', { name: /Save entry/ }))
  expect(await screen.findByText('This is in the future. Check the date and time.')).toBeTruthy()
  expect(screen.getByText('Write in at least one of these what happened.')).toBeTruthy()
  expect(bridge.inputsOf('contacts.record')).toEqual([])
})

test('a contact against the plan warns first, in words', async () => {
  await openApp(first, work => {
    work.entries = [theEntry(1, { safely: 'no', safelyNote: 'He picked up her phone.' })]
  })
  const warning = await screen.findByRole('note')
  expect(warning.textContent).toContain('The safe-contact plan was not kept to')
  expect(warning.textContent).toContain('He picked up her phone.')
  expect(within(warning).getByLabelText('Problem')).toBeTruthy()
})

test('an edit keeps both versions where somebody saved in between', async () => {
  const { user, work, bridge } = await openApp(`${first}&mode=edit`, made => {
    made.entries = [theEntry(1)]
  })
  fill((await form()).getByLabelText(/What the client said/), 'Mine')
  work.entries = [theEntry(1, { clientSaid: 'Theirs', revision: 2 })]
  await user.click(screen.getByRole('button', { name: /Save changes/ }))
  expect(await screen.findByRole('heading', { name: 'Two versions of this entry' })).toBeTruthy()
  expect(screen.getAllByText('Theirs').length).toBeGreaterThan(0)
  expect(bridge.inputsOf('contacts.update')[0]).toMatchObject({ revision: 1, contact: { clientSaid: 'Mine' } })
})

test('entered in error needs a reason', async () => {
  const { user, bridge } = await openApp(first, work => {
    work.entries = [theEntry(1)]
  })
  bridge.answer('events.withdraw', () => ({ outcome: 'saved', record: summaryOfEntry(theEntry(1, { revision: 2 })) }))
  await user.click(await screen.findByRole('button', { name: 'More about this entry' }))
  await user.click(await screen.findByRole('menuitem', { name: /Entered in error/ }))
  const dialog = within(await screen.findByRole('dialog'))
  await user.type(dialog.getByLabelText(/Why was it entered in error/), 'Recorded twice')
  await user.click(dialog.getByRole('button', { name: 'Mark as entered in error' }))
  await waitFor(() =>
    expect(bridge.inputsOf('events.withdraw')).toEqual([{ id: eventId(3_001), revision: 1, reason: 'Recorded twice' }]),
  )
})

test('a call that a number was shown for is recorded from there, of now and with the plan’s answer', async () => {
  const { user, bridge } = await openApp(`/cases/${caseId(1)}/people?selected=${personId(10)}`)
  bridge.answer('identifiers.reveal', safeContactHandlers({ outcome: 'shown' })['identifiers.reveal'] as never)
  await user.click(await screen.findByRole('button', { name: 'Show…' }))
  await user.click(await screen.findByRole('button', { name: 'Ask for it' }))
  await user.click(await screen.findByRole('button', { name: 'Record this call' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  fill((await form()).getByLabelText(/What the client said/), 'She is well.')
  await user.click(screen.getByRole('button', { name: /Save entry/ }))
  await waitFor(() => expect(bridge.inputsOf('contacts.record')).toHaveLength(1))
  expect(bridge.inputsOf('contacts.record')[0]?.contact).toMatchObject({
    ...{ entry: 'contact', channel: 'phone', direction: 'to', withWhom: 'client', safely: 'yes' },
    when: { from: '2026-11-24T12:00:00.000Z' },
  })
})
