import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { caseId, eventId } from './support/casework-data.ts'
import { aMorning } from './support/fake-today.ts'
import { openApp } from './support/open-app.tsx'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-24T08:50:00Z') })
})

const morning = (path = '/today') =>
  openApp(path, work => {
    work.today = aMorning()
  })
const group = async (name: RegExp) => within(await screen.findByRole('region', { name }))

test('is where one arrives, with the day, and each group says how many there are', async () => {
  await morning('/')
  await screen.findByRole('heading', { name: 'Today', level: 1 })
  expect(screen.getByText('Tuesday 24 Nov 2026')).toBeTruthy()
  await group(/Court today/)
  expect(screen.getAllByRole('heading', { level: 2 }).map(heading => heading.textContent)).toEqual([
    'Court today 1',
    'Heard, outcome not recorded 1',
    'To do today 2',
    'Unsafe to leave 2',
    'Police promises overdue 1',
    'Orders: dates near 1',
    'Court in the next 7 days 1',
    'Captured, to be finished 1',
  ])
})

test('court: the time, the court, that the client has to be there, special measures and what is to be done', async () => {
  const { user, router } = await morning()
  const line = (await group(/Court today/)).getByRole('listitem')
  for (const words of [
    '10:00',
    'Trial, Exampleton Crown Court, Court 3',
    'Alex Archer, WM-2301',
    'The client has to be there',
    'Special measures: 1 asked for, not decided; 1 granted',
    '3 still to do',
  ])
    expect(line.textContent).toContain(words)
  const next = (await group(/next 7 days/)).getByRole('listitem').textContent
  expect(next).toContain('Fri 27 Nov')
  expect(next).toContain('No time')
  await user.click(within(line).getByRole('link', { name: /Trial/ }))
  expect(router.state.location.pathname).toBe(`/cases/${caseId(1)}/court`)
  expect(router.state.location.search).toMatchObject({ selected: eventId(7_001) })
})

test('a hearing that has passed without an outcome is asked about, until somebody records it', async () => {
  await morning()
  const lines = (await group(/outcome not recorded/)).getAllByRole('listitem').map(({ textContent }) => textContent)
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatch(/^Thu 19 Nov.*Carmen Coverdale/)
})

test('unsafe to leave: one line a case, every reason with how pressing it is and a way to its record', async () => {
  const { user, router } = await morning()
  const unsafe = await group(/Unsafe to leave/)
  const reasons = within(unsafe.getByRole('list', { name: /Alex Archer/ })).getAllByRole('listitem')
  expect(reasons.map(reason => reason.textContent)).toEqual([
    'Non-molestation order not served yet',
    '2 incidents and 1 breach since the last risk assessment',
    'No next action planned',
  ])
  expect(unsafe.getAllByRole('img', { name: 'Now' })).toHaveLength(2)
  expect(
    unsafe.getByText('Safe-contact plan to confirm again: there was an incident since it was confirmed'),
  ).toBeTruthy()
  expect(unsafe.getByText('Police have not got in touch by themselves for 54 days')).toBeTruthy()
  await user.click(unsafe.getByRole('link', { name: /not served yet/ }))
  expect(router.state.location.pathname).toBe(`/cases/${caseId(1)}/orders`)
  expect(router.state.location.search).toMatchObject({ selected: eventId(7_201) })
})

test('a task is ticked off here, can be undone, and the focus goes on to the next one', async () => {
  const { user, bridge, work } = await morning()
  bridge.answer('tasks.complete', ({ id }) => {
    const [gone] = work.today.due.splice(
      work.today.due.findIndex(task => task.id === id),
      1,
    )
    if (!gone) throw new Error('no such task')
    const { clientName: _, reference: __, ownerId: ___, ...task } = gone
    return { outcome: 'saved', record: { ...task, revision: 2 } }
  })
  const tasks = await group(/To do today/)
  expect(tasks.getByText('1 overdue')).toBeTruthy()
  const box = tasks.getByRole('checkbox', { name: /crime reference/ })
  box.focus()
  await user.keyboard(' ')
  await waitFor(() => expect(screen.queryByText(/crime reference/)).toBeNull())
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('checkbox', { name: /safety plan/ })))
  await user.click(await screen.findByRole('button', { name: 'Undo' }))
  await waitFor(() => expect(bridge.inputsOf('tasks.reopen')[0]).toMatchObject({ revision: 2 }))
})

test('mine or everyone’s is kept in the address', async () => {
  const { user, router } = await morning()
  await user.click(await screen.findByRole('radio', { name: 'Everyone’s' }))
  await waitFor(() => expect(screen.getByRole('heading', { name: 'To do today 3' })).toBeTruthy())
  expect(router.state.location.search).toEqual({ whose: 'all' })
})

test('the arrow keys go from line to line, over the ends of the groups', async () => {
  const { user } = await morning()
  await group(/Court today/)
  await user.keyboard('{ArrowDown}')
  expect(document.activeElement?.textContent).toContain('Trial')
  await user.keyboard('{ArrowDown}{ArrowDown}')
  expect(document.activeElement?.textContent).toBe('Ask the officer for the crime reference')
  await user.keyboard('{ArrowUp}{ArrowUp}{ArrowUp}')
  expect(document.activeElement?.textContent).toContain('Trial')
})

test('a long list says how many are left and shows more', async () => {
  const { user } = await openApp('/today', work => {
    work.today = aMorning()
    const [promise] = work.today.promises
    if (promise) work.today.promises = Array.from({ length: 23 }, (_, n) => ({ ...promise, id: eventId(8_000 + n) }))
  })
  const promises = await group(/promises overdue/)
  expect(promises.getAllByRole('listitem')).toHaveLength(5)
  await user.click(promises.getByRole('button', { name: /Show more \(18 left\)/ }))
  await waitFor(() => expect(promises.getAllByRole('listitem')).toHaveLength(10))
})

test('nothing due is said calmly; a vault without a case says how to begin', async () => {
  await openApp('/today')
  expect(await screen.findByText('Nothing is due today')).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Look at everyone’s' })).toBeTruthy()
})

test('a vault without a case says how to begin', async () => {
  const { user, router } = await openApp('/today', work => {
    work.cases = []
  })
  await user.click(await screen.findByRole('button', { name: 'Open a case' }))
  expect(router.state.location.pathname).toBe('/cases')
  expect(router.state.location.search).toMatchObject({ mode: 'new' })
})

test('what could not be read can be tried again', async () => {
  const { user, bridge } = await openApp('/today', work => {
    work.today = aMorning()
  })
  await group(/Court today/)
  bridge.fail('today.unsafe', 'internal')
  await user.click(screen.getByRole('radio', { name: 'Everyone’s' }))
  expect(await screen.findByText('Today could not be read')).toBeTruthy()
  bridge.answer('today.unsafe', () => ({ rows: [], total: 0, next: null }))
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByRole('heading', { name: 'To do today 3' })).toBeTruthy()
})
