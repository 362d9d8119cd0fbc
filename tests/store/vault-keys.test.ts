import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { UserId } from '../../shared/kernel/ids.ts'
import { addUser, newVault, refusal, reopened, testPassphrase, testStore, type TestStore } from '../support/vault.ts'

type Open = TestStore & { recoveryKey: string; folder: string }
const slotsOf = (folder: string) =>
  (JSON.parse(readFileSync(join(folder, 'vault.json'), 'utf8')) as { slots: unknown[] }).slots.length

describe('users and their slots', () => {
  let store: Open
  beforeEach(async () => {
    store = await newVault()
  })
  afterEach(() => store.close())
  const unlocking = (passphrase: string) =>
    refusal(() => testStore(store.folder).derive('vault.unlock', { passphrase }))

  test('a removed user can no longer unlock, and their name stays with what they wrote', async () => {
    const sam = await addUser(store, { name: 'Sam Example', role: 'advocate' }, 'a second passphrase')
    store.call('users.remove', { id: sam.id, revision: sam.revision })
    expect(slotsOf(store.folder)).toBe(1)
    expect(store.call('users.list', {}).rows).toContainEqual(
      expect.objectContaining({ name: 'Sam Example', active: false }),
    )
    store.close()
    expect(await unlocking('a second passphrase')).toMatchObject({ code: 'wrong-passphrase' })
  })

  test('even with the slot put back by hand a removed user stays out', async () => {
    const { copyFileSync } = await import('node:fs')
    const sam = await addUser(store, { name: 'Sam Example', role: 'advocate' }, 'a second passphrase')
    copyFileSync(join(store.folder, 'vault.json'), join(store.folder, '..', 'kept.json'))
    store.call('users.remove', { id: sam.id, revision: sam.revision })
    store.close()
    copyFileSync(join(store.folder, '..', 'kept.json'), join(store.folder, 'vault.json'))
    expect(await unlocking('a second passphrase')).toEqual({
      code: 'wrong-passphrase',
      details: { rule: 'user-removed' },
    })
  })

  test('the last manager can be neither removed nor demoted, and nobody removes themselves', async () => {
    const own = store.call('users.list', {}).rows[0]
    if (!own) throw new Error('no user')
    const demoted = { name: own.name, role: 'advocate' as const }
    expect(
      await refusal(() => store.call('users.update', { id: own.id, revision: own.revision, user: demoted })),
    ).toMatchObject({ details: { rule: 'last-manager' } })
    expect(await refusal(() => store.call('users.remove', { id: own.id, revision: own.revision }))).toMatchObject({
      details: { rule: 'own-user' },
    })
    const sam = await addUser(store, { name: 'Sam Example', role: 'manager' }, 'a second passphrase')
    store.call('users.update', { id: own.id, revision: own.revision, user: demoted })
    expect(store.session.open?.actor.role).toBe('advocate')
    expect(await refusal(() => store.call('users.remove', { id: sam.id, revision: sam.revision }))).toMatchObject({
      code: 'not-allowed',
    })
  })

  test('an advocate may do nothing that is for managers', async () => {
    await addUser(store, { name: 'Sam Example', role: 'advocate' }, 'a second passphrase')
    const later = await reopened(store, 'a second passphrase')
    const own = later.session.open?.actor
    if (!own) throw new Error('not open')
    const attempts = [
      () => addUser(later, { name: 'Eve Example', role: 'manager' }, 'a third passphrase'),
      () => later.call('users.update', { id: own.id, revision: 1, user: { name: own.name, role: 'manager' } }),
      () => later.call('users.remove', { id: own.id, revision: 1 }),
      () => later.call('settings.write', { idleMinutes: 60, quickHideKey: 'F9' }),
      () => later.call('vault.replaceRecoveryKey', {}),
    ]
    for (const attempt of attempts)
      expect(await refusal(attempt)).toEqual({ code: 'not-allowed', details: { rule: 'managers-only' } })
    later.close()
  })

  test('two people of one name are refused', async () => {
    expect(
      await refusal(() => addUser(store, { name: 'ROBIN example', role: 'advocate' }, 'a second passphrase')),
    ).toMatchObject({
      details: { field: 'name', rule: 'name-taken' },
    })
    expect(slotsOf(store.folder)).toBe(1)
  })

  test('a new passphrase takes the present one, replaces it and adds no slot', async () => {
    const change = (current: string) =>
      store.derive('users.changePassphrase', { current, passphrase: 'a brand new passphrase' })
    expect(await refusal(() => change('not the right words'))).toEqual({
      code: 'wrong-passphrase',
      details: { field: 'current' },
    })
    await change(testPassphrase)
    store.close()
    expect(slotsOf(store.folder)).toBe(1)
    expect(await unlocking(testPassphrase)).toMatchObject({ code: 'wrong-passphrase' })
    const later = await reopened(store, 'a brand new passphrase')
    later.close()
  })

  test('somebody else’s passphrase is not the present one', async () => {
    await addUser(store, { name: 'Sam Example', role: 'advocate' }, 'a second passphrase')
    const input = { current: 'a second passphrase', passphrase: 'a brand new passphrase' }
    expect(await refusal(() => store.derive('users.changePassphrase', input))).toMatchObject({
      code: 'wrong-passphrase',
    })
  })
})

