import * as z from 'zod'
import { InstrumentRow, type InstrumentKey } from '../../../shared/features/instruments.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import { bundledInstruments, Instrument } from '../../../shared/rules/instruments.ts'
import type { ReadDb, WriteTx } from '../database.ts'

const Kept = z.object({ content: z.string(), loadedAt: z.string().nullable(), loadedBy: z.string().nullable() })
type Found = { pack: Instrument; loadedAt: string | null; loadedBy: string | null }

/** The form of that id and version: as the vault keeps it, else as it comes with the app. Null where neither has it. */
export function findInstrument(db: ReadDb, { id, version }: InstrumentKey): Instrument | null {
  const content = z
    .string()
    .optional()
    .parse(db.prepare('SELECT content FROM instruments WHERE id = ? AND version = ?').pluck().get(id, version))
  if (content !== undefined) return Instrument.parse(JSON.parse(content))
  return bundledInstruments.find(pack => pack.id === id && pack.version === version) ?? null
}

/** Throws `not-found`. */
export function requireInstrument(db: ReadDb, key: InstrumentKey): Instrument {
  const found = findInstrument(db, key)
  if (!found) throw new AppError('not-found', { what: 'instrument', id: key.id })
  return found
}

/** Every form, by title, the newest version of each first. */
export function listInstruments(db: ReadDb): InstrumentRow[] {
  const kept = db
    .prepare('SELECT content, loaded_at AS loadedAt, loaded_by AS loadedBy FROM instruments LIMIT 400')
    .all()
    .map((row): Found => {
      const { content, ...rest } = Kept.parse(row)
      return { pack: Instrument.parse(JSON.parse(content)), ...rest }
    })
  const shipped = bundledInstruments
    .filter(pack => !kept.some(other => other.pack.id === pack.id && other.pack.version === pack.version))
    .map((pack): Found => ({ pack, loadedAt: null, loadedBy: null }))
  const all = [...kept, ...shipped]
  return all
    .map(found => toRow(found, all))
    .toSorted((one, other) => one.title.localeCompare(other.title, 'en') || other.version - one.version)
}

function toRow({ pack, ...loaded }: Found, all: readonly Found[]): InstrumentRow {
  const { id, version, title, effectiveFrom, effectiveTo, status, items } = pack
  const newest = all.every(other => other.pack.id !== id || other.pack.version <= version)
  return InstrumentRow.parse({
    ...{ id, version, title, effectiveFrom, effectiveTo, status, newest },
    ...{ items: items.length, ...loaded },
  })
}

export const countLoaded = (db: ReadDb): number =>
  z.int().parse(db.prepare('SELECT count(*) FROM instruments WHERE loaded_at IS NOT NULL').pluck().get())

/** Keeps a form for good. One that the vault has already stays as it is. `loaded`: an organisation's own. */
export function keepInstrument(tx: WriteTx, pack: Instrument, loaded: boolean): void {
  tx.db
    .prepare(
      `INSERT INTO instruments (id, version, title, content, loaded_at, loaded_by)
       VALUES (@id, @version, @title, @content, @at, @by) ON CONFLICT (id, version) DO NOTHING`,
    )
    .run({
      ...{ id: pack.id, version: pack.version, title: pack.title, content: contentOf(pack) },
      ...(loaded ? { at: tx.now, by: tx.actor.id } : { at: null, by: null }),
    })
}

/** The same text for the same form, whatever the order in which its JSON was written. */
export const contentOf = (pack: Instrument): string => JSON.stringify(Instrument.parse(pack))
