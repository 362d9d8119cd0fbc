import { useEffect, useEffectEvent, useState } from 'react'
import type { Bundle, BundleDraft } from '../../../shared/features/bundles.ts'
import type { ErrorShape } from '../../../shared/kernel/errors.ts'
import type { Revision } from '../../../shared/kernel/event.ts'
import { useCommand } from '../../lib/api.ts'
import { useDraftForm } from '../../ui/draft-form.ts'
import type { ThreeWay } from '../../ui/three-way.ts'
import { toast } from '../../ui/toast.ts'
import { BundleAnswers, bundleToTyped, sameAnswers, type TypedBundle } from './bundle-answers.ts'
import type { BundleForm } from './BundleFacts.tsx'
import type { ChangeSections } from './section-doing.ts'
import { useBuilding, type Building } from './use-building.ts'

type Conflict = { current: Bundle; versions: ThreeWay<BundleDraft> }
export type Builder = {
  form: BundleForm
  change: ChangeSections
  /** What is on screen differs from the record. */
  unsaved: boolean
  busy: boolean
  error: ErrorShape | null
  conflict: Conflict | null
  /** Leaves the two versions, as they were chosen from or not. */
  settle: () => void
  save: () => void
  saveOver: (bundle: BundleDraft, revision: Revision) => void
  /** Saves what is unsaved, then makes a version of it. */
  make: () => void
  building: Building
}

/** The form of a bundle that stays open from save to save, and what is made of it. */
export function useBuilder(bundle: Bundle): Builder {
  const { id, revision } = bundle
  const stored = bundleToTyped(bundle, revision)
  const form = useDraftForm(BundleAnswers, `bundle:edit:${id}`, stored)
  const update = useCommand('bundles.update')
  const building = useBuilding()
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const unsaved = form.initialized && !sameAnswers(form.getValues(), stored)
  const follow = useEffectEvent(() => {
    // Saved elsewhere, and nothing unsaved here: what is on screen follows.
    if (form.initialized && !form.isDirty()) adopt(form, bundle)
  })
  useEffect(() => follow(), [revision])
  const write = (draft: BundleDraft, from: Revision, then?: (saved: Bundle) => void) => {
    const sent = form.getValues()
    update.mutate(
      { id, revision: from, bundle: draft },
      {
        onSuccess: answer => {
          if (answer.outcome === 'conflict') return setConflict(conflictOf(form, answer))
          form.startFrom(bundleToTyped(answer.record, answer.record.revision))
          form.setFieldValue('revision', answer.record.revision)
          // What was typed while it was being saved is kept as a draft.
          if (sameAnswers(form.getValues(), sent)) adopt(form, answer.record)
          then?.(answer.record)
        },
      },
    )
  }
  const submit = (then?: (saved: Bundle) => void) =>
    form.onSubmit(answers => write(answers.bundle, answers.revision, then))()
  const make = (saved: Pick<Bundle, 'id' | 'revision'>) => building.start({ id: saved.id, revision: saved.revision })
  return {
    ...{ form, unsaved, conflict, building, busy: update.isPending, error: update.error },
    change: next => form.setFieldValue('sections', typeof next === 'function' ? next(form.getValues().sections) : next),
    settle: () => setConflict(null),
    save: () => submit(() => toast('Bundle saved')),
    saveOver: write,
    make: () => (unsaved ? submit(make) : make(bundle)),
  }
}

/** Puts the record as it is now on screen; there is nothing unsaved then. */
function adopt(form: BundleForm, record: Bundle): void {
  const typed = bundleToTyped(record, record.revision)
  form.startFrom(typed)
  form.setValues(typed)
  form.resetDirty(typed)
  void form.discardDraft()
}

function conflictOf(form: BundleForm, { current, yours }: { current: Bundle; yours: BundleDraft }): Conflict {
  const settled = (typed: TypedBundle | null) => typed && (form.read(typed)?.bundle ?? null)
  const theirs = settled(bundleToTyped(current, current.revision)) ?? current
  return { current, versions: { opened: settled(form.openedAs()), theirs, yours } }
}
