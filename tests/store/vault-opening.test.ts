import { existsSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Instant } from '../../shared/kernel/dates.ts'
import {
  addUser,
  freshFolder,
  newVault,
  openCase,
  refusal,
  reopened,
  seconds,
  testPassphrase,
  testStore,
  type TestStore,
} from '../support/vault.ts'

type Open = TestStore & { recoveryKey: string; folder: string }
const wrong = 'not the right words'
const unlock = (store: TestStore, passphrase: string) => store.derive('vault.unlock', { passphrase })

describe('opening a vault', () => {
  let store: Open
  beforeEach(async () => {
    store = await newVault()
    store.close()
  })
  afterEach(() => store.close())

  test('the passphrase opens it, as the user it belongs to', async () => {
    expect(store.call('vault.status', {})).toMatchObject({ state: 'locked', actor: null })
    const { actor } = await unlock(store, testPassphrase)
    expect(actor).toMatchObject({ name: 'Robin Example', role: 'manager' })
    expect(store.call('vault.status', {})).toMatchObject({ state: 'open', actor: { name: 'Robin Example' } })
  })

  test('a wrong passphrase is called that, and leaves nothing open', async () => {
    expect(await refusal(() => unlock(store, wrong))).toEqual({ code: 'wrong-passphrase', details: {} })
    expect(await refusal(() => store.call('users.list', {}))).toMatchObject({ code: 'locked' })
  })

  test('é typed on one keyboard is é typed on another', async () => {
    const other = await newVault()
    await addUser(other, { name: 'Sam Example', role: 'advocate' }, 'caf\u00e9 caf\u00e9 caf\u00e9')
    other.close()
    expect(await unlock(other, 'cafe\u0301 cafe\u0301 cafe\u0301')).toMatchObject({ actor: { name: 'Sam Example' } })
    other.close()
  })

  test('with two users, whose passphrase it was is who acts', async () => {
    await unlock(store, testPassphrase)
    await addUser(store, { name: 'Sam Example', role: 'advocate' }, 'a second passphrase')
    const later = await reopened(store, 'a second passphrase')
    expect(later.call('vault.status', {}).actor).toMatchObject({ name: 'Sam Example', role: 'advocate' })
    expect(openCase(later).createdBy).toBe(later.session.open?.actor.id)
    later.close()
  })

  test('there is no vault where none was made', async () => {
    const none = testStore(freshFolder())
    expect(none.call('vault.status', {}).state).toBe('none')
    expect(await refusal(() => unlock(none, testPassphrase))).toMatchObject({ code: 'vault-not-found' })
    expect(await refusal(() => unlock(testStore(null), testPassphrase))).toMatchObject({ code: 'vault-not-found' })
  })
})

describe('attempts are slowed', () => {
  let store: Open
  beforeEach(async () => {
    store = await newVault()
    store.close()
  })
  afterEach(() => store.close())
  const fail = async (times: number): Promise<void> => {
    for (let count = 0; count < times; count += 1) {
      store.clock.now = seconds(store.clock.now, 61)
      await refusal(() => unlock(store, wrong))
    }
  }
  const wait = (): number => store.call('vault.status', {}).waitSeconds

  test('three are free, then 2, 4, 8 seconds and so on up to 60', async () => {
    const waits: number[] = []
    for (let count = 0; count < 9; count += 1) {
      await fail(1)
      waits.push(wait())
    }
    expect(waits).toEqual([0, 0, 2, 4, 8, 16, 32, 60, 60])
  })

  test('the right passphrase has to wait too, and then opens', async () => {
    await fail(3)
    expect(await refusal(() => unlock(store, testPassphrase))).toEqual({
      code: 'too-many-attempts',
      details: { seconds: '2' },
    })
    store.clock.now = seconds(store.clock.now, 2)
    await unlock(store, testPassphrase)
    store.close()
    expect(wait()).toBe(0)
    await fail(2)
    expect(wait()).toBe(0)
  })

  test('a new process remembers them', async () => {
    await fail(5)
    const next = testStore(store.folder)
    next.clock.now = store.clock.now
    expect(next.call('vault.status', {}).waitSeconds).toBe(8)
  })

  test('an attempt counts before it is made, so that killing the process does not make it free', () => {
    for (let count = 0; count < 3; count += 1)
      store.dispatch({ is: 'prepare', name: 'vault.unlock', input: { passphrase: wrong } })
    expect(wait()).toBe(2)
  })

  test('a clock set back does not shorten the wait, nor make it last until the old time comes again', async () => {
    await fail(8)
    store.clock.now = seconds(store.clock.now, -86_400 * 400)
    expect(wait()).toBe(60)
    store.clock.now = seconds(store.clock.now, 59)
    expect(wait()).toBe(1)
    store.clock.now = seconds(store.clock.now, 1)
    expect(wait()).toBe(0)
    await unlock(store, testPassphrase)
  })

  test('restoring a backup, which takes no passphrase, does not make them free again', async () => {
    await unlock(store, testPassphrase)
    const { name } = await store.job('vault.backup', { folder: null })
    store.close()
    await fail(5)
    store.call('vault.restore', { name, folder: null })
    expect(wait()).toBe(8)
  })

  test('a wrong recovery key counts, a mistyped one does not', async () => {
    const other = await newVault()
    other.close()
    for (let count = 0; count < 5; count += 1)
      expect(await refusal(() => store.call('vault.checkRecoveryKey', { recoveryKey: 'ABCD-EFGH' }))).toEqual({
        code: 'wrong-recovery-key',
        details: { rule: 'mistyped' },
      })
    expect(wait()).toBe(0)
    for (let count = 0; count < 3; count += 1)
      expect(await refusal(() => store.call('vault.checkRecoveryKey', { recoveryKey: other.recoveryKey }))).toEqual({
        code: 'wrong-recovery-key',
        details: {},
      })
    expect(wait()).toBe(2)
  })

  test('a garbled vault.lock keeps nobody out', async () => {
    writeFileSync(join(store.folder, 'vault.lock'), 'x'.repeat(9_000))
    await unlock(store, testPassphrase)
  })
})

