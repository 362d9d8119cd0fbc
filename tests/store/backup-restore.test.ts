import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { everyOpenCase } from '../../shared/features/cases.ts'
import { aPoliceContact } from '../support/police-contacts.ts'
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

type Open = TestStore & { folder: string; recoveryKey: string }
const turnBit = (path: string, at: number): void => {
  const bytes = readFileSync(path)
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
  writeFileSync(path, bytes)
}

const november = (first: number, last: number): string[] =>
  Array.from({ length: last - first + 1 }, (_, index) => `2026-11-${String(first + index).padStart(2, '0')}`)

describe('backups', () => {
  let store: Open
  let original: string
  beforeEach(async () => {
    store = await newVault()
    const { id: caseId } = openCase(store, 'First Example')
    store.call('policeContacts.record', { caseId, contact: aPoliceContact() })
    original = join(scratchFolder(), 'evidence.txt')
    writeFileSync(original, 'evidence '.repeat(20_000))
    await store.job('files.add', { caseId, file: original as never })
  })
  afterEach(() => store.close())
  const unlockedAt = async (folder: string): Promise<TestStore> => {
    const other = testStore(folder)
    await other.derive('vault.unlock', { passphrase: testPassphrase })
    return other
  }
  const names = (on: TestStore) => {
    const filter = { ...everyOpenCase, sort: 'client' as const }
    const page = { limit: 50, after: null }
    return on.call('cases.list', { filter, today: '2026-11-24' as never, page }).rows.map(row => row.clientName)
  }

  test('one is made, verified, listed newest first, and told of in the history', async () => {
    const first = await store.job('vault.backup', { folder: null })
    store.clock.now = seconds(store.clock.now, 60)
    const second = await store.job('vault.backup', { folder: null })
    expect(first.counts).toMatchObject({ cases: 1, people: 1, events: 1, documents: 1, users: 1 })
    expect(store.call('vault.backups', {}).rows).toEqual([second, first])
    store.close()
    expect(store.call('vault.backups', {}).rows).toHaveLength(2)
  })

  test('the first backup of a day is due once, also when the clock was set back, and never while locked', async () => {
    const due = () => store.call('vault.backups', {}).dailyDue
    expect(due()).toBe(true)
    expect(await store.job('vault.backUpDaily', {})).toMatchObject({ daily: true, counts: { cases: 1 } })
    store.clock.now = '2026-11-24T23:59:59.000Z' as never
    expect(due()).toBe(false)
    store.clock.now = '2026-11-25T00:00:00.000Z' as never
    expect(due()).toBe(true)
    store.clock.now = '2026-11-20T12:00:00.000Z' as never
    expect(due()).toBe(true)
    store.close()
    expect(due()).toBe(false)
  })

  test('daily ones are thinned to fourteen and the last of each month; those asked for all stay', async () => {
    store.clock.now = '2026-01-30T12:00:00.000Z' as never
    const asked = await store.job('vault.backup', { folder: null })
    const days = [...['2026-01-31', '2026-02-27', '2026-02-28'], ...november(1, 16)]
    for (const day of days) {
      store.clock.now = `${day}T08:00:00.000Z` as never
      await store.job('vault.backUpDaily', {})
    }
    const rows = store.call('vault.backups', {}).rows.map(row => row.madeAt.slice(0, 10))
    expect(rows.toReversed()).toEqual(['2026-01-30', '2026-01-31', '2026-02-28', ...november(3, 16)])
    expect(existsSync(join(store.folder, 'backups', asked.name))).toBe(true)
  })

  test('restored it is the vault of that moment, files included; what was there is kept and opens', async () => {
    const { name } = await store.job('vault.backup', { folder: null })
    const later = openCase(store, 'Later Example')
    writeFileSync(original, 'more evidence')
    await store.job('files.add', { caseId: later.id, file: original as never })
    expect(await refusal(() => store.call('vault.restore', { name, folder: null }))).toMatchObject({
      code: 'vault-in-use',
    })
    store.close()
    const { keptAs, cases } = store.call('vault.restore', { name, folder: null })
    expect(cases).toBe(1)
    const restored = await unlockedAt(store.folder)
    expect(names(restored)).toEqual(['First Example'])
    expect((await restored.job('vault.verify', {})).files).toMatchObject({ ok: true, checked: 1 })
    restored.close()
    // Its unlock has removed files that the restored database doesn't know: the kept vault must not miss them.
    const kept = await unlockedAt(join(store.folder, keptAs))
    expect(names(kept)).toEqual(['First Example', 'Later Example'])
    expect((await kept.job('vault.verify', {})).files).toMatchObject({ ok: true, checked: 2 })
    kept.close()
  })

  test('who unlocks a restored vault first tells its record of changes, once', async () => {
    const { name } = await store.job('vault.backup', { folder: null })
    store.close()
    const { keptAs } = store.call('vault.restore', { name, folder: null })
    const told = async () => {
      const restored = await unlockedAt(store.folder)
      const rows = restored.session.open?.db.prepare("SELECT detail FROM audit WHERE action = 'vault.restored'").pluck()
      const details = rows?.all().map(detail => JSON.parse(String(detail)) as unknown)
      expect((await restored.job('vault.verify', {})).auditChain).toMatchObject({ ok: true })
      restored.close()
      return details
    }
    const row = { at: store.clock.now, backup: name, keptAs }
    expect(await told()).toEqual([row])
    expect(await told()).toEqual([row])
  })

  test('a restore that was refused is not told of', async () => {
    const { name } = await store.job('vault.backup', { folder: null })
    store.close()
    const before = readdirSync(store.folder)
    mkdirSync(join(store.folder, 'vault.db.restoring')) // the copy can't be written
    expect(await refusal(() => store.call('vault.restore', { name, folder: null }))).toMatchObject({ code: 'internal' })
    rmSync(join(store.folder, 'vault.db.restoring'), { recursive: true })
    expect(readdirSync(store.folder)).toEqual(before)
  })

  test('what the killed store had not yet moved out of its log is in the kept vault', async () => {
    const { name } = await store.job('vault.backup', { folder: null })
    openCase(store, 'Only in the log')
    // As after a kill: the log lies beside the database. The lock is freed by removing its file.
    const image = join(scratchFolder(), 'image')
    const { cpSync } = await import('node:fs')
    cpSync(store.folder, image, { recursive: true })
    const other = testStore(image)
    expect(existsSync(join(image, 'vault.db-wal'))).toBe(true)
    const { keptAs } = other.call('vault.restore', { name, folder: null })
    const restored = await unlockedAt(image)
    expect(names(restored)).toEqual(['First Example'])
    restored.close()
    const kept = await unlockedAt(join(image, keptAs))
    expect(names(kept)).toContain('Only in the log')
    kept.close()
  })

  test('it brings back a vault that lost its vault.json, its database or both', async () => {
    const { name } = await store.job('vault.backup', { folder: null })
    store.close()
    for (const lost of [['vault.json'], ['vault.db'], ['vault.json', 'vault.db', 'vault.lock']]) {
      for (const part of lost) rmSync(join(store.folder, part), { force: true })
      store.clock.now = seconds(store.clock.now, 1)
      store.call('vault.restore', { name, folder: null })
      const restored = await unlockedAt(store.folder)
      expect(names(restored)).toEqual(['First Example'])
      restored.close()
    }
  })

  test('a damaged one is refused and nothing is touched', async () => {
    const { name } = await store.job('vault.backup', { folder: null })
    store.close()
    const backup = join(store.folder, 'backups', name)
    const before = readFileSync(join(store.folder, 'vault.db'))
    const refused = { code: 'vault-damaged', details: { rule: 'backup-damaged' } }
    turnBit(join(backup, 'vault.db'), 5_000)
    expect(await refusal(() => store.call('vault.restore', { name, folder: null }))).toEqual(refused)
    turnBit(join(backup, 'vault.db'), 5_000)
    const json = readFileSync(join(backup, 'vault.json'), 'utf8')
    writeFileSync(join(backup, 'vault.json'), json.replaceAll(/"checksum": "./g, '"checksum": "z'))
    expect(await refusal(() => store.call('vault.restore', { name, folder: null }))).toEqual(refused)
    writeFileSync(join(backup, 'vault.json'), '')
    expect(await refusal(() => store.call('vault.restore', { name, folder: null }))).toMatchObject({
      code: 'vault-damaged',
    })
    writeFileSync(join(backup, 'backup.json'), '{}')
    expect(await refusal(() => store.call('vault.restore', { name, folder: null }))).toMatchObject({
      code: 'not-found',
    })
    expect(store.call('vault.backups', {}).rows).toEqual([])
    expect(readFileSync(join(store.folder, 'vault.db')).equals(before)).toBe(true)
    expect(
      readdirSync(store.folder).filter(entry => entry.startsWith('kept-') || entry.endsWith('.restoring')),
    ).toEqual([])
  })

  test('one that a crash broke off is not listed, and goes with the next unlock', async () => {
    const unfinished = join(store.folder, 'backups', '20261124T093000000Z.unfinished')
    mkdirSync(unfinished, { recursive: true })
    writeFileSync(join(unfinished, 'vault.db'), 'half')
    store.close()
    expect(store.call('vault.backups', {}).rows).toEqual([])
    await store.derive('vault.unlock', { passphrase: testPassphrase })
    expect(existsSync(unfinished)).toBe(false)
  })

  test('one elsewhere is a vault of its own, which opens and can be restored from', async () => {
    const stick = scratchFolder()
    const { name } = await store.job('vault.backup', { folder: stick as never })
    const copy = join(stick, `waymark-backup-${name}`)
    const opened = await unlockedAt(copy)
    expect(names(opened)).toEqual(['First Example'])
    expect((await opened.job('vault.verify', {})).files).toMatchObject({ ok: true, checked: 1 })
    opened.close()
    expect(readdirSync(stick)).toEqual([`waymark-backup-${name}`])
  })

  test('a missing document is told of by a rule of its own, and no half backup stays', async () => {
    rmSync(join(store.folder, 'files'), { recursive: true })
    const stick = scratchFolder()
    await expect(store.job('vault.backup', { folder: stick as never })).rejects.toMatchObject({
      code: 'file-unreadable',
      details: { rule: 'document-missing' },
    })
    expect(readdirSync(stick)).toEqual([])
  })

  test('a stick restores onto a new laptop, files and all', async () => {
    const stick = scratchFolder()
    const { name } = await store.job('vault.backup', { folder: stick as never })
    const fresh = testStore(join(scratchFolder(), 'new', 'vault'))
    fresh.call('vault.restore', { name, folder: stick as never })
    await fresh.derive('vault.unlock', { passphrase: testPassphrase })
    expect(names(fresh)).toEqual(['First Example'])
    expect((await fresh.job('vault.verify', {})).files).toMatchObject({ ok: true, checked: 1 })
    fresh.close()
  })
})
