import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { newVault, seconds, testPassphrase, testStore, type TestStore } from '../support/vault.ts'

const { renameSync } = fs
/** Every rename to a name that ends so is where the process ends. */
function crashAt(end: string): void {
  fs.renameSync = (from, to) => {
    if (String(to).endsWith(end)) throw new Error('the process ended here')
    renameSync(from, to)
  }
  syncBuiltinESMExports()
}
function crashNoMore(): void {
  fs.renameSync = renameSync
  syncBuiltinESMExports()
}

let store: TestStore & { folder: string }
let backup: string
let mark: string
beforeEach(async () => {
  store = await newVault()
  mark = join(store.folder, 'vault.restored')
  backup = (await store.job('vault.backup', { folder: null })).name
  store.close()
})
afterEach(() => {
  crashNoMore()
  store.close()
})

const restore = () => {
  store.clock.now = seconds(store.clock.now, 1)
  return store.call('vault.restore', { name: backup, folder: null })
}
/** What the record of changes says after the next unlock. */
async function told(): Promise<unknown[]> {
  const next = testStore(store.folder)
  await next.derive('vault.unlock', { passphrase: testPassphrase })
  const rows = next.session.open?.db
    .prepare("SELECT detail FROM audit WHERE action = 'vault.restored' ORDER BY seq")
    .pluck()
  const details = rows?.all().map(detail => JSON.parse(String(detail)) as unknown) ?? []
  next.close()
  return details
}

describe('the mark of a restore', () => {
  test('lies there before the vault can be opened: no crash leaves a restore untold', async () => {
    crashAt('vault.json')
    expect(restore).toThrow()
    expect(fs.existsSync(join(store.folder, 'vault.json'))).toBe(false)
    crashNoMore()
    restore()
    expect(await told()).toHaveLength(2)
  })

  test('is not there when nothing was changed', () => {
    fs.mkdirSync(join(store.folder, 'vault.json.restoring'))
    expect(restore).toThrow()
    expect(fs.readdirSync(store.folder).filter(name => name.startsWith('vault.restored'))).toEqual([])
  })

  test('tells of every restore since the last unlock, and where each vault before is kept', async () => {
    const first = restore().keptAs
    const second = restore().keptAs
    const rows = [{ keptAs: first }, { keptAs: second }]
    expect(await told()).toMatchObject(rows)
    expect(await told()).toMatchObject(rows)
  })

  const lying: Record<string, () => void> = {
    'a folder with something in it': () => fs.mkdirSync(join(mark, 'more'), { recursive: true }),
    garbage: () => fs.writeFileSync(mark, '{"at":'),
    'words of somebody else': () =>
      fs.writeFileSync(mark, JSON.stringify([{ at: store.clock.now, backup, keptAs: 'A note about somebody' }])),
    'a file too large to be one': () => fs.writeFileSync(mark, `[${' '.repeat(5_000_000)}]`),
    'a link to what never ends': () => fs.symlinkSync('/dev/zero', mark),
  }
  const keptAside = () => fs.readdirSync(store.folder).filter(name => name.startsWith('vault.restored-kept-'))
  test.each(Object.keys(lying))('keeps nobody out, quotes nothing and deletes nothing: %s', async what => {
    lying[what]?.()
    expect(await told()).toEqual([{}])
    expect(fs.existsSync(mark)).toBe(false)
    expect(keptAside()).toHaveLength(1)
    lying[what]?.()
    const { keptAs } = restore()
    expect(await told()).toMatchObject([{ keptAs }])
    expect(keptAside()).toHaveLength(2)
  })

  test('that leads nowhere is no mark', async () => {
    fs.symlinkSync(join(store.folder, 'gone'), mark)
    expect(await told()).toEqual([])
  })
})
