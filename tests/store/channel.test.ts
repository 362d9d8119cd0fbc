import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeJobs } from '../../electron/call-runner.ts'
import type { Channel } from '../../electron/channel.ts'
import { startChildProcess } from '../../electron/child-process.ts'
import { startJob } from '../../electron/jobs/job-host.ts'
import { makeReadyProcess } from '../../electron/ready-process.ts'
import type { Push } from '../../shared/contract/bridge.ts'
import { checkChannel } from '../support/channel-checks.ts'
import { startEcho, startJobProcess } from '../support/processes.ts'
import { scratchFolder } from '../support/vault.ts'

describe('the channel, over a child process', () => {
  test('keeps its promises', () => checkChannel(startEcho))

  test('a process that can’t be started ends like any other death', async () => {
    const channel = startChildProcess({ entry: '/nowhere.ts', node: '/nowhere', stderr: 'ignore' })
    await new Promise<void>(resolve => channel.onEnd(resolve))
  })
})

/** A job process that the test plays itself. */
function playedProcess(): Channel & { say: (message: unknown) => void; die: () => void; heard: unknown[] } {
  let listener: (message: unknown) => void = () => undefined
  let end: () => void = () => undefined
  const heard: unknown[] = []
  return {
    pid: undefined,
    post: message => void heard.push(message),
    onMessage: given => void (listener = given),
    onEnd: given => void (end = given),
    kill: () => end(),
    say: message => listener(message),
    die: () => end(),
    heard,
  }
}

describe('a job’s host', () => {
  const start = (channel: Channel) =>
    startJob({ channel, job: 'x', work: {}, onProgress: () => undefined, patience: 20 })

  test('is not brought down by a job that talks nonsense', async () => {
    for (const nonsense of [null, 'done', { is: 'done', output: 1, more: 2 }, { is: 'failed', error: { code: 'x' } }]) {
      const channel = playedProcess()
      const { done } = start(channel)
      channel.say(nonsense)
      await expect(done).rejects.toMatchObject({ code: 'internal' })
    }
  })

  test('tells a death from a cancel', async () => {
    const dying = playedProcess()
    const first = start(dying)
    dying.die()
    await expect(first.done).rejects.toMatchObject({ code: 'unavailable' })
    const deaf = playedProcess()
    const second = start(deaf)
    second.cancel()
    await expect(second.done).rejects.toMatchObject({ code: 'cancelled' })
    expect(deaf.heard.at(-1)).toEqual({ is: 'cancel' })
  })

  test('ends a real job that is asked for by a name there is none of', async () => {
    for (const job of ['__proto__', 'no-such-job']) {
      const { done } = startJob({ channel: startJobProcess(), job, work: {}, onProgress: () => undefined })
      await expect(done).rejects.toMatchObject({ code: 'internal', details: { rule: 'no-such-job' } })
    }
  })
})

describe('a process that gets ready', () => {
  const setUp = () => {
    const started: ReturnType<typeof playedProcess>[] = []
    const start = () => {
      const channel = playedProcess()
      started.push(channel)
      return channel
    }
    return { ready: makeReadyProcess(start, 'build-bundle'), started }
  }

  test('is started once, told what for, and handed out once', () => {
    const { ready, started } = setUp()
    ready.prepare()
    ready.prepare()
    expect(started.map(({ heard }) => heard)).toEqual([[{ is: 'prepare', job: 'build-bundle' }]])
    expect(ready.take()).toBe(started[0])
    expect(ready.take()).toBe(started[1])
    expect(started[1]?.heard).toEqual([])
  })

  test('is not handed out once it has died or was ended', () => {
    const { ready, started } = setUp()
    ready.prepare()
    started[0]?.die()
    ready.prepare()
    ready.end()
    expect(ready.take()).toBe(started[2])
  })

  test('is ended by a lock', async () => {
    const channel = playedProcess()
    let dead = false
    channel.onEnd = () => undefined
    channel.kill = () => void (dead = true)
    const store = { ask: () => Promise.resolve({ ok: true, value: {} } as const), end: () => Promise.resolve(), pid: 1 }
    const jobs = makeJobs({ store: () => store, startProcess: () => channel, push: () => undefined })
    jobs.prepareBundle()
    await jobs.settleBeforeLock()
    expect(dead).toBe(true)
  })
})

