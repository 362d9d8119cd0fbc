import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import type { Store } from '../../electron/store/store-host.ts'
import type { CaseId, EventId } from '../../shared/kernel/ids.ts'
import { aPoliceContact } from '../support/police-contacts.ts'
import { callStore, imageOf, startStoreProcess, unlockStore } from '../support/processes.ts'
import {
  newVault,
  openCase,
  refusal,
  scratchFolder,
  testPassphrase,
  testStore,
  type TestStore,
} from '../support/vault.ts'

const kills = Number(process.env['WAYMARK_KILLS'] ?? 120)
const onLinux = describe.runIf(process.platform === 'linux') // to stop a process and read its state takes /proc

/** What must hold of any vault, whenever its process was killed. */
async function checkInvariants(store: TestStore): Promise<void> {
  const { auditChain, database, foreignKeys, files } = await store.job('vault.verify', {})
  expect([auditChain.ok, database.ok, foreignKeys.ok, files.ok]).toEqual([true, true, true, true])
  const broken = store.session.open?.db
    .prepare(
      `SELECT
         (SELECT count(*) FROM events e WHERE e.revision <>
            (SELECT count(*) FROM event_versions v WHERE v.event_id = e.id)) AS eventsWithoutEveryVersion,
         (SELECT count(*) FROM events e LEFT JOIN police_contacts d ON d.event_id = e.id WHERE d.event_id IS NULL) AS eventsWithoutDetail,
         (SELECT count(*) FROM events e LEFT JOIN events_fts f ON f.rowid = e.search_row WHERE f.rowid IS NULL OR f.title <> e.title) AS eventsNotIndexed,
         (SELECT count(*) FROM events_fts f LEFT JOIN events e ON e.search_row = f.rowid WHERE e.seq IS NULL) AS indexedNothing,
         (SELECT count(*) FROM events) + (SELECT total(revision - 1) FROM events)
           - (SELECT count(*) FROM audit WHERE action LIKE 'police-contact.%') AS changesWithoutAudit,
         (SELECT count(*) FROM cases c WHERE (SELECT count(*) FROM people p WHERE p.case_id = c.id AND p.role = 'client') <> 1) AS casesWithoutClient`,
    )
    .get()
  expect(broken).toEqual({
    eventsWithoutEveryVersion: 0,
    eventsWithoutDetail: 0,
    eventsNotIndexed: 0,
    indexedNothing: 0,
    changesWithoutAudit: 0,
    casesWithoutClient: 0,
  })
}

onLinux('a store killed in the middle of its work', () => {
  test(
    `${String(kills)} times: the vault is whole, and all that was answered is in it`,
    { timeout: 300_000 },
    async () => {
      const made = await newVault()
      const { id: caseId } = openCase(made)
      made.close()
      const store = startStoreProcess(made.folder)
      await unlockStore(store)
      const answered = new Map<EventId, number>()
      let draft = -1
      const going = { on: true }
      const writing = (async () => {
        for (let count = 0; going.on; count += 1) {
          await write({ store, caseId, answered }, count)
          await callStore(store, 'drafts.write', {
            key: 'police-contact:new',
            values: { said: `half-typed ${String(count)}` },
          })
          draft = count
        }
      })()
      const images: { folder: string; answered: Map<EventId, number>; draft: number }[] = []
      const within = scratchFolder()
      for (let count = 0; count < kills; count += 1) {
        await wait(Math.random() * 12)
        const folder = join(within, String(count))
        const before = { answered: new Map(answered), draft } // what had been answered; the image can only have more
        imageOf(store.pid ?? 0, made.folder, folder)
        images.push({ folder, ...before })
      }
      going.on = false
      await writing
      await store.end()
      for (const image of images) await checkImage(image)
    },
  )

  test('a real kill -9 frees the lock, fails what waits, and the draft of a moment ago is there', async () => {
    const made = await newVault()
    made.close()
    let deaths = 0
    const store = startStoreProcess(made.folder, () => (deaths += 1))
    await unlockStore(store)
    await callStore(store, 'drafts.write', { key: 'note:new', values: { said: 'half-typed' } })
    const other = testStore(made.folder)
    expect(await refusal(() => other.derive('vault.unlock', { passphrase: testPassphrase }))).toMatchObject({
      code: 'vault-in-use',
    })
    expect(other.call('vault.status', {}).state).toBe('locked')
    process.kill(store.pid ?? 0, 'SIGKILL')
    const lost = await store.ask({ is: 'call', name: 'users.list', input: {} })
    expect(lost).toEqual({ ok: false, error: { code: 'unavailable', details: {} } })
    expect(deaths).toBe(1)
    await other.derive('vault.unlock', { passphrase: testPassphrase })
    expect(other.call('drafts.read', { key: 'note:new' }).draft?.values).toEqual({ said: 'half-typed' })
    await checkInvariants(other)
    other.close()
  })
})

async function write(
  { store, caseId, answered }: { store: Store; caseId: CaseId; answered: Map<EventId, number> },
  count: number,
): Promise<void> {
  const said = `Contact ${String(count)} ${'words '.repeat(count % 400)}`
  const known = [...answered][count % Math.max(1, answered.size)]
  if (known && count % 3 !== 0) {
    const [id, revision] = known
    const input = { id, revision, contact: aPoliceContact({ said }) }
    const saved = await callStore(store, 'policeContacts.update', input)
    if (saved.outcome === 'saved') answered.set(id, saved.record.revision)
    return
  }
  const { id, revision } = await callStore(store, 'policeContacts.record', {
    caseId,
    contact: aPoliceContact({ said }),
  })
  answered.set(id, revision)
}

async function checkImage(image: { folder: string; answered: Map<EventId, number>; draft: number }): Promise<void> {
  const store = testStore(image.folder)
  await store.derive('vault.unlock', { passphrase: testPassphrase })
  await checkInvariants(store)
  const revisions = new Map(
    store.session.open?.db.prepare('SELECT id, revision FROM events').raw().all() as [EventId, number][],
  )
  for (const [id, revision] of image.answered) expect(revisions.get(id) ?? 0).toBeGreaterThanOrEqual(revision)
  const { draft } = store.call('drafts.read', { key: 'police-contact:new' })
  if (image.draft >= 0)
    expect(Number(JSON.stringify(draft?.values['said']).split(/[ "]/)[2])).toBeGreaterThanOrEqual(image.draft)
  store.close()
}
