import { cleanup, screen, waitFor, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { aContact, caseId, colleague, eventId } from './support/casework-data.ts'
import { saveContact } from './support/fake-casework.ts'
import { boxOf, fill, mount, openApp, valueOf } from './support/open-app.tsx'

const path = `/cases/${caseId(1)}/police`
const edit = `${path}?selected=${eventId(1)}&mode=edit`
const oneContact = (work: { contacts: unknown[] }) => void (work.contacts = [aContact(1)])

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-24T12:00:00Z') })
})

async function fillIn(user: UserEvent, day = '23/11/26', time = '9.30') {
  const form = within(await screen.findByRole('form'))
  fill(form.getByLabelText('Date'), day)
  fill(form.getByLabelText('Time'), time)
  await user.click(form.getByRole('radio', { name: 'Phone' }))
  await user.click(form.getByRole('radio', { name: 'Police got in touch' }))
  fill(form.getByLabelText(/What was said/), 'They will call back.')
  fill(boxOf('Police force'), 'West Mercia Police')
  fill(boxOf('Officer'), 'PC A. Marsh')
  await user.click(
    within(form.getByRole('group', { name: 'Collar number: no answer because' })).getByRole('button', {
      name: 'Not asked',
    }),
  )
}

test('a contact is recorded with the keyboard, as typed, and its draft goes', async () => {
  const { user, bridge } = await openApp(path)
  await screen.findAllByRole('row')
  await user.keyboard('n')
  await fillIn(user)
  await user.keyboard('{Control>}s{/Control}')
  await waitFor(() => expect(bridge.inputsOf('policeContacts.record')).toHaveLength(1))
  expect(bridge.inputsOf('policeContacts.record')[0]).toEqual({
    caseId: caseId(1),
    contact: {
      when: { from: '2026-11-23T09:30:00.000Z', to: null, precision: 'minute', zone: 'Europe/London' },
      channel: 'phone',
      direction: 'from-police',
      force: { value: 'West Mercia Police', missing: null },
      officer: { value: 'PC A. Marsh', missing: null },
      collarNumber: { value: null, missing: 'not-asked' },
      reference: null,
      said: 'They will call back.',
      promised: null,
      promisedBy: null,
      promiseKeptOn: null,
    },
  })
  expect(await screen.findByText('Police contact recorded')).toBeTruthy()
  expect(await screen.findByRole('heading', { name: '23 Nov 2026, 09:30' })).toBeTruthy()
  expect([...bridge.drafts.keys()]).not.toContain(`police-contact:new:${caseId(1)}`)
})

test('an empty form says what is missing, at the top and beside each question', async () => {
  const { user, bridge } = await openApp(`${path}?mode=new`)
  await user.click(await screen.findByRole('button', { name: /Save contact/ }))
  const summary = await screen.findByRole('alert')
  expect(summary.textContent).toContain('7 answers need correcting')
  expect(summary.textContent).toContain('What was said: write what was said.')
  expect(screen.getByText('Write the collar number, or say why there is no answer.')).toBeTruthy()
  expect(bridge.inputsOf('policeContacts.record')).toEqual([])
})

test('a date in the future is refused with a sentence', async () => {
  const { user, bridge } = await openApp(`${path}?mode=new`)
  await fillIn(user, '25/11/26')
  await user.click(screen.getByRole('button', { name: /Save contact/ }))
  expect(await screen.findByText('This is in the future. Check the date and time.')).toBeTruthy()
  expect(bridge.inputsOf('policeContacts.record')).toEqual([])
})

test('days of a promise need the promise itself', async () => {
  const { user } = await openApp(`${path}?mode=new`)
  await fillIn(user)
  fill(boxOf(/^Promised by/), '30 Nov')
  await user.click(screen.getByRole('button', { name: /Save contact/ }))
  expect(await screen.findByText('Write what was promised, or take its dates out.')).toBeTruthy()
})

test('01:30 on the night that clocks go back is asked about', async () => {
  const { user, bridge } = await openApp(`${path}?mode=new`)
  await fillIn(user, '25/10/26', '01:30')
  await user.click(await screen.findByRole('radio', { name: /second 01:30 \(GMT\)/ }))
  await user.click(screen.getByRole('button', { name: /Save contact/ }))
  await waitFor(() =>
    expect(bridge.inputsOf('policeContacts.record')[0]?.contact.when.from).toBe('2026-10-25T01:30:00.000Z'),
  )
})

