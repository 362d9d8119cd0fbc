import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { aContact, caseId, colleague, day, eventId, me, personId } from './support/casework-data.ts'
import { safeContactHandlers } from './support/fake-safe-contact.ts'
import { fill, openApp, valueOf } from './support/open-app.tsx'

const rows = async () => (await screen.findAllByRole('row')).slice(1)

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-24T12:00:00Z') })
})

test('Enter opens the case that has the focus', async () => {
  const { user, router } = await openApp('/cases')
  const [first] = await rows()
  first?.focus()
  await user.keyboard('{Enter}')
  await waitFor(() => expect(router.state.location.pathname).toMatch(/^\/cases\/[0-9a-f-]{36}$/))
})

test('a case is opened with a name alone', async () => {
  const { user, bridge, router } = await openApp('/cases')
  await rows()
  await user.keyboard('n')
  await user.type(await screen.findByLabelText('Client’s name'), 'Kit Lomax')
  await user.keyboard('{Control>}s{/Control}')
  await waitFor(() =>
    expect(bridge.inputsOf('cases.open')).toEqual([
      { clientName: 'Kit Lomax', reference: null, status: 'referred', ownerId: me, openedOn: '2026-11-24' },
    ]),
  )
  await waitFor(() => expect(router.state.location.pathname).toBe(`/cases/${caseId(43)}`))
  expect(bridge.drafts.has('case:new')).toBe(false)
})

test('a case without a name is refused, and the half-typed form is kept', async () => {
  const { user, bridge } = await openApp('/cases?mode=new')
  await user.type(await screen.findByLabelText(/Case reference/), 'A-1')
  await user.click(screen.getByRole('button', { name: /^Open case/ }))
  expect(await screen.findByText('Write the client’s name.')).toBeTruthy()
  await waitFor(() => expect(bridge.drafts.get('case:new')).toMatchObject({ reference: 'A-1' }))
})

test('the header always says whose case it is and how it stands, and shows only what exists', async () => {
  await openApp(`/cases/${caseId(1)}/history`, work => {
    work.contacts = [aContact(1, { promised: 'Call back', promisedBy: day('2026-11-10') })]
  })
  expect(await screen.findByRole('heading', { level: 1, name: 'Hana Dunmore' })).toBeTruthy()
  const facts = await screen.findByText(/^1 promise/)
  const strip = facts.closest('dl')
  expect(strip?.textContent).toContain('since 10 Nov 2026')
  const names = within(strip ?? document.body)
    .queryAllByRole('term')
    .map(term => term.textContent)
  expect(names[0]).toBe('Safe contact')
  expect(new Set(names).size).toBe(names.length)
  expect(names.length).toBeLessThanOrEqual(8)
  expect(names).toEqual(expect.arrayContaining(['Risk', 'Orders', 'Last incident', 'Overdue']))
})

test('closing a case asks for the day and the reason', async () => {
  const { user, bridge } = await openApp(`/cases/${caseId(1)}`)
  await user.click(await screen.findByRole('button', { name: 'Edit case' }))
  await user.click(await screen.findByRole('radio', { name: /^Closed/ }))
  await user.click(screen.getByRole('button', { name: /Save case/ }))
  expect(await screen.findByText('Say why it was closed.')).toBeTruthy()
  await user.type(screen.getByLabelText('Closed on'), 'today')
  await user.selectOptions(screen.getByLabelText('Why it was closed'), 'planned')
  await user.click(screen.getByRole('button', { name: /Save case/ }))
  await waitFor(() =>
    expect(bridge.inputsOf('cases.update')[0]?.case).toMatchObject({
      status: 'closed',
      closedOn: '2026-11-24',
      closingReason: 'planned',
    }),
  )
})

