import { longestNarrative } from '../../../shared/features/incidents.ts'
import type { CaseId, EventId } from '../../../shared/kernel/ids.ts'
import { behaviourGroups, behaviours } from '../../../shared/rules/behaviours.ts'
import {
  answeredWords,
  fearWords,
  incidentHints as hints,
  incidentQuestions as questions,
  sourceWords,
} from '../../../shared/wording/incidents.ts'
import { useLinkable, useLinked } from '../../lib/linked-records.ts'
import { CheckGroupsField } from '../../ui/CheckGroupsField.tsx'
import { ChoiceField } from '../../ui/ChoiceField.tsx'
import { DayField } from '../../ui/DayField.tsx'
import { useDraftForm } from '../../ui/draft-form.ts'
import { FilesField } from '../../ui/FilesField.tsx'
import { FieldRow, FormSection } from '../../ui/Form.tsx'
import { forgetFormFiles } from '../../ui/form-files.ts'
import { missingWords } from '../../ui/KnownField.tsx'
import { LinkedRecordsField } from '../../ui/LinkedRecordsField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { WhenField } from '../../ui/WhenField.tsx'
import { IncidentAnswers, type TypedIncident } from './incident-answers.ts'

/** The form of an incident: new or edited, the questions are the same. */
export function useIncidentForm(draftKey: string, start: TypedIncident) {
  const form = useDraftForm(IncidentAnswers, draftKey, start)
  const discardDraft = () => {
    forgetFormFiles(draftKey)
    return form.discardDraft()
  }
  return { ...form, draftKey, discardDraft }
}
export type IncidentForm = ReturnType<typeof useIncidentForm>

export const behaviourChoices = behaviourGroups.map(({ id, label }) => ({
  id,
  label,
  options: behaviours.filter(({ group }) => group === id).map(each => ({ value: each.id, label: each.label })),
}))
const fearOptions = {
  ...fearWords,
  unknown: missingWords('unknown'),
  'not-asked': missingWords('not-asked'),
  declined: missingWords('declined'),
}
const completeOptions = { yes: 'Yes', no: 'No, to be completed' }
const accounts = ['clientSaid', 'observed', 'othersSaid', 'opinion'] as const

type FieldsProps = {
  form: IncidentForm
  caseId: CaseId
  /** Null: not saved yet. */
  id: EventId | null
}

/** Every question about an incident, in the order in which one would tell it. */
export function IncidentFields({ form, caseId, id }: FieldsProps) {
  return (
    <>
      <FormSection title="When and where">
        <WhenField label={questions.when} anyZone autoFocus {...form.getInputProps('when')} />
        <TextField
          label={questions.place}
          hint={hints.place}
          optional
          width="full"
          maxLength={300}
          {...form.getInputProps('place')}
        />
        <ChoiceField label={questions.source} options={sourceWords} {...form.getInputProps('source')} />
      </FormSection>
      <FormSection title="What happened" hint="Each account has a place of its own. Leave empty what you don’t have.">
        {accounts.map(name => (
          <TextField
            key={name}
            label={questions[name]}
            hint={hints[name]}
            lines={name === 'clientSaid' ? 5 : 2}
            optional
            maxLength={longestNarrative}
            {...form.getInputProps(name)}
          />
        ))}
        <TextField
          label={questions.witnesses}
          hint={hints.witnesses}
          lines={1}
          width="full"
          optional
          maxLength={2_000}
          {...form.getInputProps('witnesses')}
        />
      </FormSection>
      <FormSection title="Behaviour">
        <CheckGroupsField
          label={questions.behaviours}
          hint={hints.behaviours}
          groups={behaviourChoices}
          findLabel="Find a behaviour"
          {...form.getInputProps('behaviours')}
        />
      </FormSection>
      <EffectAndOrders form={form} />
      <Together form={form} caseId={caseId} id={id} />
      <FormSection title="Files" hint="Photos, screenshots, messages. Copies are sealed in the vault when you save.">
        <FilesField label="Files to attach" draftKey={form.draftKey} {...form.getInputProps('files')} />
      </FormSection>
      <FormSection title="This record">
        <ChoiceField
          label="Is this record complete?"
          options={completeOptions}
          look="segmented"
          {...form.getInputProps('finished')}
        />
      </FormSection>
    </>
  )
}

const linkable = ['incident', 'breach', 'police-report', 'police-contact'] as const
function Together({ form, caseId, id }: FieldsProps) {
  const options = useLinkable(caseId, linkable).filter(record => record.id !== id)
  return (
    <FormSection title="What belongs to it">
      <LinkedRecordsField
        label={questions.links}
        hint={hints.links}
        optional
        options={options}
        linked={useLinked(id)}
        {...form.getInputProps('links')}
      />
    </FormSection>
  )
}

function EffectAndOrders({ form }: { form: IncidentForm }) {
  const isReported = form.getValues().reported === 'yes'
  return (
    <>
      <FormSection title="Effect">
        <TextField
          label={questions.impact}
          hint={hints.impact}
          lines={3}
          optional
          maxLength={10_000}
          {...form.getInputProps('impact')}
        />
        <ChoiceField label={questions.fear} options={fearOptions} look="segmented" {...form.getInputProps('fear')} />
      </FormSection>
      <FormSection title="Reported and orders">
        <ChoiceField label={questions.reported} options={answeredWords} {...form.getInputProps('reported')} />
        {(isReported || form.getValues().reportedOn !== null || form.getValues().reference !== null) && (
          <FieldRow>
            <DayField label={questions.reportedOn} optional {...form.getInputProps('reportedOn')} />
            <TextField
              label={questions.reference}
              hint={hints.reference}
              optional
              maxLength={60}
              {...form.getInputProps('reference')}
            />
          </FieldRow>
        )}
        <ChoiceField label={questions.orderBreached} options={answeredWords} {...form.getInputProps('orderBreached')} />
      </FormSection>
    </>
  )
}