describe('the recovery key', () => {
  let store: Open
  beforeEach(async () => {
    store = await newVault()
  })
  afterEach(() => store.close())
  const recover = (on: TestStore, recoveryKey: string, userId: UserId) =>
    on.derive('vault.recover', { recoveryKey, userId, passphrase: 'a brand new passphrase' })
  const robin = (on: TestStore): UserId => {
    const id = on.call('vault.checkRecoveryKey', { recoveryKey: store.recoveryKey }).users[0]?.id
    if (!id) throw new Error('no user')
    return id
  }

  test('it is nine groups of four letters that cannot be misread', () => {
    expect(store.recoveryKey).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){8}[0-9A-HJKMNP-TV-Z]{4}$/)
  })

  test('a slip in any letter is told from a wrong key', async () => {
    store.close()
    for (let at = 0; at < store.recoveryKey.length; at += 5) {
      const other = store.recoveryKey[at] === '7' ? '8' : '7'
      const typed = `${store.recoveryKey.slice(0, at)}${other}${store.recoveryKey.slice(at + 1)}`
      expect(await refusal(() => store.call('vault.checkRecoveryKey', { recoveryKey: typed }))).toEqual({
        code: 'wrong-recovery-key',
        details: { rule: 'mistyped' },
      })
    }
  })

  test('case, spaces, dashes, and O for 0 or L for 1 do not matter', () => {
    store.close()
    const typed = store.recoveryKey.toLowerCase().replaceAll('-', ' \u2013 ').replaceAll('0', 'o').replaceAll('1', 'l')
    expect(store.call('vault.checkRecoveryKey', { recoveryKey: typed }).users).toHaveLength(1)
  })

  test('to check it changes nothing and leaves the vault locked', async () => {
    store.close()
    const before = readFileSync(join(store.folder, 'vault.json'), 'utf8')
    expect(store.call('vault.checkRecoveryKey', { recoveryKey: store.recoveryKey }).users).toMatchObject([
      { name: 'Robin Example', role: 'manager' },
    ])
    expect(readFileSync(join(store.folder, 'vault.json'), 'utf8')).toBe(before)
    expect(await refusal(() => store.call('users.list', {}))).toMatchObject({ code: 'locked' })
    await store.derive('vault.unlock', { passphrase: testPassphrase })
  })

  test('it is used up by recovering, which gives its successor and a new passphrase', async () => {
    store.close()
    const { recoveryKey, actor, recoveryConfirmed } = await recover(store, store.recoveryKey, robin(store))
    expect(actor.name).toBe('Robin Example')
    expect(recoveryConfirmed).toBe(false)
    store.close()
    expect(await refusal(() => recover(store, store.recoveryKey, actor.id))).toEqual({
      code: 'wrong-recovery-key',
      details: {},
    })
    expect(await refusal(() => store.derive('vault.unlock', { passphrase: testPassphrase }))).toMatchObject({
      code: 'wrong-passphrase',
    })
    expect(store.call('vault.checkRecoveryKey', { recoveryKey }).users).toHaveLength(1)
    await store.derive('vault.unlock', { passphrase: 'a brand new passphrase' })
  })

  test('a removed user cannot be recovered', async () => {
    const sam = await addUser(store, { name: 'Sam Example', role: 'advocate' }, 'a second passphrase')
    store.call('users.remove', { id: sam.id, revision: sam.revision })
    store.close()
    expect(await refusal(() => recover(store, store.recoveryKey, sam.id))).toMatchObject({ code: 'wrong-passphrase' })
    await store.derive('vault.unlock', { passphrase: testPassphrase })
  })

  test('typed back it is known to be on paper, until it is replaced', async () => {
    expect(store.call('vault.confirmRecoveryKey', { recoveryKey: store.recoveryKey })).toEqual({ matches: true })
    expect(store.call('vault.status', {}).recoveryConfirmed).toBe(true)
    const { recoveryKey } = store.call('vault.replaceRecoveryKey', {})
    expect(store.call('vault.status', {}).recoveryConfirmed).toBe(false)
    expect(store.call('vault.confirmRecoveryKey', { recoveryKey: store.recoveryKey })).toEqual({ matches: false })
    store.close()
    expect(await refusal(() => store.call('vault.checkRecoveryKey', { recoveryKey: store.recoveryKey }))).toMatchObject(
      { code: 'wrong-recovery-key' },
    )
    expect(store.call('vault.checkRecoveryKey', { recoveryKey }).users).toHaveLength(1)
  })

  test('another vault’s key opens nothing here', async () => {
    store.close()
    const other = await newVault()
    other.close()
    expect(await refusal(() => store.call('vault.checkRecoveryKey', { recoveryKey: other.recoveryKey }))).toEqual({
      code: 'wrong-recovery-key',
      details: {},
    })
  })
})
