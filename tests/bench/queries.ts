import type { Input, NameOf } from '../../shared/contract/contract.ts'
import { CaseloadSort, everyOpenCase, type CaseloadFilter } from '../../shared/features/cases.ts'
import { benchStore, fill, type BenchStore } from './big-vault.ts'
import { quickMs, result, type Result } from './result.ts'

const page = { limit: 50, after: null }
const today = '2026-11-24' as never // a calendar day, as the contract has it
const narrowed = {
  'high risk': { risks: ['high'] },
  overdue: { overdue: true },
  'a hearing within 14 days': { hearingWithin: 14 },
  'not spoken to for 14 days': { notSpokenFor: 14 },
} satisfies Record<string, Partial<CaseloadFilter>>
const [listLimit, searchLimit] = [100, 200]

/** What somebody waits for on a vault of ten years: 10,000 cases and 200,000 dated records, one case with 5,000 of them. */
export async function queryFigures(folder: string): Promise<Result[]> {
  const store = await benchStore(folder)
  const caseId = fill(store, { cases: 10_000, events: 200_000 })
  const results: Result[] = []
  type Limited = { name: string; limit: number }
  const add = async <Name extends NameOf<'query'>>(asked: Limited, call: Name, input: Input<Name>) =>
    void results.push(await figure(asked, () => store.call(call, input)))

  for (const sort of CaseloadSort.options)
    await add({ name: `caseload of 10,000 by ${sort}, first page`, limit: listLimit }, 'cases.list', {
      filter: { ...everyOpenCase, sort },
      today,
      page,
    })
  for (const [name, chosen] of Object.entries(narrowed))
    await add({ name: `caseload of 10,000, ${name}`, limit: listLimit }, 'cases.list', {
      filter: { ...everyOpenCase, sort: 'overdue', ...chosen },
      today,
      page,
    })
  await add({ name: 'caseload of 10,000, counts of every choice', limit: listLimit }, 'cases.count', {
    filter: everyOpenCase,
    today,
  })
  await add({ name: 'load of every advocate', limit: listLimit }, 'cases.load', {})
  const named = { ...everyOpenCase, text: 'carter', sort: 'client' as const }
  await add({ name: 'caseload of 10,000, by part of a name', limit: listLimit }, 'cases.list', {
    filter: named,
    today,
    page,
  })
  for (const text of ['police', 'rare', 'pol', 'Contact from PC Sample', 'p'])
    await add({ name: `search 200,000 for "${text}", newest first`, limit: searchLimit }, 'search.events', {
      text,
      page,
    })
  await add({ name: 'people by part of a name', limit: searchLimit }, 'search.people', { text: 'carter' })
  await add({ name: 'timeline of 5,000, first page', limit: listLimit }, 'events.timeline', {
    caseId,
    withdrawn: false,
    page,
  })
  await add({ name: 'timeline of 5,000, a middle page', limit: listLimit }, 'events.timeline', {
    caseId,
    withdrawn: false,
    page: middlePage(store, caseId),
  })
  const everyones = { today, ownerId: null, page }
  await add({ name: 'unsafe to leave, of 10,000 cases', limit: listLimit }, 'today.unsafe', everyones)
  const contacts = { caseId, today, page }
  for (const promises of ['any', 'overdue'] as const)
    await add(
      { name: `police contacts of 5,000, promises: ${promises}`, limit: listLimit },
      'policeContacts.listForCase',
      {
        ...contacts,
        filter: { promises, withdrawn: false },
      },
    )
  await add({ name: 'case header', limit: listLimit }, 'cases.find', { id: caseId })
  store.session.open?.close()
  return results
}

function middlePage(store: BenchStore, caseId: Input<'cases.find'>['id']) {
  const row = store.db
    .prepare('SELECT sort_at AS at, id FROM events WHERE case_id = ? ORDER BY sort_at DESC LIMIT 1 OFFSET 2500')
    .get(caseId)
  return { limit: 50, after: row as { at: string; id: string } } // two text columns, by the query
}

async function figure({ name, limit }: { name: string; limit: number }, work: () => unknown): Promise<Result> {
  const value = await quickMs(16, work)
  return result({ name, unit: 'ms', peer: `limit of ${String(limit)} ms`, goal: 1 }, value, limit)
}
