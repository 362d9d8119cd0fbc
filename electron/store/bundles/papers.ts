import type { Bundle, BundleEntry } from '../../../shared/features/bundles.ts'
import { usualPaperOptions, type PaperContent } from '../../../shared/features/papers.ts'
import { showDay } from '../../../shared/kernel/uk-dates.ts'
import { behindSheetLine, nextHearingLine } from '../../../shared/wording/papers.ts'
import type { VaultReadTx } from '../dispatch.ts'
import { requireHearing } from '../hearings/hearings.repo.ts'
import { composePaper } from '../papers/compose-paper.ts'

type Asked = Pick<Bundle, 'caseId' | 'court' | 'caseNumber' | 'hearingId' | 'hearingDay' | 'sections'>
/** A paper of the case as it stands at this moment. A front sheet says which hearing it is for and what else is in the bundle. */
export function paperFor(
  tx: VaultReadTx,
  bundle: Asked,
  { paper }: Extract<BundleEntry, { is: 'paper' }>,
): PaperContent {
  const { caseId, court, caseNumber } = bundle
  const about = { court, caseNumber, hearing: hearingOf(tx, bundle), contents: contentsOf(bundle, paper) }
  return composePaper(tx, { caseId, paper, options: { ...usualPaperOptions, ...about } })
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
