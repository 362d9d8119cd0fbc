import type { WebContents } from 'electron'
import { askStore, makeJobs, type Jobs } from '../call-runner.ts'
import type { EndedBehindLock, Reply } from '../../shared/contract/bridge.ts'
import type { CallName } from '../../shared/contract/contract.ts'
import { ReadingWork } from '../../shared/features/reading.ts'
import { VaultSettings, type QuickHideKey } from '../../shared/features/settings.ts'
import type { Channel } from '../channel.ts'
import { startStore, type Store } from '../store/store-host.ts'
import { makeReader, type Reader } from '../reader.ts'
import { watchIdle, type IdleWatch } from './idle.ts'
import { planDailyBackup, type DailyBackup } from './daily-backup.ts'
import { makePrinting, type Printing } from './printing.ts'
import type { Installation } from './installation.ts'
import type { FileTokens } from './file-tokens.ts'
import type { Windows } from './windows.ts'

// The old page is off the screen while it hands over its last words, so that a slow machine loses none of them.
const flushPatience = 5_000
const opening: readonly CallName[] = ['vault.unlock', 'vault.create', 'vault.recover']
/** All that a page may still ask for once its window was taken off the screen. */
const lastWords: readonly CallName[] = ['drafts.write', 'drafts.drop', 'window.flushed']

type Setting = {
  installation: Installation
  processes: { startStore: () => Channel; startJob: () => Channel }
  tokens: FileTokens
  windows: Windows
  /** Shortens the idle lock, for tests; never lengthens it. */
  lockAfterSeconds: number | null
}
export type VaultControl = {
  ask: (name: CallName, input: unknown, sender: WebContents) => Promise<Reply<unknown>>
  /** For main's own work on behalf of the page. */
  askStore: (name: CallName, input: unknown) => Promise<Reply<unknown>>
  startJob: (name: CallName, input: unknown) => Promise<Reply<unknown>>
  openReading: (name: CallName, input: unknown) => Promise<Reply<unknown>>
  jobs: Jobs
  reader: Reader
  printing: Printing
  /** Whether this page may ask this now: the open one anything, one that is being taken away its last words alone. */
  mayAsk: (name: CallName, sender: WebContents) => boolean
  lock: (options?: { hidden: boolean }) => Promise<void>
  /** Turns to another vault folder: the store starts anew, locked. */
  useFolder: (folder: string) => Promise<void>
  draftsFlushed: () => void
  touched: () => void
  quickHideKey: () => QuickHideKey
  isOpen: () => boolean
  /** Flushes drafts and ends the store, when the app quits. */
  end: () => Promise<void>
  isEnding: () => boolean
}
type State = {
  store: Store
  reader: Reader
  printing: Printing
  /** The open vault's rules; null while it is locked. */
  settings: VaultSettings | null
  idle: IdleWatch | null
  closing: Promise<void> | null
  ending: boolean
  onFlushed: () => void
  dailyBackup: DailyBackup | null
  endedBehindLock: EndedBehindLock[]
}

/** The life of the vault as main sees it: a store process that is open or not, and the lock that ends it. */
export function makeVaultControl(setting: Setting): VaultControl {
  const { windows } = setting
  const lock: VaultControl['lock'] = (options = { hidden: false }) => {
    if (options.hidden) windows.current().hide()
    state.closing ??= lockSequence(setting, state, { jobs, newStore, ...options }).finally(() => (state.closing = null))
    return state.closing
  }
  const newStore = (): Store => startOn(setting, () => void lock())
  const state = newState(setting, newStore())
  const jobs = jobsOf(setting, state)
  const opened = (): Promise<void> => armLock(setting, state, () => void lock())

  return {
    ...{ jobs, reader: state.reader, printing: state.printing, lock },
    openReading: (name, input) => openReading(state, name, input),
    askStore: (name, input) => askStore(state.store, name, input),
    async ask(name, input, sender) {
      if (windows.isCurrent(sender)) await state.closing
      const reply = await askStore(state.store, name, input)
      if (name === 'settings.write' && reply.ok) await opened()
      return reply
    },
    async startJob(name, input) {
      await state.closing
      const started = await jobs.start(name, input)
      if (started.ok && opening.includes(name))
        void jobs.ended(started.value.jobId).then(ended => {
          if (!ended.ok) return
          rememberFolder(setting, name, input)
          void opened()
          state.dailyBackup = planDailyBackup({ store: state.store, jobs, push: windows.push })
        })
      return started
    },
    mayAsk: (name, sender) => windows.isCurrent(sender) || (windows.isLeaving(sender) && lastWords.includes(name)),
    async useFolder(folder) {
      await state.closing
      setting.installation.change({ folder })
      await endStore(state)
      state.store = newStore()
    },
    draftsFlushed: () => state.onFlushed(),
    touched: () => [state.idle, state.dailyBackup].forEach(watch => watch?.touched()),
    quickHideKey: () => state.settings?.quickHideKey ?? 'F9',
    isOpen: () => state.settings !== null,
    end: () => endSequence(windows, state, jobs),
    isEnding: () => state.ending,
  }
}

