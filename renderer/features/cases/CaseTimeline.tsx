import { useEffect } from 'react'
import type { EventSummary } from '../../../shared/features/events.ts'
import { eventKindWords, timelineWords } from '../../../shared/wording/events.ts'
import { showWhen } from '../../../shared/wording/when.ts'
import { useCall, usePages } from '../../lib/api.ts'
import { openCapture } from '../../lib/palette.ts'
import { useOpenEvent } from '../../lib/open-event.ts'
import { Button } from '../../ui/Button.tsx'
import { DatedLine } from '../../ui/DatedLine.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { eventIcons } from '../../ui/event-icons.ts'
import { Row } from '../../ui/Layout.tsx'
import { LoadingState } from '../../ui/LoadingState.tsx'
import { OneLine } from '../../ui/OneLine.tsx'
import { Muted } from '../../ui/Text.tsx'
import { announce } from '../../ui/toast.ts'
import { VirtualList } from '../../ui/VirtualList.tsx'
import type { CasePlace } from './case-place.ts'
import { useTimelinePlace, type TimelinePlace } from './timeline-place.ts'
import { TimelineFilters } from './TimelineFilters.tsx'

/** Every dated record of the case in one line of time, newest first, and what narrows it. */
export function CaseTimeline({ place }: { place: CasePlace }) {
  const { caseId } = place
  const timeline = useTimelinePlace()
  const { filter } = timeline
  const open = useOpenEvent()
  const events = usePages('events.timeline', { caseId, withdrawn: false, filter })
  const counts = useCall('events.countTimeline', { caseId, filter }, { keepPrevious: true }).data
  const words = timelineWords(events.total, counts?.all ?? events.total)
  const isSettled = !events.isFetching && counts !== undefined
  useEffect(() => {
    if (isSettled && !timeline.isWhole) announce(words)
  }, [isSettled, timeline.isWhole, words])
  if (events.error)
    return <ErrorState error={events.error} title="The timeline could not be read" onRetry={events.refetch} />
  if (events.isPending) return <LoadingState label="Loading the timeline" shape="list" />
  if (events.total === 0 && timeline.isWhole) return <NothingYet place={place} />
  return (
    <>
      <TimelineFilters place={timeline} counts={counts} />
      {!timeline.isWhole && (
        <OneLine
          label="What is listed"
          end={
            <Button kind="quiet" size="small" onClick={timeline.showAll}>
              Show all
            </Button>
          }
        >
          <Muted>{words}</Muted>
        </OneLine>
      )}
      <VirtualList
        label={`Timeline, ${words}`}
        items={events.rows}
        itemKey={event => event.id}
        estimate={44}
        total={events.total}
        onNearEnd={events.fetchNext}
        onOpen={open}
        empty={<NoneLeft timeline={timeline} />}
        render={event => <TimelineRow event={event} />}
      />
    </>
  )
}

/** A new case begins with how the client may be reached, and goes on with what happened. */
function NothingYet({ place }: { place: CasePlace }) {
  const { caseId } = place
  const clientId = useCall('cases.find', { id: caseId }).data?.clientId
  const noPlan = useCall('safeContact.standing', { caseId }).data?.state === 'no-plan'
  const first = (
    <Row gap={2}>
      {noPlan && clientId && (
        <Button kind="primary" icon="phone" onClick={() => place.agreeSafeContact(clientId)}>
          Agree how to contact the client
        </Button>
      )}
      <Button icon="incident" shortcut="Q" onClick={openCapture}>
        Capture an incident
      </Button>
      <Button icon="police" shortcut="N" onClick={place.recordContact}>
        Record a police contact
      </Button>
    </Row>
  )
  return (
    <EmptyState icon="pattern" title="Nothing has been recorded yet" action={first}>
      {noPlan && 'First agree when and how the client may be reached: until then nobody should ring. '}
      Every dated record of this case will stand here in one line of time.
    </EmptyState>
  )
}

/** A filter that leaves nothing says how to widen it. */
function NoneLeft({ timeline }: { timeline: TimelinePlace }) {
  const { from, to } = timeline.filter
  return (
    <EmptyState icon="search" title="No record matches" action={<Button onClick={timeline.showAll}>Show all</Button>}>
      {from === null && to === null
        ? 'Take out a choice above, or try fewer letters. Records marked as entered in error are not listed here.'
        : 'Take out a choice above, or choose other days. Records whose date is not known are in no span of days.'}
    </EmptyState>
  )
}

function TimelineRow({ event }: { event: EventSummary }) {
  return (
    <DatedLine when={showWhen(event.when)} icon={eventIcons[event.kind]} kind={eventKindWords[event.kind]}>
      {event.title}
    </DatedLine>
  )
}
