import { policeForceNames } from '../../../shared/rules/police-forces.ts'
import type { CalendarDay } from '../../../shared/kernel/dates.ts'
import type { EventId } from '../../../shared/kernel/ids.ts'
import { offences } from '../../../shared/rules/offences.ts'
import { outcomeCodes } from '../../../shared/rules/outcome-codes.ts'
import { yesNoWords } from '../../../shared/wording/orders.ts'
import { channelWords } from '../../../shared/wording/police-contacts.ts'
import {
  notLawWords,
  offenceName,
  policeReportHints as hints,
  policeReportQuestions as questions,
  reportDay,
} from '../../../shared/wording/police-reports.ts'
import { useLinkable, useLinked } from '../../lib/linked-records.ts'
import { ChoiceField } from '../../ui/ChoiceField.tsx'
import { DayField } from '../../ui/DayField.tsx'
import { FieldRow, FormSection } from '../../ui/Form.tsx'
import { KnownField } from '../../ui/KnownField.tsx'
import { LinkedRecordsField } from '../../ui/LinkedRecordsField.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { WhenText } from '../../ui/typed-dates.ts'
import { WhenField } from '../../ui/WhenField.tsx'
import { ReclassificationFields } from './ReclassificationFields.tsx'
import type { ReportForm } from './police-report-form.ts'
import type { PoliceReportPlace } from './police-report-place.ts'

const linkable = ['police-contact', 'incident', 'breach'] as const
const courtGroup = (mode: string): string => (mode === 'summary' ? 'Only in a magistrates’ court' : 'In either court')
/** The offences of the list, those that were no law on the day of the report last and marked. */
const offenceOptions = (reportedOn: CalendarDay | null) =>
  offences
    .map(({ id, mode }) => {
      const notLaw = notLawWords(id, reportedOn)
      const label = notLaw === null ? offenceName(id) : `${offenceName(id)}. ${notLaw}`
      return { value: id, label, group: notLaw === null ? courtGroup(mode) : 'Not law on the day of the report' }
    })
    .toSorted((one, other) => groupOrder.indexOf(one.group) - groupOrder.indexOf(other.group))
const groupOrder = [courtGroup('summary'), courtGroup('either-way'), 'Not law on the day of the report']
const outcomeOptions = outcomeCodes.map(({ code, label }) => ({
  value: String(code),
  label: `${String(code)}: ${label}`,
}))

type FieldsProps = { form: ReportForm; place: PoliceReportPlace; id: EventId | null }

/** Every question about a police report, in the order in which one would tell it. */
export function PoliceReportFields({ form, place, id }: FieldsProps) {
  const options = useLinkable(place.caseId, linkable)
  const linked = useLinked(id)
  return (
    <>
      <WhenField label={questions.when} autoFocus {...form.getInputProps('when')} />
      <ChoiceField
        label={questions.channel}
        options={channelWords}
        look="segmented"
        {...form.getInputProps('channel')}
      />
      <WhoQuestions form={form} />
      <CrimeQuestions form={form} />
      <OutcomeQuestions form={form} />
      <FormSection title="What belongs to it">
        <ChoiceField
          label={questions.linkedByPolice}
          options={yesNoWords}
          look="segmented"
          {...form.getInputProps('linkedByPolice')}
        />
        <LinkedRecordsField
          label={questions.links}
          hint={hints.links}
          optional
          options={options}
          linked={linked}
          {...form.getInputProps('links')}
        />
        <TextField label={questions.note} lines={3} optional maxLength={10_000} {...form.getInputProps('note')} />
      </FormSection>
    </>
  )
}

function WhoQuestions({ form }: { form: ReportForm }) {
  return (
    <FormSection title="Who and which numbers">
      <KnownField
        label={questions.force}
        hint={hints.force}
        suggestions={policeForceNames}
        {...form.getInputProps('force')}
      />
      <KnownField label={questions.officer} hint={hints.officer} {...form.getInputProps('officer')} />
      <KnownField
        label={questions.collarNumber}
        hint={hints.collarNumber}
        width="short"
        {...form.getInputProps('collarNumber')}
      />
      <FieldRow>
        <TextField
          label={questions.logNumber}
          hint={hints.logNumber}
          optional
          maxLength={60}
          {...form.getInputProps('logNumber')}
        />
        <TextField
          label={questions.crimeReference}
          hint={hints.crimeReference}
          optional
          maxLength={60}
          {...form.getInputProps('crimeReference')}
        />
      </FieldRow>
    </FormSection>
  )
}

function CrimeQuestions({ form }: { form: ReportForm }) {
  const { when, believedOffence } = form.values
  const read = WhenText.safeParse(when).data
  const reportedOn = read ? reportDay(read) : null
  const law = offences.filter(({ id }) => notLawWords(id, reportedOn) === null)
  return (
    <FormSection title="What it was recorded as">
      <KnownField
        label={questions.recordedAs}
        hint={hints.recordedAs}
        suggestions={law.map(({ id }) => offenceName(id))}
        {...form.getInputProps('recordedAs')}
      />
      <DayField label={questions.recordedOn} optional {...form.getInputProps('recordedOn')} />
      <SelectField
        label={questions.believedToBe}
        hint={(believedOffence && notLawWords(believedOffence, reportedOn)) ?? hints.believedToBe}
        options={offenceOptions(reportedOn)}
        width="full"
        optional
        emptyLabel="Type to find"
        {...form.getInputProps('believedOffence')}
      />
      <TextField
        label="Why you believe so"
        hint={hints.believedNote}
        lines={2}
        optional
        maxLength={4_000}
        {...form.getInputProps('believedNote')}
      />
      <ReclassificationFields form={form} />
    </FormSection>
  )
}

function OutcomeQuestions({ form }: { form: ReportForm }) {
  return (
    <FormSection title="What came of it" hint="Leave this empty while there is no outcome.">
      <SelectField
        label="Outcome code"
        hint={hints.outcomeCode}
        options={outcomeOptions}
        width="full"
        optional
        emptyLabel="Type a number or a word"
        {...form.getInputProps('outcomeCode')}
      />
      <FieldRow>
        <DayField label="Outcome on" optional {...form.getInputProps('outcomeOn')} />
        <TextField
          label="Part of the code"
          hint={hints.subCode}
          optional
          maxLength={20}
          {...form.getInputProps('outcomeSubCode')}
        />
      </FieldRow>
      <TextField
        label="Reason"
        hint={hints.outcomeReason}
        lines={2}
        optional
        maxLength={2_000}
        {...form.getInputProps('outcomeReason')}
      />
    </FormSection>
  )
}
