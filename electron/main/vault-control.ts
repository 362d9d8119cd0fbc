import type { BrowserWindow } from 'electron'
import { askStore, makeJobs, type Jobs } from '../call-runner.ts'
import type { Push, Reply } from '../../shared/contract/bridge.ts'
import type { CallName } from '../../shared/contract/contract.ts'
import { VaultSettings, type QuickHideKey } from '../../shared/features/settings.ts'
import type { Channel } from '../channel.ts'
import { startStore, type Store } from '../store/store-host.ts'
import { watchIdle, type IdleWatch } from './idle.ts'
import type { Installation } from './installation.ts'
import type { FileTokens } from './file-tokens.ts'

const flushPatience = 500
const opening: readonly CallName[] = ['vault.unlock', 'vault.create', 'vault.recover']

type Setting = {
  installation: Installation
  processes: { startStore: () => Channel; startJob: () => Channel }
  tokens: FileTokens
  /** Opens a fresh window on the neutral screen and destroys the one before. */
  replaceWindow: (options: { hidden: boolean }) => void
  window: () => BrowserWindow | null
  /** Shortens the idle lock, for tests; never lengthens it. */
  lockAfterSeconds: number | null
}
export type VaultControl = {
  ask: (name: CallName, input: unknown) => Promise<Reply<unknown>>
  startJob: (name: CallName, input: unknown) => Promise<Reply<unknown>>
  jobs: Jobs
  lock: (options?: { hidden: boolean }) => Promise<void>
  /** Turns to another vault folder: the store starts anew, locked. */
  useFolder: (folder: string) => Promise<void>
  draftsFlushed: () => void
  touched: () => void
  quickHideKey: () => QuickHideKey
  isOpen: () => boolean
  /** Flushes drafts and ends the store, when the app quits. */
  end: () => Promise<void>
}

/** The life of the vault as main sees it: a store process that is open or not, and the lock that ends it. */
export function makeVaultControl(setting: Setting): VaultControl {
  const { installation, processes, tokens } = setting
  let settings: VaultSettings | null = null // known while the vault is open
  let idle: IdleWatch | null = null
  let locking: Promise<void> | null = null
  let onFlushed: () => void = () => undefined

  const push = (message: Push): void => setting.window()?.webContents.send('app:push', message)
  const newStore = (): Store => {
    const { folder, installationId } = installation.read()
    const onDeath = (): void => void lock()
    return startStore({
      channel: processes.startStore(),
      folder: folder ?? installation.usualFolder,
      installationId,
      onDeath,
    })
  }
  let store = newStore()
  const jobs = makeJobs({ store: () => store, startProcess: processes.startJob, push })

  const armLock = async (): Promise<void> => {
    const reply = await store.ask({ is: 'call', name: 'settings.read', input: {} })
    if (!reply.ok) return
    settings = VaultSettings.parse(reply.value)
    idle?.stop()
    const minutes = Math.min(settings.idleMinutes, (setting.lockAfterSeconds ?? Infinity) / 60)
    idle = watchIdle({ minutes, warn: seconds => push({ is: 'lock-warning', seconds }), lock: () => void lock() })
  }

  const flushDrafts = (): Promise<void> =>
    new Promise(resolve => {
      const timer = setTimeout(resolve, flushPatience)
      onFlushed = () => {
        clearTimeout(timer)
        resolve()
      }
      push({ is: 'flush-drafts' })
    })

  const restart = async ({ hidden }: { hidden: boolean }): Promise<void> => {
    idle?.stop()
    if (settings) await flushDrafts()
    settings = null
    tokens.forgetAll()
    setting.replaceWindow({ hidden })
    await jobs.settleBeforeLock()
    await store.end()
    store = newStore()
  }
  const lock = (options = { hidden: false }): Promise<void> => {
    if (options.hidden) setting.window()?.hide() // at once; the rest may take its half second
    locking ??= restart(options).finally(() => (locking = null))
    return locking
  }

  return {
    jobs,
    lock,
    async ask(name, input) {
      await locking
      const reply = await askStore(store, name, input)
      if (name === 'settings.write' && reply.ok) await armLock()
      return reply
    },
    async startJob(name, input) {
      await locking
      const started = await jobs.start(name, input)
      if (started.ok && opening.includes(name))
        void jobs.ended(started.value.jobId).then(ended => {
          if (!ended.ok) return
          const folder = folderOf(input)
          if (name === 'vault.create' && folder !== null) installation.change({ folder })
          void armLock()
        })
      return started
    },
    async useFolder(folder) {
      await locking
      idle?.stop()
      settings = null
      installation.change({ folder })
      await store.end()
      store = newStore()
    },
    draftsFlushed: () => onFlushed(),
    touched: () => idle?.touched(),
    quickHideKey: () => settings?.quickHideKey ?? 'F9',
    isOpen: () => settings !== null,
    async end() {
      await locking
      idle?.stop()
      if (settings) await flushDrafts()
      settings = null
      await jobs.settleBeforeLock()
      await store.end()
    },
  }
}

const folderOf = (input: unknown): string | null =>
  typeof input === 'object' && input !== null && 'folder' in input && typeof input.folder === 'string'
    ? input.folder
    : null
