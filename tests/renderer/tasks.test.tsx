import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { caseId, day } from './support/casework-data.ts'
import { aTask } from './support/fake-court.ts'
import { fill, openApp, valueOf } from './support/open-app.tsx'

const path = `/cases/${caseId(1)}/tasks`
const lines = async () =>
  (await screen.findAllByRole('checkbox')).map(box => box.closest<HTMLElement>('[role="listitem"]'))

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-24T12:00:00Z') })
})

test('overdue first, in words; the box ticks off and can be undone', async () => {
  const { user, bridge } = await openApp(path)
  const [first, second] = await lines()
  expect(first?.textContent).toContain('Overdue since 20 Nov 2026')
  expect(second?.textContent).toContain('Due today')
  await user.click(screen.getByRole('checkbox', { name: 'Ask the officer for the crime reference' }))
  await waitFor(() => expect(bridge.inputsOf('tasks.complete')).toHaveLength(1))
  await user.click(await screen.findByRole('button', { name: 'Undo' }))
  await waitFor(() => expect(bridge.inputsOf('tasks.reopen')[0]).toMatchObject({ revision: 2 }))
  expect(await screen.findByText('The task is open again')).toBeTruthy()
})

test('a task is added in one line, with the day typed as people do, and the line is ready for the next', async () => {
  const { user, bridge } = await openApp(path)
  const box = await screen.findByLabelText('What is to be done')
  await user.click(screen.getByRole('button', { name: 'Add' }))
  expect(await screen.findByText('Write what is to be done.')).toBeTruthy()
  fill(box, 'Ring the school')
  fill(screen.getByLabelText(/^Due/), 'tomorrow')
  await user.click(screen.getByRole('button', { name: 'Add' }))
  await waitFor(() =>
    expect(bridge.inputsOf('tasks.add')[0]?.task).toEqual({
      title: 'Ring the school',
      dueOn: '2026-11-25',
      note: null,
    }),
  )
  await waitFor(() => expect(screen.getByLabelText('What is to be done')).toHaveProperty('value', ''))
  expect(document.activeElement).toBe(screen.getByLabelText('What is to be done'))
})

test('an open case with nothing planned says so', async () => {
  await openApp(path, work => {
    work.tasks = []
  })
  expect(await screen.findByText('No next action')).toBeTruthy()
  expect(screen.getByText('Nothing to do')).toBeTruthy()
})

test('a task of a hearing tells where it comes from, and that a day set by hand stays', async () => {
  const { user } = await openApp(path)
  await lines()
  await user.click(screen.getByText('Assess risk again and make a safety plan for the day'))
  expect(await screen.findByText(/so it stays when the hearing moves/)).toBeTruthy()
  expect(
    screen.getAllByText(/5 working days before the hearing: Trial, Exampleton Crown Court, 3 Feb 2027/).length,
  ).toBe(4)
})

test('changed by somebody else meanwhile: both versions are shown', async () => {
  const { user, bridge, work } = await openApp(path, all => {
    all.tasks = [aTask(1, { title: 'Mine to change', dueOn: day('2026-12-01') })]
  })
  const [line] = await lines()
  await user.click(line ?? document.body)
  await screen.findByRole('form', { name: 'Edit task' })
  work.tasks = [aTask(1, { title: 'Theirs', revision: 2 })]
  fill(within(screen.getByRole('form', { name: 'Edit task' })).getByLabelText('What is to be done'), 'My words')
  await user.click(screen.getByRole('button', { name: /Save changes/ }))
  expect(await screen.findByText(/saved other changes while you were writing/)).toBeTruthy()
  expect(screen.getAllByText('Theirs').length).toBeGreaterThan(0)
  await user.click(screen.getByRole('button', { name: 'Save the chosen answers' }))
  await waitFor(() =>
    expect(bridge.inputsOf('tasks.update').at(-1)).toMatchObject({ revision: 2, task: { title: 'My words' } }),
  )
})

test('two people wrote a note: both notes stay, one below the other; taking theirs leaves a way back to one’s own', async () => {
  const { user, bridge, work } = await openApp(path, all => {
    all.tasks = [aTask(1, { title: 'Ring the school' })]
  })
  const [line] = await lines()
  await user.click(line ?? document.body)
  const form = within(await screen.findByRole('form', { name: 'Edit task' }))
  work.tasks = [aTask(1, { title: 'Ring the school', note: 'The head is Ms Pseudonym', revision: 2 })]
  fill(form.getByLabelText(/^Note/), 'Not before ten')
  await user.click(screen.getByRole('button', { name: /Save changes/ }))
  await screen.findByRole('heading', { name: 'Two versions of this task' })
  await user.click(screen.getByRole('radio', { name: /^Keep both: Note/ }))
  await user.click(screen.getByRole('button', { name: 'Edit with the chosen answers' }))
  const both = 'The head is Ms Pseudonym\n\nNot before ten'
  expect(valueOf(await screen.findByLabelText(/^Note/))).toBe(both)
  work.tasks = [aTask(1, { title: 'Ring the school', note: 'Again', revision: 3 })]
  await user.click(screen.getByRole('button', { name: /Save changes/ }))
  await user.click(await screen.findByRole('button', { name: 'Take theirs' }))
  await user.click(await screen.findByRole('button', { name: 'Bring mine back' }))
  expect(valueOf(await screen.findByLabelText(/^Note/))).toBe(both)
  expect(bridge.inputsOf('tasks.update')).toHaveLength(2)
})

test('what a task said before can be read and put back', async () => {
  const { user, bridge } = await openApp(path, all => {
    all.tasks = [aTask(1, { note: 'What it says now', revision: 2 })]
  })
  const [line] = await lines()
  await user.click(line ?? document.body)
  await user.click(await screen.findByRole('button', { name: 'Show versions' }))
  await screen.findByText('What it said before')
  await user.click(screen.getByRole('button', { name: 'Put this version back' }))
  await waitFor(() =>
    expect(bridge.inputsOf('tasks.update')[0]).toMatchObject({ revision: 2, task: { note: 'What it said before' } }),
  )
})

test('what is no longer needed asks why', async () => {
  const { user, bridge } = await openApp(path)
  const [first] = await lines()
  first?.focus()
  await user.keyboard('{Shift>}{F10}{/Shift}')
  await user.click(await screen.findByRole('menuitem', { name: /No longer needed/ }))
  const dialog = within(await screen.findByRole('dialog'))
  fill(dialog.getByLabelText('Why?'), 'She did it herself')
  await user.click(dialog.getByRole('button', { name: 'No longer needed' }))
  await waitFor(() => expect(bridge.inputsOf('tasks.withdraw')[0]).toMatchObject({ reason: 'She did it herself' }))
})
