import { useEffect, useState } from 'react'
import { DocumentKind, type DocumentRow } from '../../../shared/features/documents.ts'
import type { CaseId, EventId } from '../../../shared/kernel/ids.ts'
import { documentKindWords } from '../../../shared/wording/documents.ts'
import { count } from '../../../shared/wording/when.ts'
import { useCall, useJob, usePages } from '../../lib/api.ts'
import { prepareReading } from '../../lib/reading.ts'
import { AddFiles } from '../../ui/AddFiles.tsx'
import { useAddingFiles } from '../../ui/adding-files.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FilterSelect, FilterToggle } from '../../ui/FilterChips.tsx'
import { Spacer } from '../../ui/Layout.tsx'
import type { MenuItem } from '../../ui/MenuItems.tsx'
import { optionList } from '../../ui/options.ts'
import { useRecordActions, type RecordActions } from '../../ui/record-actions.ts'
import { Muted } from '../../ui/Text.tsx'
import { Toolbar } from '../../ui/Toolbar.tsx'
import { WithdrawRecord, type Withdrawable } from '../../ui/WithdrawRecord.tsx'
import { LoadedRecord } from '../../ui/LoadedRecord.tsx'
import { RecordScreen } from '../../ui/RecordScreen.tsx'
import { useDocumentPlace, type DocumentPlace } from './document-place.ts'
import { DocumentDetail } from './DocumentDetail.tsx'
import { DocumentTable } from './DocumentTable.tsx'
import { DocumentVersions } from './DocumentVersions.tsx'
import { DocumentView } from './DocumentView.tsx'
import { EditDocument } from './EditDocument.tsx'
import { MakePaper } from './MakePaper.tsx'

/** The documents of a case: sealed copies, found by what they are. */
export function DocumentsScreen() {
  const place = useDocumentPlace()
  const { caseId, search } = place
  const { kind = null, undescribed, withdrawn } = search
  const documents = usePages('documents.listForCase', { caseId, filter: { kind, undescribed, withdrawn } })
  const closed = useCall('cases.find', { id: caseId }).data?.status === 'closed'
  const [withdrawing, setWithdrawing] = useState<Withdrawable | null>(null)
  const actions = useRecordActions<Pick<DocumentRow, 'id' | 'revision' | 'withdrawnReason'>>({
    closed,
    askReason: setWithdrawing,
  })
  const menuOf = (row: Pick<DocumentRow, 'id' | 'revision' | 'withdrawnReason'>) =>
    actions.menuOf(row, { edit: () => place.edit(row.id), showVersions: () => place.showVersions(row.id) })
  useEffect(prepareReading, [])
  if (search.mode === 'view' && search.selected !== undefined)
    return <DocumentView key={search.selected} id={search.selected} place={place} />
  return (
    <RecordScreen
      noun="documents"
      header={<FilterBar place={place} total={documents.total} />}
      read={documents}
      above={!closed && <Add caseId={caseId} place={place} />}
      list={<DocumentTable documents={documents} place={place} menuOf={menuOf} empty={<Nothing place={place} />} />}
      beside={
        search.selected === undefined ? null : (
          <Selected
            key={search.selected}
            id={search.selected}
            place={place}
            actions={actions}
            menuOf={menuOf}
            closed={closed}
          />
        )
      }
      wide={search.mode !== undefined}
    >
      <WithdrawRecord record={withdrawing} more="Its file stays in the vault." onClose={() => setWithdrawing(null)} />
    </RecordScreen>
  )
}

function Add({ caseId, place }: { caseId: CaseId; place: DocumentPlace }) {
  const add = useJob('documents.add')
  const adding = useAddingFiles({
    one: 'Document added. Describe it while you remember.',
    many: added => `${String(added)} documents added. Describe them while you remember.`,
  })
  return (
    <Toolbar label="Add documents">
      <AddFiles label="Add documents" adding={adding} addOne={file => add.mutateAsync({ caseId, file })} />
      <MakePaper caseId={caseId} onMade={place.select} />
    </Toolbar>
  )
}

const kinds = [{ value: null, label: 'Every kind' }, ...optionList(documentKindWords)]

function FilterBar({ place, total }: { place: DocumentPlace; total: number }) {
  const { kind, undescribed, withdrawn } = place.search
  return (
    <Toolbar label="Documents">
      <FilterSelect
        label="What it is"
        options={kinds}
        value={kind ?? null}
        onChange={chosen => place.filter({ kind: DocumentKind.safeParse(chosen).data })}
      />
      <FilterToggle label="To be described" on={undescribed} onChange={on => place.filter({ undescribed: on })} />
      <FilterToggle label="Show entered in error" on={withdrawn} onChange={on => place.filter({ withdrawn: on })} />
      <Spacer />
      <Muted>{count(total, 'document')}</Muted>
    </Toolbar>
  )
}

function Nothing({ place }: { place: DocumentPlace }) {
  const { kind, undescribed } = place.search
  if (kind !== undefined || undescribed) return <EmptyState icon="document" title="No document like this in the case" />
  return (
    <EmptyState icon="evidence" title="No document yet">
      Letters, pictures, messages and papers of police and court. A copy is sealed in the vault; the original stays
      where it is.
    </EmptyState>
  )
}

type SelectedProps = {
  id: EventId
  place: DocumentPlace
  actions: RecordActions
  menuOf: (row: DocumentRow) => MenuItem[]
  closed: boolean
}

function Selected({ id, place, actions, menuOf, closed }: SelectedProps) {
  const found = useCall('documents.find', { id })
  return (
    <LoadedRecord found={found} label="Loading the document">
      {document => {
        if (place.search.mode === 'edit') return <EditDocument document={document} place={place} />
        if (place.search.mode === 'versions') return <DocumentVersions document={document} place={place} />
        return (
          <DocumentDetail document={document} place={place} actions={actions} menu={menuOf(document)} closed={closed} />
        )
      }}
    </LoadedRecord>
  )
}
