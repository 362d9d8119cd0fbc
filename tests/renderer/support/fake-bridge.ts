import type { Push } from '../../../shared/contract/bridge.ts'
import { contract, type CallName, type Input, type Output } from '../../../shared/contract/contract.ts'
import { defaultAppearance, defaultVaultSettings } from '../../../shared/features/settings.ts'
import { AppError, type ErrorCode, type ErrorShape } from '../../../shared/kernel/errors.ts'
import { Instant } from '../../../shared/kernel/dates.ts'
import { JobId } from '../../../shared/kernel/ids.ts'
import type { Draft } from '../../../renderer/lib/drafts.ts'

type Handler<Name extends CallName> = (input: Input<Name>) => Output<Name> | Promise<Output<Name>>
export type Handlers = { [Name in CallName]?: Handler<Name> }
type AnyHandler = (input: unknown) => unknown
type Made = { name: CallName; input: unknown }

export type FakeBridge = {
  /** Every call that was made, in order. */
  calls: Made[]
  inputsOf: <Name extends CallName>(name: Name) => Input<Name>[]
  push: (push: Push) => void
  /** Every job that was started, in order. */
  jobIds: JobId[]
  answer: <Name extends CallName>(name: Name, handler: Handler<Name>) => void
  fail: (name: CallName, code: ErrorCode, details?: Record<string, string>) => void
  /** What `drafts.*` keeps, by key. */
  drafts: Map<string, Draft>
}

/** Puts a `window.app` in place that answers by these handlers. Inputs and outputs are held to the contract. */
export function fakeBridge(handlers: Handlers = {}): FakeBridge {
  const drafts = new Map<string, Draft>()
  const listeners = new Set<(push: Push) => void>()
  const calls: Made[] = []
  const jobIds: JobId[] = []
  const known = new Map(Object.entries({ ...quiet(drafts), ...handlers }) as [CallName, AnyHandler][])
  const push = (one: Push) => listeners.forEach(listener => listener(one))

  async function reply(name: CallName, input: unknown) {
    calls.push({ name, input: held(contract[name].input.safeParse(input), `Input of ${name}`) })
    if (contract[name].kind !== 'job') return settle(() => outputOf(name, input))
    const jobId = JobId.parse(crypto.randomUUID())
    jobIds.push(jobId)
    // Not awaited: a job answers with its id at once, and how it ended comes by push.
    setTimeout(() => void settle(() => outputOf(name, input)).then(end => push(endPush(jobId, name, end))))
    return { ok: true, value: { jobId } }
  }
  async function outputOf(name: CallName, input: unknown): Promise<unknown> {
    const handler = known.get(name)
    if (!handler) throw complain(`Nothing answers ${name}`)
    return held(contract[name].output.safeParse(await handler(input)), `Output of ${name}`)
  }

  Object.assign(window, {
    app: {
      call: reply,
      onPush: (listener: (push: Push) => void) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
      fileTokens: (files: File[]) => Promise.resolve({ ok: true, value: { tokens: files.map(file => file.name) } }),
    },
  })
  return {
    calls,
    inputsOf: <Name extends CallName>(name: Name) =>
      calls.filter(call => call.name === name).map(call => call.input as Input<Name>),
    push,
    jobIds,
    answer: (name, handler) => void known.set(name, handler as AnyHandler),
    fail: (name, code, details) => void known.set(name, () => Promise.reject(new AppError(code, details))),
    drafts,
  }
}

type Settled = { ok: true; value: unknown } | { ok: false; error: ErrorShape }
const settle = (work: () => Promise<unknown>): Promise<Settled> =>
  work().then(
    value => ({ ok: true, value }) as const,
    (cause: unknown) => ({ ok: false, error: AppError.from(cause).toShape() }) as const,
  )

const endPush = (jobId: JobId, name: string, end: Settled): Push =>
  end.ok ? { is: 'job-done', jobId, name, output: end.value } : { is: 'job-failed', jobId, name, error: end.error }

type Parsed = { success: boolean; data?: unknown; error?: { issues: readonly unknown[] } }
function held(parsed: Parsed, what: string): unknown {
  if (!parsed.success) throw complain(`${what} breaks the contract: ${JSON.stringify(parsed.error?.issues)}`)
  return parsed.data
}

/** A mistake of the test: it fails, whatever the screen under test makes of the answer. */
function complain(text: string): Error {
  const error = new Error(text)
  queueMicrotask(() => {
    throw error
  })
  return error
}

/** What a screen needs and hardly any test is about. */
const quiet = (drafts: Map<string, Draft>): Handlers => ({
  'appearance.read': () => defaultAppearance,
  'appearance.write': appearance => appearance,
  'settings.read': () => defaultVaultSettings,
  'window.flushed': () => ({}),
  'window.stayOpen': () => ({}),
  'window.lock': () => ({}),
  'window.print': () => ({ printed: true }),
  'vaultFolder.use': () => ({}),
  'jobs.cancel': () => ({}),
  'reading.prepare': () => ({}),
  'reading.close': () => ({}),
  'bundles.prepareBuild': () => ({}),
  'app.about': () => ({ version: '0.0.1', electron: '45.4.1', chromium: '140.0.0.0', platform: 'linux' }),
  'drafts.write': ({ key, values }) => {
    drafts.set(key, values)
    return {}
  },
  'drafts.drop': ({ key }) => {
    drafts.delete(key)
    return {}
  },
  'drafts.read': ({ key }) => {
    const values = drafts.get(key)
    return { draft: values ? { values, writtenAt: Instant.parse('2026-11-24T09:00:00.000Z') } : null }
  },
})
