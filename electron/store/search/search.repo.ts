import * as z from 'zod'
import { EventHit, PersonHit, type Snippet } from '../../../shared/features/search.ts'
import type { Cursor, Page, PageOf } from '../../../shared/kernel/event.ts'
import type { Conceal } from '../confidential/confidential-words.ts'
import { sortKey, type ReadDb } from '../database.ts'
import { splitEventRow } from '../events/events.repo.ts'
import { pageFrom } from '../pages.ts'

const countedAtMost = 1_000
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

type Wanted = { text: string; page: Page; conceal: Conceal }
/** Dated records whose words match, newest first. Texts are concealed whole, before any is cut to what surrounds a hit. */
export function searchEvents(db: ReadDb, { text, page, conceal }: Wanted): PageOf<EventHit> {
  const match = matchFor(text)
  if (match === null) return { rows: [], total: 0, next: null }
  // The index is read from its newest row on, and no further than the page needs: hence CROSS JOIN, which keeps the order.
  const from = `FROM events_fts CROSS JOIN events e ON e.search_row = events_fts.rowid
    WHERE events_fts MATCH @match AND e.withdrawn_reason IS NULL`
  const rows = db
    .prepare(
      `SELECT e.id, e.case_id AS caseId, e.kind, e.title, e.from_at AS "from", e.to_at AS "to", e.precision, e.zone,
              e.search_row AS searchRow, p.name AS clientName, c.reference,
              highlight(events_fts, 1, '${hitBegins}', '${hitEnds}') AS marked
         FROM events_fts CROSS JOIN events e ON e.search_row = events_fts.rowid
              CROSS JOIN cases c ON c.id = e.case_id CROSS JOIN people p ON p.case_id = c.id AND p.role = 'client'
        WHERE events_fts MATCH @match AND e.withdrawn_reason IS NULL AND events_fts.rowid < @before
        ORDER BY events_fts.rowid DESC LIMIT @limit + 1`,
    )
    .all({ match, before: page.after ? Number(page.after.at) : Number.MAX_SAFE_INTEGER, limit: page.limit })
  const total = db
    .prepare(`SELECT count(*) FROM (SELECT 1 ${from} LIMIT ${String(countedAtMost)})`)
    .pluck()
    .get({ match })
  return pageFrom(rows, {
    total: z.int().parse(total),
    limit: page.limit,
    toRow: row => toEventHit(row, conceal),
    cursorOf,
  })
}

const cursorOf = (row: unknown): Cursor => {
  const { searchRow, id } = z.looseObject({ searchRow: z.int(), id: z.string() }).parse(row)
  return { at: String(searchRow), id }
}

function toEventHit(row: unknown, conceal: Conceal): EventHit {
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
    snippet: split(excerpt(conceal(z.string().parse(marked)))),
  })
}

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

/** People by name or alias, and cases by reference: the first 20 by name. */
export function searchPeople(db: ReadDb, text: string): PersonHit[] {
  const wanted = sortKey(text.trim())
  if (wanted === '') return []
  const like = `%${wanted.replaceAll(/[\\%_]/g, '\\$&')}%`
  return db
    .prepare(
      `SELECT p.id AS personId, p.case_id AS caseId, p.name, p.also_known_as AS alsoKnownAs, p.role, c.reference
         FROM people p JOIN cases c ON c.id = p.case_id
        WHERE p.withdrawn_reason IS NULL AND (sort_key(p.name) LIKE @like ESCAPE '\\'
              OR sort_key(coalesce(p.also_known_as, '')) LIKE @like ESCAPE '\\'
              OR (p.role = 'client' AND sort_key(c.reference) LIKE @like ESCAPE '\\'))
        ORDER BY p.role <> 'client', sort_key(p.name), p.id LIMIT 20`,
    )
    .all({ like })
    .map(row => PersonHit.parse(row))
}
