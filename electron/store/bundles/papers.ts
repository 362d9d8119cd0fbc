import type { Bundle, BundleEntry } from '../../../shared/features/bundles.ts'
import type { PaperContent } from '../../../shared/features/papers.ts'
import { requireCase } from '../cases/cases.repo.ts'
import type { VaultReadTx } from '../dispatch.ts'

type Asked = Pick<Bundle, 'caseId' | 'court' | 'caseNumber'>
/** A paper of the case as it stands at this moment, in words without anything confidential. */
export function paperFor(
  tx: VaultReadTx,
  { caseId, court, caseNumber }: Asked,
  { paper, title }: Extract<BundleEntry, { is: 'paper' }>,
): PaperContent {
  const { clientName: client } = requireCase(tx.db, caseId)
  return { paper, title, about: { client, court, caseNumber }, madeAt: tx.now, blocks: [] }
}
