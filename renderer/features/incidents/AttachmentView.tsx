import { useMemo } from 'react'
import type { EventId, FileId } from '../../../shared/kernel/ids.ts'
import { usePages } from '../../lib/api.ts'
import { readingOf } from '../../lib/reading.ts'
import { DocumentViewer } from '../../ui/viewer/DocumentViewer.tsx'
import type { IncidentPlace } from './incident-place.ts'

type ViewProps = { eventId: EventId; fileId: FileId; place: IncidentPlace }

/** A file of an incident in the place of list and detail. */
export function AttachmentView({ eventId, fileId, place }: ViewProps) {
  const source = useMemo(() => readingOf('attachments.open', { eventId, fileId }), [eventId, fileId])
  const files = usePages('attachments.list', { eventId, removed: true })
  return (
    <DocumentViewer
      source={source}
      title={files.rows.find(({ id }) => id === fileId)?.name ?? 'Attached file'}
      page={place.search.page}
      onPage={place.readTo}
      backTo="Incident"
      onBack={place.close}
    />
  )
}
