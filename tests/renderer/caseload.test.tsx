import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { aContact, colleague, day } from './support/casework-data.ts'
import { viewId } from './support/fake-caseload.ts'
import { openApp } from './support/open-app.tsx'

const rows = async () => (await screen.findAllByRole('row')).slice(1)
const chip = (name: RegExp | string) => screen.getByRole('button', { name })

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-24T12:00:00Z') })
})

test('the caseload opens with one’s own open cases, the longest overdue first, and says how many', async () => {
  const { bridge } = await openApp('/cases')
  await rows()
  expect(screen.getAllByText(/^\d+ open cases of mine$/)).toBeTruthy()
  expect(bridge.inputsOf('cases.list')[0]?.filter).toMatchObject({ owner: 'mine', statuses: [], sort: 'overdue' })
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'My cases' }).checked).toBe(true)
})

test('every choice is asked of the store and stands in the address, and only what differs from the view', async () => {
  const { user, bridge, router } = await openApp('/cases')
  await rows()
  await user.type(screen.getByRole('textbox', { name: 'Filter by name or reference' }), 'WM-23')
  await user.selectOptions(screen.getByLabelText('Whose cases'), 'Jo Fenwick')
  await user.click(chip(/^Closed/))
  await user.click(chip(/^High/))
  await user.click(chip(/^Overdue \d/))
  await user.click(chip(/^Nothing planned/))
  await user.selectOptions(screen.getByLabelText('Hearing'), 'Hearing within 7 days')
  await user.selectOptions(screen.getByLabelText('Spoken to'), 'Not spoken to for 28 days')
  await user.click(chip(/^Undo changes/)) // the chosen ones leave no row, so the heads of the table are gone
  await rows()
  await user.click(screen.getByRole('button', { name: 'Client' }))
  const asked = bridge.inputsOf('cases.list').map(({ filter }) => filter)
  await waitFor(() =>
    expect(asked).toContainEqual({
      ...{ text: 'WM-23', statuses: ['closed'], owner: colleague, risks: ['high'], overdue: true, noNextTask: true },
      ...{ hearingWithin: 7, notSpokenFor: 28, sort: 'overdue', descending: false },
    }),
  )
  await waitFor(() => expect(bridge.inputsOf('cases.list').at(-1)?.filter).toMatchObject({ sort: 'client', text: '' }))
  expect(router.state.location.search).toEqual({ view: 'mine', sort: 'client' })
})

test('a row says in words what is overdue, when the client was spoken to and what comes next', async () => {
  await openApp('/cases?view=open', work => {
    work.contacts = [aContact(1, { promised: 'Call back', promisedBy: day('2026-11-10') })]
  })
  const row = (await rows()).find(each => each.textContent.includes('WM-2301'))
  for (const words of ['1 promise', 'since 10 Nov 2026', '3 days ago', '21 Nov 2026', 'Ring the court', 'due tomorrow'])
    expect(row?.textContent).toContain(words)
  const other = (await rows()).find(each => each.textContent.includes('WM-2304'))
  expect(other?.textContent).toContain('Nothing planned')
})

test('each choice says how many cases it would list', async () => {
  const { user, bridge } = await openApp('/cases?view=open')
  await rows()
  const status = screen.getByRole('group', { name: 'Status' })
  const closed = await within(status).findByRole('button', { name: /^Closed \d+/ })
  await user.click(closed)
  await waitFor(() => expect(bridge.inputsOf('cases.count').at(-1)?.filter.statuses).toEqual(['closed']))
  const number = Number(/\d+/.exec(closed.textContent)?.[0])
  expect(await screen.findByRole('grid', { name: `Cases, ${String(number)} cases` })).toBeTruthy()
})

test('no cases at all: the screen says what a case is and offers to open one', async () => {
  await openApp('/cases', work => {
    work.cases = []
  })
  expect(await screen.findByText('No cases yet')).toBeTruthy()
})

test('choices are kept as a view of one’s own, which can be renamed, opened with, and deleted', async () => {
  const { user, bridge, router } = await openApp('/cases?view=open')
  await rows()
  await user.click(chip(/^High/))
  await user.click(await screen.findByRole('button', { name: 'Keep as a view' }))
  await user.click(await screen.findByRole('button', { name: /Save view/ }))
  expect(await screen.findByText('Write a name.')).toBeTruthy()
  await user.type(screen.getByLabelText('Name'), 'Watch these')
  await user.click(screen.getByRole('button', { name: /Save view/ }))
  await waitFor(() => expect(router.state.location.search).toEqual({ view: viewId(1) }))
  expect(bridge.inputsOf('caseloadViews.add')[0]).toMatchObject({ name: 'Watch these', filter: { risks: ['high'] } })
  expect((await screen.findByRole<HTMLInputElement>('radio', { name: 'Watch these' })).checked).toBe(true)

  await user.click(chip('View “Watch these”'))
  await user.click(await screen.findByRole('menuitem', { name: /Open the caseload with this view/ }))
  await waitFor(() => expect(bridge.inputsOf('caseloadViews.setStandard')).toEqual([{ view: viewId(1) }]))

  await user.click(chip('View “Watch these”'))
  await user.click(await screen.findByRole('menuitem', { name: /Rename/ }))
  const name = await screen.findByLabelText('Name')
  await user.clear(name)
  await user.type(name, 'x'.repeat(61))
  await user.click(screen.getByRole('button', { name: /Save view/ }))
  expect(await screen.findByText('This is too long. Use at most 60 characters.')).toBeTruthy()
  await user.clear(name)
  await user.type(name, 'Watch')
  await user.click(screen.getByRole('button', { name: /Save view/ }))
  expect(await screen.findByRole('radio', { name: 'Watch' })).toBeTruthy()

  await user.click(chip('View “Watch”'))
  await user.click(await screen.findByRole('menuitem', { name: /Delete/ }))
  await user.click(await screen.findByRole('button', { name: 'Delete view' }))
  await waitFor(() => expect(screen.queryByRole('radio', { name: 'Watch' })).toBeNull())
  await rows()
})

test('two views of one name: a sentence beside the name, and what was typed stays', async () => {
  const { user } = await openApp('/cases?view=open')
  await rows()
  for (const again of [false, true]) {
    await user.click(chip('View “All open”'))
    await user.click(await screen.findByRole('menuitem', { name: /Keep as a new view/ }))
    await user.type(await screen.findByLabelText('Name'), 'Twice')
    await user.click(screen.getByRole('button', { name: /Save view/ }))
    if (!again) await user.click(await screen.findByRole('radio', { name: 'All open' }))
  }
  expect((await screen.findAllByText(/One of your views has this name already/)).length).toBeGreaterThan(0)
  expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('Twice')
})

test('each advocate’s load stands beside the yardstick in words, and lists their cases', async () => {
  const { user, bridge } = await openApp('/cases')
  await rows()
  const mine = await screen.findByRole('button', { name: /Robin Ashdown/ })
  expect(mine.textContent).toMatch(/\d+ of 25/)
  await user.click(screen.getByRole('button', { name: /^Jo Fenwick/ }))
  await waitFor(() => expect(bridge.inputsOf('cases.list').at(-1)?.filter.owner).toBe(colleague))
  await user.click(screen.getByRole('button', { name: 'Why 25?' }))
  expect(await screen.findByText(/There is no legal limit/)).toBeTruthy()
  expect(screen.getByText(/SafeLives.*From a secondary source/)).toBeTruthy()
})
