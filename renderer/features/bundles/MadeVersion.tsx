import { useState } from 'react'
import type { Bundle, BundleVersion } from '../../../shared/features/bundles.ts'
import type { BundleVersionId } from '../../../shared/kernel/ids.ts'
import { london } from '../../../shared/kernel/dates.ts'
import { showMoment } from '../../../shared/kernel/uk-dates.ts'
import { sizeWords } from '../../../shared/wording/vault.ts'
import { count } from '../../../shared/wording/when.ts'
import { useCall } from '../../lib/api.ts'
import { useUserNames } from '../../lib/user-names.ts'
import { StatusPill } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Row, Spacer, Stack } from '../../ui/Layout.tsx'
import { LoadedRecord } from '../../ui/LoadedRecord.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { Muted, Text } from '../../ui/Text.tsx'
import { Found } from './Found.tsx'
import { Noticed } from './Noticed.tsx'
import { Preview, type Place } from './Preview.tsx'
import { PrintVersion } from './PrintVersion.tsx'
import { ReleasePill } from './ReleasePill.tsx'
import { SaveCopy } from './SaveCopy.tsx'
import type { Building } from './use-building.ts'
import { useSearching } from './use-searching.ts'

type MadeProps = { bundle: Bundle; unsaved: boolean; building: Building }

/** What was made of a bundle: the newest version unless an earlier one was chosen. */
export function MadeVersion({ bundle, unsaved, building }: MadeProps) {
  const [chosen, setChosen] = useState<{ id: BundleVersionId; over: BundleVersionId | undefined } | null>(null)
  const newest = bundle.newest?.id
  // A version that was made since takes the place of an earlier one that was being looked at.
  const shown = chosen?.over === newest ? (chosen?.id ?? newest) : newest
  return (
    <div className="wm-made">
      {building.progress && (
        <div className="wm-made-bar">
          <ProgressBar label="Making the bundle" {...building.progress} />
          <Row gap={2}>
            <Muted>You can go on working. A lock waits for it.</Muted>
            <Spacer />
            <Button size="small" kind="quiet" onClick={building.cancel}>
              Stop
            </Button>
          </Row>
        </div>
      )}
      {shown === undefined ? (
        building.progress === null && (
          <EmptyState icon="bundle" title="No version made yet">
            Put documents in, then make a version: one PDF with index, numbers and bookmarks. It stays in the vault
            until you save or print it.
          </EmptyState>
        )
      ) : (
        <Version
          key={shown}
          id={shown}
          bundle={bundle}
          unsaved={unsaved}
          onChoose={id => setChosen({ id, over: newest })}
        />
      )}
    </div>
  )
}

type VersionProps = {
  id: BundleVersionId
  bundle: Bundle
  unsaved: boolean
  onChoose: (id: BundleVersionId) => void
}
function Version({ id, bundle, unsaved, onChoose }: VersionProps) {
  const found = useCall('bundles.findVersion', { id })
  return (
    <LoadedRecord found={found} label="Opening the version">
      {version => <ShownVersion version={version} bundle={bundle} unsaved={unsaved} onChoose={onChoose} />}
    </LoadedRecord>
  )
}

type ShownProps = Omit<VersionProps, 'id'> & { version: BundleVersion }
function ShownVersion({ version, bundle, unsaved, onChoose }: ShownProps) {
  const searching = useSearching(version)
  const [view, setView] = useState('pages')
  const [place, setPlace] = useState<Place>({ page: 1, jump: 0 })
  const show = (page: number) => {
    setPlace({ page, jump: place.jump + 1 })
    setView('pages')
  }
  return (
    <>
      <div className="wm-made-bar">
        <VersionBar version={version} bundle={bundle} onChoose={onChoose} />
        <Row gap={2}>
          <ReleasePill release={version.release} />
          {version.release === 'found' && view !== 'found' && (
            <Button size="small" kind="quiet" onClick={() => setView('found')}>
              Show where
            </Button>
          )}
          <Changed version={version} bundle={bundle} unsaved={unsaved} />
        </Row>
      </div>
      <Tabs
        label={`Version ${String(version.number)}`}
        items={[
          { id: 'pages', label: 'Pages' },
          { id: 'found', label: 'Search before saving', count: version.search?.hits.length },
          { id: 'noticed', label: 'Noticed', count: version.problems.length },
        ]}
        current={view}
        onChange={setView}
      >
        {view === 'pages' && <Preview version={version} place={place} onPage={page => setPlace({ ...place, page })} />}
        {view === 'found' && <Found version={version} searching={searching} onPage={show} />}
        {view === 'noticed' && <Noticed version={version} onPage={show} />}
      </Tabs>
    </>
  )
}

function VersionBar({ version, bundle, onChoose }: Omit<ShownProps, 'unsaved'>) {
  const nameOf = useUserNames()
  const versions = useCall('bundles.versions', { id: bundle.id }).data?.rows ?? []
  const { number, pages, size, sha256, madeAt, madeBy, sameAs } = version
  return (
    <Stack gap={1}>
      <Row gap={3}>
        <Menu
          label="Versions of this bundle"
          items={versions.map(row => ({
            id: row.id,
            label: `Version ${String(row.number)}, ${count(row.pages, 'page')}, ${showMoment(row.madeAt, london)}`,
            onSelect: () => onChoose(row.id),
          }))}
          trigger={
            <Button size="small" kind="quiet" icon="chevron-down">
              Version {number}
            </Button>
          }
        />
        <Text size="small">
          {count(pages, 'page')} · {sizeWords(size)}
        </Text>
        <Spacer />
        <PrintVersion version={version} />
        <SaveCopy version={version} hearingDay={bundle.hearingDay} />
      </Row>
      <Muted>
        Made {showMoment(madeAt, london)} by {nameOf(madeBy)} · SHA-256{' '}
        <code title={sha256}>{sha256.slice(0, 16)}…</code>
        {sameAs !== null && ` · the very same bytes as version ${String(sameAs)}`}
      </Muted>
    </Stack>
  )
}

/** Why what is shown is not what the bundle would be now. */
function Changed({ version, bundle, unsaved }: { version: BundleVersion; bundle: Bundle; unsaved: boolean }) {
  if (bundle.newest?.id !== version.id)
    return <StatusPill tone="info">Not the newest: that is version {bundle.newest?.number}</StatusPill>
  const { record, files, papers } = bundle.changed
  const words = [
    (record || unsaved) && 'contents',
    files && 'a document’s file',
    papers && 'records in its papers',
  ].filter(word => word !== false)
  if (words.length === 0) return null
  return (
    <StatusPill tone="warning">
      Changed since version {version.number} was made: {words.join(', ')}
    </StatusPill>
  )
}
