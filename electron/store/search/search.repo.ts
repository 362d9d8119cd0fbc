import * as z from 'zod'
import { EventHit, type Snippet } from '../../../shared/features/search.ts'
import type { Cursor, Page, PageOf } from '../../../shared/kernel/event.ts'
import { searchableIn } from '../confidential/conceal.ts'
import { codePattern, phoneForms, phoneSpellings, plainOf, type Conceal } from '../confidential/confidential-words.ts'
import type { CaseId } from '../../../shared/kernel/ids.ts'
import type { ReadDb } from '../database.ts'
import { splitEventRow } from '../events/events.repo.ts'
import { pageFrom } from '../pages.ts'
import { findReferences } from './references.repo.ts'

const countedAtMost = 1_000
/** How often the next rows are read because those before may not be shown: a bound, not an expectation. */
const mostLooks = 100
const [hitBegins, hitEnds] = ['\u0002', '\u0003']

/** Every word as text, whatever it looks like to the search engine; the last one may be half-typed. Null: nothing to look for. */
export function matchFor(text: string): string | null {
  // A NUL would end the search engine's own reading of the text in the middle of a quoted word.
  const words = text.split(/[\s\p{Cc}]+/u).filter(word => /[\p{L}\p{N}]/u.test(word))
  if (words.length === 0) return null
  // One letter begins so many words that to gather them all would take seconds; two have an index of their own.
  const halfTyped = (words.at(-1)?.length ?? 0) > 1 ? '*' : ''
  return `${words.map(word => `"${word.replaceAll('"', '""')}"`).join(' ')}${halfTyped}`
}

/** A whole phone number in the ways that it is written down. Null: it is none. */
function phoneMatch(text: string): string | null {
  if (!/^[\d\s()+.-]{9,}$/.test(text.trim())) return null
  const forms = [text, ...phoneForms(text), ...phoneSpellings(text)].map(form => form.match(/\d+/g)?.join(' ') ?? '')
  return forms.length === 1 ? null : [...new Set(forms)].map(form => `"${form}"`).join(' OR ')
}

type Wanted = { text: string; page: Page; conceal: Conceal }
type Asked = { match: string; isSeen: (row: unknown) => boolean }
/**
 * Dated records whose words match or that have this reference, newest first. Texts are concealed whole, before any is cut
 * to what surrounds a hit; a record that only a concealed value would have found is not found.
 */
export function searchEvents(db: ReadDb, { text, page, conceal }: Wanted): PageOf<EventHit> {
  const match = phoneMatch(text) ?? matchFor(text)
  if (match === null) return { rows: [], total: 0, next: null }
  const asked = { match, isSeen: seenBy(conceal, text) }
  const before = page.after ? Number(page.after.at) : Number.MAX_SAFE_INTEGER
  const found = new Map(shownReferences(db, text, conceal).map(({ searchRow, reference }) => [searchRow, reference]))
  const byWords = pageByWords(db, asked, { before, limit: page.limit })
  const others = new Set(byWords.map(row => Marked.parse(row).searchRow))
  const rows = [
    ...byWords,
    ...rowsAt(
      db,
      [...found.keys()].filter(row => row < before && !others.has(row)),
    ),
  ]
    .toSorted((one, other) => Marked.parse(other).searchRow - Marked.parse(one).searchRow)
    .slice(0, page.limit + 1)
  return pageFrom(rows, {
    total: Math.min(countByWords(db, asked) + alone(db, asked, [...found.keys()]), countedAtMost),
    limit: page.limit,
    toRow: row => toEventHit(row, { conceal, reference: found.get(Marked.parse(row).searchRow) }),
    cursorOf,
  })
}

const columns = `e.id, e.case_id AS caseId, e.kind, e.title, e.from_at AS "from", e.to_at AS "to", e.precision, e.zone,
  e.search_row AS searchRow, p.name AS clientName, c.reference`
const marks = `highlight(events_fts, 1, '${hitBegins}', '${hitEnds}') AS marked`
const withCase = "CROSS JOIN cases c ON c.id = e.case_id CROSS JOIN people p ON p.case_id = c.id AND p.role = 'client'"
// The index is read from its newest row on, and no further than the page needs: hence CROSS JOIN, which keeps the order.
const byMatch = `FROM events_fts CROSS JOIN events e ON e.search_row = events_fts.rowid`

/** The newest rows that are seen to match, from a place on: one more than the page, which tells whether there is another. */
function pageByWords(db: ReadDb, { match, isSeen }: Asked, { before, limit }: { before: number; limit: number }) {
  const statement = db.prepare(
    `SELECT ${columns}, ${marks} ${byMatch} ${withCase}
      WHERE events_fts MATCH @match AND e.withdrawn_reason IS NULL AND events_fts.rowid < @before
      ORDER BY events_fts.rowid DESC LIMIT @looked`,
  )
  const seen: unknown[] = []
  const looked = limit + 1
  let from = before
  for (let looks = 1; ; looks += 1) {
    const rows = statement.all({ match, before: from, looked })
    seen.push(...rows.filter(isSeen))
    if (seen.length >= looked || rows.length < looked || looks === mostLooks) return seen.slice(0, looked)
    from = Marked.parse(rows.at(-1)).searchRow
  }
}

