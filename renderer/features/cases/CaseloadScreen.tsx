import { useEffect } from 'react'
import type { CaseloadFilter } from '../../../shared/features/cases.ts'
import { caseStatusWords } from '../../../shared/wording/cases.ts'
import { count } from '../../../shared/wording/when.ts'
import { useCall, usePages } from '../../lib/api.ts'
import { useToday } from '../../lib/today.ts'
import { useTypedText } from '../../lib/typed-text.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { FilterChips, FilterToggles } from '../../ui/FilterChips.tsx'
import { Fill, Screen, Split } from '../../ui/Layout.tsx'
import { focusList, useListKeys } from '../../ui/list-focus.ts'
import { LoadingState } from '../../ui/LoadingState.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { SearchBox } from '../../ui/SearchBox.tsx'
import { announce } from '../../ui/toast.ts'
import { Toolbar } from '../../ui/Toolbar.tsx'
import { useShortcut } from '../../ui/shortcuts.ts'
import { useCaseloadPlace, type CaseloadPlace } from './caseload-place.ts'
import { CaseTable } from './CaseTable.tsx'
import { NewCase } from './NewCase.tsx'

/** All cases that this vault holds, one's own first. */
export function CaseloadScreen() {
  const place = useCaseloadPlace()
  const today = useToday()
  const cases = usePages('cases.list', { filter: place.filter, today })
  useShortcut('N', 'Open a case', place.begin)
  useListKeys()
  const words = countWords(cases.total, place)
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
          <Filters place={place} />
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

const countWords = (total: number, { search }: CaseloadPlace): string =>
  `${count(total, search.statuses.length === 0 ? 'open case' : 'case')}${search.owner === 'mine' ? ' of mine' : ''}`

const owners = { mine: 'Mine', all: 'Everyone’s' } as const

function Filters({ place }: { place: CaseloadPlace }) {
  const { owner, statuses } = place.search
  const [text, setText] = useTypedText(place.search.text, words => place.change({ text: words }))
  return (
    <Toolbar>
      <SearchBox
        label="Filter by name or reference"
        value={text}
        onChange={setText}
        placeholder="Name or reference"
        shortcut="/"
        onArrowDown={focusList}
      />
      <FilterChips
        label="Whose cases"
        options={owners}
        value={owner}
        onChange={value => place.change({ owner: value })}
      />
      <FilterToggles
        label="Status"
        options={caseStatusWords}
        values={statuses}
        onChange={values => place.change({ statuses: values })}
      />
    </Toolbar>
  )
}

const anyCase: CaseloadFilter = { text: '', statuses: [], ownerId: null, sort: 'reference', descending: false }

/** An empty vault teaches; a filter that leaves nothing says how to widen it. */
function NoCases({ place }: { place: CaseloadPlace }) {
  const { text, owner } = place.search
  const today = useToday()
  const first = useCall('cases.list', { filter: anyCase, today, page: { limit: 1, after: null } })
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
  const everyone = <Button onClick={place.clear}>Show every open case</Button>
  return (
    <EmptyState icon="search" title={text === '' ? 'No case here' : 'No case matches'} action={everyone}>
      {owner === 'mine'
        ? 'These are your own cases only. Everyone’s may have more.'
        : 'Try fewer letters or another status. Closed cases show when Closed is chosen.'}
    </EmptyState>
  )
}
