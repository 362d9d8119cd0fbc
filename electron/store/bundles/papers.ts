import type { Bundle, BundleEntry } from '../../../shared/features/bundles.ts'
import { mostContents, usualPaperOptions, type PaperContent } from '../../../shared/features/papers.ts'
import type { VaultReadTx } from '../dispatch.ts'
import { composePaper } from '../papers/compose-paper.ts'

type Asked = Pick<Bundle, 'caseId' | 'court' | 'caseNumber' | 'sections'>
/** A paper of the case as it stands at this moment. A front sheet lists what else is in the bundle. */
export function paperFor(
  tx: VaultReadTx,
  { caseId, court, caseNumber, sections }: Asked,
  { paper }: Extract<BundleEntry, { is: 'paper' }>,
): PaperContent {
  const others = sections
    .flatMap(({ entries }) => entries)
    .filter(entry => entry.is !== 'paper' || entry.paper !== paper)
  const contents = others.map(({ title }) => title).slice(0, mostContents)
  return composePaper(tx, { caseId, paper, options: { ...usualPaperOptions, court, caseNumber, contents } })
}