function countByWords(db: ReadDb, { match, isSeen }: Asked): number {
  const some = `${byMatch} WHERE events_fts MATCH @match AND e.withdrawn_reason IS NULL LIMIT ${String(countedAtMost)}`
  if (isSeen === always) return count(db.prepare(`SELECT count(*) FROM (SELECT 1 ${some})`).pluck().get({ match }))
  return db.prepare(`SELECT e.title, events_fts.body AS marked ${some}`).all({ match }).filter(isSeen).length
}

/** How many of these rows the words would not have found. */
function alone(db: ReadDb, { match, isSeen }: Asked, rows: readonly number[]): number {
  if (rows.length === 0) return 0
  const both = db
    .prepare(
      `SELECT e.title, events_fts.body AS marked ${byMatch}
        WHERE events_fts MATCH @match AND events_fts.rowid IN (SELECT value FROM json_each(@rows))`,
    )
    .all({ match, rows: JSON.stringify(rows) })
  return rows.length - both.filter(isSeen).length
}

const shownReferences = (db: ReadDb, text: string, conceal: Conceal) =>
  findReferences(db, text).filter(({ reference }) => conceal(reference) === reference)

type OfCase = { caseId: CaseId; text: string; conceal: Conceal }
const mostOfCase = 20_000
/** Where the records of a case that have these words stand in the index. Null: there is nothing to look for. */
export function searchRowsOfCase(db: ReadDb, { caseId, text, conceal }: OfCase): number[] | null {
  const match = phoneMatch(text) ?? matchFor(text)
  if (match === null) return null
  const isSeen = seenBy(conceal, text)
  const byWords = db
    .prepare(
      `SELECT e.search_row AS searchRow, e.title, events_fts.body AS marked ${byMatch}
        WHERE events_fts MATCH @match AND e.case_id = @caseId LIMIT ${String(mostOfCase)}`,
    )
    .all({ match, caseId })
    .filter(isSeen)
    .map(row => Marked.parse(row).searchRow)
  return [...byWords, ...shownReferences(db, text, conceal).map(({ searchRow }) => searchRow)]
}

const rowsAt = (db: ReadDb, rows: readonly number[]): unknown[] =>
  db
    .prepare(
      `SELECT ${columns}, '' AS marked FROM events e ${withCase}
        WHERE e.search_row IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(rows))

const count = (value: unknown): number => z.int().parse(value)
const always = () => true
/**
 * Whether what may be shown of a record still has every word. Asked only where a word could be a part of a confidential
 * value; where none could, every hit is seen.
 */
function seenBy(conceal: Conceal, text: string): (row: unknown) => boolean {
  const words = text.split(/[\s\p{Cc}]+/u).flatMap(tokensIn)
  if (!words.some(word => conceal.mayHold(word))) return always
  const last = words.at(-1) ?? ''
  return row => {
    const { title, marked } = Marked.pick({ title: true, marked: true }).parse(row)
    const shown = tokensIn(searchableIn(conceal, `${title}\n${marked}`))
    const all = new Set(shown)
    return words.every(word => all.has(word) || (word === last && shown.some(token => token.startsWith(word))))
  }
}
const tokensIn = (text: string): string[] => (text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map(plainOf)
const Marked = z.looseObject({ searchRow: z.int(), title: z.string(), marked: z.string() })

const cursorOf = (row: unknown): Cursor => {
  const { searchRow, id } = z.looseObject({ searchRow: z.int(), id: z.string() }).parse(row)
  return { at: String(searchRow), id }
}

type Shown = { conceal: Conceal; reference: string | undefined }
function toEventHit(row: unknown, { conceal, reference: found }: Shown): EventHit {
  const { when, stamp, detail } = splitEventRow(row)
  const { id, caseId } = z.object({ id: z.string(), caseId: z.string() }).parse(stamp)
  const { kind, title, clientName, reference, marked } = detail
  return EventHit.parse({
    eventId: id,
    caseId,
    kind,
    title,
    clientName,
    reference,
    when,
    snippet:
      found === undefined
        ? split(excerpt(unmarked(conceal(z.string().parse(marked)))))
        : [
            { text: 'Reference ', hit: false },
            { text: found, hit: true },
          ],
  })
}

/** A mark at a concealed value would tell that the words are in it. */
const unmarked = (text: string): string => text.replaceAll(markedCode, '$1')
const markedCode = new RegExp(`${hitBegins}?(${codePattern.source.replace('(', '(?:')})${hitEnds}?`, 'g')

const [lettersBefore, lettersAfter] = [70, 140]
/** What surrounds the first hit, cut between words. */
function excerpt(marked: string): string {
  const hit = Math.max(marked.indexOf(hitBegins), 0)
  const start = hit <= lettersBefore ? 0 : marked.indexOf(' ', hit - lettersBefore) + 1
  const end = hit + lettersAfter >= marked.length ? marked.length : marked.lastIndexOf(' ', hit + lettersAfter)
  const [from, to] = [Math.min(start, hit), end > hit ? end : hit + lettersAfter]
  return `${from > 0 ? '…' : ''}${marked.slice(from, to)}${to < marked.length ? '…' : ''}`
}

/** Marked text as pieces: the screen draws the marks and never sees markup. */
function split(marked: string): Snippet {
  return marked
    .split(hitBegins)
    .flatMap((piece, index) => {
      const [first = '', ...others] = piece.split(hitEnds)
      // A mark that stood within a concealed value is gone, and its other half means nothing.
      const [hit, rest] = index === 0 ? ['', first + others.join('')] : [first, others.join('')]
      return [
        { text: hit, hit: true },
        { text: rest, hit: false },
      ]
    })
    .filter(piece => piece.text !== '')
}
