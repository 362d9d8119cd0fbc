import { useMatch, useRouter } from '@tanstack/react-router'
import { longestNarrative } from '../../../shared/features/incidents.ts'
import type { CaseId } from '../../../shared/kernel/ids.ts'
import {
  incidentHints as hints,
  incidentQuestions as questions,
  sourceWords,
} from '../../../shared/wording/incidents.ts'
import { useCommand } from '../../lib/api.ts'
import { closePalette, openCapture, usePalette } from '../../lib/palette.ts'
import { CheckGroupsField } from '../../ui/CheckGroupsField.tsx'
import { ChoiceField } from '../../ui/ChoiceField.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { useDraftForm } from '../../ui/draft-form.ts'
import { DraftForm, forget } from '../../ui/DraftForm.tsx'
import { useShortcut } from '../../ui/shortcuts.ts'
import { TextField } from '../../ui/TextField.tsx'
import { toast } from '../../ui/toast.ts'
import { WhenField } from '../../ui/WhenField.tsx'
import { CaseField } from './CaseField.tsx'
import { behaviourChoices } from './IncidentFields.tsx'
import { QuickAnswers, quickDraftKey, quickStart } from './quick-answers.ts'

/** Q, from anywhere: what just happened, in a sentence, before it is forgotten. Saved as an incident to be completed. */
export function QuickCapture() {
  const open = usePalette(state => state.open === 'capture')
  const idle = usePalette(state => state.open === null)
  const inCase = useMatch({ from: '/shell/cases/$caseId', shouldThrow: false })
  useShortcut('Q', 'Capture an incident', { run: openCapture, group: 'Everywhere', enabled: idle })
  return (
    <Dialog title="Capture an incident" open={open} onClose={closePalette}>
      <CaptureForm caseId={inCase?.params.caseId ?? null} />
    </Dialog>
  )
}

const precisions = ['minute', 'day', 'about', 'unknown'] as const

function CaptureForm({ caseId }: { caseId: CaseId | null }) {
  const router = useRouter()
  const record = useCommand('incidents.record')
  const form = useDraftForm(QuickAnswers, quickDraftKey, quickStart(caseId))
  const save = form.onSubmit(answers =>
    record.mutate(answers, {
      onSuccess: saved => {
        const params = { caseId: saved.caseId }
        const search = { selected: saved.id, mode: 'edit' } as const
        const complete = () => void router.navigate({ to: '/cases/$caseId/incidents', params, search })
        toast('Incident saved, to be completed', { action: { label: 'Complete it now', onSelect: complete } })
        closePalette()
        void forget(form)
      },
    }),
  )
  return (
    <DraftForm
      form={form}
      label="Capture an incident"
      busy={record.isPending}
      error={record.error}
      onSubmit={save}
      onClose={closePalette}
      submitLabel="Save for later"
    >
      <CaseField {...form.getInputProps('caseId')} />
      <TextField
        label="What happened"
        hint={hints.quick}
        lines={3}
        autoFocus
        maxLength={longestNarrative}
        {...form.getInputProps('words')}
      />
      <WhenField label={questions.when} precisions={precisions} {...form.getInputProps('when')} />
      <ChoiceField label={questions.source} options={sourceWords} {...form.getInputProps('source')} />
      <CheckGroupsField
        label={questions.behaviours}
        optional
        compact
        groups={behaviourChoices}
        findLabel="Find a behaviour"
        {...form.getInputProps('behaviours')}
      />
    </DraftForm>
  )
}
