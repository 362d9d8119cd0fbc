import { useState } from 'react'
import type { BundleRow } from '../../../shared/features/bundles.ts'
import { count } from '../../../shared/wording/when.ts'
import { useCall, usePages } from '../../lib/api.ts'
import { useDraftWaiting } from '../../lib/draft-waiting.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FilterToggle } from '../../ui/FilterChips.tsx'
import { Spacer } from '../../ui/Layout.tsx'
import { useRecordActions } from '../../ui/record-actions.ts'
import { Muted } from '../../ui/Text.tsx'
import { Toolbar } from '../../ui/Toolbar.tsx'
import { WithdrawRecord, type Withdrawable } from '../../ui/WithdrawRecord.tsx'
import { RecordButton } from '../../ui/RecordButton.tsx'
import { RecordScreen } from '../../ui/RecordScreen.tsx'
import { useBundlePlace, type BundlePlace } from './bundle-place.ts'
import { BundleTable } from './BundleTable.tsx'
import { newBundleDraftKey, NewBundle } from './NewBundle.tsx'
import { OpenBundle } from './OpenBundle.tsx'

/** The bundles of a case, or the one that is open in the builder. */
export function BundlesScreen() {
  const place = useBundlePlace()
  const closed = useCall('cases.find', { id: place.caseId }).data?.status === 'closed'
  const { selected } = place.search
  if (selected !== undefined) return <OpenBundle key={selected} id={selected} place={place} closed={closed} />
  return <BundleList place={place} closed={closed} />
}

function BundleList({ place, closed }: { place: BundlePlace; closed: boolean }) {
  const { caseId, search } = place
  const bundles = usePages('bundles.listForCase', { caseId, withdrawn: search.withdrawn })
  const [withdrawing, setWithdrawing] = useState<Withdrawable | null>(null)
  const actions = useRecordActions<Pick<BundleRow, 'id' | 'revision' | 'withdrawnReason'>>({
    closed,
    askReason: setWithdrawing,
  })
  const menuOf = (row: BundleRow) =>
    actions.menuOf(row, {
      editLabel: 'Open',
      edit: () => place.open(row.id),
      showVersions: () => place.showVersions(row.id),
    })
  return (
    <RecordScreen
      noun="bundles"
      header={<FilterBar place={place} total={bundles.total} closed={closed} />}
      read={bundles}
      list={<BundleTable bundles={bundles} place={place} menuOf={menuOf} empty={<Nothing />} />}
      beside={search.mode === 'new' ? <NewBundle place={place} /> : null}
      wide
    >
      <WithdrawRecord
        record={withdrawing}
        more="The versions that were made of it are kept as well."
        onClose={() => setWithdrawing(null)}
      />
    </RecordScreen>
  )
}

function FilterBar({ place, total, closed }: { place: BundlePlace; total: number; closed: boolean }) {
  const { withdrawn, mode } = place.search
  const waiting = useDraftWaiting(newBundleDraftKey(place.caseId), mode === 'new')
  return (
    <Toolbar label="Bundles">
      <FilterToggle label="Show entered in error" on={withdrawn} onChange={on => place.filter({ withdrawn: on })} />
      <Muted>{count(total, 'bundle')}</Muted>
      <Spacer />
      <RecordButton label="Make a bundle" waiting={waiting} closed={closed} onRecord={place.begin} />
    </Toolbar>
  )
}

const Nothing = () => (
  <EmptyState icon="bundle" title="No bundle yet">
    One PDF for the court: documents of this case in sections, numbered, with an index and bookmarks. It is kept here,
    each version of it, and leaves the vault only when you save or print it.
  </EmptyState>
)
