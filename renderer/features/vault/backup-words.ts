import type { BackupSummary } from '../../../shared/features/vault.ts'
import { sizeWords } from '../../../shared/wording/vault.ts'
import { count } from '../../../shared/wording/when.ts'

/** 12 cases, 140 records, 3 documents, 2.1 MB */
export const contentsOf = ({ counts, bytes }: BackupSummary): string =>
  [
    count(counts.cases, 'case'),
    count(counts.events, 'record'),
    ...(counts.documents > 0 ? [count(counts.documents, 'document')] : []),
    sizeWords(bytes),
  ].join(', ')
