import { asReadDb, type ReadDb, type WriteDb } from '../database.ts'
import type { OpenVault } from '../session.ts'
import { readSetting, writeSetting } from '../settings/settings.repo.ts'
import { findValue, readConfidential } from './confidential.repo.ts'
import { codePattern, concealerFor, concealNothing, runTogether, type Conceal } from './confidential-words.ts'

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

/** What of a text may be searched: all but its confidential values, and not the codes that stand for them. */
export const searchableIn = (conceal: Conceal, text: string): string => conceal(text).replaceAll(codePattern, ' ')

/** An answer as it may leave the store: every text in it without confidential values. */
export const concealIn = (conceal: Conceal, answer: unknown): unknown =>
  conceal === concealNothing ? answer : mapTexts(answer, conceal)

/** What a person sent back, with the values that codes in it stand for. A text that was shown concealed is saved whole. */
export const restoreIn = (db: ReadDb, given: unknown): unknown => mapTexts(given, text => restoreText(db, text))

/** A digit or letter typed beside a code would make another word of its value, which nobody finds: a space keeps them apart. */
export function restoreText(db: ReadDb, text: string): string {
  if (!text.includes('[confidential ')) return text
  let [whole, before, reached] = ['', '', 0]
  const append = (piece: string): void => {
    if (piece === '') return
    whole += runTogether(before, piece) ? ` ${piece}` : piece
    before = piece
  }
  for (const { 0: shown, 1: code = '', index } of text.matchAll(codePattern)) {
    append(text.slice(reached, index))
    append(findValue(db, code) ?? shown)
    reached = index + shown.length
  }
  append(text.slice(reached))
  return whole
}

/** The same value with every text in it changed. */
export function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map(item => mapTexts(item, change))
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mapTexts(inner, change)]))
}

const excerptLength = 240
/** The beginning of an account, cut only after what is confidential is out of it: half a number would be found by nothing. */
export const excerptOf = (conceal: Conceal, account: string | null): string | null =>
  account === null ? null : conceal(account).slice(0, excerptLength)