describe('making a vault', () => {
  const input = { folder: null, userName: 'Robin Example', passphrase: testPassphrase, practice: false }
  const make = (folder: string) => testStore(folder).derive('vault.create', input)

  test('a folder with other things in it is refused and left as it is', async () => {
    const folder = freshFolder()
    mkdirSync(folder)
    writeFileSync(join(folder, 'letter.txt'), 'mine')
    expect(await refusal(() => make(folder))).toMatchObject({
      code: 'invalid-input',
      details: { rule: 'folder-not-empty' },
    })
    expect(readFileSync(join(folder, 'letter.txt'), 'utf8')).toBe('mine')
    expect(existsSync(join(folder, 'vault.db'))).toBe(false)
  })

  test('a vault is never made over another', async () => {
    const store = await newVault()
    store.close()
    expect(await refusal(() => make(store.folder))).toMatchObject({ code: 'vault-exists' })
  })

  test('a database that lost its vault.json is not written over', async () => {
    const store = await newVault()
    openCase(store)
    store.close()
    rmSync(join(store.folder, 'vault.json'))
    const before = readFileSync(join(store.folder, 'vault.db'))
    expect(await refusal(() => make(store.folder))).toMatchObject({ code: 'vault-exists' })
    expect(readFileSync(join(store.folder, 'vault.db')).equals(before)).toBe(true)
    expect(store.call('vault.status', {}).state).toBe('locked')
    expect(await refusal(() => unlock(store, testPassphrase))).toEqual({
      code: 'vault-damaged',
      details: { rule: 'vault-file-missing' },
    })
  })

  test('what a broken-off making left can be made again', async () => {
    const store = await newVault()
    store.close()
    writeFileSync(join(store.folder, 'vault.creating'), '')
    rmSync(join(store.folder, 'vault.json'))
    expect(testStore(store.folder).call('vault.status', {}).state).toBe('none')
    const again = testStore(store.folder)
    await again.derive('vault.create', { ...input, passphrase: 'another passphrase' })
    again.close()
    await unlock(again, 'another passphrase')
    expect(existsSync(join(store.folder, 'vault.creating'))).toBe(false)
    again.close()
  })

  test('a folder that was refused does not take the place of the one that this store is about', async () => {
    const store = await newVault()
    store.close()
    const full = freshFolder()
    mkdirSync(full)
    writeFileSync(join(full, 'letter.txt'), 'mine')
    await refusal(() => store.derive('vault.create', { ...input, folder: full as never }))
    expect(store.call('vault.status', {}).state).toBe('locked')
    await unlock(store, testPassphrase)
    expect(await refusal(() => store.derive('vault.create', { ...input, folder: freshFolder() as never }))).toEqual({
      code: 'vault-in-use',
      details: {},
    })
    store.close()
  })

  test('a short passphrase is refused', async () => {
    const store = testStore(freshFolder())
    expect(await refusal(() => store.derive('vault.create', { ...input, passphrase: 'eleven char' }))).toMatchObject({
      details: { field: 'passphrase', rule: 'too_small' },
    })
  })
})

