import { mostInstruments, type instrumentCalls } from '../../../shared/features/instruments.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import type { Instrument } from '../../../shared/rules/instruments.ts'
import { readInstrument } from '../../../shared/rules/read-instrument.ts'
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
  const read = readInstrument(json)
  if ('rule' in read) throw refused(read.rule, read.at)
  return read.instrument
}
