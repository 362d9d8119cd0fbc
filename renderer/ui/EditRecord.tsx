import { useState, type ComponentType, type ReactNode } from 'react'
import { london, type Instant } from '../../shared/kernel/dates.ts'
import type { ErrorShape } from '../../shared/kernel/errors.ts'
import type { UserId } from '../../shared/kernel/ids.ts'
import { showMoment } from '../../shared/kernel/uk-dates.ts'
import { useUserNames } from '../lib/user-names.ts'
import { ConflictView } from './ConflictView.tsx'
import { DetailPane } from './DetailPane.tsx'
import type { DiffField } from './DiffView.tsx'
import type { useDraftForm } from './draft-form.ts'
import { DraftForm, forget } from './DraftForm.tsx'
import { focusList } from './list-focus.ts'
import { isProse } from './prose.ts'
import type { ThreeWay } from './three-way.ts'
import { toast } from './toast.ts'

/** `wide`: two versions stand side by side. */
export type FrameProps = { title: string; wide: boolean; onClose: () => void; children: ReactNode }
const Beside = ({ title, onClose, children }: FrameProps) => (
  <DetailPane title={title} onClose={onClose}>
    {children}
  </DetailPane>
)

type Fields = Record<string, unknown>
type Stamped = { revision: number; updatedAt: Instant; updatedBy: UserId }
type Answer<Saved, Draft> = { outcome: 'saved' } | { outcome: 'conflict'; current: Saved; yours: Draft }
type Conflict<Draft> = { by: Stamped; versions: ThreeWay<Draft> }

type Editing<
  Saved extends Stamped & Draft,
  Draft extends object,
  Typed extends Fields,
  Answers extends { revision: number },
> = {
  /** What is edited, as in "Edit order"; `short` in "Two versions of this order". */
  noun: string
  short?: string
  /** Where the form has a heading, a name, a button or a last word of its own. */
  title?: string
  formLabel?: string
  submitLabel?: string
  /** The same where the answers of two versions are saved. */
  saveChosenLabel?: string
  savedWords?: string
  /** What it stands in, where that is not the pane beside a list. */
  frame?: ComponentType<FrameProps>
  form: ReturnType<typeof useDraftForm<Typed, Answers>>
  saving: { isPending: boolean; error: ErrorShape | null }
  save: (draft: Draft, revision: number, onAnswer: (answer: Answer<Saved, Draft>) => void) => void
  draftOf: (answers: Answers) => Draft
  /** A record as it would have been typed. */
  toTyped: (draft: Draft, revision: number) => Typed
  diff: (theirs: Draft, mine: Draft) => DiffField[]
  /** The ways from here: to the record as it stands, back to this form, and away. */
  place: { show: () => void; edit: () => void; close: () => void }
  /** Its questions. */
  children: ReactNode
}

/** Corrects a record. Where somebody else saved in between, both versions are shown and nothing is lost. */
export function EditRecord<
  Saved extends Stamped & Draft,
  Draft extends object,
  Typed extends Fields,
  Answers extends { revision: number },
>(editing: Editing<Saved, Draft, Typed, Answers>) {
  const { noun, short = noun, form, saving, draftOf, toTyped, diff, place, children } = editing
  const { title = `Edit ${noun}`, formLabel = `Edit ${noun}`, frame: Frame = Beside } = editing
  const [conflict, setConflict] = useState<Conflict<Draft> | null>(null)
  const nameOf = useUserNames()
  const finish = async () => {
    await forget(form)
    toast(editing.savedWords ?? 'Changes saved')
    place.show()
    focusList()
  }
  /** As a form would hand it over: only so can two states be compared. */
  const settled = (typed: Typed | null): Draft | null => {
    const answers = typed && form.read(typed)
    return answers && draftOf(answers)
  }
  const save = (draft: Draft, revision: number) =>
    editing.save(draft, revision, answer => {
      if (answer.outcome === 'saved') return void finish()
      const { current, yours } = answer
      const theirs = settled(toTyped(current, current.revision)) ?? current
      setConflict({ by: current, versions: { opened: settled(form.openedAs()), theirs, yours } })
    })
  if (!conflict)
    return (
      <Frame title={title} wide={false} onClose={place.close}>
        <DraftForm
          form={form}
          label={formLabel}
          busy={saving.isPending}
          error={saving.error}
          onSubmit={form.onSubmit(answers => save(draftOf(answers), answers.revision))}
          onClose={place.close}
          submitLabel={editing.submitLabel ?? 'Save changes'}
        >
          {children}
        </DraftForm>
      </Frame>
    )
  const { by, versions } = conflict
  const take = (chosen: Draft): Draft | null => {
    const typed = toTyped(chosen, by.revision)
    form.startFrom(toTyped(versions.theirs, by.revision))
    form.setValues(typed)
    return settled(typed)
  }
  return (
    <Frame title={`Two versions of this ${short}`} wide onClose={() => setConflict(null)}>
      <ConflictView
        key={by.revision}
        who={nameOf(by.updatedBy)}
        when={showMoment(by.updatedAt, london)}
        versions={versions}
        fields={diff(versions.theirs, versions.yours)}
        saveLabel={editing.saveChosenLabel}
        busy={saving.isPending}
        error={saving.error}
        onSave={chosen => {
          const draft = take(chosen)
          if (draft) return save(draft, by.revision)
          // Answers that do not go together are put right in the form.
          setConflict(null)
          form.validate()
        }}
        onEdit={chosen => {
          take(chosen)
          setConflict(null)
        }}
        onTakeTheirs={() => void takeTheirs(form, place)}
        canKeepBoth={isProse}
      />
    </Frame>
  )
}

type Kept<Typed extends Fields, Answers> = ReturnType<typeof useDraftForm<Typed, Answers>>
type Place = { show: () => void; edit: () => void }
/** Leaves the record as somebody else saved it. One's own words can still be had back. */
async function takeTheirs<Typed extends Fields, Answers>(form: Kept<Typed, Answers>, place: Place): Promise<void> {
  const mine = form.getValues()
  const bringBack = () => void form.writeDraft(mine).then(place.edit)
  await forget(form)
  place.show()
  toast('Their version stands', { tone: 'info', action: { label: 'Bring mine back', onSelect: bringBack } })
}
