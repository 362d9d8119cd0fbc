import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { everyOpenCase } from '../../shared/features/cases.ts'
import { aHearing, listedFor } from '../support/hearings.ts'
import { anIncident } from '../support/incidents.ts'
import { aBreach, anOrder } from '../support/orders.ts'
import { aPoliceContact } from '../support/police-contacts.ts'
import { aPoliceReport } from '../support/police-reports.ts'
import { callStore, startStoreProcess, unlockStore } from '../support/processes.ts'
import { addUser, newVault, openCase, scratchFolder } from '../support/vault.ts'

/** A word that stands nowhere else, one for each field. */
const canary = (field: string): string => `Zqcanary${field}Xjv`

/** What a word would look like in a file: as it is, in the other widths, in base64 at each of its three alignments, in hex. */
function looksOf(word: string): Buffer[] {
  const bytes = Buffer.from(word)
  const base64 = [0, 1, 2].map(shift =>
    Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .slice(shift === 0 ? 0 : shift + 1)
      .replace(/=+$/, '')
      .slice(0, -2),
  )
  const utf16 = Buffer.from(word, 'utf16le')
  return [
    bytes,
    Buffer.from(word.toLowerCase()),
    utf16,
    Buffer.from(utf16).swap16(),
    ...base64.map(text => Buffer.from(text)),
    Buffer.from(bytes.toString('hex')),
  ]
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
}

/** What lies in the folders for temporary files themselves, where SQLite and Node would put theirs. */
const temporaryFiles = (): string[] =>
  [tmpdir(), '/var/tmp', '/tmp']
    .filter(folder => existsSync(folder))
    .flatMap(folder =>
      readdirSync(folder, { withFileTypes: true })
        .filter(entry => entry.isFile())
        .map(entry => join(folder, entry.name)),
    )

/** Where a canary can be read, in a file's bytes or in its name. */
function leaksIn(paths: readonly string[], words: readonly string[]): string[] {
  const looks = words.flatMap(word => looksOf(word).map(look => ({ word, look })))
  return paths.flatMap(path => {
    const bytes = existsSync(path) ? readFileSync(path) : Buffer.alloc(0) // others' temporary files come and go
    return looks
      .filter(({ look, word }) => bytes.includes(look) || path.includes(word))
      .map(({ word }) => `${word} in ${path}`)
  })
}

