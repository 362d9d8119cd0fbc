import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import type { VaultStatus } from '../../shared/features/vault.ts'
import { FileToken } from '../../shared/kernel/ids.ts'
import { fakeBridge, type FakeBridge, type Handlers } from './support/fake-bridge.ts'
import { openVault, renderApp, unlocked } from './support/render.tsx'

const recoveryKey = 'A7KD-93MQ-ZZ4T-0P1X-8HVN-52RC-WE6J-YG3B-K9S4'
const none: VaultStatus = { state: 'none', practice: false, actor: null, recoveryConfirmed: true, waitSeconds: 0 }
const empty: Handlers = {
  ...openVault,
  'vault.status': () => none,
  'vault.create': () => ({ recoveryKey, ...unlocked, recoveryConfirmed: false }),
  'vault.confirmRecoveryKey': typed => ({
    matches: typed.recoveryKey.replaceAll(' ', '-').toUpperCase() === recoveryKey,
  }),
}
const good = 'copper lantern drifts sideways'
/** Pasted, not typed: each letter would be drawn by itself. */
async function fill(field: HTMLElement, text: string): Promise<void> {
  await userEvent.click(field)
  await userEvent.paste(text)
}
const press = (name: string | RegExp) => screen.findByRole('button', { name }).then(button => userEvent.click(button))

type Typed = { name?: string; passphrase?: string; again?: string }
async function fillIn({ name = 'Priya Example', passphrase = good, again = passphrase }: Typed = {}): Promise<void> {
  await press(/Make a new vault/)
  if (name !== '') await fill(screen.getByLabelText('Your name'), name)
  await fill(screen.getByLabelText('Passphrase'), passphrase)
  if (again !== '') await fill(screen.getByLabelText('Passphrase again'), again)
  await press(/Make the vault/)
}

async function made(): Promise<FakeBridge> {
  const bridge = fakeBridge(empty)
  renderApp(bridge)
  await fillIn()
  await screen.findByRole('heading', { name: 'Your recovery key' })
  return bridge
}

test('a new vault shows its recovery key in groups, and typing it back opens the app', async () => {
  const bridge = await made()
  expect(bridge.inputsOf('vaultFolder.use')).toEqual([{ which: 'usual' }])
  expect(bridge.inputsOf('vault.create')).toEqual([
    { folder: null, userName: 'Priya Example', passphrase: good, practice: false },
  ])
  expect(screen.getAllByText('A7KD').length).toBeGreaterThan(0)
  await press('Print')
  expect(bridge.inputsOf('window.print')).toHaveLength(1)
  await press('I have it on paper')
  expect(document.querySelector('main')?.textContent).not.toContain('A7KD')
  await fill(screen.getByLabelText('Recovery key'), 'A7KD')
  await press(/Check it/)
  await screen.findByText(
    'This is not the newest recovery key of this vault. Compare it with your paper, group by group.',
  )
  await userEvent.clear(screen.getByLabelText('Recovery key'))
  await fill(screen.getByLabelText('Recovery key'), recoveryKey.replaceAll('-', ' ').toLowerCase())
  await press(/Check it/)
  await screen.findByRole('heading', { name: 'Today' })
  expect(screen.queryByText(/recovery key is not confirmed/)).toBeNull()
})

test('the paper is drawn for the printer only, and does not say what Waymark is for', async () => {
  await made()
  const sheet = document.querySelector('.wm-sheet')
  expect(sheet?.parentElement).toBe(document.body)
  expect(sheet?.textContent).toContain('Recovery key for Waymark')
  expect(sheet?.textContent).not.toMatch(/case|client|advocate|vault/i)
})

test('confirming can be put off, and a notice stays until it is done', async () => {
  await made()
  await press('Later')
  await screen.findByRole('heading', { name: 'Today' })
  screen.getByText(/recovery key is not confirmed/)
  await press('Confirm it now')
  await screen.findByText(/Not confirmed yet/)
})

test('each wrong answer has its sentence, and nothing is made', async () => {
  const bridge = fakeBridge(empty)
  renderApp(bridge)
  await fillIn({ name: '', passphrase: 'short', again: '' })
  await screen.findByText('Write your name.')
  screen.getByText('Use at least 12 characters.')
  expect(screen.queryByText(/not the same/)).toBeNull()
  await fill(screen.getByLabelText('Your name'), 'Priya')
  await fill(screen.getByLabelText('Passphrase'), ' but longer now')
  await press(/Make the vault/)
  await screen.findByText('This is not the same as above. Type both again.')
  expect(bridge.inputsOf('vault.create')).toEqual([])
})

test('words that would be guessed in a minute are refused', async () => {
  const bridge = fakeBridge(empty)
  renderApp(bridge)
  await fillIn({ passphrase: 'passwordpassword' })
  await screen.findByText(/This would be guessed within a minute/)
  expect(bridge.inputsOf('vault.create')).toEqual([])
})

test('a vault can be made in a folder that is chosen, and a refusal keeps what was typed', async () => {
  const token = FileToken.parse('token')
  const bridge = fakeBridge({ ...empty, 'vaultFolder.choose': () => ({ chosen: { token, name: 'STICK' } }) })
  bridge.fail('vault.create', 'vault-exists')
  renderApp(bridge)
  await fillIn()
  await screen.findByText(/There is a vault in this folder already/)
  await userEvent.click(screen.getByLabelText(/In a folder I choose/))
  await press(/Make the vault/)
  await screen.findByText('Choose the folder first.')
  await press('Choose the folder…')
  await screen.findByText('In “STICK”. Choose another…')
  await press(/Make the vault/)
  // The token is used up, so the folder is asked for again.
  await screen.findByText('Choose the folder…')
  expect(screen.getByLabelText('Your name')).toHaveProperty('value', 'Priya Example')
  expect(bridge.inputsOf('vault.create').map(({ folder }) => folder)).toEqual([null, token])
})

test('the practice vault is made the first time and opened the next, by one press', async () => {
  const bridge = fakeBridge({
    ...empty,
    'vault.create': () => ({ recoveryKey, ...unlocked, practice: true, recoveryConfirmed: false }),
    'practice.seed': ({ cases }) => ({ cases, events: 700 }),
  })
  renderApp(bridge)
  await press(/Try the practice vault/)
  await screen.findByText('Practice vault.')
  expect(screen.queryByText(/recovery key is not confirmed/)).toBeNull()
  expect(bridge.inputsOf('vaultFolder.use')).toEqual([{ which: 'practice' }])
  expect(bridge.inputsOf('vault.create')[0]).toMatchObject({ practice: true, userName: 'Practice advocate' })
  expect(bridge.inputsOf('practice.seed')).toMatchObject([{ cases: 40, seed: 1 }])
})

test('a practice vault that fails to open says why', async () => {
  const bridge = fakeBridge(empty)
  bridge.fail('vault.create', 'disk-full')
  renderApp(bridge)
  await press(/Try the practice vault/)
  await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('The disk is full'))
})
