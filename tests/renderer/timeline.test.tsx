import { screen, waitFor } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { aContact, caseId, eventId, minute } from './support/casework-data.ts'
import { openApp } from './support/open-app.tsx'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-24T12:00:00Z') })
})
const open = (search = '') =>
  openApp(`/cases/${caseId(1)}${search}`, work => {
    work.contacts = [
      aContact(1, { said: 'About the car', when: minute('2026-11-20T10:00:00.000Z') }),
      aContact(2, { said: 'About the dog', when: minute('2026-03-01T10:00:00.000Z') }),
      aContact(3, { said: 'The car again', when: minute('2025-01-01T10:00:00.000Z') }),
    ]
  })

test('every choice is asked of the store, stands in the address, and the rest is counted', async () => {
  const { user, bridge, router } = await open()
  await screen.findByRole('list', { name: 'Timeline, 3 records' })
  expect(screen.queryByText(/of 3 records/)).toBeNull()
  await user.type(screen.getByRole('textbox', { name: 'Find in the timeline' }), 'car')
  expect(await screen.findByRole('list', { name: 'Timeline, 2 of 3 records' })).toBeTruthy()
  await user.click(screen.getByRole('button', { name: /^Police only 2/ }))
  await user.selectOptions(screen.getByLabelText('When'), 'Last 30 days')
  await user.selectOptions(screen.getByLabelText('Files'), screen.getByRole('option', { name: /^Without a file/ }))
  await waitFor(() =>
    expect(bridge.inputsOf('events.timeline').at(-1)?.filter).toEqual({
      ...{ text: 'car', kinds: ['police-contact', 'police-report'], from: '2026-10-25', to: null, file: 'without' },
    }),
  )
  expect(router.state.location.search).toMatchObject({ text: 'car', file: 'without' })
  expect((await screen.findAllByText('1 of 3 records')).length).toBeGreaterThan(0)
})

test('what leaves nothing says how to widen it, and shows all again', async () => {
  const { user } = await open('?kinds=["breach"]')
  expect(await screen.findByText('No record matches')).toBeTruthy()
  await user.click(screen.getAllByRole('button', { name: 'Show all' })[0] ?? document.body)
  expect(await screen.findByRole('list', { name: 'Timeline, 3 records' })).toBeTruthy()
})

test('days are typed; one that can’t be read gets a sentence and stays', async () => {
  const { user, bridge } = await open()
  await screen.findByRole('list', { name: 'Timeline, 3 records' })
  await user.selectOptions(screen.getByLabelText('When'), 'Choose days…')
  await user.type(await screen.findByLabelText(/^First day/), '31/2/26')
  await user.click(screen.getByRole('button', { name: /Show these days/ }))
  expect((await screen.findAllByText(/Write the date like 24\/11\/26/)).length).toBeGreaterThan(0)
  const first = screen.getByLabelText<HTMLInputElement>(/^First day/)
  expect(first.value).toBe('31/2/26')
  await user.clear(first)
  await user.type(first, '1/3/26')
  await user.type(screen.getByLabelText(/^Last day/), '1/2/26')
  await user.click(screen.getByRole('button', { name: /Show these days/ }))
  expect((await screen.findAllByText(/The end is before the start/)).length).toBeGreaterThan(0)
  await user.clear(screen.getByLabelText(/^Last day/))
  await user.type(screen.getByLabelText(/^Last day/), '2/3/26')
  await user.click(screen.getByRole('button', { name: /Show these days/ }))
  await waitFor(() =>
    expect(bridge.inputsOf('events.timeline').at(-1)?.filter).toMatchObject({ from: '2026-03-01', to: '2026-03-02' }),
  )
  expect((await screen.findAllByText('1 of 3 records')).length).toBeGreaterThan(0)
  expect(screen.getByRole('option', { name: '1 Mar 2026 to 2 Mar 2026' })).toBeTruthy()
})

test('a record that was opened is come back from to the same choices', async () => {
  const { user, router } = await open('?text=dog')
  await screen.findAllByText('1 of 3 records')
  await user.click(await screen.findByText(/^Police contact with/))
  await waitFor(() => expect(router.state.location.search).toMatchObject({ selected: eventId(2) }))
  router.history.back()
  expect((await screen.findAllByText('1 of 3 records')).length).toBeGreaterThan(0)
})
