import { useState } from 'react'
import type { BundleSearchFound, BundleVersion } from '../../../shared/features/bundles.ts'
import { london } from '../../../shared/kernel/dates.ts'
import { showMoment } from '../../../shared/kernel/uk-dates.ts'
import { placeWords, searchedWords, whoseWords } from '../../../shared/wording/bundle-records.ts'
import { sentenceFor } from '../../../shared/wording/errors.ts'
import { count } from '../../../shared/wording/when.ts'
import { useCommand } from '../../lib/api.ts'
import { useUserNames } from '../../lib/user-names.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { Row, Stack } from '../../ui/Layout.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { Section } from '../../ui/Section.tsx'
import { Muted, Text } from '../../ui/Text.tsx'
import { toast } from '../../ui/toast.ts'
import { byDocument, stampOf } from './stamped-pages.ts'
import type { Searching } from './use-searching.ts'

type FoundProps = { version: BundleVersion; searching: Searching; onPage: (page: number) => void }

/** What a version was searched for, what could not be searched, and what was found where. Never says that it is safe. */
export function Found({ version, searching, onPage }: FoundProps) {
  const { release, search, override } = version
  return (
    <div className="wm-made-body">
      <Row gap={3}>
        {(searching.error !== null || search !== null) && !searching.busy && (
          <Button size="small" kind="quiet" icon="search" onClick={searching.search}>
            Search again
          </Button>
        )}
      </Row>
      {searching.busy && <ProgressBar label="Searching for confidential details" {...(searching.progress ?? start)} />}
      {searching.error && <Banner tone="danger" title={sentenceFor(searching.error)} announced />}
      {search && (
        <>
          {search.hits.length > 0 && <Hits hits={search.hits} release={release} version={version} onPage={onPage} />}
          {override && <Overridden override={override} />}
          <Searched search={search} version={version} onPage={onPage} />
        </>
      )}
    </div>
  )
}
const start = { done: 0, total: 0 }

type HitsProps = Pick<FoundProps, 'version' | 'onPage'> & {
  hits: BundleSearchFound['hits']
  release: BundleVersion['release']
}
function Hits({ hits, release, version, onPage }: HitsProps) {
  const [asking, setAsking] = useState(false)
  return (
    <Section title="Found in this version" level={3}>
      <Stack gap={3}>
        <ul className="wm-made-list">
          {hits.map(({ identifierId, pages, places, ...whose }) => (
            <li key={identifierId}>
              <Text strong>{whoseWords(whose)}</Text>
              {places.length > 0 && <Text> {places.map(place => placeWords[place]).join(', ')}</Text>}
              <PageLines pages={pages} version={version} onPage={onPage} />
            </li>
          ))}
        </ul>
        {release === 'found' && (
          <Stack gap={2} align="start">
            <Text size="small">
              This version can’t be saved or printed. Take the document out or put a clean copy in its place, then make
              the bundle again.
            </Text>
            <Button size="small" onClick={() => setAsking(true)}>
              Let it go out all the same…
            </Button>
          </Stack>
        )}
      </Stack>
      <Override version={version} open={asking} onClose={() => setAsking(false)} />
    </Section>
  )
}

const mostPages = 30
type LinesProps = Pick<FoundProps, 'version' | 'onPage'> & { pages: readonly number[] }
/** By document, so that somebody knows what to take out; each page as it is stamped. */
function PageLines({ pages, version: { documents }, onPage }: LinesProps) {
  return (
    <>
      {byDocument(documents, pages.slice(0, mostPages)).map(({ title, pages: own }) => (
        <Row key={own[0]} gap={1}>
          <Text size="small">{title ?? 'Index'}:</Text>
          {own.map(page => (
            <Button key={page} size="small" kind="quiet" onClick={() => onPage(page)}>
              Page {stampOf(documents, page)}
            </Button>
          ))}
        </Row>
      ))}
      {pages.length > mostPages && <Muted>and {count(pages.length - mostPages, 'more page')}</Muted>}
    </>
  )
}

function Override({ version, open, onClose }: { version: BundleVersion; open: boolean; onClose: () => void }) {
  const override = useCommand('bundles.override')
  const confirm = (reason: string) =>
    override.mutate(
      { id: version.id, reason },
      {
        onSuccess: () => {
          onClose()
          toast(`Version ${String(version.number)} may go out. Your reason is kept with it.`, { tone: 'warning' })
        },
      },
    )
  return (
    <ConfirmDialog
      title="Let it go out with confidential details in it?"
      open={open}
      onClose={onClose}
      confirmLabel="Let this version go out"
      tone="danger"
      onConfirm={confirm}
      busy={override.isPending}
      error={override.error}
      reason={{
        label: 'Why may these details be seen?',
        hint: 'For example: the court ordered it. Kept with this version and in the history, with your name.',
        min: 10,
      }}
    >
      Whoever is served with it can read them: the other side, too. This holds for version {version.number} alone.
    </ConfirmDialog>
  )
}

function Overridden({ override: { reason, at, by } }: { override: NonNullable<BundleVersion['override']> }) {
  const nameOf = useUserNames()
  return (
    <Banner tone="warning" title={`${nameOf(by)} lets this version go out all the same (${showMoment(at, london)})`}>
      {reason}
    </Banner>
  )
}

type SearchedProps = Pick<FoundProps, 'version' | 'onPage'> & { search: NonNullable<BundleVersion['search']> }
/** The limits of the search, said every time. */
function Searched({ search, version, onPage }: SearchedProps) {
  const nameOf = useUserNames()
  const { searched, withoutText, withPictures, at, by } = search
  return (
    <Section title="What was searched" level={3}>
      <Stack gap={3}>
        {searched.length === 0 ? (
          <Text>No number or address of anybody in this case is marked confidential, so nothing was looked for.</Text>
        ) : (
          <div>
            <Text>Looked for, in any spacing and spelling of numbers:</Text>
            <ul className="wm-made-list">
              {searchedWords(searched).map(line => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </div>
        )}
        <Text size="small">
          In the text of {count(version.pages - withoutText.length, 'page')}, in bookmarks, links, page labels and the
          details of the file. Of an address its first line, lines with a number, the street however it is shortened,
          and the postcode; of a street that every town has, such as High Street, only with its house. Words inside
          pictures, or drawn as shapes, are not seen.
        </Text>
        {withoutText.length > 0 && (
          <Banner tone="warning" title={`${count(withoutText.length, 'page')} could not be searched`}>
            They are pictures, or their file does not tell which letters it draws. Look at each of them yourself.
            <PageLines pages={withoutText} version={version} onPage={onPage} />
          </Banner>
        )}
        {withPictures.length > 0 && (
          <Banner
            tone="warning"
            title={`${count(withPictures.length, 'page')} with ${withPictures.length === 1 ? 'a picture' : 'pictures'} beside the text`}
          >
            Words in a picture, such as a screenshot in a letter, were not searched. Look at each of them yourself. One
            that was cropped in a letter may still be whole in the file: crop the picture itself, then put it in again.
            <PageLines pages={withPictures} version={version} onPage={onPage} />
          </Banner>
        )}
        <Muted>
          Searched {showMoment(at, london)}, started by {nameOf(by)}. A search finds only what is recorded in this case
          and written out: a second person should read the bundle before it is filed.
        </Muted>
      </Stack>
    </Section>
  )
}
