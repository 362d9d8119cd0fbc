import { app, dialog, type BrowserWindow, type OpenDialogOptions } from 'electron'
import { basename } from 'node:path'
import type { Reply } from '../../shared/contract/bridge.ts'
import { contract, type CallName, type Input, type NameOf, type Output } from '../../shared/contract/contract.ts'
import { OpenedReading } from '../../shared/features/reading.ts'
import { AppError } from '../../shared/kernel/errors.ts'
import type { BundleVersionId } from '../../shared/kernel/ids.ts'
import type { ReadingName } from '../reader.ts'
import type { FileTokens } from './file-tokens.ts'
import type { Installation } from './installation.ts'
import type { VaultControl } from './vault-control.ts'

type NativeHandlers = { [Name in NameOf<'native'>]: (input: Input<Name>) => Promise<Output<Name>> | Output<Name> }
type Setting = {
  vault: VaultControl
  installation: Installation
  tokens: FileTokens
  window: () => BrowserWindow | null
}

/** What main answers itself. Parses its input like the store does; a call that needs an open vault is refused without one. */
export function makeNativeCalls(setting: Setting): (name: CallName, input: unknown) => Promise<Reply<unknown>> {
  const handlers: Record<string, unknown> = nativeHandlers(setting)
  return async (name, input) => {
    try {
      const call = contract[name]
      if (!('whileLocked' in call) && !setting.vault.isOpen()) throw new AppError('locked')
      const parsed = call.input.safeParse(input)
      if (!parsed.success) throw new AppError('invalid-input', { field: parsed.error.issues[0]?.path.join('.') ?? '' })
      const handler = handlers[name] as (given: unknown) => unknown // its type was checked by NativeHandlers
      return { ok: true, value: await handler(parsed.data) }
    } catch (cause) {
      return { ok: false, error: AppError.from(cause).toShape() }
    }
  }
}

function nativeHandlers({ vault, installation, tokens, window }: Setting): NativeHandlers {
  return {
    'window.lock'() {
      void vault.lock()
      return {}
    },
    'window.stayOpen'() {
      vault.touched()
      return {}
    },
    'window.flushed'() {
      vault.draftsFlushed()
      return {}
    },
    'window.print': () => print(window()),
    'vaultFolder.choose': ({ purpose }) => chooseFolder({ tokens, window: window(), purpose }),
    'files.choose': () => chooseFiles({ tokens, window: window() }),
    async 'vaultFolder.use'(wanted) {
      if (vault.isOpen()) throw new AppError('vault-in-use')
      const places = { practice: installation.practiceFolder, usual: installation.usualFolder }
      const folder = wanted.which === 'folder' ? tokens.redeem(wanted.folder) : places[wanted.which]
      if (folder === null) throw new AppError('invalid-input', { field: 'folder', rule: 'unknown-file' })
      await vault.useFolder(folder)
      return {}
    },
    'jobs.cancel'({ jobId }) {
      vault.jobs.cancel(jobId)
      return {}
    },
    ...readingHandlers(vault),
    'bundles.prepareBuild'() {
      vault.jobs.prepareBundle()
      return {}
    },
    ...printingHandlers(vault),
    'app.about': () => ({
      version: app.getVersion(),
      electron: process.versions.electron,
      chromium: process.versions.chrome,
      platform: `${process.platform} ${process.arch}`,
    }),
    'appearance.read': () => installation.read().appearance,
    'appearance.write'(appearance) {
      installation.change({ appearance })
      return appearance
    },
  }
}

type ReadingHandlers = { [Name in ReadingName]: NativeHandlers[Name] }
/** What is open is asked about by its id, which the page has from whoever opened it. */
const readingHandlers = ({ reader }: VaultControl): ReadingHandlers => ({
  'reading.prepare': () => reader.start(),
  'reading.unlock': input => reader.ask('reading.unlock', input),
  'reading.draw': input => reader.ask('reading.draw', input),
  'reading.text': input => reader.ask('reading.text', input),
  'reading.search': input => reader.ask('reading.search', input),
  'reading.outline': input => reader.ask('reading.outline', input),
  'reading.close': input => reader.ask('reading.close', input),
})

const printingHandlers = (vault: VaultControl): Pick<NativeHandlers, 'bundles.print' | 'bundles.stopPrinting'> => ({
  'bundles.print': async ({ id }) => ({ printed: await vault.printing.print(() => openToPrint(vault, id)) }),
  'bundles.stopPrinting'() {
    vault.printing.end()
    return {}
  },
})

const titles: Record<Input<'vaultFolder.choose'>['purpose'], string> = {
  open: 'Choose the vault’s folder',
  create: 'Choose an empty folder for the new vault',
  backup: 'Choose where to put the backup',
  'second-place': 'Choose where backups are copied to',
  restore: 'Choose where the backup is',
  export: 'Choose where to put the copy',
}

type Choice = { tokens: FileTokens; window: BrowserWindow | null; purpose: Input<'vaultFolder.choose'>['purpose'] }
async function chooseFolder({ tokens, window, purpose }: Choice): Promise<Output<'vaultFolder.choose'>> {
  const options: OpenDialogOptions = {
    title: titles[purpose],
    properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
  }
  const { canceled, filePaths } = await (window
    ? dialog.showOpenDialog(window, options)
    : dialog.showOpenDialog(options))
  const [path] = filePaths
  if (canceled || path === undefined) return { chosen: null }
  const [token] = tokens.issue([path])
  return { chosen: token === undefined ? null : { token, name: basename(path) } }
}

async function chooseFiles({ tokens, window }: Omit<Choice, 'purpose'>): Promise<Output<'files.choose'>> {
  const options: OpenDialogOptions = {
    title: 'Choose files to attach',
    properties: ['openFile', 'multiSelections', 'dontAddToRecent'],
  }
  const { canceled, filePaths } = await (window
    ? dialog.showOpenDialog(window, options)
    : dialog.showOpenDialog(options))
  const paths = canceled ? [] : filePaths.slice(0, 50)
  const issued = tokens.issue(paths)
  return { chosen: issued.map((token, index) => ({ token, name: basename(paths[index] ?? '') })) }
}

/** The page of the window by the system's dialog. The job's name is the window's neutral title. */
const print = (window: BrowserWindow | null): Promise<Output<'window.print'>> =>
  new Promise(resolve => {
    if (!window) resolve({ printed: false })
    else window.webContents.print({ silent: false, printBackground: false }, printed => resolve({ printed }))
  })

/** The store says whether it may go out, and keeps that it did, before the first page is drawn. */
async function openToPrint(vault: VaultControl, id: BundleVersionId): Promise<OpenedReading & { is: 'open' }> {
  const noted = await vault.askStore('bundles.notePrinting', { id })
  if (!noted.ok) throw new AppError(noted.error.code, noted.error.details)
  const reply = await vault.openReading('bundles.openToPrint', { id })
  if (!reply.ok) throw new AppError(reply.error.code, reply.error.details)
  const opened = OpenedReading.parse(reply.value)
  if (opened.is !== 'open') throw new AppError('file-unreadable', { rule: 'document-damaged' })
  return opened
}
