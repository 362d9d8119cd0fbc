import type { ReactNode } from 'react'
import type { Hearing } from '../../../shared/features/hearings.ts'
import type { CalendarDay } from '../../../shared/kernel/dates.ts'
import { measureLabel } from '../../../shared/rules/special-measures.ts'
import { hearingDay, hearingState, kindWords, measureStateWords } from '../../../shared/wording/hearings.ts'
import { ago, count, whenLines } from '../../../shared/wording/when.ts'
import type { Pages } from '../../lib/api.ts'
import { useToday } from '../../lib/today.ts'
import { DataTable, type Column } from '../../ui/DataTable.tsx'
import { focusDetail } from '../../ui/list-focus.ts'
import { Muted } from '../../ui/Text.tsx'
import { TwoLines } from '../../ui/TwoLines.tsx'
import type { HearingActions } from './hearing-actions.ts'
import { HearingPill } from './HearingPill.tsx'
import type { HearingsPlace } from './hearings-place.ts'

const columnsFor = (today: CalendarDay): Column<Hearing>[] => [
  {
    id: 'when',
    header: 'When',
    width: 'minmax(130px, 176px)',
    rowHeader: true,
    cell: hearing => <WhenCell hearing={hearing} />,
  },
  { id: 'what', header: 'Hearing', width: 'minmax(160px, 2fr)', cell: hearing => <WhatCell hearing={hearing} /> },
  {
    id: 'state',
    header: 'How it stands',
    width: 'minmax(170px, 214px)',
    cell: hearing => <TwoLines top={<HearingPill hearing={hearing} />} under={ageAndMoves(hearing, today)} />,
  },
  {
    id: 'measures',
    header: 'Special measures',
    width: 'minmax(150px, 1fr)',
    hideBelow: 'medium',
    cell: hearing => <MeasuresCell hearing={hearing} />,
  },
]

type TableProps = { hearings: Pages<Hearing>; place: HearingsPlace; actions: HearingActions; empty: ReactNode }

/** The hearings of a case: what is to come first, soonest first, then what is past. */
export function HearingTable({ hearings, place, actions, empty }: TableProps) {
  const today = useToday()
  const columns = columnsFor(today)
  return (
    <DataTable
      label={`Hearings, ${count(hearings.total, 'hearing')}`}
      rows={hearings.rows}
      rowKey={hearing => hearing.id}
      columns={place.search.mode === undefined ? columns : columns.slice(0, 2)}
      rowLines={2}
      total={hearings.total}
      selected={place.search.selected}
      onSelect={hearing => place.select(hearing.id)}
      onOpen={hearing => {
        place.select(hearing.id)
        focusDetail()
      }}
      rowMenu={actions.menuOf}
      onNearEnd={hearings.fetchNext}
      busy={hearings.isFetching}
      rowTone={hearing => (isWaiting(hearing, today) ? 'overdue' : undefined)}
      empty={empty}
    />
  )
}

const isWaiting = (hearing: Hearing, today: CalendarDay): boolean =>
  hearing.withdrawnReason === null && hearingState(hearing, today) === 'outcome-missing'

function ageAndMoves({ when, moves }: Hearing, today: CalendarDay): string {
  const moved = moves.length === 0 ? null : moves.length === 1 ? 'moved once' : `moved ${String(moves.length)} times`
  return [ago(hearingDay(when, today), today), moved].filter(Boolean).join(', ')
}

function WhenCell({ hearing: { when, withdrawnReason, listingNote } }: { hearing: Hearing }) {
  const [day, time] = whenLines(when)
  const notes = [time || 'Time not known', listingNote]
  return <TwoLines top={withdrawnReason === null ? day : <s>{day}</s>} under={notes.filter(Boolean).join(' · ')} />
}

function WhatCell({ hearing: { kind, court, room, withdrawnReason } }: { hearing: Hearing }) {
  const under =
    withdrawnReason === null ? [court, room].filter(Boolean).join(', ') : `Entered in error: ${withdrawnReason}`
  return <TwoLines top={withdrawnReason === null ? kindWords(kind) : <s>{kindWords(kind)}</s>} under={under} />
}

function MeasuresCell({ hearing: { specialMeasures } }: { hearing: Hearing }) {
  const [first, ...more] = specialMeasures
  if (!first) return <Muted>None recorded</Muted>
  const words = `${measureLabel(first.id)}: ${measureStateWords[first.state].toLowerCase()}`
  return <TwoLines top={words} under={more.length === 0 ? '' : `and ${String(more.length)} more`} />
}
