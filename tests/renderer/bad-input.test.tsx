import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { aNote } from '../support/contacts.ts'
import { caseId, eventId, personId } from './support/casework-data.ts'
import { theEntry } from './support/fake-contacts.ts'
import { openIncidents } from './support/fake-incidents.ts'
import { fill, openApp, valueOf } from './support/open-app.tsx'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-24T12:00:00Z') })
})

const arabic = 'الحكيم '.repeat(43).trim() // 300 letters and spaces
const pasted = Array.from({ length: 10_000 }, (_, line) => `${String(line)} He rang again`).join('\n')

test('a name of 300 letters in Arabic: how many are too many, the limit, and not one of them cut', async () => {
  const { user, bridge } = await openApp('/cases?mode=new')
  const name = await screen.findByLabelText('Client’s name')
  fill(name, arabic)
  await user.click(screen.getByRole('button', { name: /^Open case/ }))
  expect((await screen.findAllByText('This is too long. Use at most 160 characters.')).length).toBeGreaterThan(0)
  expect(screen.getByText('140 characters too many')).toBeTruthy()
  expect(valueOf(name)).toBe(arabic)
  expect(bridge.inputsOf('cases.open')).toEqual([])
  fill(name, arabic.slice(0, 160).trim())
  await user.click(screen.getByRole('button', { name: /^Open case/ }))
  await waitFor(() => expect(bridge.inputsOf('cases.open')[0]?.clientName).toBe(arabic.slice(0, 160).trim()))
})

test('an identifier that is only spaces is none, and the form says what to write', async () => {
  const { user, bridge } = await openApp(`/cases/${caseId(1)}/people?selected=${personId(10)}`)
  const section = within(await screen.findByRole('region', { name: 'Numbers and addresses' }))
  await user.click(section.getByRole('button', { name: 'Add' }))
  await screen.findByRole('form', { name: 'Add number or address' })
  await user.click(screen.getByRole('radio', { name: 'Phone number' }))
  fill(screen.getByLabelText('Number, address or name'), '   ')
  await user.keyboard('{Control>}s{/Control}')
  expect((await screen.findAllByText('Write the number, address or name.')).length).toBeGreaterThan(0)
  expect(bridge.inputsOf('identifiers.add')).toEqual([])
})

test('10,000 lines pasted into an account are refused with the limit, and every line stays', async () => {
  const { user, bridge } = await openIncidents(`/cases/${caseId(1)}/incidents?mode=new`, [])
  const form = within(await screen.findByRole('form'))
  const seen = form.getByLabelText(/What was seen/)
  fill(seen, pasted)
  await user.click(form.getByRole('button', { name: /Save incident/ }))
  expect((await screen.findAllByText('This is too long. Use at most 20,000 characters.')).length).toBeGreaterThan(0)
  expect(valueOf(seen)).toBe(pasted)
  expect(bridge.inputsOf('incidents.record')).toEqual([])
})

test('two edits of the same note: both are shown, and “keep both” puts one below the other', async () => {
  const note = { ...aNote({ opinion: 'The pattern has changed' }), revision: 1 }
  const { user, work, bridge } = await openApp(
    `/cases/${caseId(1)}/contacts?selected=${eventId(3_001)}&mode=edit`,
    made => {
      made.entries = [theEntry(1, note)]
    },
  )
  const opinion = await screen.findByLabelText(/What you make of it/)
  fill(opinion, 'It happens in the week of each hearing')
  work.entries = [theEntry(1, { ...note, opinion: 'Two visits since Monday', revision: 2 })]
  await user.click(screen.getByRole('button', { name: /Save changes/ }))
  await screen.findByRole('heading', { name: 'Two versions of this entry' })
  expect(screen.getByText('Two visits since Monday')).toBeTruthy()
  expect(screen.getByText('It happens in the week of each hearing')).toBeTruthy()
  await user.click(screen.getByRole('radio', { name: /^Keep both: .*theirs, then yours$/ }))
  await user.click(screen.getByRole('button', { name: 'Edit with the chosen answers' }))
  const both = 'Two visits since Monday\n\nIt happens in the week of each hearing'
  expect(valueOf(await screen.findByLabelText(/What you make of it/))).toBe(both)
  await user.click(screen.getByRole('button', { name: /Save changes/ }))
  await waitFor(() =>
    expect(bridge.inputsOf('contacts.update')[1]).toMatchObject({ revision: 2, contact: { opinion: both } }),
  )
})
