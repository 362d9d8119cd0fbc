import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { aHearing, listedFor } from '../support/hearings.ts'
import { caseId, colleague, day } from './support/casework-data.ts'
import { storedHearing } from './support/fake-court.ts'
import { fill, openApp } from './support/open-app.tsx'

const path = `/cases/${caseId(1)}/court`
const textOfRows = async () => (await screen.findAllByRole('row')).slice(1).map(row => row.textContent)
const form = (name: string) => within(screen.getByRole('form', { name }))

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-24T12:00:00Z') })
})

test('what is to come stands first, and each says in words how it stands', async () => {
  await openApp(path)
  const [coming, missing, ended] = await textOfRows()
  expect(coming).toContain('3 Feb 2027')
  expect(coming).toContain('Coming up')
  expect(coming).toContain('moved once')
  expect(missing).toContain('Outcome not recorded')
  expect(ended).toContain('Time not known')
  expect(ended).toContain('Ended')
})

test('the header has the next hearing with the days to go, what was not written up, and the next action', async () => {
  await openApp(`/cases/${caseId(1)}`)
  const facts = within(await screen.findByLabelText('This case'))
  expect((await facts.findByText('Next hearing')).parentElement?.textContent).toContain('in 10 weeks')
  expect(facts.getByText('Overdue').parentElement?.textContent).toContain('1 hearing outcome')
  expect(facts.getByText('Next action').parentElement?.textContent).toContain('crime reference')
})

test('an open case without a next action says so', async () => {
  await openApp(`/cases/${caseId(1)}`, work => {
    work.tasks = []
  })
  expect((await screen.findByText('Next action')).parentElement?.textContent).toContain('None')
})

test('a new hearing asks what it must, offers its tasks, and leaves out those that are unticked', async () => {
  const { user, bridge } = await openApp(`${path}?mode=new`)
  bridge.answer('hearings.clashes', ({ day: asked }) => ({
    clashes:
      asked === '2027-02-03'
        ? [{ ...storedHearing(7), reference: 'WM-2309', why: 'same-owner' as const }].map(
            ({ id, caseId: of, reference, when, kind, court, why }) => ({
              id,
              caseId: of,
              reference,
              when,
              kind,
              court,
              why,
            }),
          )
        : [],
  }))
  const save = await screen.findByRole('button', { name: /Save hearing/ })
  await user.click(save)
  expect((await screen.findAllByText('Choose what kind of hearing it is.')).length).toBeGreaterThan(0)
  expect(bridge.inputsOf('hearings.record')).toEqual([])
  fill(screen.getByLabelText('Date'), '3/2/27')
  fill(screen.getByLabelText('Time'), '10.00')
  await user.click(screen.getByLabelText('Kind of hearing'))
  await user.click(await screen.findByRole('option', { name: 'Trial (Crown Court)' }))
  fill(screen.getByLabelText('Court'), 'Exampleton Crown Court')
  await user.click(within(screen.getByRole('group', { name: /Does the client have to be there/ })).getByText('Yes'))
  expect(await screen.findByText(/1 other hearing on the same day/)).toBeTruthy()
  expect(screen.getByText(/10:00: Trial, Exampleton Crown Court, in WM-2309/)).toBeTruthy()
  const visit = screen.getByRole('checkbox', { name: /Arrange a visit to the court/ })
  expect(visit).toHaveProperty('checked', true)
  await user.click(visit)
  await user.click(save)
  await waitFor(() => expect(bridge.inputsOf('hearings.record')).toHaveLength(1))
  expect(bridge.inputsOf('hearings.record')[0]).toMatchObject({
    hearing: { when: listedFor('2027-02-03'), kind: 'H-CC-TRIAL', clientRequired: 'yes', specialMeasures: [] },
    skipTasks: ['HT-VISIT'],
    followsId: null,
  })
})