describe('a damaged vault says so, and never blames the passphrase', () => {
  let store: Open
  const json = () => join(store.folder, 'vault.json')
  const db = () => join(store.folder, 'vault.db')
  const opening = (passphrase = testPassphrase) => refusal(() => unlock(testStore(store.folder), passphrase))
  beforeEach(async () => {
    store = await newVault()
    for (let count = 0; count < 20; count += 1) openCase(store, `Client ${String(count)}`)
    await addUser(store, { name: 'Sam Example', role: 'advocate' }, 'a second passphrase')
    store.close()
  })

  test('vault.json cut, emptied, huge, garbled or a folder', async () => {
    const whole = readFileSync(json())
    for (const damage of [
      () => truncateSync(json(), whole.length / 2),
      () => truncateSync(json(), 0),
      () => truncateSync(json(), 900_000_000),
      () => writeFileSync(json(), 'null'),
      () => writeFileSync(json(), Buffer.alloc(300, 0xff)),
      () => {
        rmSync(json())
        mkdirSync(json())
      },
    ]) {
      damage()
      expect(await opening()).toEqual({ code: 'vault-damaged', details: { rule: 'vault-file-damaged' } })
      expect(testStore(store.folder).call('vault.status', {})).toMatchObject({ state: 'locked' })
      rmSync(json(), { recursive: true })
      writeFileSync(json(), whole)
    }
    const later = testStore(store.folder)
    await unlock(later, testPassphrase)
    later.close()
  })

  test('any one bit of vault.json turned never yields a wrong passphrase', async () => {
    const whole = readFileSync(json())
    for (let at = 0; at < whole.length; at += 31) {
      const turned = Buffer.from(whole)
      turned.writeUInt8(turned.readUInt8(at) ^ (1 << (at % 8)), at)
      writeFileSync(json(), turned)
      rmSync(join(store.folder, 'vault.lock'), { force: true })
      const later = testStore(store.folder)
      const code = await unlock(later, testPassphrase).then(
        () => 'opened',
        (cause: unknown) => (cause as { code: string }).code,
      )
      later.close()
      expect(['opened', 'slot-damaged', 'vault-damaged', 'vault-newer'], `byte ${String(at)}`).toContain(code)
    }
  })

  test('a damaged slot is told from a wrong passphrase, and the other user still gets in', async () => {
    damageSlot(0)
    expect(await opening()).toMatchObject({ code: 'slot-damaged' })
    const later = testStore(store.folder)
    await unlock(later, 'a second passphrase')
    expect(later.call('vault.status', {}).actor?.name).toBe('Sam Example')
    later.close()
  })

  test('after recovery the damaged slot is gone, and a slip of the keyboard is called a wrong passphrase again', async () => {
    damageSlot(0)
    const later = testStore(store.folder)
    const { users } = later.call('vault.checkRecoveryKey', { recoveryKey: store.recoveryKey })
    const userId = users.find(user => user.name === 'Robin Example')?.id
    if (!userId) throw new Error('no such user')
    await later.derive('vault.recover', { recoveryKey: store.recoveryKey, userId, passphrase: 'brand new words' })
    later.close()
    expect(await opening(wrong)).toMatchObject({ code: 'wrong-passphrase' })
  })

  test('a missing, emptied, cut or garbled database', async () => {
    const whole = readFileSync(db())
    const damages: [() => void, string | undefined][] = [
      [() => rmSync(db()), 'database-missing'],
      [() => truncateSync(db(), 0), 'database-empty'],
      [() => truncateSync(db(), 1_000), undefined],
      [() => truncateSync(db(), 16_384), undefined],
      [() => writeFileSync(db(), Buffer.alloc(whole.length, 7)), undefined],
      [() => writeFileSync(db(), turnedAt(whole, 40)), undefined],
      [() => writeFileSync(db(), turnedAt(whole, 3_000)), undefined],
    ]
    for (const [damage, rule] of damages) {
      rmSync(join(store.folder, 'vault.lock'), { force: true })
      damage()
      expect(await opening(), damage.toString()).toEqual({ code: 'vault-damaged', details: rule ? { rule } : {} })
      writeFileSync(db(), whole)
    }
    const later = testStore(store.folder)
    await unlock(later, testPassphrase)
    expect(later.call('vault.info', {}).counts.cases).toBe(20)
    later.close()
  })

  test('a file format of the future is refused', async () => {
    const file = JSON.parse(readFileSync(json(), 'utf8')) as object
    writeFileSync(json(), JSON.stringify({ ...file, formatVersion: 2 }))
    expect(await opening()).toMatchObject({ code: 'vault-newer' })
  })

  function damageSlot(index: number): void {
    const file = JSON.parse(readFileSync(json(), 'utf8')) as { slots: { salt: string }[] }
    const slot = file.slots[index]
    if (!slot) throw new Error('no such slot')
    slot.salt = `${slot.salt.startsWith('A') ? 'B' : 'A'}${slot.salt.slice(1)}`
    writeFileSync(json(), JSON.stringify(file))
  }
  const turnedAt = (bytes: Buffer, at: number): Buffer => {
    const turned = Buffer.from(bytes)
    turned.writeUInt8(turned.readUInt8(at) ^ 1, at)
    return turned
  }
})

test('the clock of the store is what stamps a record', async () => {
  const store = await newVault()
  store.clock.now = Instant.parse('2026-11-24T23:59:59.999Z')
  expect(openCase(store).createdAt).toBe('2026-11-24T23:59:59.999Z')
  store.close()
})
