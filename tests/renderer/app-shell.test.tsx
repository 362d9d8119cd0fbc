import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { JobId } from '../../shared/kernel/ids.ts'
import { aCase, caseId } from './support/casework-data.ts'
import { casework, caseworkHandlers } from './support/fake-casework.ts'
import { fakeBridge, type Handlers } from './support/fake-bridge.ts'
import { openVault, renderApp, unlocked } from './support/render.tsx'

const press = (name: string | RegExp) => screen.findByRole('button', { name }).then(button => userEvent.click(button))
const unlockedCasework = (): Handlers => ({ ...openVault, ...caseworkHandlers(casework()) })
const clientName = aCase(1).clientName
const openApp = (path = '/cases') => {
  const bridge = fakeBridge(unlockedCasework())
  renderApp(bridge, path)
  return bridge
}

test('the rail shows only what exists, and says where one is', async () => {
  openApp()
  const rail = within(await screen.findByRole('navigation', { name: 'Main' }))
  expect(rail.getAllByRole('link').map(link => link.textContent)).toEqual(['Today', 'Caseload', 'Search', 'Settings'])
  expect(rail.getByRole('link', { name: 'Caseload' }).getAttribute('aria-current')).toBe('page')
  await userEvent.click(rail.getByRole('link', { name: 'Settings' }))
  await screen.findByRole('heading', { name: 'Settings' })
})

test('lock is one press away, and a lock that fails says so', async () => {
  const bridge = openApp()
  bridge.fail('window.lock', 'internal')
  await userEvent.click(await screen.findByRole('button', { name: 'Lock' }))
  await screen.findByText(/Not locked/)
  expect(bridge.inputsOf('window.lock')).toHaveLength(1)
})

test('the practice vault says so above every screen', async () => {
  const bridge = fakeBridge({
    ...openVault,
    'vault.status': () => ({ state: 'open', ...unlocked, practice: true, waitSeconds: 0 }),
  })
  renderApp(bridge, '/settings')
  await screen.findByRole('heading', { name: 'Settings' })
  screen.getByText('Practice vault.')
})

test('the palette goes to places and opens a case by a name in it', async () => {
  openApp()
  await screen.findByRole('heading', { name: 'Caseload' })
  await userEvent.keyboard('{Control>}k{/Control}')
  await userEvent.keyboard('a')
  const search = await screen.findByRole('combobox', { name: 'Go to or do' })
  await userEvent.clear(search)
  await userEvent.type(search, clientName)
  await userEvent.click((await screen.findAllByRole('option', { name: new RegExp(clientName) }))[0] ?? search)
  await screen.findByRole('heading', { level: 1, name: clientName })
})

test('in a case the palette records a police contact', async () => {
  openApp(`/cases/${caseId(1)}`)
  await screen.findByRole('heading', { level: 1 })
  await userEvent.keyboard('{Control>}k{/Control}')
  await userEvent.click(await screen.findByRole('option', { name: 'Record a police contact' }))
  await screen.findByRole('form', { name: 'Record a police contact' })
})

test('? shows the keys, the two that main hears included', async () => {
  openApp()
  await screen.findByRole('heading', { name: 'Caseload' })
  await userEvent.keyboard('?')
  const sheet = within(await screen.findByRole('dialog', { name: 'Keyboard shortcuts' }))
  sheet.getByText('Lock')
  await sheet.findByText('Hide at once')
})

