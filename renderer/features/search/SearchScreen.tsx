import { getRouteApi } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { EventHit, PersonHit } from '../../../shared/features/search.ts'
import { peopleHeading, recordsHeading, resultWords } from '../../../shared/wording/search.ts'
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
import { ConfidentialLook } from './ConfidentialLook.tsx'
import { EventHitLine, PersonHitLine } from './HitLines.tsx'

const route = getRouteApi('/shell/search')
type Hit = { id: string; heading?: string | undefined } & ({ person: PersonHit } | { event: EventHit })

/** Finds people and dated records by their words. Results stand in one list: people first, then records, newest first. */
export function SearchScreen() {
  const { text } = route.useSearch()
  const navigate = route.useNavigate()
  const openEvent = useOpenEvent()
  const [typed, setTyped] = useTypedText(text, next => void navigate({ search: { text: next }, replace: true }))
  const words = text.trim()
  const asked = words !== ''
  const { hits, found, total, waiting, pending, error, again, more } = useFinds(words)
  const openPerson = ({ caseId, personId }: Pick<PersonHit, 'caseId' | 'personId'>) =>
    void navigate({ to: '/cases/$caseId/people', params: { caseId }, search: { selected: personId } })
  const open = (hit: Hit) => {
    if ('person' in hit) {
      openPerson(hit.person)
      return
    }
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
                placeholder="A name, a number, a reference, or words that were said"
                value={typed}
                onChange={setTyped}
                shortcut="Mod+F"
                autoFocus
                count={asked && !waiting ? total : undefined}
                onArrowDown={focusList}
              />
            </div>
          </Toolbar>
          <ConfidentialLook key={words} text={words} onOpen={openPerson} />
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
          label={`Results, ${found}`}
          items={hits}
          itemKey={hit => hit.id}
          estimate={72}
          total={total}
          onOpen={open}
          onNearEnd={more}
          heading={hit => hit.heading}
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
  const persons = people.data?.rows ?? []
  const hits: Hit[] = [
    ...persons.map((person, index) => ({
      ...{ id: person.personId, person },
      heading: index === 0 ? peopleHeading(persons.length, people.data?.total ?? 0) : undefined,
    })),
    ...events.rows.map((event, index) => ({
      ...{ id: event.eventId, event },
      heading: index === 0 ? recordsHeading(events.total) : undefined,
    })),
  ]
  const found = resultWords(people.data?.total ?? 0, events.total)
  const total = persons.length + events.total
  const waiting = people.isFetching || events.isFetching
  useEffect(() => {
    if (asked && !waiting) announce(total === 0 ? 'Nothing found' : `${found} found`)
  }, [asked, waiting, total, found, words])
  return {
    hits,
    found,
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
    Type a name, another name somebody goes by, a phone number, e-mail address, account, postcode or vehicle, a
    reference of a case, police or court, or words from a record.
  </EmptyState>
)

function NoneFound({ text }: { text: string }) {
  const hasSigns = /["*]|\b(?:AND|OR|NOT)\b/.test(text)
  return (
    <EmptyState icon="search" title="Nothing found">
      {hasSigns
        ? 'Quotation marks, stars, AND and OR are searched for as plain text. Try the words alone.'
        : 'Try fewer words, or the beginning of a word. Records marked as entered in error, and confidential numbers and addresses, are not searched.'}
    </EmptyState>
  )
}
