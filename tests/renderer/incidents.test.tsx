import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { caseId, eventId } from './support/casework-data.ts'
import { incidentNumber, openIncidents } from './support/fake-incidents.ts'
import { fill, mount, valueOf } from './support/open-app.tsx'

const path = `/cases/${caseId(1)}/incidents`
const edit = `${path}?selected=${eventId(1)}&mode=edit`
const rows = async () => (await screen.findAllByRole('row')).slice(1).map(row => row.textContent)

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-24T12:00:00Z') })
})

test('the course of conduct stands above the list, with its clock and no advice', async () => {
  await openIncidents(path, [
    incidentNumber(1, { reported: 'yes' }),
    incidentNumber(2, { orderBreached: 'yes', finished: false, place: 'Hidden Street' }),
  ])
  const course = await screen.findByRole('region', { name: 'Course of conduct' })
  expect(course.textContent).toContain('1 of 2 reported')
  expect(course.textContent).toContain('1 to be completed')
  expect(course.textContent).toContain('last incident: 20 May 2027, 177 days left')
  expect(course.textContent).toContain('Not legal advice; second-hand source')
  const shown = await rows()
  expect(shown.join(' ')).toContain('Order breached')
  expect(shown.join(' ')).not.toContain('Hidden Street')
})

test('unfinished ones can be listed alone, and a filter that leaves nothing says so', async () => {
  const begun = { behaviours: [], finished: false, clientSaid: 'A note on the car' }
  const { user } = await openIncidents(path, [incidentNumber(1), incidentNumber(2, begun)])
  await user.click(await screen.findByRole('button', { name: 'To be completed 1' }))
  await waitFor(async () => expect(await rows()).toHaveLength(1))
  expect((await rows())[0]).toContain('A note on the car')
  await user.click(screen.getByRole('radio', { name: 'Reported' }))
  expect(await screen.findByText('No incident is like this')).toBeTruthy()
})

test('a case without incidents teaches both ways to record one', async () => {
  await openIncidents(path, [])
  expect(await screen.findByText('No incident recorded yet')).toBeTruthy()
  expect(screen.getByText(/from anywhere with Q/)).toBeTruthy()
})

test('an incident is recorded: behaviour is found by typing, each account keeps its place', async () => {
  const { user, bridge } = await openIncidents(`${path}?mode=new`, [])
  const form = within(await screen.findByRole('form'))
  fill(form.getByLabelText('Date'), '23/11/26')
  fill(form.getByLabelText('Time'), '18.05')
  await user.click(form.getByRole('radio', { name: 'The client' }))
  fill(form.getByLabelText(/What the client said/), '  He followed me  ')
  fill(form.getByLabelText(/Professional opinion/), 'Escalating')
  await user.type(form.getByLabelText('Find a behaviour'), 'follow{Enter}')
  expect(form.getByRole('button', { name: 'Take out Following' })).toBeTruthy()
  await user.click(form.getByRole('button', { name: /^Unwanted giving/ }))
  await user.click(form.getByRole('checkbox', { name: 'Flowers' }))
  await user.keyboard('{Control>}s{/Control}')
  await waitFor(() => expect(bridge.inputsOf('incidents.record')).toHaveLength(1))
  expect(bridge.inputsOf('incidents.record')[0]?.incident).toMatchObject({
    when: { from: '2026-11-23T18:05:00.000Z', precision: 'minute' },
    behaviours: ['SURVEILLANCE-FOLLOWING', 'GIVING-FLOWERS'],
    ...{ clientSaid: 'He followed me', observed: null, opinion: 'Escalating', source: 'client' },
    fear: { value: null, missing: 'not-asked' },
    ...{ reported: 'not-asked', orderBreached: 'not-asked', finished: true },
  })
})

test('an incident names the earlier ones that it belongs to, never itself, and leads to them', async () => {
  const earlier = incidentNumber(2, { behaviours: ['GIVING-FLOWERS'], when: { from: '2026-11-02T10:00:00.000Z', to: null, precision: 'minute', zone: 'Europe/London' } }) // prettier-ignore
  const { user, bridge } = await openIncidents(edit, [incidentNumber(1), earlier])
  const form = within(await screen.findByRole('form'))
  const box = await form.findByLabelText('Link a record', { selector: 'input:not([type=hidden])' })
  await user.click(box)
  expect(await screen.findAllByRole('option', { name: /2 Nov 2026|Text message/ })).toHaveLength(1)
  await user.click(screen.getByRole('option', { name: /^Flowers, 2 Nov 2026/ }))
  await user.keyboard('{Control>}s{/Control}')
  await waitFor(() => expect(bridge.inputsOf('incidents.update')[0]?.incident.links).toEqual([earlier.id]))
  const linked = within(await screen.findByRole('list', { name: 'Belongs together with' }))
  await user.click(linked.getByRole('button', { name: /Flowers/ }))
  expect(await screen.findByRole('heading', { name: /2 Nov 2026/ })).toBeTruthy()
})

