import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { digestSealed, newFileKey, sealFile, unwatched } from '../../electron/jobs/sealed-file.ts'
import { makeJobs } from '../../electron/call-runner.ts'
import type { Ask } from '../../electron/store/dispatch.ts'
import { fromSystem } from '../../electron/system-errors.ts'
import type { Reply } from '../../shared/contract/bridge.ts'
import type { NameOf } from '../../shared/contract/contract.ts'
import { usualPaperOptions } from '../../shared/features/papers.ts'
import { aBundle, aDocumentEntry } from '../support/bundle-records.ts'
import { startJobProcess } from '../support/processes.ts'
import { aPoliceContact } from '../support/police-contacts.ts'
import {
  newVault,
  openCase,
  refusal,
  reopened,
  scratchFolder,
  testPassphrase,
  testStore,
  type TestStore,
} from '../support/vault.ts'

const place = scratchFolder()
const isRoot = process.getuid?.() === 0
const mounted = isRoot && spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'waymark-test', place]).status === 0
afterAll(() => {
  if (mounted) spawnSync('umount', ['-l', place]) // lazily: a test that failed may have left a vault open
})
const onSmallDisk = describe.runIf(mounted) // only root may mount one
const asOrdinaryUser = test.runIf(!isRoot && process.platform !== 'win32') // root may write anywhere
const filler = join(place, 'filler')
const emptyDisk = (): void => {
  for (const name of readdirSync(place)) rmSync(join(place, name), { recursive: true })
}
/** Leaves this many pages of 4 KiB. */
function fillDisk(pages = 0): void {
  let all = Buffer.alloc(0)
  for (let step = 1_048_576; step >= 4_096; step /= 2)
    try {
      for (;;) {
        writeFileSync(filler, Buffer.alloc(all.length + step))
        all = Buffer.alloc(all.length + step)
      }
    } catch {
      writeFileSync(filler, all)
    }
  writeFileSync(filler, Buffer.alloc(Math.max(0, all.length - pages * 4_096)))
}

onSmallDisk('a full disk', () => {
  test('a record that finds no room is refused as that, leaves nothing of itself, and goes in once there is room', async () => {
    emptyDisk()
    const store = await newVault(join(place, 'vault'))
    const { id: caseId } = openCase(store)
    fillDisk()
    const contact = aPoliceContact({ said: 'w'.repeat(9_000) })
    let refused = 0
    for (let count = 0; count < 40; count += 1)
      try {
        store.call('policeContacts.record', { caseId, contact })
      } catch (cause) {
        expect(cause).toMatchObject({ code: 'disk-full' })
        refused += 1
      }
    expect(refused).toBeGreaterThan(0)
    rmSync(filler)
    store.call('policeContacts.record', { caseId, contact })
    const later = await reopened(store)
    const { database, auditChain } = await later.job('vault.verify', {})
    expect([database.ok, auditChain.ok]).toEqual([true, true])
    expect(later.call('vault.info', {}).counts.events).toBe(41 - refused)
    later.close()
  })

  test('a passphrase or recovery key that could not be written is not half changed', async () => {
    emptyDisk()
    const store = await newVault(join(place, 'vault'))
    const before = readFileSync(join(store.folder, 'vault.json'), 'utf8')
    fillDisk()
    expect(await refusal(() => store.call('vault.replaceRecoveryKey', {}))).toMatchObject({ code: 'disk-full' })
    const input = { current: testPassphrase, passphrase: 'a brand new passphrase' }
    expect(await refusal(() => store.derive('users.changePassphrase', input))).toMatchObject({ code: 'disk-full' })
    expect(readFileSync(join(store.folder, 'vault.json'), 'utf8')).toBe(before)
    rmSync(filler)
    store.close()
    expect(store.call('vault.checkRecoveryKey', { recoveryKey: store.recoveryKey }).users).toHaveLength(1)
    await store.derive('vault.unlock', { passphrase: testPassphrase })
    store.close()
  })

  test('a vault that could not be made can be made once there is room, by the same process', async () => {
    emptyDisk()
    const store: TestStore = testStore(join(place, 'vault'))
    const input = { folder: null, userName: 'Robin Example', passphrase: testPassphrase, practice: false }
    mkdirSync(join(place, 'vault'))
    for (const pages of [0, 3, 8, 20]) {
      fillDisk(pages)
      expect(await refusal(() => store.derive('vault.create', input)), `${String(pages)} pages`).toMatchObject({
        code: 'disk-full',
      })
      expect(store.call('vault.status', {}).state).toBe('none')
    }
    rmSync(filler)
    await store.derive('vault.create', input)
    store.close()
    await store.derive('vault.unlock', { passphrase: testPassphrase })
    store.close()
  })

  test('a file sealed on a disk that fills up is whole or not there, wherever the end falls', async () => {
    const from = join(scratchFolder(), 'plain')
    writeFileSync(from, randomBytes(150_000))
    for (let pages = 30; pages < 42; pages += 1) {
      emptyDisk()
      fillDisk(pages)
      const file = { path: join(place, 'sealed'), key: newFileKey(), size: 150_000 }
      const outcome = await sealFile({ from, to: file.path, key: file.key }, unwatched).catch(
        (cause: unknown) => fromSystem(cause).code,
      )
      if (typeof outcome === 'string') {
        expect(outcome).toBe('disk-full')
        expect(readdirSync(place)).toEqual(['filler'])
      } else expect(await digestSealed(file, unwatched)).toBe(outcome.sha256)
    }
  })

  test('a backup or a restore that finds no room leaves the vault as it was', async () => {
    emptyDisk()
    const store = await newVault(join(place, 'vault'))
    openCase(store)
    const { name } = await store.job('vault.backup', { folder: null })
    fillDisk(4)
    expect(await refusal(() => store.job('vault.backup', { folder: null }))).toMatchObject({ code: 'disk-full' })
    expect(readdirSync(join(store.folder, 'backups'))).toEqual([name])
    store.close()
    rmSync(filler)
    fillDisk(20)
    expect(await refusal(() => store.call('vault.restore', { name, folder: null }))).toMatchObject({
      code: 'disk-full',
    })
    rmSync(filler)
    await store.derive('vault.unlock', { passphrase: testPassphrase })
    expect(store.call('vault.info', {}).counts.cases).toBe(1)
    store.close()
    expect(readdirSync(store.folder).filter(entry => entry.endsWith('.restoring'))).toEqual([])
  })
})

