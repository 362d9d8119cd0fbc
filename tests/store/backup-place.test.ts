import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runJobHere } from '../support/jobs.ts'
import {
  newVault,
  openCase,
  refusal,
  scratchFolder,
  seconds,
  testPassphrase,
  testStore,
  type TestStore,
} from '../support/vault.ts'

type Open = TestStore & { folder: string }
const turnBit = (path: string, at: number): void => {
  const bytes = readFileSync(path)
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
  writeFileSync(path, bytes)
}

let store: Open
let stick: string
beforeEach(async () => {
  store = await newVault()
  const { id: caseId } = openCase(store, 'First Example')
  const original = join(scratchFolder(), 'evidence.txt')
  writeFileSync(original, 'evidence '.repeat(20_000))
  await store.job('files.add', { caseId, file: original as never })
  stick = join(scratchFolder(), 'Zqstick')
  mkdirSync(stick)
})
afterEach(() => store.close())
const later = (count = 60) => (store.clock.now = seconds(store.clock.now, count))
const unlockedAt = async (folder: string): Promise<TestStore> => {
  const other = testStore(folder)
  await other.derive('vault.unlock', { passphrase: testPassphrase })
  return other
}

describe('a second place for backups', () => {
  const choose = (folder = stick) => store.call('backupPlace.choose', { folder: folder as never })
  const read = () => store.call('backupPlace.read', {}).place
  const mirrors = () => readdirSync(stick).map(name => join(stick, name))

  test('is a folder that is there and not in the vault; its name is shown, its path never', async () => {
    expect(read()).toBeNull()
    for (const [folder, rule] of [
      [store.folder, 'place-in-vault'],
      [join(store.folder, 'backups'), 'place-in-vault'],
      [join(stick, 'nowhere'), 'no-such-folder'],
    ] as const) {
      mkdirSync(join(store.folder, 'backups'), { recursive: true })
      expect((await refusal(() => choose(folder))).details).toEqual({ field: 'folder', rule })
    }
    const chosen = choose()
    expect(chosen.place).toEqual({ name: 'Zqstick', last: null, problem: null, behind: false })
    expect(JSON.stringify(chosen)).not.toContain(stick)
    store.session.open?.db.pragma('wal_checkpoint(TRUNCATE)')
    expect(readFileSync(join(store.folder, 'vault.db')).includes('Zqstick')).toBe(false)
  })

  test('gets each backup as the vault keeps it, sealed documents included, and can be restored by itself', async () => {
    choose()
    const { name, madeAt, sha256 } = await store.job('vault.backUpDaily', {})
    expect(read()?.behind).toBe(true)
    later()
    const { place } = await store.job('backupPlace.copy', {})
    expect(place).toMatchObject({ last: { madeAt, copiedAt: store.clock.now }, problem: null, behind: false })
    const [mirror = ''] = mirrors()
    expect(JSON.parse(readFileSync(join(mirror, 'backups', name, 'backup.json'), 'utf8'))).toMatchObject({ sha256 })
    expect(readdirSync(mirror, { recursive: true }).some(file => /copying|unfinished/.test(String(file)))).toBe(false)
    const elsewhere = testStore(mirror)
    expect(elsewhere.call('vault.status', {}).state).toBe('locked')
    expect(elsewhere.call('vault.backups', {}).rows.map(row => row.name)).toEqual([name])
    elsewhere.call('vault.restore', { name, folder: null })
    const restored = await unlockedAt(mirror)
    expect((await restored.job('vault.verify', {})).files).toMatchObject({ ok: true, checked: 1 })
    restored.close()
    // A vault by now: more backups come to it, and its own database and slots stay.
    const own = readFileSync(join(mirror, 'vault.json'), 'utf8')
    later()
    await store.job('vault.backup', { folder: null })
    expect((await store.job('backupPlace.copy', {})).place).toMatchObject({ behind: false, problem: null })
    expect(readFileSync(join(mirror, 'vault.json'), 'utf8')).toBe(own)
  })

  test('where the drive is missing the backup in the vault stands, and the next one is tried again', async () => {
    choose()
    const away = `${stick} in a drawer`
    renameSync(stick, away)
    await store.job('vault.backUpDaily', {})
    const since = later()
    expect((await store.job('backupPlace.copy', {})).place).toMatchObject({
      problem: { why: 'missing', since },
      last: null,
    })
    later()
    expect((await store.job('backupPlace.copy', {})).place?.problem).toEqual({ why: 'missing', since })
    expect(existsSync(stick)).toBe(false)
    expect(store.call('vault.backups', {}).rows).toHaveLength(1)
    renameSync(away, stick)
    expect((await store.job('backupPlace.copy', {})).place).toMatchObject({ problem: null, behind: false })
  })

  test('a copy that differs from what was backed up gets no name there', async () => {
    choose()
    const { name } = await store.job('vault.backUpDaily', {})
    turnBit(join(store.folder, 'backups', name, 'vault.db'), 5_000)
    expect((await store.job('backupPlace.copy', {})).place).toMatchObject({ problem: { why: 'failed' }, behind: true })
    const [mirror = ''] = mirrors()
    expect(readdirSync(join(mirror, 'backups'))).toEqual([])
  })

  test('daily copies are thinned out there as in the vault, and nothing else is touched', async () => {
    choose()
    writeFileSync(join(stick, 'somebody’s.txt'), 'not ours')
    for (let day = 1; day <= 16; day += 1) {
      store.clock.now = `2026-11-${String(day).padStart(2, '0')}T08:00:00.000Z` as never
      await store.job('vault.backUpDaily', {})
      await store.job('backupPlace.copy', {})
    }
    const [mirror = ''] = mirrors().filter(path => !path.endsWith('.txt'))
    expect(readdirSync(join(mirror, 'backups'))).toHaveLength(14)
    expect(existsSync(join(stick, 'somebody’s.txt'))).toBe(true)
  })

  test('cancelled by a lock it leaves no trace but what is whole, and no word of failure', async () => {
    choose()
    await store.job('vault.backUpDaily', {})
    const prepared = store.dispatch({ is: 'prepare', name: 'backupPlace.copy', input: {} })
    const work = prepared.ok ? prepared.value : null
    await expect(runJobHere('backupPlace.copy', work, AbortSignal.abort())).rejects.toThrow()
    expect(read()).toMatchObject({ problem: null, behind: true })
  })

  test('forgotten, there are no more copies, and those that were made stay', async () => {
    choose()
    await store.job('vault.backUpDaily', {})
    await store.job('backupPlace.copy', {})
    expect(store.call('backupPlace.forget', {}).place).toBeNull()
    expect(mirrors()).toHaveLength(1)
    expect((await refusal(() => store.job('backupPlace.copy', {}))).code).toBe('not-found')
  })

  test('a practice vault has none', async () => {
    const practice = testStore(join(scratchFolder(), 'vault'))
    const input = { folder: null, userName: 'Robin Example', passphrase: testPassphrase, practice: true }
    await practice.derive('vault.create', input)
    const asked = () => practice.call('backupPlace.choose', { folder: stick as never })
    expect((await refusal(asked)).details['rule']).toBe('practice-keeps-nothing')
    practice.close()
  })
})

