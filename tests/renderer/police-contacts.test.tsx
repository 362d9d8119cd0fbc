import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { aContact, caseId, eventId, minute, unknownWhen } from './support/casework-data.ts'
import { openApp } from './support/open-app.tsx'

const path = `/cases/${caseId(1)}/police`
const rows = () => screen.findAllByRole('row')
const textOfRows = async () => (await rows()).slice(1).map(row => row.textContent)

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-24T12:00:00Z') })
})

test('contacts stand newest first, those without a date last', async () => {
  await openApp(path, work => {
    work.contacts = [
      aContact(1, { when: unknownWhen, said: 'First' }),
      aContact(2, { when: minute('2026-03-01T10:00:00.000Z'), said: 'Second' }),
      aContact(3, { when: minute('2026-11-20T15:05:00.000Z'), said: 'Third' }),
    ]
  })
  const shown = await textOfRows()
  expect(shown.map(text => /First|Second|Third/.exec(text)?.[0])).toEqual(['Third', 'Second', 'First'])
  expect(shown[0]).toContain('20 Nov 2026')
  expect(shown[2]).toContain('Date not known')
})

test('a promise says in words whether it is kept, open or overdue', async () => {
  const promised = 'Call back'
  await openApp(path, work => {
    work.contacts = [
      aContact(1, { promised, promisedBy: '2026-11-10' as never, said: 'Late' }),
      aContact(2, { promised, promisedBy: '2026-11-24' as never, said: 'Due' }),
      aContact(3, { promised, promisedBy: '2026-11-10' as never, promiseKeptOn: '2026-11-09' as never, said: 'Done' }),
      aContact(4, { promised, said: 'Some day' }),
    ]
  })
  const shown = await textOfRows()
  const of = (said: string) => shown.find(text => text.includes(said))
  expect(of('Late')).toContain('Overdue since 10 Nov 2026')
  expect(of('Due')).toContain('Open until 24 Nov 2026')
  expect(of('Done')).toContain('Kept on 9 Nov 2026')
  expect(of('Some day')).toContain('Open, no day given')
})

test('filters are asked of the store, and an empty answer explains itself', async () => {
  const { user, bridge } = await openApp(path, work => {
    work.contacts = [aContact(1)]
  })
  await rows()
  await user.click(screen.getByRole('radio', { name: 'Overdue' }))
  expect(await screen.findByText('No promise is overdue')).toBeTruthy()
  expect(bridge.inputsOf('policeContacts.listForCase').at(-1)?.filter).toEqual({
    promises: 'overdue',
    withdrawn: false,
  })
})

test('a case without contacts teaches what to record', async () => {
  await openApp(path, work => {
    work.contacts = []
  })
  expect(await screen.findByText('No police contact recorded yet')).toBeTruthy()
  expect(screen.getAllByRole('button', { name: /Record a police contact/ })).toHaveLength(2)
})

test('a list that can’t be read says so and can be asked again', async () => {
  const { bridge, user } = await openApp(`/cases/${caseId(1)}`)
  bridge.fail('policeContacts.listForCase', 'unavailable')
  await user.click(await screen.findByRole('link', { name: 'Police' }))
  expect(await screen.findByText('The police contacts could not be read')).toBeTruthy()
  bridge.answer('policeContacts.listForCase', () => ({ rows: [aContact(1)], total: 1, next: null }))
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await textOfRows()).toHaveLength(1)
})

test('the keyboard walks the list, opens a contact beside it and closes it again', async () => {
  const { user, router } = await openApp(path, work => {
    work.contacts = [aContact(1, { when: minute('2026-11-20T15:05:00.000Z') }), aContact(2)]
  })
  await rows()
  await user.keyboard('{ArrowDown}')
  await waitFor(() => expect(document.activeElement?.getAttribute('data-index')).toBe('0'))
  await user.keyboard('{ArrowDown}')
  expect(await screen.findByRole('heading', { name: '12 Nov 2026, 10:15' })).toBeTruthy()
  expect(router.state.location.search).toMatchObject({ selected: eventId(2) })
  await user.keyboard('{Escape}')
  await waitFor(() => expect(router.state.location.search).not.toHaveProperty('selected'))
})