onSmallDisk('files on a full disk', () => {
  /** Runs a job as the app does: in a process of its own, told of by the store. */
  async function run(store: TestStore, name: NameOf<'job'>, input: unknown): Promise<Reply<unknown>> {
    const owner = { ask: (ask: Ask) => Promise.resolve(store.dispatch(ask)), end: () => Promise.resolve(), pid: 1 }
    const jobs = makeJobs({ store: () => owner, startProcess: startJobProcess, push: () => undefined })
    const started = await jobs.start(name, input)
    return started.ok ? jobs.ended(started.value.jobId) : started
  }
  const noRoom = (rule: string) => ({ ok: false, error: { code: 'disk-full', details: { rule } } })
  const plain = (bytes: number): string => {
    const path = join(scratchFolder(), 'Letter.txt')
    writeFileSync(path, 'He wrote again. '.repeat(bytes / 16))
    return path
  }
  const filesOf = (folder: string): string[] =>
    readdirSync(join(folder, 'files'), { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(({ name }) => name)
      .sort()
  /** A vault with one document and a bundle of it, of which there is a version. */
  async function vaultWithBundle() {
    emptyDisk()
    const store = await newVault(join(place, 'vault'))
    const { id: caseId } = openCase(store)
    const document = await store.job('documents.add', { caseId, file: plain(32_000) as never })
    const sections = [{ title: 'Letters', entries: [aDocumentEntry(document.id)] }]
    const bundle = store.call('bundles.record', { caseId, bundle: aBundle({ sections }) })
    const version = await store.job('bundles.build', { id: bundle.id, revision: 1 })
    return { store, caseId, bundle, version }
  }

  test('a document, a paper and a bundle that find no room are refused as that, and what was there stays', async () => {
    const { store, caseId, bundle, version } = await vaultWithBundle()
    const before = filesOf(store.folder)
    const asked: [NameOf<'job'>, unknown][] = [
      ['documents.add', { caseId, file: plain(4_000_000) }],
      ['papers.make', { caseId, paper: 'chronology', options: usualPaperOptions }],
      ['bundles.build', { id: bundle.id, revision: 1 }],
    ]
    fillDisk(40)
    expect(await run(store, 'documents.add', asked[0]?.[1])).toEqual(noRoom('no-room-left'))
    fillDisk()
    for (const [name, input] of asked)
      expect(await run(store, name, input), name).toMatchObject({ ok: false, error: { code: 'disk-full' } })
    expect(filesOf(store.folder)).toEqual(before)
    rmSync(filler)
    expect(store.call('bundles.versions', { id: bundle.id }).rows).toMatchObject([
      { number: 1, sha256: version.sha256 },
    ])
    for (const [name, input] of asked.slice(1)) expect(await run(store, name, input), name).toMatchObject({ ok: true })
    expect((await store.job('vault.verify', {})).files).toMatchObject({ ok: true })
    store.close()
  })

  test('a copy that finds no room leaves nothing in the folder, and says that it is the folder', async () => {
    emptyDisk()
    const vault = await newVault() // on another disk: the folder alone is full
    const { id: caseId } = openCase(vault)
    const { id, file } = await vault.job('documents.add', { caseId, file: plain(4_000_000) as never })
    const out = join(place, 'out')
    mkdirSync(out)
    writeFileSync(join(out, 'Letter.txt'), 'an earlier copy')
    expect(await run(vault, 'documents.export', { id, fileId: file.id, folder: out })).toEqual(
      noRoom('no-room-for-copy'),
    )
    expect(readdirSync(out)).toEqual(['Letter.txt'])
    expect(readFileSync(join(out, 'Letter.txt'), 'utf8')).toBe('an earlier copy')
    vault.close()
  })
})

onSmallDisk('a disk that can only be read', () => {
  test('is said to be that', async () => {
    emptyDisk()
    const store = await newVault(join(place, 'vault'))
    store.close()
    spawnSync('mount', ['-o', 'remount,ro', place])
    try {
      expect(await refusal(() => store.derive('vault.unlock', { passphrase: testPassphrase }))).toMatchObject({
        code: 'read-only',
      })
      expect(store.call('vault.status', {}).state).toBe('locked')
      const input = {
        folder: join(place, 'other') as never,
        userName: 'R',
        passphrase: testPassphrase,
        practice: false,
      }
      expect(await refusal(() => store.derive('vault.create', input))).toMatchObject({ code: 'read-only' })
    } finally {
      spawnSync('mount', ['-o', 'remount,rw', place])
    }
  })
})

asOrdinaryUser('a folder without leave to write is said to be read-only', async () => {
  const folder = scratchFolder()
  chmodSync(folder, 0o500)
  const store = testStore(join(folder, 'vault'))
  const input = { folder: null, userName: 'R', passphrase: testPassphrase, practice: false }
  expect(await refusal(() => store.derive('vault.create', input))).toMatchObject({ code: 'read-only' })
})
