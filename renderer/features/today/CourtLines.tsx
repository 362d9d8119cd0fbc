import type { ListedHearing } from '../../../shared/features/hearings.ts'
import { hearingOn, hearingTime, measuresWords, shortDay } from '../../../shared/wording/today.ts'
import { kindWords } from '../../../shared/wording/hearings.ts'
import type { Pages } from '../../lib/api.ts'
import { useToday } from '../../lib/today.ts'
import { StatusPill } from '../../ui/Badge.tsx'
import { Line, LineGroup } from '../../ui/LineGroup.tsx'
import { moreOf } from './more.ts'
import type { TodayPlace } from './today-place.ts'

type CourtProps = { title: string; hearings: Pages<ListedHearing>; place: TodayPlace; withDay?: boolean }

/** Hearings, soonest first: when and where, whose, and what is still to be done for them. */
export function CourtLines({ title, hearings, place, withDay = false }: CourtProps) {
  if (hearings.total === 0) return null
  return (
    <LineGroup title={title} count={hearings.total} more={moreOf(hearings)}>
      {hearings.rows.map(hearing => (
        <CourtLine key={hearing.id} hearing={hearing} place={place} withDay={withDay} />
      ))}
    </LineGroup>
  )
}

function CourtLine({ hearing, place, withDay }: { hearing: ListedHearing; place: TodayPlace; withDay: boolean }) {
  const { id, caseId, kind, court, room, clientName, reference, clientRequired, listingNote } = hearing
  const time = hearingTime(hearing)
  const day = hearingOn(hearing, useToday())
  const lead = withDay ? (
    <>
      {shortDay(day)}
      <br />
      {time}
    </>
  ) : (
    time
  )
  const notes = [
    ...(clientRequired === 'yes' ? ['The client has to be there'] : []),
    ...(listingNote === null ? [] : [listingNote]),
    measuresWords(hearing),
  ]
  return (
    <Line
      lead={lead}
      title={`${kindWords(kind)}, ${[court, room].filter(part => part !== null).join(', ')}`}
      about={`${clientName}, ${reference}`}
      under={notes.join(' · ')}
      end={<ToDo hearing={hearing} />}
      onOpen={() => place.toRecord('hearing', caseId, id)}
    />
  )
}

function ToDo({ hearing: { openTasks, conclusion } }: { hearing: ListedHearing }) {
  if (conclusion !== null) return <StatusPill tone="success">Outcome recorded</StatusPill>
  if (openTasks === 0) return null
  return (
    <StatusPill tone="info" icon="task">
      {openTasks} still to do
    </StatusPill>
  )
}