function newState({ processes, windows }: Setting, store: Store): State {
  const reader = makeReader({ startProcess: processes.startJob })
  const printing = makePrinting(reader, progress => windows.push({ is: 'print-progress', ...progress }))
  return {
    ...{ store, reader, printing },
    ...{ settings: null, idle: null, closing: null, ending: false, dailyBackup: null, endedBehindLock: [] },
    onFlushed: () => undefined,
  }
}

/** What a job of the vault before a lock answers is nothing that the neutral screen may hold. */
const jobsOf = ({ processes, windows }: Setting, state: State): Jobs =>
  makeJobs({
    store: () => state.store,
    startProcess: processes.startJob,
    push: message => (state.closing ? undefined : windows.push(message)),
  })

/** The store says what may be read; the one process that reads opens it, unless a lock came in between. */
async function openReading(state: State, name: CallName, input: unknown): Promise<Reply<unknown>> {
  const { store } = state
  const prepared = await store.ask({ is: 'prepare', name, input })
  if (!prepared.ok) return prepared
  if (state.store !== store || state.closing || !state.settings)
    return { ok: false, error: { code: 'locked', details: {} } }
  return state.reader.open(ReadingWork.parse(prepared.value))
}

async function endSequence(windows: Windows, state: State, jobs: Jobs): Promise<void> {
  state.ending = true
  await state.closing
  await flushDrafts(state, () => windows.push({ is: 'flush-drafts' }))
  await jobs.settleBeforeLock()
  await endStore(state)
}

/** A vault made in a chosen folder is the one to open next time. */
function rememberFolder({ installation }: Setting, name: CallName, input: unknown): void {
  const folder = folderOf(input)
  if (name === 'vault.create' && folder !== null) installation.change({ folder })
}

function startOn({ installation, processes }: Setting, onDeath: () => void): Store {
  const { folder, installationId } = installation.read()
  const channel = processes.startStore()
  return startStore({ channel, folder: folder ?? installation.usualFolder, installationId, onDeath })
}

type Sequence = { jobs: Jobs; newStore: () => Store; hidden: boolean }
/** The neutral screen comes first; behind it drafts are handed over, the old page destroyed, jobs settled, the store ended. */
async function lockSequence(
  { windows, tokens }: Setting,
  state: State,
  { jobs, newStore, hidden }: Sequence,
): Promise<void> {
  state.dailyBackup?.callOff()
  state.idle?.stop()
  state.printing.end()
  state.reader.end()
  tokens.forgetAll()
  const leaving = windows.replace({ hidden })
  await flushDrafts(state, () => leaving.push({ is: 'flush-drafts' }))
  leaving.destroy() // with the page goes all it knew
  state.endedBehindLock.push(...(await jobs.settleBeforeLock()))
  await endStore(state)
  state.store = newStore()
}

async function endStore(state: State): Promise<void> {
  state.printing.end()
  state.reader.end()
  state.dailyBackup?.callOff()
  state.idle?.stop()
  state.settings = null
  await state.store.end()
}

/** Asks the page for its half-typed words and waits until it says that the store has them. */
function flushDrafts(state: State, ask: () => void): Promise<void> {
  if (!state.settings) return Promise.resolve()
  return new Promise(resolve => {
    const timer = setTimeout(resolve, flushPatience)
    state.onFlushed = () => {
      clearTimeout(timer)
      resolve()
    }
    ask()
  })
}

/** Reads the open vault's rules and begins to count idle time by them. Says what became of the jobs that the last lock met. */
async function armLock({ windows, lockAfterSeconds }: Setting, state: State, lock: () => void): Promise<void> {
  const reply = await state.store.ask({ is: 'call', name: 'settings.read', input: {} })
  if (!reply.ok) return
  state.settings = VaultSettings.parse(reply.value)
  state.idle?.stop()
  const minutes = Math.min(state.settings.idleMinutes, (lockAfterSeconds ?? Infinity) / 60)
  state.idle = watchIdle({ minutes, lock, warn: seconds => windows.push({ is: 'lock-warning', seconds }) })
  const ended = state.endedBehindLock.splice(0)
  if (ended.length > 0) windows.push({ is: 'ended-behind-lock', jobs: ended })
}

const folderOf = (input: unknown): string | null =>
  typeof input === 'object' && input !== null && 'folder' in input && typeof input.folder === 'string'
    ? input.folder
    : null
