import { asReadDb, type ReadDb, type WriteDb } from '../database.ts'
import type { OpenVault } from '../session.ts'
import { readSetting, writeSetting } from '../settings/settings.repo.ts'
import { findValue, readConfidential } from './confidential.repo.ts'
import { codePattern, concealerFor, concealNothing, type Conceal } from './confidential-words.ts'

const setting = 'confidential-revision'
const known = new WeakMap<OpenVault, { revision: unknown; conceal: Conceal }>()

/** To be called by whatever changes what is confidential, in its transaction. */
export const confidentialChanged = (db: WriteDb): void =>
  writeSetting(db, setting, Number(readSetting(db, setting) ?? 0) + 1)

/** Takes the confidential values of an open vault out of a text. */
export function concealerOf(vault: OpenVault): Conceal {
  const db = asReadDb(vault.db)
  const revision = readSetting(db, setting)
  const before = known.get(vault)
  if (before && before.revision === revision) return before.conceal
  const conceal = concealerFor(readConfidential(db))
  known.set(vault, { revision, conceal })
  return conceal
}

/** An answer as it may leave the store: every text in it without confidential values. */
export const concealIn = (conceal: Conceal, answer: unknown): unknown =>
  conceal === concealNothing ? answer : mapTexts(answer, conceal)

/** What a person sent back, with the values that codes in it stand for. A text that was shown concealed is saved whole. */
export const restoreIn = (db: ReadDb, given: unknown): unknown =>
  mapTexts(given, text => (text.includes('[confidential ') ? text.replaceAll(codePattern, valueFor(db)) : text))

const valueFor = (db: ReadDb) => (shown: string, code: string) => findValue(db, code) ?? shown

/** The same value with every text in it changed. */
export function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map(item => mapTexts(item, change))
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mapTexts(inner, change)]))
}