describe('nothing readable touches the disk', () => {
  test('the search would find a word that did', () => {
    const folder = scratchFolder()
    const word = canary('Probe')
    writeFileSync(join(folder, 'a'), `x${Buffer.from(`ab${word}`).toString('base64')}`)
    writeFileSync(join(folder, 'b'), Buffer.from(word, 'utf16le'))
    writeFileSync(join(folder, 'c'), `...${word}...`)
    writeFileSync(join(folder, 'd'), `x${Buffer.from(`a${word}z`).toString('base64')}`)
    writeFileSync(join(folder, 'e'), 'nothing here')
    expect(
      leaksIn(filesIn(folder), [word])
        .map(leak => leak.at(-1))
        .filter((name, index, all) => all.indexOf(name) === index),
    ).toEqual(['a', 'b', 'c', 'd'])
  })

  test('through a whole session with every field, a draft, a search, a backup, a restore and a kill', async () => {
    const words: string[] = []
    const plant = (field: string): string => {
      words.push(canary(field))
      return canary(field)
    }
    const before = new Set(temporaryFiles())
    const made = await newVault()
    await addUser(made, { name: plant('User'), role: 'manager' }, plant('Passphrase'))
    const opened = openCase(made, plant('Client'))
    const original = join(scratchFolder(), `${plant('Filename')}.txt`)
    writeFileSync(original, plant('Evidence').repeat(9_000))
    await made.job('files.add', { caseId: opened.id, file: original as never })
    made.close()

    const store = startStoreProcess(made.folder)
    await unlockStore(store)
    const draft = opened
    await callStore(store, 'cases.update', {
      id: draft.id,
      revision: draft.revision,
      case: {
        reference: plant('Reference'),
        status: 'supporting',
        ownerId: draft.ownerId,
        openedOn: draft.openedOn,
        closedOn: null,
        closingReason: null,
      },
    })
    const person = {
      name: plant('Person'),
      alsoKnownAs: plant('Alias'),
      born: { value: null, missing: 'declined' as const },
      role: 'perpetrator' as const,
      relationship: plant('Relationship'),
      note: plant('Note'),
    }
    const added = await callStore(store, 'people.add', { caseId: draft.id, person })
    await callStore(store, 'people.withdraw', { id: added.id, revision: 1, reason: plant('PersonReason') })
    const contact = (suffix: string) =>
      aPoliceContact({
        force: { value: plant(`Force${suffix}`), missing: null },
        officer: { value: plant(`Officer${suffix}`), missing: null },
        collarNumber: { value: canary('Nr').slice(0, 20), missing: null },
        reference: plant(`Log${suffix}`),
        said: plant(`Said${suffix}`),
        promised: plant(`Promised${suffix}`),
      })
    const { id } = await callStore(store, 'policeContacts.record', { caseId: draft.id, contact: contact('A') })
    await callStore(store, 'policeContacts.update', { id, revision: 1, contact: contact('B') })
    await callStore(store, 'events.withdraw', { id, revision: 2, reason: plant('Reason') })
    const hearing = aHearing({
      ...{ court: plant('Court'), courtAddress: plant('CourtAddress'), room: plant('Room'), judge: plant('Judge') },
      ...{ link: plant('Link'), purpose: plant('Purpose'), whoAttends: plant('Who'), arrivalPlan: plant('Arrival') },
      directions: [{ text: plant('Direction'), dueOn: null, who: plant('DirectionWho') }],
    })
    const listed = { caseId: draft.id, hearing, skipTasks: [], followsId: null }
    const { id: hearingId } = await callStore(store, 'hearings.record', listed)
    const move = { to: listedFor('2027-03-10'), reason: plant('MoveReason'), toldBy: plant('ToldBy'), toldOn: null }
    await callStore(store, 'hearings.move', { id: hearingId, revision: 1, move })
    const task = { title: plant('Task'), dueOn: null, note: plant('TaskNote') }
    await callStore(store, 'tasks.add', { caseId: draft.id, task })
    const order = anOrder({
      issuer: { value: plant('Court'), missing: null },
      caseNumber: plant('CaseNumber'),
      respondent: { value: { personId: null, name: plant('Respondent') }, missing: null },
      protects: [{ personId: null, name: plant('Protected') }],
      terms: [{ number: '2', text: plant('Term') }],
      served: { ...anOrder().served, how: plant('How'), by: plant('Server') },
      powerOfArrest: plant('Power'),
      varied: { on: '2026-11-10', how: plant('Varied') },
      note: plant('OrderNote'),
    })
    const { id: orderId } = await callStore(store, 'orders.record', { caseId: draft.id, order })
    const breach = aBreach(orderId, {
      what: plant('What'),
      evidence: plant('Shown'),
      witnesses: plant('Witness'),
      response: { ...aBreach(orderId).response, outcome: plant('Outcome') },
      links: [id],
    })
    await callStore(store, 'breaches.record', { caseId: draft.id, breach })
    const report = aPoliceReport({
      ...{ logNumber: plant('ReportLog'), crimeReference: plant('Crime'), note: plant('ReportNote') },
      recordedAs: { value: { offence: null, words: plant('Recorded') }, missing: null },
      believedToBe: { offence: null, note: plant('Believed') },
      reclassifications: [{ on: '2026-10-20', from: plant('From'), to: plant('To'), reason: plant('Moved') }],
      outcome: { code: 15, on: '2026-11-01', subCode: null, reason: plant('OutcomeReason') },
    })
    await callStore(store, 'policeReports.record', { caseId: draft.id, report })
    const texts = [
      'place',
      'clientSaid',
      'observed',
      'othersSaid',
      'opinion',
      'impact',
      'witnesses',
      'reference',
    ] as const
    const planted = Object.fromEntries(texts.map(name => [name, plant(`Incident${name}`)]))
    const incident = anIncident({ ...planted, reported: 'yes' })
    await callStore(store, 'incidents.record', { caseId: draft.id, incident })
    await callStore(store, 'drafts.write', { key: 'police-contact:new', values: { said: plant('Draft') } })
    await callStore(store, 'drafts.write', { key: 'search', values: { text: plant('DraftTwo') } })
    await callStore(store, 'drafts.drop', { key: 'search' })
    const page = { limit: 50, after: null }
    await callStore(store, 'search.events', { text: plant('Sought'), page })
    await callStore(store, 'search.people', { text: canary('Person') })
    const filter = {
      ...everyOpenCase,
      text: plant('Filter'),
    }
    await callStore(store, 'cases.list', { filter, today: '2026-11-24' as never, page })
    const { recoveryKey } = await callStore(store, 'vault.replaceRecoveryKey', {})
    words.push(recoveryKey, recoveryKey.replaceAll('-', ''))
    process.kill(store.pid ?? 0, 'SIGKILL')
    await store.ask({ is: 'call', name: 'users.list', input: {} }) // answered when the end is known

    expect(leaksIn(filesIn(made.folder), words), 'after the kill').toEqual([])
    await made.derive('vault.unlock', { passphrase: canary('Passphrase') })
    const { name } = await made.job('vault.backup', { folder: null })
    const stick = scratchFolder()
    await made.job('vault.backup', { folder: stick as never })
    await made.job('vault.verify', {})
    made.close()
    made.call('vault.restore', { name, folder: null })
    expect(leaksIn([...filesIn(made.folder), ...filesIn(stick)], words), 'after backup and restore').toEqual([])
    const fresh = temporaryFiles().filter(path => !before.has(path))
    expect(leaksIn(fresh, words), 'in the folders for temporary files').toEqual([])
  })

  test('vault.json names nobody and says nothing of what is inside', async () => {
    const made = await newVault()
    openCase(made, canary('Client'))
    made.close()
    const file = JSON.parse(readFileSync(join(made.folder, 'vault.json'), 'utf8')) as object
    expect(Object.keys(file).sort()).toEqual([
      'cipher',
      'createdAt',
      'format',
      'formatVersion',
      'practice',
      'recovery',
      'slots',
    ])
    expect(JSON.stringify(file)).not.toContain('Robin')
    expect(
      filesIn(made.folder)
        .map(path => path.slice(made.folder.length + 1))
        .sort(),
    ).toEqual(['vault.db', 'vault.json', 'vault.lock'])
  })
})
