import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Jobs } from '../../electron/call-runner.ts'
import { planDailyBackup } from '../../electron/main/daily-backup.ts'
import type { Store } from '../../electron/store/store-host.ts'
import type { Ask } from '../../electron/store/dispatch.ts'
import { JobId } from '../../shared/kernel/ids.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

/** An unlocked vault whose backup of the day is due, and the names of the jobs that the plan starts. */
function dueToday() {
  const started: string[] = []
  const store: Store = {
    ask: ({ name }: Ask) =>
      Promise.resolve({ ok: true, value: name === 'vault.backups' ? { dailyDue: true, rows: [] } : { place: null } }),
    end: () => Promise.resolve(),
    pid: undefined,
  }
  const jobs: Jobs = {
    start(name) {
      started.push(name)
      return Promise.resolve({ ok: true, value: { jobId: JobId.parse('019305e0-0000-7000-8000-000000000000') } })
    },
    prepareBundle: () => undefined,
    cancel: () => undefined,
    ended: () => Promise.resolve({ ok: true, value: {} }),
    settleBeforeLock: () => Promise.resolve([]),
  }
  return { started, plan: planDailyBackup({ store, jobs, push: () => undefined }) }
}

test('the backup of the day waits while somebody is at work, and comes soon after they rest', async () => {
  const { started, plan } = dueToday()
  for (let second = 0; second < 60; second += 1) {
    await vi.advanceTimersByTimeAsync(1_000)
    plan.touched()
  }
  expect(started).toEqual([])
  await vi.advanceTimersByTimeAsync(5_000)
  expect(started).toEqual(['vault.backUpDaily'])
})

test('somebody who never rests gets a backup five minutes after the unlock, and one only', async () => {
  const { started, plan } = dueToday()
  for (let second = 0; second < 600; second += 1) {
    await vi.advanceTimersByTimeAsync(1_000)
    plan.touched()
    if (second < 295) expect(started).toEqual([])
  }
  expect(started).toEqual(['vault.backUpDaily'])
})

test('a lock before it calls it off', async () => {
  const { started, plan } = dueToday()
  plan.callOff()
  await vi.advanceTimersByTimeAsync(600_000)
  expect(started).toEqual([])
})
