import { useEffect } from 'react'
import { everyCase } from '../../../shared/features/cases.ts'
import { caseloadWords } from '../../../shared/wording/cases.ts'
import { useCall, usePages } from '../../lib/api.ts'
import { useToday } from '../../lib/today.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { Fill, Screen, Split } from '../../ui/Layout.tsx'
import { useListKeys } from '../../ui/list-focus.ts'
import { LoadingState } from '../../ui/LoadingState.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { announce } from '../../ui/toast.ts'
import { useShortcut } from '../../ui/shortcuts.ts'
import { useCaseloadPlace, type CaseloadPlace } from './caseload-place.ts'
import { CaseloadFilters } from './CaseloadFilters.tsx'
import { CaseloadLoad } from './CaseloadLoad.tsx'
import { CaseloadViews } from './CaseloadViews.tsx'
import { CaseTable } from './CaseTable.tsx'
import { NewCase } from './NewCase.tsx'

/** All cases that this vault holds, in the view that this user opens with. */
export function CaseloadScreen() {
  const place = useCaseloadPlace()
  const today = useToday()
  const { filter, ready } = place
  const cases = usePages('cases.list', { filter, today }, { enabled: ready, limit: 50 }) // a larger page holds up a frame of scrolling
  const counts = useCall('cases.count', { filter, today }, { enabled: ready, keepPrevious: true }).data
  const loads = useCall('cases.load', {}).data?.rows ?? []
  useShortcut('N', 'Open a case', place.begin)
  useListKeys()
  const words = caseloadWords(cases.total, filter)
  useEffect(() => {
    if (!cases.isPending && !cases.isFetching) announce(words)
  }, [words, cases.isPending, cases.isFetching])
  return (
    <Screen
      fill
      header={
        <>
          <PageHeader
            title="Caseload"
            subtitle={cases.isPending ? ' ' : words}
            actions={
              <Button kind="primary" icon="add" shortcut="N" onClick={place.begin}>
                Open a case
              </Button>
            }
          />
          <CaseloadViews place={place} />
          {loads.length > 0 && <CaseloadLoad place={place} loads={loads} />}
          <CaseloadFilters place={place} counts={counts} loads={loads} />
        </>
      }
    >
      <Split
        list={
          <Fill>
            {cases.error ? (
              <ErrorState error={cases.error} title="The caseload could not be read" onRetry={cases.refetch} />
            ) : cases.isPending ? (
              <LoadingState label="Loading cases" shape="list" />
            ) : (
              <CaseTable cases={cases} place={place} empty={<NoCases place={place} />} />
            )}
          </Fill>
        }
        detail={place.search.mode === 'new' ? <NewCase place={place} /> : null}
      />
    </Screen>
  )
}

/** An empty vault teaches; a filter that leaves nothing says how to widen it. */
function NoCases({ place }: { place: CaseloadPlace }) {
  const { text, owner } = place.filter
  const today = useToday()
  const first = useCall('cases.list', { filter: everyCase, today, page: { limit: 1, after: null } })
  if (first.isPending) return null
  if (first.data?.total === 0) {
    return (
      <EmptyState
        icon="caseload"
        title="No cases yet"
        action={
          <Button kind="primary" icon="add" onClick={place.begin}>
            Open a case
          </Button>
        }
      >
        A case holds one client, the people around them and every contact with the police. Open the first one with just
        a name: the rest can wait.
      </EmptyState>
    )
  }
  const everyone = <Button onClick={() => place.show('open')}>Show every open case</Button>
  return (
    <EmptyState icon="search" title={text === '' ? 'No case here' : 'No case matches'} action={everyone}>
      {owner === 'mine'
        ? 'These are your own cases only. Everyone’s may have more.'
        : 'Take out a choice above, or try fewer letters. Closed cases show when Closed is chosen.'}
    </EmptyState>
  )
}