describe('what a restore would lose', () => {
  const compare = (name: string, passphrase = testPassphrase) =>
    store.derive('vault.compareBackup', { name, passphrase })

  test('is counted by the record of changes, opening and backing up left out', async () => {
    const { name } = await store.job('vault.backup', { folder: null })
    const nothing = { outcome: 'compared', changes: 0, records: 0, lastAt: null }
    expect((await refusal(() => compare(name))).code).toBe('vault-in-use')
    store.close()
    expect(await compare(name)).toEqual(nothing)
    await store.derive('vault.unlock', { passphrase: testPassphrase })
    const { id: caseId } = openCase(store, 'Later Example')
    const lastAt = later()
    const task = store.call('tasks.add', { caseId, task: { title: 'Ring the school', dueOn: null, note: null } })
    store.call('tasks.complete', { id: task.id, revision: 1 })
    store.close()
    expect(await compare(name)).toEqual({ outcome: 'compared', changes: 4, records: 3, lastAt })
    // A case with its client, and a task twice. Looking has changed nothing.
    await store.derive('vault.unlock', { passphrase: testPassphrase })
    expect(store.call('tasks.nextForCase', { caseId }).open).toBe(0)
  })

  test('takes a passphrase of the vault, and wrong ones are slowed as ever', async () => {
    const { name } = await store.job('vault.backup', { folder: null })
    store.close()
    for (let tries = 0; tries < 3; tries += 1)
      expect((await refusal(() => compare(name, 'not the passphrase'))).code).toBe('wrong-passphrase')
    expect(store.call('vault.status', {}).waitSeconds).toBeGreaterThan(0)
  })

  test('can’t be said where the present database or the backup is damaged or gone', async () => {
    const { name } = await store.job('vault.backup', { folder: null })
    const other = await (later(), store.job('vault.backup', { folder: null }))
    store.close()
    turnBit(join(store.folder, 'backups', other.name, 'vault.db'), 100)
    expect(await compare(other.name)).toEqual({ outcome: 'unreadable' })
    turnBit(join(store.folder, 'vault.db'), 100)
    expect(await compare(name)).toEqual({ outcome: 'unreadable' })
    rmSync(join(store.folder, 'vault.db'))
    expect(await compare(name)).toEqual({ outcome: 'unreadable' })
    expect(existsSync(join(store.folder, 'vault.db'))).toBe(false)
    rmSync(join(store.folder, 'vault.json'))
    expect((await refusal(() => compare(name))).code).toBe('vault-not-found')
  })
})
