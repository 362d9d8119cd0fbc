import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readBundle } from '../../electron/jobs/bundle-check/read-bundle.ts'
import { readWholeSealed } from '../../electron/jobs/sealed-file.ts'
import { PaperKind, usualPaperOptions, type PaperContent, type PaperOptions } from '../../shared/features/papers.ts'
import { bundledInstruments } from '../../shared/rules/instruments.ts'
import type { CaseId, PersonId } from '../../shared/kernel/ids.ts'
import { aHearing, listedFor } from '../support/hearings.ts'
import { anIncident } from '../support/incidents.ts'
import { aBreach, anOrder } from '../support/orders.ts'
import { aPoliceContact } from '../support/police-contacts.ts'
import { aPoliceReport } from '../support/police-reports.ts'
import { anAssessment, answering } from '../support/risk-assessments.ts'
import { newVault, openCase, refusal, type TestStore } from '../support/vault.ts'

let store: TestStore & { folder: string }
let caseId: CaseId
let clientId: PersonId
beforeEach(async () => {
  store = await newVault()
  const opened = openCase(store)
  caseId = opened.id
  clientId = opened.clientId
})
afterEach(() => store.close())

const preview = (paper: PaperKind, options: Partial<PaperOptions> = {}): PaperContent =>
  store.call('papers.preview', { caseId, paper, options: { ...usualPaperOptions, ...options } })
/** Everything that a paper prints. */
const printed = (paper: PaperKind, options: Partial<PaperOptions> = {}): string =>
  JSON.stringify(preview(paper, options))
const rowsOf = ({ blocks }: PaperContent): string[] =>
  blocks.flatMap(block =>
    block.is === 'table'
      ? block.rows.map(row =>
          row
            .map(cell => cell.map(part => ('text' in part ? part.text : `cites ${String(part.cites)}`)).join(' / '))
            .join(' | '),
        )
      : [],
  )
const at = (from: string, precision = 'minute') => ({ from, to: null, precision, zone: 'Europe/London' })
const unknown = { from: null, to: null, precision: 'unknown', zone: 'Europe/London' }

describe('a chronology', () => {
  test('has incidents, breaches, reports, orders and hearings by their dates, and the undated at the end', () => {
    const order = store.call('orders.record', { caseId, order: anOrder() })
    store.call('breaches.record', { caseId, breach: aBreach(order.id) })
    store.call('policeReports.record', { caseId, report: aPoliceReport() })
    store.call('hearings.record', { caseId, hearing: aHearing(), skipTasks: [], followsId: null })
    store.call('incidents.record', { caseId, incident: anIncident({ when: at('2026-03-03T00:00:00.000Z', 'about') }) })
    store.call('incidents.record', { caseId, incident: anIncident({ when: unknown, place: null }) })
    store.call('policeContacts.record', { caseId, contact: aPoliceContact() })
    const content = preview('chronology', { court: 'Family Court at Exampleton', caseNumber: null })
    // The hearing's own number is that of the Crown Court: on a paper for another court it would be wrong.
    expect(content).toMatchObject({
      title: 'Chronology',
      about: { client: 'Concerning Alex Example', court: 'Family Court at Exampleton', caseNumber: null },
    })
    expect(preview('chronology').about).toMatchObject({ court: null, caseNumber: null })
    expect(rowsOf(content).map(row => row.split(' | ').slice(0, 2).join(' '))).toEqual([
      '1 About 3 Mar 2026',
      '2 5 Oct 2026, 10:00',
      '3 3 Nov 2026, 11:00',
      '4 12 Nov 2026, 21:05',
      '5 3 Feb 2027, 10:00',
      '6 Date not known',
    ])
    const headings = content.blocks.flatMap(block => (block.is === 'heading' ? [block.text] : []))
    expect(headings).toEqual(['Records without a date'])
    expect(rowsOf(content)[1]).toBe(
      '2 | 5 Oct 2026, 10:00 | Police report: harassment (s2) / Recorded as a crime: 6 Oct 2026 / Outcome: No outcome yet | PC Sample, Example Constabulary / Crime reference: EX/54321/26 / Log number: LOG 0123 of 5 October',
    )
    expect(rowsOf(preview('chronology', { kinds: ['police-contact'] }))).toHaveLength(1)
  })

  test('keeps what the client said, what was seen and what others said apart, and leaves opinion out', () => {
    const incident = anIncident({ clientSaid: 'He followed me', observed: 'A van on the recording', othersSaid: 'A neighbour saw him', opinion: 'SECRET OPINION' }) // prettier-ignore
    store.call('incidents.record', { caseId, incident })
    store.call('policeReports.record', { caseId, report: aPoliceReport({ believedToBe: { offence: null, note: 'SECRET OPINION' }, note: 'SECRET OPINION' }) }) // prettier-ignore
    const [, row] = rowsOf(preview('chronology'))
    expect(row).toContain('The client said: He followed me / Seen or heard: A van on the recording / Others said: A neighbour saw him') // prettier-ignore
    for (const paper of PaperKind.options) expect(printed(paper)).not.toContain('OPINION')
  })

  test('covers the days asked for, and what was entered in error in none', () => {
    for (const day of ['2026-09-30T22:59:00.000Z', '2026-09-30T23:30:00.000Z', '2026-11-02T12:00:00.000Z'])
      store.call('incidents.record', { caseId, incident: anIncident({ when: at(day) }) })
    const { id, revision } = store.call('incidents.record', { caseId, incident: anIncident({ when: at('2026-10-10T09:00:00.000Z') }) }) // prettier-ignore
    store.call('events.withdraw', { id, revision, reason: 'Wrong case' })
    const period = { from: '2026-10-01', to: '2026-10-31' } as never
    // 23:30 UTC on 30 September is half past midnight in London.
    expect(rowsOf(preview('chronology', period)).map(row => row.split(' | ')[1])).toEqual(['1 Oct 2026, 00:30'])
    expect(printed('chronology', period)).toContain('1 Oct 2026 to 31 Oct 2026')
    expect(printed('chronology')).not.toContain('Wrong case')
    const backwards = { ...usualPaperOptions, from: '2026-10-31', to: '2026-10-01' } as never
    const refused = refusal(() => store.call('papers.preview', { caseId, paper: 'chronology', options: backwards }))
    return expect(refused).resolves.toMatchObject({ code: 'invalid-input', details: { rule: 'range-backwards' } })
  })
})

