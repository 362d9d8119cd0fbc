import { getRouteApi } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { EventHit, PersonHit } from '../../../shared/features/search.ts'
import { count } from '../../../shared/wording/when.ts'
import { useCall, usePages } from '../../lib/api.ts'
import { useOpenEvent } from '../../lib/open-event.ts'
import { useTypedText } from '../../lib/typed-text.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { Screen } from '../../ui/Layout.tsx'
import { focusList } from '../../ui/list-focus.ts'
import { LoadingState } from '../../ui/LoadingState.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { SearchBox } from '../../ui/SearchBox.tsx'
import { Toolbar } from '../../ui/Toolbar.tsx'
import { announce } from '../../ui/toast.ts'
import { VirtualList } from '../../ui/VirtualList.tsx'
import { EventHitLine, PersonHitLine } from './HitLines.tsx'

const route = getRouteApi('/shell/search')
type Hit = { id: string; person: PersonHit } | { id: string; event: EventHit }

/** Finds people and dated records by their words. Results stand in one list: people first, then records, newest first. */
export function SearchScreen() {
  const { text } = route.useSearch()
  const navigate = route.useNavigate()
  const openEvent = useOpenEvent()
  const [typed, setTyped] = useTypedText(text, next => void navigate({ search: { text: next }, replace: true }))
  const words = text.trim()
  const asked = words !== ''
  const { hits, total, waiting, pending, error, again, more } = useFinds(words)
  const open = (hit: Hit) => {
    if ('person' in hit)
      return void navigate({
        to: '/cases/$caseId/people',
        params: { caseId: hit.person.caseId },
        search: { selected: hit.person.personId },
      })
    const { eventId, caseId, kind } = hit.event
    openEvent({ id: eventId, caseId, kind })
  }
  return (
    <Screen
      fill
      header={
        <>
          <PageHeader title="Search" />
          <Toolbar>
            <div style={{ flex: '0 1 36rem' }}>
              <SearchBox
                label="Search people and records"
                placeholder="A name, a reference, or words that were said"
                value={typed}
                onChange={setTyped}
                shortcut="Mod+F"
                autoFocus
                count={asked && !waiting ? total : undefined}
                onArrowDown={focusList}
              />
            </div>
          </Toolbar>
        </>
      }
    >
      {!asked ? (
        <Begin />
      ) : error ? (
        <ErrorState error={error} title="The search did not work" onRetry={again} />
      ) : pending ? (
        <LoadingState label="Searching" shape="list" />
      ) : (
        <VirtualList
          label={`Results, ${count(total, 'result')}`}
          items={hits}
          itemKey={hit => hit.id}
          estimate={72}
          total={total}
          onOpen={open}
          onNearEnd={more}
          empty={<NoneFound text={words} />}
          render={hit =>
            'person' in hit ? <PersonHitLine hit={hit.person} query={words} /> : <EventHitLine hit={hit.event} />
          }
        />
      )}
    </Screen>
  )
}

/** What the vault has for these words: nothing is asked before there are any. */
function useFinds(words: string) {
  const asked = words !== ''
  const people = useCall('search.people', { text: words }, { enabled: asked, keepPrevious: true })
  const events = usePages('search.events', { text: words }, { enabled: asked })
  const hits: Hit[] = [
    ...(people.data?.rows ?? []).map(person => ({ id: person.personId, person })),
    ...events.rows.map(event => ({ id: event.eventId, event })),
  ]
  const total = (people.data?.rows.length ?? 0) + events.total
  const waiting = people.isFetching || events.isFetching
  useEffect(() => {
    if (asked && !waiting) announce(total === 0 ? 'Nothing found' : `${count(total, 'result')} found`)
  }, [asked, waiting, total, words])
  return {
    hits,
    total,
    waiting,
    pending: people.isPending || events.isPending,
    error: people.error ?? events.error,
    again: () => void people.refetch().then(events.refetch),
    more: events.fetchNext,
  }
}

const Begin = () => (
  <EmptyState icon="search" title="Search every case">
    Type a name, another name somebody goes by, a reference, or words from a record. Records come newest first.
  </EmptyState>
)

function NoneFound({ text }: { text: string }) {
  const hasSigns = /["*]|\b(?:AND|OR|NOT)\b/.test(text)
  return (
    <EmptyState icon="search" title="Nothing found">
      {hasSigns
        ? 'Quotation marks, stars, AND and OR are searched for as plain text. Try the words alone.'
        : 'Try fewer words, or the beginning of a word. Records marked as entered in error are not searched.'}
    </EmptyState>
  )
}