test('a case that somebody else saved in between shows both versions', async () => {
  const { user, bridge, work } = await openApp(`/cases/${caseId(1)}`)
  await user.click(await screen.findByRole('button', { name: 'Edit case' }))
  await user.click(await screen.findByRole('radio', { name: /^Paused/ }))
  work.cases = work.cases.map(one =>
    one.id === caseId(1) ? { ...one, reference: 'WM-9', revision: 2, updatedBy: colleague } : one,
  )
  await user.click(screen.getByRole('button', { name: /Save case/ }))
  expect(await screen.findByText('Jo Fenwick saved other changes while you were writing')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Save the chosen answers' }))
  await waitFor(() =>
    expect(bridge.inputsOf('cases.update').at(-1)).toMatchObject({
      revision: 2,
      case: { status: 'paused', reference: 'WM-9' },
    }),
  )
})

test('chosen answers that can’t stand together come back to the form, with what is wrong', async () => {
  const { user, bridge, work } = await openApp(`/cases/${caseId(1)}`)
  await user.click(await screen.findByRole('button', { name: 'Edit case' }))
  fill(screen.getByLabelText('Opened on'), '23/11/26')
  const closed = { status: 'closed', closedOn: day('2026-11-20'), closingReason: 'planned' } as const
  work.cases = work.cases.map(one => (one.id === caseId(1) ? { ...one, ...closed, revision: 2 } : one))
  await user.click(screen.getByRole('button', { name: /Save case/ }))
  await user.click(await screen.findByRole('button', { name: 'Save the chosen answers' }))
  expect((await screen.findAllByText(/before it was opened/)).length).toBeGreaterThan(0)
  expect(valueOf(screen.getByLabelText('Closed on'))).toBe('20 Nov 2026')
  expect(bridge.inputsOf('cases.update')).toHaveLength(1)
})

test('what a case said before is put back whole', async () => {
  const { user, bridge } = await openApp(`/cases/${caseId(1)}`, work => {
    work.cases = work.cases.map(one => ({ ...one, revision: 2 }))
  })
  await user.click(await screen.findByRole('button', { name: 'Edit case' }))
  await user.click(await screen.findByRole('button', { name: 'Show versions' }))
  await user.click(await screen.findByRole('button', { name: 'Put this version back' }))
  await waitFor(() =>
    expect(bridge.inputsOf('cases.update')[0]).toMatchObject({ revision: 2, case: { reference: 'WM-OLD' } }),
  )
})

test('the overview shows what waits and marks a promise as kept in one go', async () => {
  const { user, bridge } = await openApp(`/cases/${caseId(1)}`, work => {
    work.contacts = [
      aContact(1, { promised: 'Send the letter', promisedBy: day('2026-12-01') }),
      aContact(2, { promised: 'Call back', promisedBy: day('2026-11-10') }),
    ]
  })
  const section = await screen.findByRole('region', { name: 'Promises of the police' })
  await within(section).findByText('Call back')
  expect(section.textContent.indexOf('Call back')).toBeLessThan(section.textContent.indexOf('Send the letter'))
  await user.click(within(section).getAllByRole('button', { name: 'Mark as kept today' })[0] ?? section)
  await waitFor(() =>
    expect(bridge.inputsOf('policeContacts.update')[0]).toMatchObject({
      id: eventId(2),
      contact: { promiseKeptOn: '2026-11-24' },
    }),
  )
  await waitFor(() => expect(within(section).queryByText('Call back')).toBeNull())
})

test('a case in which nothing is recorded leads first to how the client may be reached', async () => {
  const nothing = { 'events.timeline': () => ({ rows: [], total: 0, next: null }) }
  const { user, router } = await openApp(`/cases/${caseId(1)}`, undefined, {
    ...safeContactHandlers({ plan: null }),
    ...nothing,
  })
  await user.click(await screen.findByRole('button', { name: 'Agree how to contact the client' }))
  await screen.findByRole('form', { name: 'Safe contact' })
  expect(router.state.location.search).toMatchObject({ selected: personId(10), mode: 'plan' })
})

test('a record of the timeline opens where it belongs', async () => {
  const { user, router } = await openApp(`/cases/${caseId(1)}`, work => {
    work.contacts = [aContact(7)]
  })
  await user.click(await screen.findByText('Police contact with PC A. Marsh'))
  await waitFor(() =>
    expect(router.state.location).toMatchObject({
      pathname: `/cases/${caseId(1)}/police`,
      search: { selected: eventId(7) },
    }),
  )
})
