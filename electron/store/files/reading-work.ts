import type { ReadingWork } from '../../../shared/features/reading.ts'
import type { FileId } from '../../../shared/kernel/ids.ts'
import type { VaultReadTx } from '../dispatch.ts'
import { requireSealed } from './files.repo.ts'
import { sealedFilePath } from './sealed-files.ts'

/** What the process that reads needs of a file. Whoever asks has checked that the file may be seen from there. */
export function openedForReading({ db, vault }: VaultReadTx, fileId: FileId): ReadingWork {
  const { key, size } = requireSealed(db, fileId)
  return { path: sealedFilePath(vault.folder, fileId), key, size }
}