test('half-typed words are kept, said so, and are back after a restart', async () => {
  const { user, bridge } = await openApp(`${path}?mode=new`)
  await user.type(await screen.findByLabelText(/What was said/), 'Half a sen')
  expect(await screen.findByText(/^Draft kept \d\d:\d\d$/)).toBeTruthy()
  cleanup()
  const again = await mount(path)
  await again.user.click(await screen.findByRole('button', { name: /Continue your draft/ }))
  expect(valueOf(await screen.findByLabelText(/What was said/))).toBe('Half a sen')
  expect(bridge.inputsOf('policeContacts.record')).toEqual([])
})

test('a draft is thrown away only after a question', async () => {
  const { user, bridge } = await openApp(`${path}?mode=new`)
  await user.type(await screen.findByLabelText(/What was said/), 'Not this')
  await user.click(await screen.findByRole('button', { name: 'Discard draft' }))
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Discard draft' }))
  await waitFor(() => expect(screen.queryByRole('form')).toBeNull())
  expect(bridge.drafts.has(`police-contact:new:${caseId(1)}`)).toBe(false)
})

test('leaving a half-typed form asks, and leaves the draft behind', async () => {
  const { user, bridge, router } = await openApp(`${path}?mode=new`)
  await user.type(await screen.findByLabelText(/What was said/), 'Wait')
  await user.click(screen.getByRole('link', { name: 'People' }))
  await user.click(await screen.findByRole('button', { name: 'Stay here' }))
  expect(router.state.location.pathname).toContain('/police')
  await user.click(screen.getByRole('link', { name: 'People' }))
  await user.click(await screen.findByRole('button', { name: 'Leave' }))
  await waitFor(() => expect(router.state.location.pathname).toContain('/people'))
  expect(bridge.drafts.get(`police-contact:new:${caseId(1)}`)).toMatchObject({ said: 'Wait' })
})

test('words survive a refusal of the store', async () => {
  const { user, bridge } = await openApp(`${path}?mode=new`)
  bridge.fail('policeContacts.record', 'disk-full')
  await fillIn(user)
  await user.click(screen.getByRole('button', { name: /Save contact/ }))
  expect(await screen.findByText(/The disk is full/)).toBeTruthy()
  expect(valueOf(screen.getByLabelText(/What was said/))).toBe('They will call back.')
})

async function meetConflict() {
  const opened = await openApp(edit, oneContact)
  const said = await screen.findByLabelText(/What was said/)
  const [current] = opened.work.contacts
  if (current) saveContact(opened.work, current, { said: 'Their words.', reference: 'THEIRS-1', updatedBy: colleague })
  await opened.user.clear(said)
  await opened.user.type(said, 'My words.')
  await opened.user.click(screen.getByRole('button', { name: /Save changes/ }))
  const table = await screen.findByRole('table')
  return { ...opened, table }
}

test('a conflict shows both versions, marks what differs and keeps one’s own words', async () => {
  const { table, bridge } = await meetConflict()
  expect(screen.getByText('Jo Fenwick saved other changes while you were writing')).toBeTruthy()
  expect(table.textContent).toContain('2 answers differ')
  expect(table.textContent).toContain('Their words.')
  expect(table.textContent).toContain('My words.')
  await waitFor(() =>
    expect(bridge.drafts.get(`police-contact:edit:${eventId(1)}`)).toMatchObject({ said: 'My words.' }),
  )
})

test('saving keeps what only they changed, and one’s own words where both wrote', async () => {
  const { user, bridge } = await meetConflict()
  const row = (name: RegExp) => within(screen.getByRole('row', { name }))
  expect(row(/^What was said/).getByText('Both changed: choose')).toBeTruthy()
  expect(row(/^Police reference/).getByText('Only they changed it')).toBeTruthy()
  expect(screen.getByText(/You both changed 1 answer: yours is picked until you choose/).textContent).toContain(
    'Picked for you: theirs for 1 answer that only they changed.',
  )
  await user.click(screen.getByRole('button', { name: 'Save the chosen answers' }))
  await waitFor(() =>
    expect(bridge.inputsOf('policeContacts.update').at(-1)).toMatchObject({
      revision: 2,
      contact: { said: 'My words.', reference: 'THEIRS-1' },
    }),
  )
  expect(await screen.findByText('Changes saved')).toBeTruthy()
})

