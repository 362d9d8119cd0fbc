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
import { isProse, withBoth } from './prose.ts'
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
type Conflict<Saved, Draft> = { current: Saved; yours: Draft }
type Answer<Saved, Draft> = { outcome: 'saved' } | ({ outcome: 'conflict' } & Conflict<Saved, Draft>)

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
  /** Takes the picked questions from `theirs` and every other from `mine`. */
  combine: (mine: Draft, theirs: Draft, fromTheirs: ReadonlySet<string>) => Draft
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
  const { noun, short = noun, form, saving, draftOf, toTyped, diff, combine, place, children } = editing
  const { title = `Edit ${noun}`, formLabel = `Edit ${noun}`, frame: Frame = Beside } = editing
  const [conflict, setConflict] = useState<Conflict<Saved, Draft> | null>(null)
  const nameOf = useUserNames()
  const finish = async () => {
    await forget(form)
    toast(editing.savedWords ?? 'Changes saved')
    place.show()
    focusList()
  }
  const save = (draft: Draft, revision: number) =>
    editing.save(draft, revision, answer => (answer.outcome === 'conflict' ? setConflict(answer) : void finish()))
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
  const { current, yours } = conflict
  return (
    <Frame title={`Two versions of this ${short}`} wide onClose={() => setConflict(null)}>
      <ConflictView
        who={nameOf(current.updatedBy)}
        when={showMoment(current.updatedAt, london)}
        fields={diff(current, yours)}
        busy={saving.isPending}
        error={saving.error}
        onKeepMine={() => save(yours, current.revision)}
        onTakeTheirs={() => void takeTheirs(form, place)}
        canKeepBoth={isProse}
        onCombine={(fromTheirs, both) => {
          const combined = combine(yours, current, fromTheirs)
          form.setValues(toTyped(withBoth(combined, [current, yours], both), current.revision))
          setConflict(null)
        }}
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