describe('job calls', () => {
  const setUp = (startProcess: () => Channel, finish = { ok: true, value: {} } as never, lockPatience = 5_000) => {
    const pushes: Push[] = []
    const asked: string[] = []
    const store = {
      ask: (ask: { is: string }) => {
        asked.push(ask.is)
        return Promise.resolve(ask.is === 'prepare' ? ({ ok: true, value: {} } as const) : finish)
      },
      end: () => Promise.resolve(),
      pid: 1,
    }
    const jobs = makeJobs({ store: () => store, startProcess, push: push => void pushes.push(push), lockPatience })
    return { jobs, pushes, asked }
  }
  const startVerify = async (jobs: ReturnType<typeof makeJobs>) => {
    const started = await jobs.start('vault.verify', {})
    if (!started.ok) throw new Error('not started')
    return started.value.jobId
  }

  test('a process that fails to start is a failed job, not a crash', async () => {
    const { jobs, pushes } = setUp(() => {
      throw new Error('no more processes')
    })
    expect(await jobs.ended(await startVerify(jobs))).toMatchObject({ ok: false, error: { code: 'internal' } })
    expect(pushes).toMatchObject([{ is: 'job-failed', name: 'vault.verify' }])
  })

  test('the store is told of an outcome only when the job has one', async () => {
    const channel = playedProcess()
    const { jobs, asked } = setUp(() => channel)
    const jobId = await startVerify(jobs)
    channel.die()
    expect(await jobs.ended(jobId)).toMatchObject({ ok: false, error: { code: 'unavailable' } })
    expect(asked).toEqual(['prepare'])
  })

  test('the store that prepared a job is the one that is told of its outcome, not the one after a lock', async () => {
    const channel = playedProcess()
    const told: string[] = []
    const storeNamed = (name: string) => ({
      ask: (ask: { is: string }) => {
        told.push(`${name} ${ask.is}`)
        return Promise.resolve({ ok: true, value: {} } as const)
      },
      end: () => Promise.resolve(),
      pid: 1,
    })
    let current = storeNamed('first')
    const jobs = makeJobs({ store: () => current, startProcess: () => channel, push: () => undefined })
    const starting = startVerify(jobs)
    current = storeNamed('second')
    const jobId = await starting
    channel.say({ is: 'done', output: {} })
    await jobs.ended(jobId)
    expect(told).toEqual(['first prepare', 'first finish'])
  })

  test.each([
    ['is refused', 'disk-full', false],
    ['may have been kept before the store died', 'unavailable', true],
    ['may have been kept although the store stumbled', 'internal', true],
  ] as const)('a sealed file whose record %s', async (_name, code, stays) => {
    const channel = playedProcess()
    const to = join(scratchFolder(), 'sealed')
    writeFileSync(to, 'sealed')
    const ask = ({ is }: { is: string }) =>
      Promise.resolve(
        is === 'prepare'
          ? ({ ok: true, value: { to } } as const)
          : ({ ok: false, error: { code, details: {} } } as const),
      )
    const store = { ask, end: () => Promise.resolve(), pid: 1 }
    const jobs = makeJobs({ store: () => store, startProcess: () => channel, push: () => undefined })
    const jobId = await startVerify(jobs)
    channel.say({ is: 'done', output: {} })
    expect(await jobs.ended(jobId)).toMatchObject({ ok: false, error: { code } })
    expect(existsSync(to)).toBe(stays)
  })

  test('a lock names the jobs that it stopped, and not those that had ended', async () => {
    const channels = [playedProcess(), playedProcess()]
    const all = [...channels]
    const { jobs } = setUp(() => channels.shift() ?? playedProcess())
    const first = await startVerify(jobs)
    all[0]?.say({ is: 'done', output: {} })
    await jobs.ended(first)
    await startVerify(jobs)
    const settling = jobs.settleBeforeLock()
    await expect.poll(() => all[1]?.heard.at(-1)).toEqual({ is: 'cancel' })
    all[1]?.die()
    expect(await settling).toMatchObject([{ name: 'vault.verify', error: { code: 'cancelled' } }])
    expect(await jobs.settleBeforeLock()).toEqual([])
  })

  test('a lock waits for what only writes into the vault, and stops it when that takes too long', async () => {
    const channel = playedProcess()
    const { jobs } = setUp(() => channel, undefined, 20)
    await jobs.start('files.add', {})
    const settling = jobs.settleBeforeLock()
    await expect.poll(() => channel.heard.at(-1)).toEqual({ is: 'cancel' })
    channel.die()
    expect(await settling).toMatchObject([{ name: 'files.add', error: { code: 'cancelled' } }])
  })

  test('a lock waits for a job that the store is still preparing, and says that it was done', async () => {
    const channel = playedProcess()
    const { jobs } = setUp(() => channel)
    const starting = jobs.start('files.add', {})
    const settling = jobs.settleBeforeLock()
    await starting
    channel.say({ is: 'done', output: {} })
    expect(await settling).toEqual([{ name: 'files.add', error: null }])
  })
})