test('after a lock it is still known who changed what, though they saved in between', async () => {
  const { bridge, work } = await openApp(edit, oneContact)
  fill(await screen.findByLabelText(/What was said/), 'My words.')
  await waitFor(() => expect(bridge.drafts.has(`police-contact:edit:${eventId(1)}`)).toBe(true))
  cleanup()
  const [current] = work.contacts
  if (current) saveContact(work, current, { reference: 'THEIRS-1', updatedBy: colleague })
  const { user } = await mount(edit)
  await waitFor(() => expect(valueOf(screen.getByLabelText(/What was said/))).toBe('My words.'))
  await user.click(screen.getByRole('button', { name: /Save changes/ }))
  await user.click(await screen.findByRole('button', { name: 'Save the chosen answers' }))
  await waitFor(() =>
    expect(bridge.inputsOf('policeContacts.update').at(-1)).toMatchObject({
      revision: 2,
      contact: { said: 'My words.', reference: 'THEIRS-1' },
    }),
  )
})

test('a third save in between is met from what was chosen, and asks again only where both wrote', async () => {
  const { user, bridge, work } = await meetConflict()
  const [current] = work.contacts
  if (current) saveContact(work, current, { promised: 'A visit', updatedBy: colleague })
  await user.click(screen.getByRole('button', { name: 'Save the chosen answers' }))
  expect(await screen.findByText('Only they changed it')).toBeTruthy()
  expect(screen.queryByText('Both changed: choose')).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Save the chosen answers' }))
  await waitFor(() =>
    expect(bridge.inputsOf('policeContacts.update').at(-1)).toMatchObject({
      revision: 3,
      contact: { said: 'My words.', reference: 'THEIRS-1', promised: 'A visit' },
    }),
  )
})

test('where it is not known how the record was opened, that is said and every answer is to be chosen', async () => {
  const { bridge, work } = await openApp(edit, oneContact)
  fill(await screen.findByLabelText(/What was said/), 'My words.')
  await waitFor(() => expect(bridge.drafts.has(`police-contact:edit:${eventId(1)}`)).toBe(true))
  cleanup()
  const { openedAs: _, ...older } = bridge.drafts.get(`police-contact:edit:${eventId(1)}`) ?? {}
  bridge.drafts.set(`police-contact:edit:${eventId(1)}`, older)
  const [current] = work.contacts
  if (current) saveContact(work, current, { reference: 'THEIRS-1', updatedBy: colleague })
  const { user } = await mount(edit)
  await waitFor(() => expect(valueOf(screen.getByLabelText(/What was said/))).toBe('My words.'))
  await user.click(screen.getByRole('button', { name: /Save changes/ }))
  expect(await screen.findByText(/Who changed which answer is not known/)).toBeTruthy()
  expect(screen.getAllByText('Differs: choose')).toHaveLength(2)
})

test('“Take theirs” saves nothing and can be taken back', async () => {
  const { user, bridge } = await meetConflict()
  await user.click(screen.getByRole('button', { name: 'Take theirs' }))
  await user.click(await screen.findByRole('button', { name: 'Bring mine back' }))
  expect(valueOf(await screen.findByLabelText(/What was said/))).toBe('My words.')
  expect(bridge.inputsOf('policeContacts.update')).toHaveLength(1)
})

test('answers of both versions can be put together and edited', async () => {
  const { user, bridge } = await meetConflict()
  await user.click(screen.getByRole('button', { name: 'Edit with the chosen answers' }))
  expect(valueOf(await screen.findByLabelText(/Police reference/))).toBe('THEIRS-1')
  expect(valueOf(screen.getByLabelText(/What was said/))).toBe('My words.')
  await user.click(screen.getByRole('button', { name: /Save changes/ }))
  await waitFor(() =>
    expect(bridge.inputsOf('policeContacts.update').at(-1)).toMatchObject({
      revision: 2,
      contact: { said: 'My words.', reference: 'THEIRS-1' },
    }),
  )
})
