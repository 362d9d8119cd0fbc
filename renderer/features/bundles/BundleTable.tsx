import type { ReactNode } from 'react'
import type { BundleRow } from '../../../shared/features/bundles.ts'
import { showDay } from '../../../shared/kernel/uk-dates.ts'
import { bundleProfileOn } from '../../../shared/rules/bundle-profiles.ts'
import { count } from '../../../shared/wording/when.ts'
import type { Pages } from '../../lib/api.ts'
import { DataTable, type Column } from '../../ui/DataTable.tsx'
import type { MenuItem } from '../../ui/MenuItems.tsx'
import { TwoLines } from '../../ui/TwoLines.tsx'
import type { BundlePlace } from './bundle-place.ts'
import { ReleasePill } from './ReleasePill.tsx'

const columns: Column<BundleRow>[] = [
  {
    id: 'title',
    header: 'Bundle',
    width: 'minmax(220px, 2fr)',
    rowHeader: true,
    cell: row => <TitleCell row={row} />,
  },
  {
    id: 'day',
    header: 'Hearing',
    width: '136px',
    cell: ({ hearingDay }) => (hearingDay === null ? 'No day yet' : showDay(hearingDay)),
  },
  { id: 'documents', header: 'Contents', width: '136px', cell: ({ documents }) => count(documents, 'document') },
  {
    id: 'newest',
    header: 'Newest version',
    width: '150px',
    cell: ({ newest }) =>
      newest === null ? (
        'Not made yet'
      ) : (
        <TwoLines top={`Version ${String(newest.number)}`} under={count(newest.pages, 'page')} />
      ),
  },
  {
    id: 'release',
    header: 'Search before saving',
    width: '220px',
    hideBelow: 'narrow',
    cell: ({ newest }) => newest && <ReleasePill release={newest.release} />,
  },
]

type TableProps = {
  bundles: Pages<BundleRow>
  place: BundlePlace
  menuOf: (row: BundleRow) => MenuItem[]
  empty: ReactNode
}

/** The bundles of a case, the newest first. Each opens in the builder. */
export function BundleTable({ bundles, place, menuOf, empty }: TableProps) {
  return (
    <DataTable
      label={`Bundles, ${count(bundles.total, 'bundle')}`}
      rows={bundles.rows}
      rowKey={row => row.id}
      columns={columns}
      rowLines={2}
      total={bundles.total}
      selected={null}
      onOpen={row => place.open(row.id)}
      rowMenu={menuOf}
      onNearEnd={bundles.fetchNext}
      busy={bundles.isFetching}
      empty={empty}
    />
  )
}

function TitleCell({ row: { title, withdrawnReason, profile, hearingDay } }: { row: BundleRow }) {
  const under =
    withdrawnReason === null
      ? (bundleProfileOn(profile, hearingDay)?.label ?? '')
      : `Entered in error: ${withdrawnReason}`
  return <TwoLines top={withdrawnReason === null ? title : <s>{title}</s>} under={under} />
}
