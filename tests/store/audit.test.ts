import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aPoliceContact } from '../support/police-contacts.ts'
import { addUser, newVault, openCase, refusal, reopened, type TestStore } from '../support/vault.ts'

type Open = TestStore & { folder: string }
const actions = (store: TestStore): string[] =>
  store.session.open?.db.prepare('SELECT action FROM audit ORDER BY seq').pluck().all() as string[]

describe('audit', () => {
  let store: Open
  beforeEach(async () => {
    store = await newVault()
  })
  afterEach(() => store.close())

  test('every change has its one row, and reading has none', async () => {
    const { id: caseId } = openCase(store)
    const { id } = store.call('policeContacts.record', { caseId, contact: aPoliceContact() })
    store.call('policeContacts.update', { id, revision: 1, contact: aPoliceContact({ said: 'More' }) })
    store.call('events.withdraw', { id, revision: 2, reason: 'Wrong case' })
    store.call('events.reinstate', { id, revision: 3 })
    store.call('settings.write', { idleMinutes: 5, quickHideKey: 'F8' })
    const sam = await addUser(store, { name: 'Sam Example', role: 'advocate' }, 'a second passphrase')
    store.call('users.remove', { id: sam.id, revision: 1 })
    const before = actions(store)
    expect(before).toEqual([
      ...['user.added', 'vault.created', 'case.opened', 'person.added', 'police-contact.recorded'],
      ...['police-contact.updated', 'police-contact.withdrawn', 'police-contact.reinstated'],
      ...['settings.updated', 'user.added', 'user.removed'],
    ])
    store.call('policeContacts.find', { id })
    store.call('events.timeline', { caseId, withdrawn: true, page: { limit: 10, after: null } })
    store.call('drafts.write', { key: 'x', values: { said: 'half' } })
    expect(actions(store)).toEqual(before)
  })

  test('what was refused, or came to a conflict, changes nothing and leaves no row', async () => {
    const { id: caseId } = openCase(store)
    const { id } = store.call('policeContacts.record', { caseId, contact: aPoliceContact() })
    store.call('policeContacts.update', { id, revision: 1, contact: aPoliceContact({ said: 'More' }) })
    const before = actions(store)
    store.call('policeContacts.update', { id, revision: 1, contact: aPoliceContact({ said: 'Late' }) })
    await refusal(() => store.call('events.reinstate', { id, revision: 2 }))
    const ahead = { from: '2030-01-01T00:00:00.000Z', to: null, precision: 'minute', zone: 'Europe/London' }
    await refusal(() => store.call('policeContacts.record', { caseId, contact: aPoliceContact({ when: ahead }) }))
    expect(actions(store)).toEqual(before)
  })

  test('rows hold ids and rule names, never what was typed', () => {
    const { id: caseId } = openCase(store, 'Canary Name')
    store.call('policeContacts.record', { caseId, contact: aPoliceContact({ said: 'Canary words' }) })
    const rows = JSON.stringify(store.session.open?.db.prepare('SELECT * FROM audit').all())
    expect(rows).not.toContain('Canary')
  })

  test('rows are final: neither an update nor a delete passes', () => {
    const db = store.session.open?.db
    expect(() => db?.exec(`UPDATE audit SET action = 'x'`)).toThrow('audit rows are final')
    expect(() => db?.exec('DELETE FROM audit')).toThrow('audit rows are final')
  })

  describe('tampering by somebody who has the key is found', () => {
    const found = async (sql: string): Promise<string[]> => {
      openCase(store, 'One Example')
      openCase(store, 'Two Example')
      const later = await reopened(store) // a second installation: two chains in one table
      openCase(later, 'Three Example')
      expect((await later.job('vault.verify', {})).auditChain).toMatchObject({ ok: true, problems: [] })
      const db = later.session.open?.db
      db?.exec('DROP TRIGGER audit_is_final_update; DROP TRIGGER audit_is_final_delete')
      db?.exec(sql)
      const { auditChain } = await later.job('vault.verify', {})
      later.close()
      expect(auditChain.ok).toBe(false)
      return [...new Set(auditChain.problems.map(problem => problem.rule))]
    }
    test('another actor', async () => {
      expect(await found(`UPDATE audit SET actor_id = NULL WHERE seq = 3`)).toEqual(['audit-row-changed'])
    })
    test('another detail', async () => {
      expect(await found(`UPDATE audit SET detail = '{"rule":"x"}' WHERE seq = 4`)).toEqual(['audit-row-changed'])
    })
    test('a row taken out of the middle', async () => {
      expect(await found('DELETE FROM audit WHERE seq = 3')).toContain('audit-row-missing')
    })
    test('the last rows dropped', async () => {
      expect(
        await found(
          'DELETE FROM audit WHERE seq >= 5 AND installation_id = (SELECT installation_id FROM audit WHERE seq = 1)',
        ),
      ).toEqual(['audit-head-changed'])
    })
    test('the last rows dropped and the head set back to fit', async () => {
      expect(
        await found(`
          DELETE FROM audit WHERE seq = (SELECT max(seq) FROM audit);
          UPDATE audit_heads SET (chain_seq, hash) = (SELECT chain_seq, hash FROM audit a
            WHERE a.installation_id = audit_heads.installation_id ORDER BY chain_seq DESC LIMIT 1)`),
      ).toEqual(['audit-head-changed'])
    })
    test('two rows in each other’s place', async () => {
      expect(
        await found(`
          UPDATE audit SET chain_seq = -1 WHERE seq = 3;
          UPDATE audit SET chain_seq = 3 WHERE seq = 4;
          UPDATE audit SET chain_seq = 4 WHERE seq = 3`),
      ).toContain('audit-row-changed')
    })
    test('a head taken away', async () => {
      expect(await found('DELETE FROM audit_heads')).toEqual(['audit-head-missing'])
    })
    test('a head taken away, and work gone on since', async () => {
      await found('DELETE FROM audit_heads')
      const later = await reopened(store)
      openCase(later)
      expect((await later.job('vault.verify', {})).auditChain.ok).toBe(false)
      later.close()
    })
    test('every row and every head taken away', async () => {
      expect(await found('DELETE FROM audit; DELETE FROM audit_heads')).toEqual(['audit-empty'])
    })
  })
})
