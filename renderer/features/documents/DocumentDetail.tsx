import type { CaseDocument } from '../../../shared/features/documents.ts'
import { documentKindWords, documentQuestions as questions } from '../../../shared/wording/documents.ts'
import { showWhen } from '../../../shared/wording/when.ts'
import { useCall } from '../../lib/api.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { DetailPane } from '../../ui/DetailPane.tsx'
import { Stack } from '../../ui/Layout.tsx'
import { BelongsTogether } from '../../ui/LinkedRecords.tsx'
import { Menu } from '../../ui/Menu.tsx'
import type { MenuItem } from '../../ui/MenuItems.tsx'
import { PropertyList } from '../../ui/PropertyList.tsx'
import type { RecordActions } from '../../ui/record-actions.ts'
import { EnteredInError, RecordStamp } from '../../ui/RecordStamp.tsx'
import { useShortcut } from '../../ui/shortcuts.ts'
import type { DocumentPlace } from './document-place.ts'
import { DocumentFiles } from './DocumentFiles.tsx'

type DetailProps = {
  document: CaseDocument
  place: DocumentPlace
  actions: RecordActions
  menu: readonly MenuItem[]
  closed: boolean
}

/** One document, whole, beside the list: what it is, its file with the hash, what it belongs to. */
export function DocumentDetail({ document, place, actions, menu, closed }: DetailProps) {
  const { id, title, described, withdrawnReason, sameAs } = document
  const editable = withdrawnReason === null && !closed
  useShortcut('E', 'Edit this document', { run: () => place.edit(id), enabled: editable })
  useShortcut('Escape', 'Close this document', place.close)
  return (
    <DetailPane
      title={title}
      subtitle={documentKindWords[document.kind]}
      onClose={place.close}
      actions={
        <>
          {editable && (
            <Button
              kind={described ? 'secondary' : 'primary'}
              size="small"
              icon="edit"
              shortcut="E"
              onClick={() => place.edit(id)}
            >
              {described ? 'Edit' : 'Describe it'}
            </Button>
          )}
          <Menu label="More about this document" items={menu} />
        </>
      }
    >
      <Stack gap={4}>
        <EnteredInError record={document} actions={actions} />
        {!described && withdrawnReason === null && (
          <Banner tone="info" title="Not described yet">
            Say what it is, its own date and who it is from, so that it is found and stands right in a bundle.
          </Banner>
        )}
        {sameAs !== null && (
          <Banner
            tone="info"
            title="The same file is in this case already"
            actions={
              <Button size="small" onClick={() => place.select(sameAs)}>
                Show the other one
              </Button>
            }
          >
            Byte for byte. If one of them was added by mistake, mark it as entered in error.
          </Banner>
        )}
        <DocumentFiles document={document} place={place} editable={editable} />
        <Facts document={document} />
        <RecordStamp record={document} onVersions={() => place.showVersions(id)} />
      </Stack>
    </DetailPane>
  )
}

function Facts({ document }: { document: CaseDocument }) {
  const { id, caseId, when, fromWhom, note, people } = document
  const inCase = useCall('people.listForCase', { caseId }).data?.rows ?? []
  const names = inCase.filter(person => people.includes(person.id)).map(person => person.name)
  return (
    <>
      <PropertyList
        rows={[
          { label: questions.when, value: showWhen(when) },
          { label: questions.fromWhom, value: fromWhom.value, missing: fromWhom.missing },
          { label: questions.people, value: names.join(', ') },
          { label: questions.note, value: note },
        ]}
      />
      <BelongsTogether id={id} label={questions.links} />
    </>
  )
}
