import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { BackupName, type VaultStatus } from '../../shared/features/vault.ts'
import { Instant } from '../../shared/kernel/dates.ts'
import { UserId } from '../../shared/kernel/ids.ts'
import { fakeBridge, type Handlers } from './support/fake-bridge.ts'
import { manager, openVault, renderApp, unlocked } from './support/render.tsx'

const nextKey = 'NEXT-93MQ-ZZ4T-0P1X-8HVN-52RC-WE6J-YG3B-K9S4'
const status: VaultStatus = { state: 'locked', practice: false, actor: null, recoveryConfirmed: true, waitSeconds: 0 }
const other = {
  id: UserId.parse('0199d0a0-0000-7000-8000-000000000002'),
  name: 'Sam Sample',
  role: 'advocate',
} as const
const backup = {
  name: BackupName.parse('20261123T070000000Z'),
  madeAt: Instant.parse('2026-11-23T07:00:00.000Z'),
  bytes: 3_400_000,
  sha256: 'abc',
  counts: { cases: 38, people: 90, events: 1204, documents: 0, users: 2 },
  daily: true,
}
const locked: Handlers = {
  ...openVault,
  'vault.status': () => status,
  'vault.checkRecoveryKey': () => ({ users: [manager, other] }),
  'vault.recover': () => ({ recoveryKey: nextKey, ...unlocked, recoveryConfirmed: false }),
  'vault.backups': () => ({ rows: [backup], dailyDue: false }),
  'vault.restore': () => ({ keptAs: 'kept-20261124', cases: 38 }),
}
const good = 'copper lantern drifts sideways'
/** Pasted, not typed: each letter would be drawn by itself. */
async function fill(field: HTMLElement, text: string): Promise<void> {
  await userEvent.click(field)
  await userEvent.paste(text)
}
const press = (name: string | RegExp) => screen.findByRole('button', { name }).then(button => userEvent.click(button))

async function typeKey(): Promise<void> {
  await press('Use the recovery key')
  await fill(screen.getByLabelText('Recovery key'), 'A7KD 93MQ')
  await press(/Go on/)
}

test('the printed key gives one person a new passphrase and everybody a new key', async () => {
  const bridge = fakeBridge(locked)
  renderApp(bridge)
  await typeKey()
  await userEvent.click(await screen.findByLabelText(/Sam Sample/))
  await fill(screen.getByLabelText('New passphrase'), good)
  await fill(screen.getByLabelText('New passphrase again'), good)
  await press(/Set the passphrase/)
  await screen.findByRole('heading', { name: 'Your recovery key' })
  expect(screen.getAllByText('NEXT').length).toBeGreaterThan(0)
  expect(bridge.inputsOf('vault.recover')).toEqual([{ recoveryKey: 'A7KD 93MQ', userId: other.id, passphrase: good }])
})

test('nobody chosen is asked about', async () => {
  renderApp(fakeBridge(locked))
  await typeKey()
  await fill(await screen.findByLabelText('New passphrase'), good)
  await fill(screen.getByLabelText('New passphrase again'), good)
  await press(/Set the passphrase/)
  await screen.findByText('Choose who you are.')
})

test('a mistyped key and a key of another vault are told apart', async () => {
  const bridge = fakeBridge(locked)
  bridge.fail('vault.checkRecoveryKey', 'wrong-recovery-key', { rule: 'mistyped' })
  renderApp(bridge)
  await typeKey()
  await screen.findByText(/^This is not a whole recovery key/)
  bridge.fail('vault.checkRecoveryKey', 'wrong-recovery-key')
  await press(/Go on/)
  await screen.findByText(/^That is not the recovery key of this vault/)
})

test('a backup is restored after a question, and what was there is kept', async () => {
  const bridge = fakeBridge(locked)
  renderApp(bridge)
  await press('Restore a backup')
  await press(/23 Nov 2026, 07:00/)
  const dialog = await screen.findByRole('dialog')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Restore it' }))
  await screen.findByText(/kept as “kept-20261124”/)
  expect(bridge.inputsOf('vault.restore')).toEqual([{ name: backup.name, folder: null }])
  await press('Go to unlock')
  await screen.findByLabelText('Passphrase')
})

test('a restore that fails says so in the question, and no backups say where to look', async () => {
  const bridge = fakeBridge(locked)
  bridge.fail('vault.restore', 'vault-damaged', { rule: 'backup-damaged' })
  renderApp(bridge)
  await press('Restore a backup')
  await press(/23 Nov 2026, 07:00/)
  await press('Restore it')
  await screen.findByText(/This backup is damaged and was not used/)
})

test('a vault without backups says where to look', async () => {
  renderApp(fakeBridge({ ...locked, 'vault.backups': () => ({ rows: [], dailyDue: false }) }))
  await press('Restore a backup')
  await screen.findByText('There is no backup in this vault')
})

test('before a restore it is said what would be lost, for the passphrase of the present vault', async () => {
  const bridge = fakeBridge(locked)
  bridge.fail('vault.compareBackup', 'wrong-passphrase')
  renderApp(bridge)
  await press('Restore a backup')
  await press(/23 Nov 2026, 07:00/)
  await userEvent.type(await screen.findByLabelText('Passphrase of the present vault'), 'not that one')
  await press('Look what would be lost')
  await screen.findByText(/That passphrase does not open this vault/)
  const lastAt = Instant.parse('2026-11-24T08:31:00.000Z')
  bridge.answer('vault.compareBackup', () => ({ outcome: 'compared', changes: 34, records: 12, lastAt }))
  await press('Look what would be lost')
  await screen.findByText(/34 changes to 12 records since, the last on 24 Nov 2026, 08:31/)
  expect(bridge.inputsOf('vault.compareBackup').at(-1)).toMatchObject({ name: backup.name })
  expect(screen.queryByLabelText('Passphrase of the present vault')).toBeNull()
  expect(bridge.inputsOf('vault.restore')).toEqual([])
})

test('a vault that is damaged says plainly that nobody can say what would be lost', async () => {
  const bridge = fakeBridge(locked)
  bridge.fail('vault.compareBackup', 'vault-damaged')
  renderApp(bridge)
  await press('Restore a backup')
  await press(/23 Nov 2026, 07:00/)
  await userEvent.type(await screen.findByLabelText('Passphrase of the present vault'), 'whatever it was')
  await press('Look what would be lost')
  await screen.findByText(/nobody can say what was written after it/)
  await screen.findByRole('button', { name: 'Restore it' })
})
