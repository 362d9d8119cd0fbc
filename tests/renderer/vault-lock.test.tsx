import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import type { VaultStatus } from '../../shared/features/vault.ts'
import type { ErrorCode } from '../../shared/kernel/errors.ts'
import { FileToken } from '../../shared/kernel/ids.ts'
import { fakeBridge, type Handlers } from './support/fake-bridge.ts'
import { openVault, renderApp, unlocked } from './support/render.tsx'

const lockedStatus: VaultStatus = {
  state: 'locked',
  practice: false,
  actor: null,
  recoveryConfirmed: true,
  waitSeconds: 0,
}
const locked: Handlers = { ...openVault, 'vault.status': () => lockedStatus }
const folder = { token: FileToken.parse('token'), name: 'STICK' }

async function tryToUnlock(): Promise<void> {
  await userEvent.type(await screen.findByLabelText('Passphrase'), 'some passphrase')
  await userEvent.click(screen.getByRole('button', { name: 'Unlock' }))
}

test('the lock screen says nothing but the name, and the passphrase opens the caseload', async () => {
  const bridge = fakeBridge({ ...locked, 'vault.unlock': () => unlocked })
  renderApp(bridge)
  await screen.findByRole('heading', { name: 'Waymark' })
  expect(document.body.textContent).not.toMatch(/case|client|advocate|police|stalk/i)
  expect(screen.getByLabelText('Passphrase')).toHaveProperty('type', 'password')
  await tryToUnlock()
  await screen.findByRole('heading', { name: 'Today' })
  expect(bridge.inputsOf('vault.unlock')).toEqual([{ passphrase: 'some passphrase' }])
})

test(
  'somebody who waits for work that goes on behind the lock is told so, and not of what',
  { timeout: 20_000 },
  async () => {
    const opened = Promise.withResolvers<VaultStatus>()
    renderApp(fakeBridge({ ...locked, 'vault.status': () => opened.promise }))
    expect(screen.queryByText(/^Still getting ready/)).toBeNull()
    await screen.findByText(/^Still getting ready\. .* finishes that first/, undefined, { timeout: 15_000 })
    expect(document.body.textContent).not.toMatch(/case|client|advocate|police|stalk|bundle|document/i)
    opened.resolve(lockedStatus)
    await screen.findByLabelText('Passphrase')
    expect(screen.queryByText(/^Still getting ready/)).toBeNull()
  },
)

test('nothing typed is said beside the field, and not asked of the vault', async () => {
  const bridge = fakeBridge(locked)
  renderApp(bridge)
  await userEvent.click(await screen.findByRole('button', { name: 'Unlock' }))
  await screen.findByText('Type your passphrase.')
  expect(bridge.inputsOf('vault.unlock')).toEqual([])
})

test('a wrong passphrase is said beside the field, selected to be typed over, and the wait is read again', async () => {
  const bridge = fakeBridge(locked)
  bridge.fail('vault.unlock', 'wrong-passphrase')
  renderApp(bridge)
  await tryToUnlock()
  await screen.findByText(/does not open this vault/)
  const field = screen.getByLabelText<HTMLInputElement>('Passphrase')
  await waitFor(() => expect(field.selectionEnd).toBe('some passphrase'.length))
  expect(bridge.inputsOf('vault.status').length).toBeGreaterThan(1)
  expect(field.getAttribute('aria-invalid')).toBe('true')
})

test('after failures the button waits and counts down', async () => {
  const bridge = fakeBridge({ ...locked, 'vault.status': () => ({ ...lockedStatus, waitSeconds: 2 }) })
  renderApp(bridge)
  await screen.findByText(/Wait 2 seconds/)
  await userEvent.type(screen.getByLabelText('Passphrase'), 'some passphrase')
  await userEvent.click(screen.getByRole('button', { name: 'Unlock' }))
  expect(bridge.inputsOf('vault.unlock')).toEqual([])
  await waitFor(() => expect(screen.queryByText(/Wait/)).toBeNull(), { timeout: 3500 })
})

describe('every other refusal gets its sentence', () => {
  const refusals: [ErrorCode, RegExp, string | null][] = [
    ['vault-damaged', /This vault is damaged/, 'Restore a backup'],
    ['slot-damaged', /Your key in this vault is damaged/, 'Use the recovery key'],
    ['vault-newer', /A newer Waymark made this vault/, null],
    ['vault-in-use', /open in another window/, null],
    ['vault-not-found', /There is no vault here/, 'Open another vault'],
    ['disk-full', /The disk is full/, null],
    ['read-only', /can be read but not written/, null],
    ['unavailable', /lost touch with its vault/, null],
    ['internal', /Something went wrong/, null],
  ]
  test.each(refusals)('%s', async (code, sentence, nextStep) => {
    const bridge = fakeBridge(locked)
    bridge.fail('vault.unlock', code)
    renderApp(bridge)
    await tryToUnlock()
    const alert = await screen.findByRole('alert')
    expect(alert.textContent).toMatch(sentence)
    if (nextStep !== null) within(alert).getByRole('button', { name: nextStep })
    expect(screen.getByLabelText('Passphrase')).toHaveProperty('value', 'some passphrase')
  })
})

test('a status that can’t be read offers another try, a backup and another vault', async () => {
  const bridge = fakeBridge(locked)
  bridge.fail('vault.status', 'vault-damaged')
  renderApp(bridge)
  await screen.findByText(/This vault is damaged/)
  screen.getByRole('button', { name: 'Restore a backup' })
  bridge.answer('vault.status', () => lockedStatus)
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  await screen.findByLabelText('Passphrase')
})

test('a vault elsewhere is opened, and one that isn’t there is said by the name of its folder', async () => {
  const bridge = fakeBridge({ ...locked, 'vaultFolder.choose': () => ({ chosen: folder }) })
  renderApp(bridge)
  await screen.findByLabelText('Passphrase')
  bridge.answer('vault.status', () => ({ ...lockedStatus, state: 'none' }))
  await userEvent.click(screen.getByRole('button', { name: 'Open another vault' }))
  await screen.findByText('There is no vault in “STICK”.')
  expect(bridge.inputsOf('vaultFolder.use')).toEqual([{ which: 'folder', folder: folder.token }])
})

test('the practice vault tells its passphrase, and can be left', async () => {
  const bridge = fakeBridge({ ...locked, 'vault.status': () => ({ ...lockedStatus, practice: true }) })
  renderApp(bridge)
  await screen.findByText(/“practice practice”/)
  await userEvent.click(screen.getByRole('button', { name: 'Leave the practice vault' }))
  expect(bridge.inputsOf('vaultFolder.use')).toEqual([{ which: 'usual' }])
})

test('being offline changes nothing', async () => {
  const bridge = fakeBridge({ ...locked, 'vault.unlock': () => unlocked })
  Object.defineProperty(navigator, 'onLine', { value: false, configurable: true })
  renderApp(bridge)
  act(() => void window.dispatchEvent(new Event('offline')))
  await tryToUnlock()
  await screen.findByRole('heading', { name: 'Today' })
  Object.defineProperty(navigator, 'onLine', { value: true, configurable: true })
  act(() => void window.dispatchEvent(new Event('online')))
})