test('the menu of a row opens with Shift+F10 and marks a promise as kept in one go', async () => {
  const { user, bridge } = await openApp(path, work => {
    work.contacts = [aContact(1, { promised: 'Call back', promisedBy: '2026-11-10' as never })]
  })
  const [, row] = await rows()
  row?.focus()
  await user.keyboard('{Shift>}{F10}{/Shift}')
  await user.click(await screen.findByRole('menuitem', { name: /Mark promise as kept today/ }))
  expect(await screen.findByText('Promise marked as kept today')).toBeTruthy()
  expect(bridge.inputsOf('policeContacts.update')[0]).toMatchObject({
    revision: 1,
    contact: { promiseKeptOn: '2026-11-24' },
  })
  await waitFor(async () => expect((await textOfRows())[0]).toContain('Kept on 24 Nov 2026'))
})

test('entered in error needs a reason, stays readable with it, and can be taken back', async () => {
  const { user, bridge } = await openApp(`${path}?selected=${eventId(1)}`, work => {
    work.contacts = [aContact(1)]
  })
  await user.click(await screen.findByRole('button', { name: 'More about this contact' }))
  await user.click(await screen.findByRole('menuitem', { name: /Entered in error/ }))
  const dialog = await screen.findByRole('dialog')
  await user.click(within(dialog).getByRole('button', { name: 'Mark as entered in error' }))
  expect(within(dialog).getByText('Say why, in a few words.')).toBeTruthy()
  expect(bridge.inputsOf('events.withdraw')).toEqual([])
  await user.type(within(dialog).getByLabelText(/Why was it entered in error/), 'Recorded twice')
  await user.click(within(dialog).getByRole('button', { name: 'Mark as entered in error' }))
  await waitFor(() =>
    expect(bridge.inputsOf('events.withdraw')).toEqual([{ id: eventId(1), revision: 1, reason: 'Recorded twice' }]),
  )
  await user.click(screen.getByRole('button', { name: 'Show entered in error' }))
  expect(await screen.findByText('Entered in error: Recorded twice')).toBeTruthy()
  expect(document.querySelector('s')?.textContent).toContain('12 Nov 2026')
  expect(await screen.findByText(/Recorded twice. Marked by Robin Ashdown, 24 Nov 2026, 09:41/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Take this back' }))
  await waitFor(() => expect(bridge.inputsOf('events.reinstate')).toEqual([{ id: eventId(1), revision: 2 }]))
})

test('versions show what changed in words, and an earlier one can be put back', async () => {
  const { user, bridge } = await openApp(`${path}?selected=${eventId(1)}`, work => {
    const first = aContact(1, { said: 'They will ring.', updatedBy: aContact(1).createdBy })
    work.versions.set(first.id, [first])
    work.contacts = [
      { ...first, said: 'They will ring on Monday.', officer: { value: null, missing: 'declined' }, revision: 2 },
    ]
  })
  await user.click(await screen.findByRole('button', { name: 'Show all 2 versions' }))
  const table = await screen.findByRole('table')
  expect(table.textContent).toContain('2 answers differ')
  expect(table.textContent).toContain('Declined to say')
  await user.click(screen.getByRole('button', { name: 'Put this version back' }))
  await waitFor(() =>
    expect(bridge.inputsOf('policeContacts.update')[0]).toMatchObject({
      revision: 2,
      contact: { said: 'They will ring.', officer: { value: 'PC A. Marsh' } },
    }),
  )
  expect(await screen.findByText('Version 1 is back')).toBeTruthy()
})

test('nothing is recorded in a closed case, and the button says why', async () => {
  await openApp(path, work => {
    work.cases = work.cases.map(one =>
      one.id === caseId(1)
        ? { ...one, status: 'closed' as const, closedOn: '2026-11-01' as never, closingReason: 'planned' as const }
        : one,
    )
  })
  await rows()
  await waitFor(() =>
    expect(screen.getByRole('button', { name: /Record a police contact/ })).toHaveProperty(
      'attributes.aria-disabled.value',
      'true',
    ),
  )
})
