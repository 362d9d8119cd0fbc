import { getRouteApi } from '@tanstack/react-router'
import type { HistoryRow } from '../../../shared/features/history.ts'
import { london } from '../../../shared/kernel/dates.ts'
import { dayOf, showDayInFull, timeOf } from '../../../shared/kernel/uk-dates.ts'
import { actionWords, noActor } from '../../../shared/wording/history.ts'
import { count } from '../../../shared/wording/when.ts'
import { usePages } from '../../lib/api.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { Row, Screen, Stack } from '../../ui/Layout.tsx'
import { useListKeys } from '../../ui/list-focus.ts'
import { LoadingState } from '../../ui/LoadingState.tsx'
import { Heading, Muted, Text } from '../../ui/Text.tsx'
import { Toolbar } from '../../ui/Toolbar.tsx'
import { VirtualList } from '../../ui/VirtualList.tsx'

const route = getRouteApi('/shell/cases/$caseId/history')
type Line = { row: HistoryRow; newDay: string | null }

/** Who did what in this case, and when: kept by Waymark itself, and never changed afterwards. */
export function HistoryScreen() {
  const { caseId } = route.useParams()
  useListKeys()
  const history = usePages('history.forCase', { caseId })
  if (history.error)
    return <ErrorState error={history.error} title="The history could not be read" onRetry={history.refetch} />
  if (history.isPending) return <LoadingState label="Loading the history" shape="list" />
  return (
    <Screen
      fill
      header={
        <Toolbar>
          <Muted>
            {count(history.total, 'entry', 'entries')}. Waymark keeps this list by itself; it can’t be edited.
          </Muted>
        </Toolbar>
      }
    >
      <VirtualList
        label={`History, ${count(history.total, 'entry', 'entries')}`}
        items={linesOf(history.rows)}
        itemKey={({ row }) => String(row.seq)}
        estimate={44}
        total={history.total}
        onNearEnd={history.fetchNext}
        empty={<EmptyState icon="history" title="Nothing has happened here yet" />}
        render={line => <HistoryLine line={line} />}
      />
    </Screen>
  )
}

/** The first entry of each day carries the day. */
function linesOf(rows: readonly HistoryRow[]): Line[] {
  const days = rows.map(row => showDayInFull(dayOf(row.at, london)))
  return rows.map((row, index) => ({ row, newDay: days[index] === days[index - 1] ? null : (days[index] ?? null) }))
}

function HistoryLine({ line: { row, newDay } }: { line: Line }) {
  return (
    <Stack gap={2}>
      {newDay !== null && <Heading level={2}>{newDay}</Heading>}
      <Row gap={3} wrap={false} align="baseline">
        <Muted>{timeOf(row.at, london)}</Muted>
        <Text>
          <Text strong>{row.actorName ?? noActor}</Text> {actionWords(row.action)}
          {row.title !== null && <Text tone="soft">: {row.title}</Text>}
        </Text>
      </Row>
    </Stack>
  )
}
