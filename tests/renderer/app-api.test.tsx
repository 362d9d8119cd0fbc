import { act, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { useCall, useCommand, useJob, usePages } from '../../renderer/lib/api.ts'
import { beforeLock, flushDrafts, writeDraft } from '../../renderer/lib/drafts.ts'
import { staleTags } from '../../renderer/lib/stale.ts'
import { contract } from '../../shared/contract/contract.ts'
import { defaultVaultSettings } from '../../shared/features/settings.ts'
import { Instant } from '../../shared/kernel/dates.ts'
import { CaseId, PersonId, UserId } from '../../shared/kernel/ids.ts'
import { fakeBridge } from './support/fake-bridge.ts'
import { renderBare } from './support/bare.tsx'
import { EventKind } from '../../shared/kernel/event.ts'

const actor = { id: UserId.parse('0199d0a0-0000-7000-8000-000000000001'), name: 'Example', role: 'manager' } as const

const historyRow = {
  at: Instant.parse('2026-11-24T09:00:00.000Z'),
  actorId: actor.id,
  actorName: actor.name,
  action: 'case.opened',
  subjectId: null,
  title: null,
}

function Minutes() {
  const settings = useCall('settings.read', {})
  const write = useCommand('settings.write')
  return (
    <>
      <p>{settings.error ? settings.error.code : `${String(settings.data?.idleMinutes)} minutes`}</p>
      <button onClick={() => write.mutate({ ...defaultVaultSettings, idleMinutes: 5 })}>Five</button>
    </>
  )
}

test('a command makes what it touches be read again', async () => {
  let kept = defaultVaultSettings
  fakeBridge({ 'settings.read': () => kept, 'settings.write': next => (kept = next) })
  renderBare(<Minutes />)
  await screen.findByText('10 minutes')
  await userEvent.click(screen.getByRole('button', { name: 'Five' }))
  await screen.findByText('5 minutes')
})

test('a refused call keeps its code', async () => {
  fakeBridge().fail('settings.read', 'unavailable')
  renderBare(<Minutes />)
  await screen.findByText('unavailable')
})

test('being offline pauses neither reading nor writing', async () => {
  let kept = defaultVaultSettings
  fakeBridge({ 'settings.read': () => kept, 'settings.write': next => (kept = next) })
  Object.defineProperty(navigator, 'onLine', { value: false, configurable: true })
  act(() => void window.dispatchEvent(new Event('offline')))
  renderBare(<Minutes />)
  await screen.findByText('10 minutes')
  await userEvent.click(screen.getByRole('button', { name: 'Five' }))
  await screen.findByText('5 minutes')
  Object.defineProperty(navigator, 'onLine', { value: true, configurable: true })
  act(() => void window.dispatchEvent(new Event('online')))
})

function Unlock() {
  const unlock = useJob('vault.unlock')
  return (
    <>
      <p>{unlock.data?.actor.name ?? unlock.error?.code ?? (unlock.progress ? 'working' : 'idle')}</p>
      <button onClick={() => unlock.mutate({ passphrase: 'x' })}>Unlock</button>
      <button onClick={unlock.cancel}>Stop</button>
    </>
  )
}

test('a job is followed to its answer, and can be cancelled', async () => {
  let finish = (): void => undefined
  const bridge = fakeBridge({
    'vault.unlock': () =>
      new Promise(resolve => (finish = () => resolve({ actor, practice: false, recoveryConfirmed: true }))),
  })
  renderBare(<Unlock />)
  await userEvent.click(screen.getByRole('button', { name: 'Unlock' }))
  await screen.findByText('working')
  await userEvent.click(screen.getByRole('button', { name: 'Stop' }))
  expect(bridge.inputsOf('jobs.cancel')).toHaveLength(1)
  finish()
  await screen.findByText('Example')
})

test('a job that fails gives its code', async () => {
  fakeBridge().fail('vault.unlock', 'wrong-passphrase')
  renderBare(<Unlock />)
  await userEvent.click(screen.getByRole('button', { name: 'Unlock' }))
  await screen.findByText('wrong-passphrase')
})

const caseId = CaseId.parse('0199d0a0-0000-7000-8000-0000000000c1')

function History() {
  const history = usePages('history.forCase', { caseId }, { limit: 2 })
  return (
    <>
      <p>{history.isPending ? 'waiting' : `${String(history.rows.length)} of ${String(history.total)}`}</p>
      <button onClick={history.fetchNext}>More</button>
    </>
  )
}

test('a long list comes page by page, each starting after the last', async () => {
  const rowAt = (seq: number) => ({ ...historyRow, seq })
  const bridge = fakeBridge({
    'history.forCase': ({ page: { after } }) =>
      after === null
        ? { rows: [rowAt(3), rowAt(2)], total: 3, next: { at: '2', id: 'b' } }
        : { rows: [rowAt(1)], total: 3, next: null },
  })
  renderBare(<History />)
  await screen.findByText('2 of 3')
  await userEvent.click(screen.getByRole('button', { name: 'More' }))
  await screen.findByText('3 of 3')
  await userEvent.click(screen.getByRole('button', { name: 'More' }))
  expect(bridge.inputsOf('history.forCase').map(({ page }) => page.after)).toEqual([null, { at: '2', id: 'b' }])
})

test('what an event makes stale follows from its kind', () => {
  const record = staleTags('policeContacts.record')
  expect([...record].sort()).toEqual([
    'case',
    'history',
    'police-contact',
    'safe-contact',
    'search',
    'timeline',
    'today',
  ])
  expect([...staleTags('events.withdraw')]).toEqual(expect.arrayContaining([...EventKind.options, ...record]))
  expect([...staleTags('cases.update')].sort()).toEqual(['case', 'history', 'search', 'today'])
  expect(staleTags('drafts.write').size).toBe(0)
})

test('what the first screen lists over all cases is read again after any change: a case that was handed over, closed or renamed', () => {
  const lists = ['tasks.listDue', 'hearings.onDays', 'orders.dueSoon', 'today.unsafe'] as const
  for (const change of ['cases.update', 'people.update', 'tasks.complete', 'hearings.move', 'orders.update'] as const)
    for (const list of lists) expect(staleTags(change).has(contract[list].tag)).toBe(true)
})

function Standing() {
  const { data } = useCall('safeContact.standing', { caseId }, { everyMs: 20 })
  return <p>{data?.state ?? 'waiting'}</p>
}

test('what time alone changes is read again by itself', async () => {
  const personId = PersonId.parse('0199d0a0-0000-7000-8000-0000000000d1')
  const standing = { personId, confirmedAt: null, callableNow: false, windows: [] }
  const bridge = fakeBridge({ 'safeContact.standing': () => ({ ...standing, state: 'current' }) })
  renderBare(<Standing />)
  await screen.findByText('current')
  bridge.answer('safeContact.standing', () => ({ ...standing, state: 'hearing-since' }))
  await screen.findByText('hearing-since')
})

test('drafts are flushed and waited for', async () => {
  const { drafts } = fakeBridge()
  const stop = beforeLock(() => void writeDraft('form:one', { said: 'half a sen' }))
  await flushDrafts()
  expect(drafts.get('form:one')).toEqual({ said: 'half a sen' })
  stop()
  drafts.clear()
  await flushDrafts()
  await waitFor(() => expect(drafts.size).toBe(0))
})
