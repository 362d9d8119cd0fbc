import { useState } from 'react'
import { BuiltInView, CaseloadViewDraft, ViewKey, type CaseloadView } from '../../../shared/features/caseload-views.ts'
import { builtInViewWords } from '../../../shared/wording/cases.ts'
import { useCommand } from '../../lib/api.ts'
import { Button } from '../../ui/Button.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { FilterChips } from '../../ui/FilterChips.tsx'
import { Row } from '../../ui/Layout.tsx'
import { Menu } from '../../ui/Menu.tsx'
import type { MenuItem } from '../../ui/MenuItems.tsx'
import { OneLine } from '../../ui/OneLine.tsx'
import { toast } from '../../ui/toast.ts'
import type { CaseloadPlace } from './caseload-place.ts'
import { ViewForm } from './ViewForm.tsx'

type Doing = { is: 'add' } | { is: 'rename' | 'remove'; view: CaseloadView }

/** The views of the caseload: those that everyone has, then one's own. What was changed since can be kept. */
export function CaseloadViews({ place }: { place: CaseloadPlace }) {
  const [doing, setDoing] = useState<Doing | null>(null)
  const done = () => setDoing(null)
  const { view, views, filter } = place
  if (!view) return null
  const options = [
    ...BuiltInView.options.map(key => ({ value: key, label: builtInViewWords[key] })),
    ...views.map(({ id, name }) => ({ value: id, label: name })),
  ]
  return (
    <OneLine
      label="Views"
      end={
        <Row gap={2} wrap={false}>
          <Changed place={place} onAdd={() => setDoing({ is: 'add' })} />
          <ViewMenu place={place} onDo={setDoing} />
        </Row>
      }
    >
      <FilterChips<string>
        label="View"
        options={options}
        value={view.key}
        onChange={key => place.show(ViewKey.parse(key))}
      />
      {doing?.is === 'add' && (
        <ViewForm
          title="Keep as a new view"
          filter={filter}
          onDone={saved => {
            done()
            if (saved) place.show(saved.id)
          }}
        />
      )}
      {doing?.is === 'rename' && (
        <ViewForm title="Rename the view" view={doing.view} filter={doing.view.filter} onDone={done} />
      )}
      {doing?.is === 'remove' && <RemoveView view={doing.view} place={place} onClose={done} />}
    </OneLine>
  )
}

/** What can be done with choices that the view does not say: forget them, or keep them. */
function Changed({ place, onAdd }: { place: CaseloadPlace; onAdd: () => void }) {
  const update = useCommand('caseloadViews.update')
  const { view, filter, isChanged } = place
  if (!isChanged || !view) return null
  const { own } = view
  const keep = (kept: CaseloadView) =>
    update.mutate(
      { id: kept.id, revision: kept.revision, view: CaseloadViewDraft.parse({ name: kept.name, filter }) },
      {
        onSuccess: answer => {
          toast(
            answer.outcome === 'saved' ? `“${kept.name}” is changed` : 'This view was changed elsewhere. Look again.',
          )
          if (answer.outcome === 'saved') place.show(kept.id)
        },
      },
    )
  return (
    <>
      <Button kind="quiet" size="small" onClick={() => place.show(view.key)}>
        Undo changes
      </Button>
      {own && (
        <Button size="small" busy={update.isPending} onClick={() => keep(own)}>
          Change this view
        </Button>
      )}
      <Button size="small" icon="add" onClick={onAdd}>
        Keep as a view
      </Button>
    </>
  )
}

function ViewMenu({ place, onDo }: { place: CaseloadPlace; onDo: (doing: Doing) => void }) {
  const setStandard = useCommand('caseloadViews.setStandard')
  const { view, standard } = place
  if (!view) return null
  const { own } = view
  const isStandard = view.key === standard
  const open: MenuItem = {
    id: 'standard',
    label: 'Open the caseload with this view',
    icon: 'star',
    disabled: isStandard ? 'It does already' : undefined,
    onSelect: () =>
      setStandard.mutate(
        { view: view.key },
        { onSuccess: () => toast(`The caseload opens with “${view.name}” from now on`) },
      ),
  }
  const ofOwn: MenuItem[] = own
    ? [
        { id: 'rename', label: 'Rename…', icon: 'edit', onSelect: () => onDo({ is: 'rename', view: own }) },
        {
          id: 'remove',
          label: 'Delete…',
          icon: 'remove',
          danger: true,
          onSelect: () => onDo({ is: 'remove', view: own }),
        },
      ]
    : []
  const add: MenuItem = { id: 'add', label: 'Keep as a new view…', icon: 'add', onSelect: () => onDo({ is: 'add' }) }
  return <Menu label={`View “${view.name}”`} items={[open, add, ...ofOwn]} />
}

function RemoveView({ view, place, onClose }: { view: CaseloadView; place: CaseloadPlace; onClose: () => void }) {
  const remove = useCommand('caseloadViews.remove')
  const confirm = () =>
    remove.mutate(
      { id: view.id, revision: view.revision },
      {
        onSuccess: () => {
          toast(`“${view.name}” is deleted`)
          onClose()
          place.show(place.standard === view.id ? 'mine' : place.standard)
        },
      },
    )
  return (
    <ConfirmDialog
      title="Delete this view?"
      open
      onClose={onClose}
      confirmLabel="Delete view"
      onConfirm={confirm}
      tone="danger"
      busy={remove.isPending}
      error={remove.error}
    >
      “{view.name}” goes from your views. The cases in it stay as they are.
    </ConfirmDialog>
  )
}
