import type * as z from 'zod'
import type { CalendarDay } from '../../../shared/kernel/dates.ts'
import type { CaseId, EventId } from '../../../shared/kernel/ids.ts'
import { hearingKinds } from '../../../shared/rules/hearing-kinds.ts'
import {
  clientRequiredWords,
  courtWords,
  hearingHints as hints,
  hearingQuestions as questions,
  modeWords,
} from '../../../shared/wording/hearings.ts'
import { dayOf } from '../../../shared/kernel/uk-dates.ts'
import { ChoiceField } from '../../ui/ChoiceField.tsx'
import { DayField } from '../../ui/DayField.tsx'
import { FieldRow, FormSection } from '../../ui/Form.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { WhenText } from '../../ui/typed-dates.ts'
import { WhenField } from '../../ui/WhenField.tsx'
import { ClashBanner } from './ClashBanner.tsx'
import { DirectionFields } from './DirectionFields.tsx'
import type { HearingForm } from './hearing-form.ts'
import { MeasureFields } from './MeasureFields.tsx'

export const hearingPrecisions = ['minute', 'day'] as const
export const kindOptions = hearingKinds.map(({ id, label, court }) => ({
  ...{ value: id, group: courtWords[court] },
  label: court === 'other' ? label : `${label} (${courtWords[court]})`,
}))

/** The day that was typed, if it is one yet. */
export function typedDay(when: z.input<typeof WhenText> | undefined): CalendarDay | null {
  const parsed = WhenText.safeParse(when)
  return parsed.success && parsed.data.from !== null ? dayOf(parsed.data.from, parsed.data.zone) : null
}

type FieldsProps = { form: HearingForm; caseId: CaseId; exceptId: EventId | null; whenHint: string }

/** Every question about a hearing: the listing, the people, the protection, what it is about. */
export function HearingFields({ form, caseId, exceptId, whenHint }: FieldsProps) {
  return (
    <>
      <WhenField
        label={questions.when}
        hint={whenHint}
        precisions={hearingPrecisions}
        autoFocus
        {...form.getInputProps('when')}
      />
      <ClashBanner caseId={caseId} day={typedDay(form.getValues().when)} exceptId={exceptId} />
      <SelectField label={questions.kind} options={kindOptions} width="full" {...form.getInputProps('kind')} />
      <TextField label={questions.court} maxLength={160} {...form.getInputProps('court')} />
      <TextField label={questions.courtAddress} optional maxLength={300} {...form.getInputProps('courtAddress')} />
      <FieldRow>
        <TextField label={questions.room} optional maxLength={80} {...form.getInputProps('room')} />
        <TextField
          label={questions.listingNote}
          hint={hints.listingNote}
          optional
          maxLength={200}
          {...form.getInputProps('listingNote')}
        />
      </FieldRow>
      <TextField
        label={questions.caseNumber}
        hint={hints.caseNumber}
        optional
        maxLength={60}
        {...form.getInputProps('caseNumber')}
      />
      <ChoiceField label={questions.mode} options={modeWords} {...form.getInputProps('mode')} />
      {form.getValues().mode !== 'in-person' && (
        <TextField label={questions.link} hint={hints.link} optional maxLength={500} {...form.getInputProps('link')} />
      )}
      <PeopleFields form={form} />
      <MeasureFields form={form} />
      <FormSection title="What it is about">
        <TextField label={questions.purpose} lines={2} optional maxLength={2_000} {...form.getInputProps('purpose')} />
        <TextField label={questions.judge} optional maxLength={160} {...form.getInputProps('judge')} />
      </FormSection>
      <DirectionFields form={form} />
    </>
  )
}

function PeopleFields({ form }: { form: HearingForm }) {
  return (
    <FormSection title="The client and the day">
      <ChoiceField
        label={questions.clientRequired}
        options={clientRequiredWords}
        {...form.getInputProps('clientRequired')}
      />
      <TextField
        label={questions.whoAttends}
        hint={hints.whoAttends}
        lines={2}
        optional
        maxLength={2_000}
        {...form.getInputProps('whoAttends')}
      />
      <DayField
        label={questions.courtToldOn}
        hint={hints.courtToldOn}
        optional
        {...form.getInputProps('courtToldOn')}
      />
      <TextField label={questions.interpreter} optional maxLength={200} {...form.getInputProps('interpreter')} />
      <TextField
        label={questions.arrivalPlan}
        hint={hints.arrivalPlan}
        lines={3}
        optional
        maxLength={2_000}
        {...form.getInputProps('arrivalPlan')}
      />
      <TextField
        label={questions.bring}
        hint={hints.bring}
        lines={2}
        optional
        maxLength={2_000}
        {...form.getInputProps('bring')}
      />
    </FormSection>
  )
}
