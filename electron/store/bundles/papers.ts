import type { Bundle, BundleEntry } from '../../../shared/features/bundles.ts'
import { usualPaperOptions, type PaperContent } from '../../../shared/features/papers.ts'
import type { EventId } from '../../../shared/kernel/ids.ts'
import { showDay } from '../../../shared/kernel/uk-dates.ts'
import { behindSheetLine, nextHearingLine } from '../../../shared/wording/papers.ts'
import type { VaultReadTx } from '../dispatch.ts'
import { requireHearing } from '../hearings/hearings.repo.ts'
import { listLinked } from '../events/links.repo.ts'
import { composePaper } from '../papers/compose-paper.ts'
import type { Citations } from '../papers/paper-case.ts'

type Asked = Pick<Bundle, 'caseId' | 'court' | 'caseNumber' | 'hearingId' | 'hearingDay' | 'sections'>
/** A paper of the case as it stands at this moment. A front sheet says which hearing it is for and what else is in the bundle. */
export function paperFor(
  tx: VaultReadTx,
  bundle: Asked,
  { paper }: Extract<BundleEntry, { is: 'paper' }>,
): PaperContent {
  const { caseId, court, caseNumber } = bundle
  const about = { court, caseNumber, hearing: hearingOf(tx, bundle), contents: contentsOf(bundle, paper) }
  const citations = citationsIn(tx, bundle)
  return composePaper(tx, { caseId, paper, options: { ...usualPaperOptions, ...about }, citations })
}

/** The records that documents of the bundle are linked with, either way. */
function citationsIn({ db }: VaultReadTx, { sections }: Asked): Citations {
  const found = new Map<EventId, number[]>()
  for (const [order, entry] of sections.flatMap(({ entries }) => entries).entries())
    if (entry.is === 'document')
      for (const { id } of listLinked(db, entry.id)) found.set(id, [...(found.get(id) ?? []), order])
  return found
}

/** The bundle's hearing as it stands; where the bundle names no record, or one entered in error, the day that it prints. */
function hearingOf({ db }: VaultReadTx, { hearingId, hearingDay }: Asked): string | null {
  const hearing = hearingId === null ? null : requireHearing(db, hearingId)
  if (hearing !== null && hearing.withdrawnReason === null) return nextHearingLine(hearing)
  return hearingDay === null ? null : showDay(hearingDay)
}

/** The sections and how much is in each: the index names every document with its page. */
const contentsOf = ({ sections }: Asked, sheet: PaperContent['paper']): string[] =>
  sections.flatMap(({ title, entries }) => {
    const others = entries.filter(entry => entry.is !== 'paper' || entry.paper !== sheet)
    return others.length === 0 ? [] : [behindSheetLine(title, others.length)]
  })
