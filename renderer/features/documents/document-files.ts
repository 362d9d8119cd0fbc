import type { EventId, FileId } from '../../../shared/kernel/ids.ts'
import { useCall } from '../../lib/api.ts'

/** The files that a document is or was, the newest first. */
export const useDocumentFiles = (id: EventId) => useCall('documents.files', { id })

/** What each of them is called. */
export function useFileNames(id: EventId): (file: FileId) => string {
  const rows = useDocumentFiles(id).data?.rows ?? []
  return file => rows.find(row => row.id === file)?.name ?? 'Another file'
}
