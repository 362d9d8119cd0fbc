import type { EventSummary } from '../../../shared/features/events.ts'
import { eventKindWords } from '../../../shared/wording/events.ts'
import { count, showWhen } from '../../../shared/wording/when.ts'
import { usePages } from '../../lib/api.ts'
import { useOpenEvent } from '../../lib/open-event.ts'
import { Button } from '../../ui/Button.tsx'
import { DatedLine } from '../../ui/DatedLine.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { eventIcons } from '../../ui/event-icons.ts'
import { LoadingState } from '../../ui/LoadingState.tsx'
import { VirtualList } from '../../ui/VirtualList.tsx'
import type { CasePlace } from './case-place.ts'

/** Every dated record of the case in one line of time, newest first. */
export function CaseTimeline({ place }: { place: CasePlace }) {
  const open = useOpenEvent()
  const events = usePages('events.timeline', { caseId: place.caseId, withdrawn: false })
  if (events.error)
    return <ErrorState error={events.error} title="The timeline could not be read" onRetry={events.refetch} />
  if (events.isPending) return <LoadingState label="Loading the timeline" shape="list" />
  if (events.total === 0) {
    const first = (
      <Button kind="primary" icon="add" onClick={place.recordContact}>
        Record a police contact
      </Button>
    )
    return (
      <EmptyState icon="pattern" title="Nothing has been recorded yet" action={first}>
        Every dated record of this case will stand here in one line of time.
      </EmptyState>
    )
  }
  return (
    <VirtualList
      label={`Timeline, ${count(events.total, 'record')}`}
      items={events.rows}
      itemKey={event => event.id}
      estimate={44}
      total={events.total}
      onNearEnd={events.fetchNext}
      onOpen={open}
      render={event => <TimelineRow event={event} />}
    />
  )
}

function TimelineRow({ event }: { event: EventSummary }) {
  return (
    <DatedLine when={showWhen(event.when)} icon={eventIcons[event.kind]} kind={eventKindWords[event.kind]}>
      {event.title}
    </DatedLine>
  )
}