describe('what could lead to a protected person', () => {
  const planted = 'Rang 07700 900123 and came to 12 Sample Road, ZZ1 2YY; her mother’s: +44 7700 900 456'
  beforeEach(() => {
    const add = (kind: string, value: string, confidential: boolean) =>
      store.call('identifiers.add', { personId: clientId, identifier: { kind, value, label: null, confidential, doNotUse: false } as never }) // prettier-ignore
    add('phone', '07700 900123', true)
    add('phone', '07700 900456', false)
    add('address', '12 Sample Road, Exampleton, ZZ1 2YY', false)
    add('alias', 'Hidden Newname', true)
  })

  test('comes out of no paper, wherever it was typed', () => {
    const order = store.call('orders.record', { caseId, order: anOrder({ issuer: { value: planted.slice(0, 90), missing: null }, note: planted, terms: [{ number: '1', text: planted }] }) }) // prettier-ignore
    store.call('breaches.record', {
      caseId,
      breach: aBreach(order.id, { terms: ['1'], what: planted, evidence: planted }),
    })
    store.call('incidents.record', { caseId, incident: anIncident({ clientSaid: `Hidden Newname: ${planted}`, observed: planted, othersSaid: planted, impact: planted, place: 'Outside 44b Another Long Street, AB1 2CD', witnesses: planted }) }) // prettier-ignore
    store.call('policeReports.record', { caseId, report: aPoliceReport({ note: planted, recordedAs: { value: { offence: null, words: planted }, missing: null } }) }) // prettier-ignore
    store.call('policeContacts.record', { caseId, contact: aPoliceContact({ said: planted, promised: planted }) })
    store.call('hearings.record', { caseId, hearing: aHearing({ court: planted, purpose: planted, link: 'https://secret.example' }), skipTasks: [], followsId: null }) // prettier-ignore
    store.call('riskAssessments.record', { caseId, assessment: anAssessment({ judgement: 'high', reason: planted, clientView: planted, escalation: planted }) }) // prettier-ignore
    const options = {
      preparedFor: planted,
      contents: [planted],
      kinds: [...usualPaperOptions.kinds, 'police-contact' as const],
    }
    for (const paper of PaperKind.options) {
      const text = printed(paper, options)
      expect(text).toContain('[withheld]')
      for (const secret of [
        '900123',
        '900 123',
        '900 456',
        '900456',
        'Sample Road',
        'ZZ1',
        'Hidden',
        'confidential ',
        'secret.example',
        'Another Long',
        'AB1 2CD',
      ])
        // prettier-ignore
        expect(text.replaceAll('"contents"', '')).not.toContain(secret)
    }
    expect(rowsOf(preview('chronology')).find(row => row.includes('Following'))).toContain('Where: Outside [withheld]')
  })

  test.each([
    ['a number in other groups', '077 009 001 23'],
    ['a number from abroad', '+44 (0) 7700-900-123'],
    ['a number run into a word', 'tel07700900123now'],
    ['a number over two lines', '07700\n900123'],
    ['a number with letters for digits', 'O77OO 9OO l23'],
    ['a number in full width', '０７７００ ９００１２３'],
    ['a number in Arabic digits', '٠٧٧٠٠ ٩٠٠١٢٣'],
    ['a number with marks that are not seen', '077\u00ad00 90\u200b0123'],
    ['a street in capitals', 'SAMPLE ROAD'],
    ['a street that is shortened', '12 Sample Rd.'],
    ['a street without its number', 'she told him of Sample Road'],
    ['a street with its number as a word', 'twelve Sample Road'],
    ['a street over two lines', '12 Sample-\nRoad'],
    ['a postcode without its space', 'zz12yy'],
    ['a postcode with a dash', 'ZZ1-2YY'],
    ['a name the other way round', 'Newname, Hidden'],
    ['what the suspect said of it', 'He said: “I know it is Sample road, number 12”'],
    ['the name of a refuge', 'a place called Rowan House'],
    ['a former address', '3 Bygone Close'],
  ])('comes out however it is written: %s', (_name, written) => {
    const refuge = { name: 'Rowan House Refuge', alsoKnownAs: null, born: { value: null, missing: 'declined' as const }, role: 'professional' as const, relationship: null, note: null } // prettier-ignore
    const { id: refugeId } = store.call('people.add', { caseId, person: refuge })
    const own = { label: null, confidential: true, doNotUse: false }
    store.call('identifiers.add', { personId: refugeId, identifier: { ...own, kind: 'address', value: 'Rowan House\n7 Elm Walk\nExampleton' } }) // prettier-ignore
    const moved = { ...own, kind: 'address' as const, confidential: false, value: '3 Bygone Close, Exampleton' }
    const former = store.call('identifiers.add', { personId: clientId, identifier: moved })
    store.call('identifiers.update', { id: former.id, revision: 1, identifier: { ...moved, value: '9 Later Street' } })
    store.call('incidents.record', { caseId, incident: anIncident({ clientSaid: `Before ${written} after` }) })
    store.call('policeContacts.record', { caseId, contact: aPoliceContact({ said: `Before ${written} after` }) })
    for (const paper of ['chronology', 'case-summary', 'police-contacts'] as const) {
      const said = /Before ([^"]*) after/.exec(printed(paper))?.[1] ?? ''
      expect(said).toContain('[withheld]')
      expect(said).not.toMatch(/900|123|９|٩|OO|Sample|SAMPLE|Rowan|Bygone|zz1|ZZ1|Hidden|Newname/)
    }
  })

  test('comes out for whoever was added later', () => {
    store.call('incidents.record', {
      caseId,
      incident: anIncident({ clientSaid: 'At Willow Mews, 5, ring 07700 900 789' }),
    })
    const person = { name: 'Sam Example', alsoKnownAs: null, born: { value: null, missing: 'declined' as const }, role: 'family' as const, relationship: 'Mother', note: null } // prettier-ignore
    const { id } = store.call('people.add', { caseId, person })
    for (const [kind, value] of [['phone', '+44 7700 900789'], ['address', '5 Willow Mews\nExampleton']] as const) // prettier-ignore
      store.call('identifiers.add', { personId: id, identifier: { kind, value, label: null, confidential: false, doNotUse: false } }) // prettier-ignore
    expect(printed('chronology')).toContain('At [withheld], 5, ring [withheld]')
  })

  test('is not in the work that the store hands to the job either', () => {
    store.call('incidents.record', { caseId, incident: anIncident({ clientSaid: planted }) })
    const input = { caseId, paper: 'chronology', options: usualPaperOptions }
    const prepared = JSON.stringify(store.dispatch({ is: 'prepare', name: 'papers.make', input }))
    expect(prepared).toContain('[withheld]')
    expect(prepared).not.toContain('900123')
    expect(prepared).not.toContain('Sample Road')
  })
})

test('contacts with police: who, what was promised, whether it was kept, and the longest silence', () => {
  store.call('policeReports.record', { caseId, report: aPoliceReport() })
  const record = (given: object) => store.call('policeContacts.record', { caseId, contact: aPoliceContact(given) })
  record({ when: at('2026-10-08T09:00:00.000Z'), promisedBy: '2026-10-10', promiseKeptOn: '2026-10-14' })
  record({ officer: { value: null, missing: 'declined' }, collarNumber: { value: '4127', missing: null } })
  const text = printed('police-contacts')
  expect(text).toContain(
    '2 contacts with police. Promises made: 2. Kept: 1, 1 of them late. Still open: 0. Overdue: 1.',
  )
  expect(text).toContain('Longest wait for them to get in touch: 43 days, 8 Oct 2026 to 20 Nov 2026.')
  const [first, second] = rowsOf(preview('police-contacts'))
  expect(first).toContain('Promised: Call back with a date | Kept on 14 Oct 2026 / 4 days late')
  expect(second).toContain('Officer not given 4127, Example Constabulary / Reference: EX/12345/26')
  expect(second).toContain('Not kept / Overdue since 23 Nov 2026 / 1 day')
})

test('risk: form, date, age, level and reason; “not asked” apart from “don’t know”; never a prediction', () => {
  const [pack] = bundledInstruments
  if (!pack) throw new Error('no form')
  const answers = [...answering(pack, 5, 'yes'), ...answering(pack, 8, 'dont-know').slice(5)]
  const assessment = anAssessment({ answers, judgement: 'high', reason: 'He has found the new home' })
  store.call('riskAssessments.record', { caseId, assessment })
  const content = preview('risk-summary')
  const facts = content.blocks.flatMap(block => (block.is === 'facts' ? block.rows : []))
  expect(facts).toContainEqual({ term: 'Assessed', value: '20 Nov 2026, 4 days before this paper' })
  expect(facts).toContainEqual({ term: 'Level by judgement', value: 'High' })
  expect(facts).toContainEqual({ term: 'Reason for that level', value: 'He has found the new home' })
  const headings = content.blocks.flatMap(block => (block.is === 'heading' ? [block.text] : []))
  expect(headings).toEqual([
    'Answered yes (5)',
    'Answered “don’t know” (3)',
    `Not asked (${String(pack.items.length - 8)})`,
  ])
  expect(JSON.stringify(content)).toContain('It is not a prediction')
})

test('a case with nothing in it still gives five papers that say so', () => {
  for (const paper of PaperKind.options) expect(preview(paper).blocks.length).toBeGreaterThan(1)
  expect(printed('case-summary')).toContain('No incidents are recorded.')
  expect(printed('risk-summary')).toContain('No risk assessment is recorded.')
  expect(printed('front-sheet')).toContain('No further hearing is listed')
})

test('a case summary counts by behaviour and tells what was reported from what nobody asked', () => {
  for (const reported of ['yes', 'no', 'not-asked'] as const)
    store.call('incidents.record', { caseId, incident: anIncident({ reported }) })
  store.call('orders.record', { caseId, order: anOrder() })
  store.call('orders.record', { caseId, order: anOrder({ discharged: { on: '2026-11-10', how: 'By consent' } }) })
  const content = preview('case-summary')
  expect(JSON.stringify(content)).toContain(
    '3 incidents are recorded, the first on 20 Nov 2026, the last on 20 Nov 2026. Reported to police: 1; not reported: 1; for 1 it was not asked.',
  )
  const rows = rowsOf(content)
  expect(rows.filter(row => row.startsWith('Non-molestation order'))).toHaveLength(1)
  expect(rows).toContain('Watching and following | 3 | 20 Nov 2026 | 20 Nov 2026')
})

test('a paper that is made is a sealed document of the case, described, with its hash, and the history has it', async () => {
  store.call('incidents.record', { caseId, incident: anIncident() })
  store.call('hearings.record', { caseId, hearing: aHearing({ when: listedFor('2027-01-05') }), skipTasks: [], followsId: null }) // prettier-ignore
  const made = await store.job('papers.make', { caseId, paper: 'chronology', options: usualPaperOptions })
  expect(made).toMatchObject({
    title: 'Chronology',
    kind: 'court-paper',
    described: true,
    fromWhom: { value: 'Robin Example' },
  })
  expect(made.file).toMatchObject({ name: 'chronology-2026-11-24.pdf', mediaType: 'application/pdf' })
  const path = join(store.folder, 'files', made.file.id.slice(-2), made.file.id)
  expect(readFileSync(path).includes('%PDF')).toBe(false)
  const key = store.session.open?.db.prepare('SELECT file_key FROM files').pluck().get() as Uint8Array
  const pdf = await readWholeSealed({ path, key, size: made.file.size, sha256: made.file.sha256 })
  const { pages, info } = await readBundle(new Uint8Array(pdf), () => undefined)
  expect(info).toMatchObject({ Title: 'Chronology', Language: 'en-GB' })
  expect(pages[0]?.pieces.map(({ text }) => text).join(' ')).toContain('Incident: Text message, Following')
  const actions = store.session.open?.db.prepare('SELECT action FROM audit').pluck().all()
  expect(actions).toContain('paper.made')
  expect((await store.job('vault.verify', {})).files).toMatchObject({ ok: true, checked: 1 })
})