test('special measures and directions are added one by one and taken out again', async () => {
  const { user, bridge } = await openApp(`${path}?selected=${storedHearing(1).id}&mode=edit`)
  await screen.findByRole('form', { name: 'Edit hearing' })
  await user.selectOptions(screen.getByLabelText('Add one'), 'SM-LINK')
  await user.click(within(screen.getByRole('group', { name: 'Live link' })).getByText('Refused'))
  await user.click(screen.getByRole('button', { name: 'Remove: Screen' }))
  await user.click(screen.getByRole('button', { name: 'Remove: Direction 1' }))
  await user.click(screen.getByRole('button', { name: /Save changes/ }))
  await waitFor(() => expect(bridge.inputsOf('hearings.update')).toHaveLength(1))
  const [sent] = bridge.inputsOf('hearings.update')
  expect(sent?.hearing.specialMeasures.map(({ id, state }) => [id, state])).toEqual([
    ['PA-ENTRANCE', 'requested'],
    ['SM-LINK', 'refused'],
  ])
  expect(sent?.hearing.directions).toEqual([])
})

test('which of the two 01:30s is asked, and both are kept apart', async () => {
  const { user, bridge } = await openApp(`${path}?selected=${storedHearing(1).id}&mode=move`)
  await screen.findByRole('form', { name: 'Move this hearing' })
  fill(screen.getByLabelText('Date'), '31/10/27')
  fill(screen.getByLabelText('Time'), '01:30')
  await user.click(await screen.findByLabelText(/The second 01:30 \(GMT\)/))
  fill(screen.getByLabelText('Why it was moved'), 'Test of the clock')
  await user.click(screen.getByRole('button', { name: /Move hearing/ }))
  await waitFor(() => expect(bridge.inputsOf('hearings.move')[0]?.move.to.from).toBe('2027-10-31T01:30:00.000Z'))
})

test('moved by somebody else meanwhile: their date is shown, one’s own words stay, and saving again moves it on', async () => {
  const { user, bridge, work } = await openApp(`${path}?selected=${storedHearing(1).id}&mode=move`)
  await screen.findByRole('form', { name: 'Move this hearing' })
  const theirs = { when: listedFor('2027-03-01'), revision: 2, updatedBy: colleague }
  work.hearings = work.hearings.map(one => (one.id === storedHearing(1).id ? { ...one, ...theirs } : one))
  fill(screen.getByLabelText('Date'), '8/3/27')
  fill(screen.getByLabelText('Why it was moved'), 'Counsel is not free')
  await user.click(screen.getByRole('button', { name: /Move hearing/ }))
  expect(await screen.findByText('Jo Fenwick changed this hearing while you were writing')).toBeTruthy()
  expect(screen.getByText(/It now stands on 1 Mar 2027, 10:00/)).toBeTruthy()
  expect(screen.getByLabelText('Why it was moved')).toHaveProperty('value', 'Counsel is not free')
  await user.click(screen.getByRole('button', { name: /Move hearing/ }))
  await waitFor(() => expect(bridge.inputsOf('hearings.move').map(({ revision }) => revision)).toEqual([1, 2]))
})

test('the outcome asks for a next date or says that it ended', async () => {
  const { user, bridge } = await openApp(`${path}?selected=${storedHearing(2).id}`)
  await user.click(await screen.findByRole('button', { name: 'Record the outcome' }))
  await screen.findByRole('form', { name: 'Record the outcome' })
  fill(form('Record the outcome').getByLabelText('How it ended'), 'Not guilty plea')
  await user.click(screen.getByText('There is a next date'))
  fill(await screen.findByLabelText('Date'), '15/12/26')
  await user.click(screen.getByLabelText('Kind of hearing'))
  await user.click(await screen.findByRole('option', { name: 'Mention (Crown Court)' }))
  await user.click(screen.getByRole('checkbox', { name: /A not-guilty plea was entered/ }))
  expect(screen.getByText(/^4 Dec 2026. Criminal Procedure Rules/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: /Save outcome/ }))
  await waitFor(() => expect(bridge.inputsOf('hearings.recordOutcome')).toHaveLength(1))
  expect(bridge.inputsOf('hearings.recordOutcome')[0]).toMatchObject({
    outcome: { result: 'Not guilty plea', conclusion: 'next-date', awaitingReason: null },
    next: {
      hearing: { kind: 'H-CC-MENTION', court: 'Exampleton Crown Court', room: null, outcome: null },
      skipTasks: [],
    },
    plea: true,
    clearTasks: true,
  })
  expect(await screen.findByText('Outcome and next hearing recorded')).toBeTruthy()
})

