import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v4 } from 'uuid'
import { deriveKey } from '../../electron/jobs/derive-key.job.ts'
import { makeDispatch, type Dispatch, type Handlers } from '../../electron/store/dispatch.ts'
import { handlers } from '../../electron/store/handlers.ts'
import type { Session } from '../../electron/store/session.ts'
import type { Input, NameOf, Output } from '../../shared/contract/contract.ts'
import { DerivationWork, type DerivationDone } from '../../shared/features/keys.ts'
import type { UserDraft } from '../../shared/features/users.ts'
import { Instant } from '../../shared/kernel/dates.ts'
import { AppError, type ErrorShape } from '../../shared/kernel/errors.ts'
import { InstallationId } from '../../shared/kernel/ids.ts'
import { runJobHere } from './jobs.ts'

export const testPassphrase = 'correct horse battery'
const cheap = { memoryKiB: 64, passes: 1, lanes: 1 }

/** A store in this process: the same dispatcher and handlers, outputs checked, a clock that tests set. */
export type TestStore = {
  session: Session
  clock: { now: Instant }
  dispatch: Dispatch
  call: <Name extends NameOf<'query' | 'command'>>(name: Name, input: Input<Name>) => Output<Name>
  /** Runs any job call to its end in this process. */
  job: <Name extends NameOf<'job'>>(name: Name, input: Input<Name>) => Promise<Output<Name>>
  /** Runs a job call whose work is key derivation, with a cheap cost. */
  derive: <Name extends NameOf<'job'>>(name: Name, input: Input<Name>) => Promise<Output<Name>>
  close: () => void
}

// In memory where that can be: hundreds of vaults would wait for hundreds of disk syncs.
const base = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()
const made: string[] = []
/** For the set-up of a test run: removes every folder that it was given. */
export function removeScratchFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true })
}
/** An empty folder that goes when the tests of this file have run. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(base, 'waymark-test-'))
  made.push(folder)
  return folder
}
export const freshFolder = (): string => join(scratchFolder(), 'vault')

export function testStore(folder: string | null): TestStore {
  const clock = { now: Instant.parse('2026-11-24T09:30:00.000Z') }
  const session: Session = {
    installationId: InstallationId.parse(v4()),
    now: () => clock.now,
    onInternal: cause => {
      throw cause instanceof Error ? cause : new Error('internal')
    },
    folder,
    open: null,
  }
  const dispatch = makeDispatch(session, handlers as Handlers, { checkOutputs: true })
  const unwrap = (reply: ReturnType<Dispatch>): unknown => {
    if (!reply.ok) throw new AppError(reply.error.code, reply.error.details)
    return reply.value
  }
  return {
    session,
    clock,
    dispatch,
    call: (name, input) => unwrap(dispatch({ is: 'call', name, input })) as never, // the contract has checked it
    async job(name, input) {
      const done = await runJobHere(name, unwrap(dispatch({ is: 'prepare', name, input })))
      return unwrap(dispatch({ is: 'finish', name, input, done })) as never // the contract has checked it
    },
    async derive(name, input) {
      const done = await deriveCheaply(unwrap(dispatch({ is: 'prepare', name, input })))
      return unwrap(dispatch({ is: 'finish', name, input, done })) as never // the contract has checked it
    },
    close() {
      session.open?.close()
      session.open = null
    },
  }
}

async function deriveCheaply(prepared: unknown): Promise<DerivationDone> {
  const work = DerivationWork.parse(prepared)
  const fresh = work.fresh && { ...work.fresh, cost: cheap }
  return deriveKey({ ...work, fresh }, { signal: new AbortController().signal, report: () => undefined })
}

/** A new vault, open as its first user. */
export async function newVault(folder = freshFolder()): Promise<TestStore & { recoveryKey: string; folder: string }> {
  const store = testStore(folder)
  const input = { folder: null, userName: 'Robin Example', passphrase: testPassphrase, practice: false }
  const { recoveryKey } = await store.derive('vault.create', input)
  return { ...store, recoveryKey, folder }
}

/** A case with this client. */
export const openCase = (store: TestStore, clientName = 'Alex Example') =>
  store.call('cases.open', {
    clientName,
    reference: null,
    status: 'supporting',
    ownerId: null,
    openedOn: '2026-11-01' as never,
  })

/** Somebody else who may open this vault, with a passphrase of their own. */
export const addUser = (store: TestStore, user: UserDraft, passphrase: string) =>
  store.derive('users.add', { user, passphrase })

/** The vault opened anew, as after a restart of the store's process: nothing but the folder is left of the one before. */
export async function reopened(
  store: TestStore & { folder: string },
  passphrase = testPassphrase,
): Promise<TestStore & { folder: string }> {
  store.close()
  const next = testStore(store.folder)
  next.clock.now = store.clock.now
  await next.derive('vault.unlock', { passphrase })
  return { ...next, folder: store.folder }
}

/** How a call was refused; fails where it wasn't. */
export async function refusal(work: () => unknown): Promise<ErrorShape> {
  try {
    await work()
  } catch (cause) {
    if (cause instanceof AppError) return cause.toShape()
    throw cause
  }
  throw new Error('This was not refused')
}
export const seconds = (from: Instant, count: number): Instant =>
  Instant.parse(new Date(Date.parse(from) + count * 1000).toISOString())
