import type { PaperContent } from '../../../shared/features/papers.ts'
import type { CaseId } from '../../../shared/kernel/ids.ts'
import { withheld } from '../../../shared/wording/papers.ts'
import { mapTexts } from '../confidential/conceal.ts'
import { readConfidential } from '../confidential/confidential.repo.ts'
import { codePattern, concealerFor, type Conceal } from '../confidential/confidential-words.ts'
import { searchTermsOf } from '../confidential/search-terms.ts'
import type { ReadDb } from '../database.ts'
import { protectedValues } from './papers.repo.ts'

/** A text as it may leave the vault: what the screen shows a code for is left out. */
export const withheldIn = (conceal: Conceal, text: string): string => conceal(text).replaceAll(codePattern, withheld)

/** The own words of a bundle without what is confidential in other cases: its search looks for what is so in its own. */
export function withoutOthers<Words>(db: ReadDb, caseId: CaseId, words: Words): Words {
  const conceal = concealerFor(readConfidential(db, caseId))
  return mapTexts(words, text => withheldIn(conceal, text)) as Words // texts for texts: the shape stays
}

const postcode = /\b[A-Z]{1,2}\d[A-Z\d]?[\s.–-]*\d[A-Z]{2}\b/giu
/** 12 Example Road, Flat 3b Sample House: what may be somebody's door, in words about a place. */
const door =
  /(?:\b(?:flat|room|unit)\s+)?\b\d+[a-z]?,?\s+(?:[\p{L}’'-]+\s+){1,4}(?:avenue|close|court|crescent|drive|gardens?|grove|house|lane|place|road|row|square|street|terrace|walk|way)\b/giu

/**
 * A paper without what could lead to somebody: every confidential value of any case; where the protected people of this one live, how to
 * reach them and what is confidential in it, in all the ways that the search of a bundle looks for; and every postcode.
 */
export function withoutProtected(db: ReadDb, caseId: CaseId, content: PaperContent): PaperContent {
  const own = protectedValues(db, caseId).flatMap(({ code, kind, value }) =>
    searchTermsOf(kind, value).map(term => ({ code, kind, value: term })),
  )
  const conceal = concealerFor([...readConfidential(db), ...own])
  const clean = (text: string): string => withheldIn(conceal, text).replaceAll(postcode, withheld)
  const { paper, madeAt, ...words } = content
  return { paper, madeAt, ...(mapTexts(words, clean) as typeof words) } // texts for texts: the shape stays
}

/** The words about a place, without a house and its street. */
export const placeWithoutDoor = (place: string): string => place.replaceAll(door, withheld)
