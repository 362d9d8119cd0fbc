import { act, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { useSession } from '../../renderer/lib/session.ts'
import type { BackupPlace } from '../../shared/features/backup-place.ts'
import { BackupName, type BackupSummary } from '../../shared/features/vault.ts'
import { Instant } from '../../shared/kernel/dates.ts'
import { FileToken, JobId } from '../../shared/kernel/ids.ts'
import { fakeBridge, type Handlers } from './support/fake-bridge.ts'
import { openVault, renderApp } from './support/render.tsx'

const at = (text: string) => Instant.parse(text)
const backupOf = (day: string): BackupSummary => ({
  ...{
    name: BackupName.parse(`${day.replaceAll('-', '')}T080000000Z`),
    madeAt: at(`${day}T08:00:00.000Z`),
    daily: true,
  },
  ...{ bytes: 3_400_000, sha256: 'abc', counts: { cases: 1, people: 2, events: 3, documents: 0, users: 1 } },
})
const stick: BackupPlace = {
  ...{ name: 'STICK', problem: null, behind: false },
  last: { madeAt: at('2026-11-20T08:00:00.000Z'), copiedAt: at('2026-11-20T08:01:00.000Z') },
}
const missing: BackupPlace = {
  ...stick,
  behind: true,
  problem: { why: 'missing', since: at('2026-11-23T08:31:00.000Z') },
}

const open = (path: string, change: Handlers = {}) => {
  const bridge = fakeBridge({ ...openVault, ...change })
  renderApp(bridge, path)
  return bridge
}
/** As a minute after the unlock, when the backup of the day was made or not. */
const later = () => act(() => useSession.setState({ openedAt: new Date('2026-11-24T08:40:00Z') }))

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-24T08:50:00Z') })
})

test('Today says when the last backup is old, not before it could be made, and leads to the backups', async () => {
  open('/today', {
    'vault.backups': () => ({ rows: [backupOf('2026-11-21'), backupOf('2026-11-20')], dailyDue: true }),
  })
  await screen.findByText('Nothing is due yet')
  expect(screen.queryByText(/last backup/)).toBeNull()
  later()
  await screen.findByText('The last backup is 3 days old.')
  await userEvent.click(screen.getByRole('button', { name: 'See backups' }))
  await screen.findByRole('heading', { name: 'A second place for backups' })
})

test('one of yesterday is no news; none at all is', async () => {
  const bridge = open('/today', { 'vault.backups': () => ({ rows: [backupOf('2026-11-23')], dailyDue: true }) })
  await screen.findByText('Nothing is due yet')
  later()
  expect(screen.queryByText(/last backup/)).toBeNull()
  bridge.answer('vault.backups', () => ({ rows: [], dailyDue: true }))
  const name = 'vault.backUpDaily'
  act(() => bridge.push({ is: 'job-done', jobId: JobId.parse(crypto.randomUUID()), name, output: {} }))
  await screen.findByText('There is no backup yet.')
})

test('a backup that could not be made is said until one was', async () => {
  const bridge = open('/today', { 'vault.backups': () => ({ rows: [backupOf('2026-11-23')], dailyDue: true }) })
  await screen.findByText('Nothing is due yet')
  act(() => bridge.push({ is: 'daily-backup-failed', error: { code: 'disk-full', details: {} } }))
  await screen.findByText('Today’s backup could not be made.')
  const name = 'vault.backUpDaily'
  act(() => bridge.push({ is: 'job-done', jobId: JobId.parse(crypto.randomUUID()), name, output: {} }))
  await waitFor(() => expect(screen.queryByText('Today’s backup could not be made.')).toBeNull())
})

test('Today says calmly when copies do not get to the second place', async () => {
  open('/today', { 'backupPlace.read': () => ({ place: missing }) })
  await screen.findByText('Since 23 Nov 2026, 08:31 backups have not been copied to “STICK”: it was not there.')
  screen.getByText('The last copy is of the backup of 20 Nov 2026, 08:00.')
})

test('a second place is chosen by the system’s dialog, and the newest backup goes there at once', async () => {
  const token = FileToken.parse('abcdefghijklmnopqrstuvwx')
  let place: BackupPlace | null = null
  const bridge = open('/settings?section=vault', {
    'vaultFolder.choose': () => ({ chosen: { token, name: 'STICK' } }),
    'backupPlace.read': () => ({ place }),
    'backupPlace.choose': () => ({ place: (place = { ...stick, last: null, behind: true }) }),
    'backupPlace.copy': () => ({ place: (place = stick) }),
    'backupPlace.forget': () => ({ place: (place = null) }),
  })
  await screen.findByText('None is chosen.')
  await userEvent.click(screen.getByRole('button', { name: 'Choose a folder…' }))
  await screen.findByText(
    /Copied to “STICK”. The last copy is of the backup of 20 Nov 2026, 08:00, the newest there is/,
  )
  expect(bridge.inputsOf('vaultFolder.choose')).toEqual([{ purpose: 'second-place' }])
  expect(bridge.inputsOf('backupPlace.choose')).toEqual([{ folder: token }])
  expect(bridge.inputsOf('backupPlace.copy')).toHaveLength(1)
  await userEvent.click(screen.getByRole('button', { name: 'Stop copying' }))
  await screen.findByText('None is chosen.')
})

test('a backup that is asked for is copied too, and a folder that won’t do is said', async () => {
  const bridge = open('/settings?section=vault', {
    'vault.backup': () => backupOf('2026-11-24'),
    'vaultFolder.choose': () => ({ chosen: { token: FileToken.parse('abcdefghijklmnopqrstuvwx'), name: 'vault' } }),
    'backupPlace.read': () => ({ place: missing }),
    'backupPlace.copy': () => ({ place: missing }),
  })
  await screen.findByText(/The backups in the vault are made as ever/)
  await userEvent.click(screen.getByRole('button', { name: 'Back up now' }))
  await waitFor(() => expect(bridge.inputsOf('backupPlace.copy')).toHaveLength(1))
  bridge.fail('backupPlace.choose', 'invalid-input', { field: 'folder', rule: 'place-in-vault' })
  await userEvent.click(screen.getByRole('button', { name: 'Choose another…' }))
  await screen.findByText(/This folder is in the vault itself/)
})