test('an incident abroad is told by the clock that was there, and kept as that', async () => {
  const { user, bridge } = await openIncidents(`${path}?mode=new`, [])
  const form = within(await screen.findByRole('form'))
  await user.click(form.getByRole('button', { name: 'Another time zone' }))
  await user.selectOptions(form.getByLabelText('Time zone'), 'Madrid (Europe)')
  fill(form.getByLabelText('Date'), '22/11/26')
  fill(form.getByLabelText('Time'), '00.30')
  await user.click(form.getByRole('radio', { name: 'The client' }))
  fill(form.getByLabelText(/What the client said/), 'He was in the hotel bar')
  await user.click(form.getByRole('radio', { name: 'No, to be completed' }))
  await user.keyboard('{Control>}s{/Control}')
  await waitFor(() => expect(bridge.inputsOf('incidents.record')).toHaveLength(1))
  const { when } = bridge.inputsOf('incidents.record')[0]?.incident ?? {}
  expect(when).toEqual({ from: '2026-11-21T23:30:00.000Z', to: null, precision: 'minute', zone: 'Europe/Madrid' })
  expect((await screen.findAllByText(/22 Nov 2026, 00:30 \(Madrid time\)/)).length).toBeGreaterThan(0)
})

test('what is missing, too long or contradictory is said beside its question, and nothing is lost', async () => {
  const { user, bridge } = await openIncidents(`${path}?mode=new`, [])
  const form = within(await screen.findByRole('form'))
  fill(form.getByLabelText('Date'), '20/11/26')
  const long = 'x'.repeat(200_000)
  fill(form.getByLabelText(/What was seen/), long)
  await user.click(form.getByRole('group', { name: /^Reported to the police/ }).querySelector('input') as HTMLElement) // the first is "Yes"
  fill(form.getByLabelText(/^Reported on/), '19/11/26')
  await user.click(form.getByRole('button', { name: /Save incident/ }))
  const summary = await screen.findByRole('alert')
  expect(summary.textContent).toContain('Who told you: say who told you.')
  expect(summary.textContent).toContain('Use at most 20,000 characters.')
  expect(valueOf(form.getByLabelText(/What was seen/))).toBe(long)
  fill(form.getByLabelText(/What was seen/), 'A car')
  await user.click(form.getByRole('radio', { name: 'The client' }))
  await user.click(form.getByRole('button', { name: /Save incident/ }))
  await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('before the incident'))
  expect(screen.getByRole('alert').textContent).toContain(
    'Kinds of behaviour: choose at least one behaviour, or say that it is still to be completed.',
  )
  expect(bridge.inputsOf('incidents.record')).toEqual([])
})

test('a change made elsewhere meanwhile shows both versions and keeps what was typed', async () => {
  const { user, saveElsewhere, bridge } = await openIncidents(edit, [incidentNumber(1)])
  const form = within(await screen.findByRole('form'))
  fill(form.getByLabelText(/What the client said/), 'As I have it')
  saveElsewhere(eventId(1), { clientSaid: 'As they have it' })
  await user.click(form.getByRole('button', { name: /Save changes/ }))
  expect(await screen.findByRole('heading', { name: 'Two versions of this incident' })).toBeTruthy()
  expect(screen.getAllByText(/As they have it/).length).toBeGreaterThan(0)
  await user.click(screen.getByRole('button', { name: 'Save the chosen answers' }))
  await waitFor(() => expect(bridge.inputsOf('incidents.update')).toHaveLength(2))
  expect(bridge.inputsOf('incidents.update')[1]).toMatchObject({
    revision: 2,
    incident: { clientSaid: 'As I have it' },
  })
})

test('Q opens quick capture anywhere but in a field, in the case that is open, and saves it as unfinished', async () => {
  const { user, bridge } = await openIncidents(`/cases/${caseId(1)}`, [])
  await screen.findByRole('list', { name: /Timeline/ })
  await user.keyboard('q')
  const dialog = within(await screen.findByRole('dialog', { name: 'Capture an incident' }))
  const what = await dialog.findByLabelText('What happened')
  await waitFor(() => expect(valueOf(dialog.getByLabelText('Case'))).toContain('WM-2301'))
  await user.type(what, 'A note on the car q')
  await user.click(dialog.getByRole('radio', { name: 'I saw it myself' }))
  await user.click(what)
  await user.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() => expect(bridge.inputsOf('incidents.record')).toHaveLength(1))
  expect(bridge.inputsOf('incidents.record')[0]).toMatchObject({
    caseId: caseId(1),
    incident: {
      ...{ observed: 'A note on the car q', clientSaid: null, source: 'advocate', behaviours: [], finished: false },
      when: { from: '2026-11-24T12:00:00.000Z', precision: 'minute' },
    },
  })
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  await user.click(await screen.findByRole('button', { name: 'Complete it now' }))
  expect(await screen.findByRole('form', { name: 'Edit incident' })).toBeTruthy()
})

test('quick capture outside a case asks whose it is, and its words outlast a restart', async () => {
  const { user } = await openIncidents('/cases', [])
  await screen.findByRole('heading', { name: 'Caseload', level: 1 })
  await user.keyboard('q')
  const dialog = within(await screen.findByRole('dialog', { name: 'Capture an incident' }))
  fill(await dialog.findByLabelText('What happened'), 'Heard on the phone')
  await user.click(dialog.getByRole('button', { name: /Save for later/ }))
  expect(await dialog.findByText('Choose whose case this is.')).toBeTruthy()
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  cleanup()
  const again = await mount('/cases')
  await screen.findByRole('heading', { name: 'Caseload', level: 1 })
  await again.user.keyboard('q')
  const back = within(await screen.findByRole('dialog', { name: 'Capture an incident' }))
  expect(valueOf(await back.findByLabelText('What happened'))).toBe('Heard on the phone')
})
