import type * as z from 'zod'
import { mostInstruments, type instrumentCalls } from '../../../shared/features/instruments.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import { Instrument } from '../../../shared/rules/instruments.ts'
import type { StoreHandlers } from '../dispatch.ts'
import {
  contentOf,
  countLoaded,
  findInstrument,
  keepInstrument,
  listInstruments,
  requireInstrument,
} from './instruments.repo.ts'

export const instrumentHandlers: StoreHandlers<typeof instrumentCalls> = {
  'instruments.list': tx => ({ rows: listInstruments(tx.db) }),
  'instruments.find': (tx, key) => requireInstrument(tx.db, key),
  'instruments.load'(tx, { json }) {
    const pack = readPack(json)
    const known = findInstrument(tx.db, pack)
    if (known && contentOf(known) !== contentOf(pack)) throw refused('instrument-version-taken')
    if (!known && countLoaded(tx.db) >= mostInstruments) throw refused('too-many-instruments')
    if (!known) keepInstrument(tx, pack, true)
    tx.audit('instrument.loaded', { detail: { version: String(pack.version) } })
    const row = listInstruments(tx.db).find(({ id, version }) => id === pack.id && version === pack.version)
    if (!row) throw new AppError('internal', { rule: 'instrument-lost' })
    return row
  },
}

const refused = (rule: string, at?: string): AppError =>
  new AppError('invalid-input', { field: 'json', rule, ...(at === undefined ? {} : { at }) })

function readPack(json: string): Instrument {
  let given: unknown
  try {
    given = JSON.parse(json)
  } catch {
    throw refused('instrument-not-json')
  }
  const parsed = Instrument.safeParse(given)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw refused(issue?.code === 'custom' ? issue.message : 'instrument-incomplete', placeOf(issue))
}

/** Where in a form something is wrong: items.3.label. Names of the schema and numbers alone, nothing that somebody typed. */
const placeOf = (issue: z.core.$ZodIssue | undefined): string =>
  issue === undefined || issue.path.length === 0 ? 'top' : issue.path.map(String).join('.')