test('a conflict shows both versions, and a version can be put back without its date', async () => {
  const { user, bridge, work } = await openApp(`${path}?selected=${storedHearing(1).id}&mode=edit`)
  await screen.findByRole('form', { name: 'Edit hearing' })
  const theirs = { room: 'Court 9', revision: 2, updatedBy: colleague }
  work.hearings = work.hearings.map(one => (one.id === storedHearing(1).id ? { ...one, ...theirs } : one))
  fill(screen.getByLabelText(/Court room/), 'Court 5')
  await user.click(screen.getByRole('button', { name: /Save changes/ }))
  expect(await screen.findByText('Jo Fenwick saved other changes while you were writing')).toBeTruthy()
  expect(screen.getByText('Court 9')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Save the chosen answers' }))
  await waitFor(() => expect(bridge.inputsOf('hearings.update').at(-1)).toMatchObject({ revision: 2 }))

  bridge.answer('events.versions', () => ({
    rows: [3, 2].map(revision => ({
      ...{
        revision,
        at: '2026-11-24T09:00:00.000Z' as never,
        by: colleague,
        byName: 'Jo Fenwick',
        withdrawnReason: null,
      },
      values: JSON.parse(
        JSON.stringify(aHearing({ room: `Court ${String(revision)}`, when: listedFor('2026-12-09') })),
      ) as never,
    })),
  }))
  await user.click(await screen.findByRole('button', { name: 'More about this hearing' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Show versions' }))
  await user.click(await screen.findByRole('button', { name: 'Put this version back' }))
  await waitFor(() =>
    expect(bridge.inputsOf('hearings.update').at(-1)?.hearing).toMatchObject({
      room: 'Court 2',
      when: listedFor('2027-02-03'),
    }),
  )
})

test('the day sheet is printed after a question, and its paper goes with the question', async () => {
  const { user, bridge } = await openApp(`${path}?selected=${storedHearing(1).id}`)
  let printed = ''
  bridge.answer('window.print', () => {
    printed = document.querySelector('.wm-sheet')?.textContent ?? ''
    return { printed: true }
  })
  await user.click(await screen.findByRole('button', { name: 'Print the day sheet' }))
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Print' }))
  await waitFor(() => expect(printed).toContain('Exampleton Crown Court'))
  expect(printed).toContain('Screen: granted')
  await waitFor(() => expect(document.querySelector('.wm-sheet')).toBeNull())
})

test('a hearing that waits for a date leads to the next one', async () => {
  const outcome = {
    ...{ result: 'Adjourned', conditions: null, conclusion: 'awaiting-date' as const, awaitingReason: 'Listing' },
    ...{ clientToldOn: day('2026-11-20'), toldHow: null },
  }
  const { user, router } = await openApp(`${path}?selected=${storedHearing(2).id}`, work => {
    work.hearings = [storedHearing(2, { when: listedFor('2026-11-20'), outcome })]
  })
  await user.click(await screen.findByRole('button', { name: 'Record the next hearing' }))
  expect(await screen.findByText(/Follows the hearing of 20 Nov 2026/)).toBeTruthy()
  expect(screen.getByLabelText('Court')).toHaveProperty('value', 'Exampleton Crown Court')
  expect(router.state.location.search).toMatchObject({ follows: storedHearing(2).id })
})
