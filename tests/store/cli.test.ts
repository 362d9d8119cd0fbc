import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { contract } from '../../shared/contract/contract.ts'
import { BackupSummary } from '../../shared/features/vault.ts'
import { runCli, resultOf } from '../support/cli.ts'
import { aPoliceContact } from '../support/police-contacts.ts'
import { newVault, openCase, freshFolder, scratchFolder, testPassphrase } from '../support/vault.ts'

const patience = 480_000 // a second or two each at rest, ten where two processors are shared by twenty programs
const open = { passphrase: testPassphrase }
const Verified = z.record(z.string(), z.object({ ok: z.boolean(), problems: z.array(z.object({ rule: z.string() })) }))

/** A vault whose slot is cheap to derive, closed. */
async function closedVault(): Promise<{ folder: string; caseId: string }> {
  const store = await newVault()
  const { id } = openCase(store)
  store.close()
  return { folder: store.folder, caseId: id }
}
const edit = (path: string, change: (bytes: Buffer) => Buffer): void => writeFileSync(path, change(readFileSync(path)))
const flipped = (bytes: Buffer, at: number): Buffer => {
  for (let offset = at; offset < at + 16; offset += 1) bytes.writeUInt8(bytes.readUInt8(offset) ^ 0xff, offset)
  return bytes
}

test('a vault is made, filled, checked, backed up and restored without a window', { timeout: patience }, async () => {
  const folder = freshFolder()
  const made = await resultOf(['vault', 'create', '--vault', folder, '--user', 'Robin Example'], open)
  expect(made).toMatchObject({ recoveryKey: expect.stringMatching(/^(?:[0-9A-Z]{4}-){8}[0-9A-Z]{4}$/) as unknown })
  expect(readdirSync(folder)).not.toContain('vault.db-wal') // closed, not cut off

  const clientName = 'Alex Example'
  const newCase = { clientName, reference: null, status: 'supporting', ownerId: null, openedOn: '2026-11-01' }
  const opened = await resultOf(['call', 'cases.open', '--vault', folder], { ...open, input: newCase })
  const { id: caseId } = z.looseObject({ id: z.string() }).parse(opened)
  const contact = aPoliceContact({ said: 'Said that it would be looked into' })
  await resultOf(['call', 'policeContacts.record', '--vault', folder], { ...open, input: { caseId, contact } })
  writeFileSync(join(folder, '..', 'note.txt'), 'A note')
  const file = { ...open, input: { caseId, file: 'note.txt' }, cwd: join(folder, '..') }
  expect(await resultOf(['call', 'files.add', '--vault', folder], file)).toMatchObject({ name: 'note.txt', size: 6 })
  const counts = { cases: 1, people: 1, events: 1, documents: 1, users: 1 }
  expect(await resultOf(['vault', 'info', '--vault', folder], open)).toMatchObject({
    formatVersion: 1,
    cipher: 'aegis',
    counts,
  })

  const checks = Verified.parse(await resultOf(['vault', 'verify', '--vault', folder], open))
  expect(Object.keys(checks)).toEqual(['database', 'foreignKeys', 'auditChain', 'files'])
  expect(Object.values(checks).every(({ ok, problems }) => ok && problems.length === 0)).toBe(true)

  const inside = BackupSummary.parse(await resultOf(['vault', 'backup', '--vault', folder], open))
  const elsewhere = scratchFolder()
  const outside = BackupSummary.parse(await resultOf(['vault', 'backup', '--vault', folder, '--to', elsewhere], open))
  expect([inside.counts, outside.counts]).toEqual([counts, counts])
  expect(await resultOf(['vault', 'backups', '--vault', folder])).toEqual({ rows: [inside], dailyDue: false })

  writeFileSync(join(folder, 'vault.db'), 'no database at all')
  const restored = await resultOf(['vault', 'restore', '--vault', folder, '--backup', inside.name])
  expect(restored).toMatchObject({ cases: 1 })
  const anew = freshFolder()
  await resultOf(['vault', 'restore', '--vault', anew, '--backup', outside.name, '--from', elsewhere])
  const find = {
    ...open,
    input: {
      caseId,
      filter: { promises: 'any', withdrawn: false },
      today: '2026-11-24',
      page: { limit: 9, after: null },
    },
  }
  for (const place of [folder, anew])
    expect(await resultOf(['call', 'policeContacts.listForCase', '--vault', place], find)).toMatchObject({
      rows: [{ said: contact.said }],
    })
})