test('the lock warning counts down, and staying open tells main', async () => {
  const bridge = openApp()
  await screen.findByRole('heading', { name: 'Caseload' })
  act(() => bridge.push({ is: 'lock-warning', seconds: 30 }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Waymark is about to lock' }))
  dialog.getByText(/locks in 30 seconds\.$/, { selector: '[role="status"]' })
  await dialog.findByText(/locks in 29 seconds/)
  await userEvent.click(dialog.getByRole('button', { name: 'Stay open' }))
  expect(bridge.inputsOf('window.stayOpen')).toHaveLength(1)
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

test('the lock warning goes when main says that somebody is there', async () => {
  const bridge = openApp()
  await screen.findByRole('heading', { name: 'Caseload' })
  act(() => bridge.push({ is: 'lock-warning', seconds: 30 }))
  await screen.findByRole('dialog')
  act(() => bridge.push({ is: 'lock-warning', seconds: null }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

test('half-typed words and the place are in the vault before the lock goes on', async () => {
  const bridge = openApp(`/cases/${caseId(1)}/police?mode=new`)
  const form = await screen.findByRole('form', { name: 'Record a police contact' })
  await userEvent.click(within(form).getByLabelText('What was said'))
  await userEvent.paste('Reported a bre')
  act(() => bridge.push({ is: 'flush-drafts' }))
  await waitFor(() => expect(bridge.inputsOf('window.flushed')).toHaveLength(1))
  expect([...bridge.drafts.values()]).toContainEqual(expect.objectContaining({ said: 'Reported a bre' }))
  expect(bridge.drafts.get('place')).toMatchObject({ field: '[data-path="said"]', caret: 'Reported a bre'.length })
  expect(JSON.stringify(bridge.drafts.get('place'))).toContain(`/cases/${caseId(1)}/police`)
  const flushedAt = bridge.calls.findIndex(({ name }) => name === 'window.flushed')
  expect(bridge.calls.findLastIndex(({ name }) => name === 'drafts.write')).toBeLessThan(flushedAt)
})

test('after unlock it is the same screen, field, caret and text', async () => {
  const bridge = fakeBridge(unlockedCasework())
  bridge.drafts.set('place', {
    path: `/cases/${caseId(1)}/police?mode=new`,
    field: '[data-path="said"]',
    nth: 0,
    caret: 4,
  })
  bridge.drafts.set(`police-contact:new:${caseId(1)}`, { said: 'Reported a bre' })
  renderApp(bridge)
  const said = await screen.findByLabelText<HTMLTextAreaElement>('What was said')
  expect(said.value).toBe('Reported a bre')
  await waitFor(() => expect(document.activeElement).toBe(said))
  expect(said.selectionStart).toBe(4)
})

test('a place that leads nowhere is no trap', async () => {
  openApp('/no/such/screen')
  await press('Go to the caseload')
  await screen.findByRole('heading', { name: 'Caseload' })
})

test('a place that can’t be read starts at today', async () => {
  const bridge = fakeBridge(unlockedCasework())
  bridge.fail('drafts.read', 'unavailable')
  renderApp(bridge)
  await screen.findByRole('heading', { name: 'Today' })
})

test('a screen that breaks says so calmly, quotes nothing, and the rest goes on', async () => {
  const quiet = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  openApp()
  await screen.findByRole('heading', { name: 'Caseload' })
  const { call } = window.app
  const broken = { ok: true, value: { clientName: { said: 'secret words' } } }
  window.app.call = ((name, input) =>
    name === 'cases.find' ? Promise.resolve(broken) : call(name, input)) as typeof call
  await userEvent.keyboard('{Control>}k{/Control}')
  await userEvent.type(await screen.findByRole('combobox', { name: 'Go to or do' }), clientName)
  await userEvent.click((await screen.findAllByRole('option', { name: new RegExp(clientName) }))[0] as HTMLElement)
  await screen.findByText('This screen stopped working')
  expect(document.body.textContent).not.toContain('secret words')
  await userEvent.click(screen.getByRole('link', { name: 'Caseload' }))
  await screen.findByRole('heading', { name: 'Caseload' })
  quiet.mockRestore()
})

test('a list that can’t be read says why and tries again', async () => {
  const bridge = openApp()
  await screen.findByRole('heading', { name: 'Caseload' })
  bridge.fail('search.events', 'unavailable')
  bridge.fail('search.people', 'unavailable')
  await userEvent.keyboard('{Control>}f{/Control}')
  await userEvent.type(await screen.findByRole('textbox', { name: 'Search people and records' }), 'breach')
  await waitFor(() => expect(document.body.textContent).toContain('Waymark lost touch with its vault'))
})

test('offline in the middle of a question changes nothing', async () => {
  let answer = (): void => undefined
  const handlers = unlockedCasework()
  const bridge = fakeBridge(handlers)
  const list = handlers['cases.list']
  bridge.answer('cases.list', async input => {
    await new Promise<void>(resolve => (answer = resolve))
    if (!list) throw new Error('No list')
    return list(input)
  })
  renderApp(bridge, '/cases')
  await waitFor(() => expect(bridge.inputsOf('cases.list')).toHaveLength(1))
  Object.defineProperty(navigator, 'onLine', { value: false, configurable: true })
  act(() => void window.dispatchEvent(new Event('offline')))
  answer()
  await screen.findAllByText(/open cases/)
  Object.defineProperty(navigator, 'onLine', { value: true, configurable: true })
  act(() => void window.dispatchEvent(new Event('online')))
})

test('work in the background shows how far it is and can be stopped', async () => {
  const bridge = openApp('/settings?section=vault')
  let end = (): void => undefined
  bridge.answer('vault.verify', () => new Promise((_resolve, reject) => (end = () => reject(new Error('stopped')))))
  await press('Check the vault')
  const strip = within(await screen.findByRole('region', { name: 'Work going on' }))
  const jobId = JobId.parse(bridge.jobIds.at(-1))
  act(() => bridge.push({ is: 'job-progress', jobId, done: 3, total: 12 }))
  await strip.findByText('3 of 12')
  await userEvent.click(strip.getByRole('button', { name: 'Stop' }))
  expect(bridge.inputsOf('jobs.cancel')).toEqual([{ jobId }])
  end()
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Work going on' })).toBeNull())
})

test('work that a lock met is named after unlock: what it cut short, what was done and what failed behind it', async () => {
  const bridge = openApp()
  await screen.findByRole('heading', { name: 'Caseload' })
  const failed = (name: string, code: 'cancelled' | 'disk-full') => ({ name, error: { code, details: {} } })
  const jobs = [
    failed('vault.verify', 'cancelled'),
    failed('vault.unlock', 'cancelled'),
    failed('documents.add', 'disk-full'),
    { name: 'bundles.build', error: null },
  ]
  act(() => bridge.push({ is: 'ended-behind-lock', jobs }))
  await screen.findByText('Locking stopped this before it was done: Checking the vault. Start it again.')
  screen.getByText('Finished while Waymark was locked: Making a bundle.')
  screen.getByText(/^This could not be finished while Waymark was locked: Adding a document. The disk is full/)
})

test('a backup of the day that could not be made is told of', async () => {
  const bridge = openApp()
  await screen.findByRole('heading', { name: 'Caseload' })
  act(() => bridge.push({ is: 'daily-backup-failed', error: { code: 'disk-full', details: {} } }))
  await screen.findByText(/Today’s backup could not be made. The disk is full/)
})
