import type { ReactNode } from 'react'
import type { DocumentRow } from '../../../shared/features/documents.ts'
import { documentKindWords, mediaTypeWords } from '../../../shared/wording/documents.ts'
import { sizeWords } from '../../../shared/wording/vault.ts'
import { count, whenLines } from '../../../shared/wording/when.ts'
import type { Pages } from '../../lib/api.ts'
import { StatusPill } from '../../ui/Badge.tsx'
import { DataTable, type Column } from '../../ui/DataTable.tsx'
import type { MenuItem } from '../../ui/MenuItems.tsx'
import { TwoLines } from '../../ui/TwoLines.tsx'
import type { DocumentPlace } from './document-place.ts'

const columns: Column<DocumentRow>[] = [
  {
    id: 'title',
    header: 'Document',
    width: 'minmax(120px, 2fr)',
    rowHeader: true,
    cell: row => <TitleCell row={row} />,
  },
  { id: 'when', header: 'Its own date', width: '136px', cell: row => <WhenCell row={row} /> },
  { id: 'kind', header: 'What it is', width: '156px', hideBelow: 'tight', cell: row => <KindCell row={row} /> },
  {
    id: 'file',
    header: 'File',
    width: 'minmax(150px, 1fr)',
    hideBelow: 'narrow',
    cell: ({ file }) => (
      <TwoLines top={file.name} under={`${mediaTypeWords(file.mediaType)}, ${sizeWords(file.size)}`} />
    ),
  },
]

type TableProps = {
  documents: Pages<DocumentRow>
  place: DocumentPlace
  menuOf: (row: DocumentRow) => MenuItem[]
  empty: ReactNode
}

/** The documents of a case by their own dates, newest first; those without a date come last. */
export function DocumentTable({ documents, place, menuOf, empty }: TableProps) {
  return (
    <DataTable
      label={`Documents, ${count(documents.total, 'document')}`}
      rows={documents.rows}
      rowKey={row => row.id}
      columns={columns}
      rowLines={2}
      total={documents.total}
      selected={place.search.selected}
      onSelect={row => place.select(row.id)}
      onOpen={row => place.view(row.id)}
      rowMenu={menuOf}
      onNearEnd={documents.fetchNext}
      busy={documents.isFetching}
      empty={empty}
    />
  )
}

function TitleCell({ row: { title, withdrawnReason, fromWhom } }: { row: DocumentRow }) {
  const under =
    withdrawnReason === null ? fromWhom.value && `From ${fromWhom.value}` : `Entered in error: ${withdrawnReason}`
  return <TwoLines top={withdrawnReason === null ? title : <s>{title}</s>} under={under} />
}

function WhenCell({ row: { when } }: { row: DocumentRow }) {
  const [day, rest] = whenLines(when)
  return <TwoLines top={day} under={rest} />
}

function KindCell({ row: { kind, described } }: { row: DocumentRow }) {
  if (described) return <>{documentKindWords[kind]}</>
  return (
    <StatusPill tone="warning" icon="edit">
      To be described
    </StatusPill>
  )
}