test(
  'a document goes in by its case’s reference, is listed, and comes out as it was',
  { timeout: patience },
  async () => {
    const { folder } = await closedVault()
    const file = join(scratchFolder(), 'letter.txt')
    writeFileSync(file, 'A letter')
    const place = ['--vault', folder]
    const added = await resultOf(['document', 'add', ...place, '--case', '2026-0001', '--file', file], open)
    const { id } = z.looseObject({ id: z.string() }).parse(added)
    expect(await resultOf(['document', 'list', ...place, '--case', '2026-0001'], open)).toMatchObject({
      documents: [{ id, title: 'letter', file: { name: 'letter.txt', size: 8 } }],
    })
    const out = scratchFolder()
    const left = await resultOf(['document', 'export', ...place, '--document', id, '--to', out], open)
    expect(left).toEqual({ name: 'letter.txt' })
    expect(readFileSync(join(out, 'letter.txt'), 'utf8')).toBe('A letter')
    const nowhere = await runCli(['document', 'list', ...place, '--case', 'no such case'], open)
    expect(nowhere).toMatchObject({ exit: 1, document: { error: { details: { rule: 'no-such-case' } } } })
  },
)

test('what keeps a vault shut is said by its code', { timeout: patience }, async () => {
  const info = (folder: string, passphrase = testPassphrase) =>
    runCli(['vault', 'info', '--vault', folder], { passphrase })
  const refused = (code: string) => ({ exit: 1, document: { ok: false, error: { code } } })
  const { folder } = await closedVault()
  expect(await info(folder, 'not the right words')).toMatchObject(refused('wrong-passphrase'))
  expect(await info(join(folder, 'nowhere'))).toMatchObject(refused('vault-not-found'))

  const held = await newVault()
  expect(await info(held.folder)).toMatchObject(refused('vault-in-use'))
  held.close()

  const create = ['vault', 'create', '--user', 'Robin Example', '--vault']
  expect(await runCli([...create, folder], open)).toMatchObject(refused('vault-exists'))
  const strangers = scratchFolder()
  writeFileSync(join(strangers, 'letter.txt'), 'Not ours')
  expect(await runCli([...create, strangers], open)).toMatchObject(refused('invalid-input'))
  expect(readdirSync(strangers)).toEqual(['letter.txt'])

  const vaultFile = join(folder, 'vault.json')
  const intact = readFileSync(vaultFile, 'utf8')
  writeFileSync(vaultFile, intact.replace('"formatVersion": 1', '"formatVersion": 2'))
  expect(await info(folder)).toMatchObject(refused('vault-newer'))
  writeFileSync(vaultFile, intact.replace(/"salt": "../, '"salt": "AA'))
  expect(await info(folder)).toMatchObject(refused('slot-damaged'))
})

test(
  'damage is a result of verify, not an error, and a vault that opens no more is damage too',
  { timeout: patience },
  async () => {
    const { folder } = await closedVault()
    const database = join(folder, 'vault.db')
    const intact = readFileSync(database)
    const verify = async () => Verified.parse(await resultOf(['vault', 'verify', '--vault', folder], open))

    edit(database, bytes => flipped(bytes, Math.floor(bytes.length / 2)))
    expect(await verify()).toMatchObject({ database: { ok: false, problems: [{ rule: 'page-damaged' }] } })

    writeFileSync(database, flipped(Buffer.from(intact), 2000)) // the first page, without which nothing can be read
    expect(await verify()).toMatchObject({
      database: { ok: false },
      foreignKeys: { ok: false, problems: [{ rule: 'not-checked' }] },
      auditChain: { ok: false },
      files: { ok: false },
    })
  },
)

test('a sealed file that was changed is found', { timeout: patience }, async () => {
  const { folder, caseId } = await closedVault()
  const note = join(scratchFolder(), 'note.txt')
  writeFileSync(note, 'A note')
  await resultOf(['call', 'files.add', '--vault', folder], { ...open, input: { caseId, file: note } })
  const [sealed] = readdirSync(join(folder, 'files'), { recursive: true, withFileTypes: true }).filter(entry =>
    entry.isFile(),
  )
  if (!sealed) throw new Error('Nothing was sealed')
  edit(join(sealed.parentPath, sealed.name), bytes => flipped(bytes, bytes.length - 20))
  const checks = Verified.parse(await resultOf(['vault', 'verify', '--vault', folder], open))
  expect(checks).toMatchObject({ database: { ok: true }, files: { ok: false, problems: [{ rule: 'file-changed' }] } })
})

test('what was typed wrongly is said, and not repeated', { timeout: patience }, async () => {
  const secret = 'four words of somebody'
  const wrong = [
    [],
    ['nonsense'],
    ['vault', 'info'],
    ['vault', 'info', '--vault'],
    ['vault', 'info', '--vault', 'x', `--passphrase=${secret}`],
    ['vault', 'info', '--vault', 'x', '--passphrase', secret],
    ['vault', 'info', '--vault', 'x', '--worse', secret],
    ['vault', 'info', '--vault', 'x'], // neither a variable nor a terminal
    ['call', 'no.such', '--vault', 'x'],
    ['call', 'window.print', '--vault', 'x'],
  ]
  const { folder } = await closedVault()
  for (const args of wrong) {
    const said = await runCli(args.map(argument => (argument === 'x' ? folder : argument)))
    expect(said, args.join(' ')).toMatchObject({ exit: 2, document: { ok: false, error: { code: 'usage' } } })
    expect(said.stderr).toContain('npm run --silent cli')
    expect(said.stdout + said.stderr).not.toContain(secret)
  }
  expect(await runCli(['help'])).toMatchObject({ exit: 0, document: { ok: true } })
})

test('calls that need no open vault need no passphrase, and a bad input is one', { timeout: patience }, async () => {
  const { folder } = await closedVault()
  expect(await resultOf(['call', 'vault.status', '--vault', folder])).toMatchObject({ state: 'locked' })
  const unlock = { input: { passphrase: testPassphrase } }
  expect(await resultOf(['call', 'vault.unlock', '--vault', folder], unlock)).toMatchObject({
    actor: { role: 'manager' },
  })
  const bad = await runCli(['call', 'users.list', '--vault', folder], { ...open, input: { surplus: 1 } })
  expect(bad).toMatchObject({ exit: 1, document: { ok: false, error: { code: 'invalid-input' } } })
})

test('the contract tells of every call, in schemas that are JSON Schema', { timeout: patience }, async () => {
  const Schema = z.looseObject({ $schema: z.literal('https://json-schema.org/draft/2020-12/schema') })
  const Described = z.object({
    name: z.string(),
    kind: z.string(),
    whileLocked: z.boolean(),
    input: Schema,
    output: Schema,
  })
  const { calls } = z.object({ calls: z.array(Described) }).parse(await resultOf(['contract']))
  expect(calls.map(({ name, kind }) => [name, kind])).toEqual(
    Object.entries(contract).map(([name, { kind }]) => [name, kind]),
  )
  for (const { input, output } of calls) for (const schema of [input, output]) z.fromJSONSchema(schema)
})

test('the command line keeps a random number of its own and nothing else', { timeout: patience }, async () => {
  const config = join(scratchFolder(), 'config')
  const { folder } = await closedVault()
  const environment = { WAYMARK_CONFIG_DIR: config }
  await resultOf(['vault', 'backups', '--vault', folder], { environment })
  const kept = readFileSync(join(config, 'installation.json'), 'utf8')
  expect(z.strictObject({ installationId: z.uuid() }).parse(JSON.parse(kept))).toBeTruthy()
  await resultOf(['vault', 'backups', '--vault', folder], { environment })
  expect(readFileSync(join(config, 'installation.json'), 'utf8')).toBe(kept)
  mkdirSync(join(config, 'taken', 'installation.json'), { recursive: true })
  const blocked = { environment: { WAYMARK_CONFIG_DIR: join(config, 'taken') } }
  expect(await runCli(['vault', 'backups', '--vault', folder], blocked)).toMatchObject({
    exit: 1,
    document: { ok: false, error: { code: 'read-only' } },
  })
})
