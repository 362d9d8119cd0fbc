import { orderKindOf } from '../../../shared/rules/order-kinds.ts'
import {
  breachHints as hints,
  breachQuestions as questions,
  servedThen,
  servedThenSentence,
} from '../../../shared/wording/breaches.ts'
import { orderTitle, yesNoWords } from '../../../shared/wording/orders.ts'
import { EventId } from '../../../shared/kernel/ids.ts'
import { useCall, usePages } from '../../lib/api.ts'
import { useLinkable, useLinked } from '../../lib/linked-records.ts'
import { Banner } from '../../ui/Banner.tsx'
import { ChecksField } from '../../ui/ChecksField.tsx'
import { ChoiceField } from '../../ui/ChoiceField.tsx'
import { DayField } from '../../ui/DayField.tsx'
import { useDraftForm } from '../../ui/draft-form.ts'
import { FormSection } from '../../ui/Form.tsx'
import { LinkedRecordsField } from '../../ui/LinkedRecordsField.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { WhenText } from '../../ui/typed-dates.ts'
import { WhenField } from '../../ui/WhenField.tsx'
import { BreachAnswers, type BreachTyped } from './breach-answers.ts'
import type { OrderPlace } from './order-place.ts'

/** The form of a breach: new or edited, the questions are the same. */
export const useBreachForm = (draftKey: string, start: BreachTyped) => useDraftForm(BreachAnswers, draftKey, start)
export type BreachForm = ReturnType<typeof useBreachForm>

/** Kinds of record that a breach can belong to: everything but orders, which it names by themselves. */
const linkable = ['incident', 'police-contact', 'hearing', 'breach'] as const

type FieldsProps = { form: BreachForm; place: OrderPlace; id: EventId | null }

/** Every question about a breach, in the order in which one would tell it. */
export function BreachFields({ form, place, id }: FieldsProps) {
  const options = useLinkable(place.caseId, linkable).filter(record => record.id !== id)
  const linked = useLinked(id)
  return (
    <>
      <OrderQuestions form={form} place={place} />
      <WhenField label={questions.when} {...form.getInputProps('when')} />
      <TextField
        label={questions.what}
        hint={hints.what}
        lines={5}
        maxLength={10_000}
        {...form.getInputProps('what')}
      />
      <TextField
        label={questions.evidence}
        hint={hints.evidence}
        lines={2}
        optional
        maxLength={4_000}
        {...form.getInputProps('evidence')}
      />
      <TextField
        label={questions.witnesses}
        hint={hints.witnesses}
        lines={2}
        optional
        maxLength={2_000}
        {...form.getInputProps('witnesses')}
      />
      <PoliceQuestions form={form} />
      <LinkedRecordsField
        label={questions.links}
        hint={hints.links}
        optional
        options={options}
        linked={linked}
        {...form.getInputProps('links')}
      />
    </>
  )
}

function OrderQuestions({ form, place }: Omit<FieldsProps, 'id'>) {
  const orders = usePages('orders.listForCase', { caseId: place.caseId, filter: { show: 'all', withdrawn: false } })
  const chosen = EventId.safeParse(form.values.orderId).data
  const order = useCall('orders.find', { id: chosen ?? nobody }, { enabled: chosen !== undefined }).data
  const options = orders.rows
    .filter(({ kind }) => orderKindOf(kind)?.nature !== 'gap')
    .map(one => ({ value: one.id, label: orderTitle(one) }))
  const when = WhenText.safeParse(form.values.when).data
  const caution = order && when ? servedThenSentence[servedThen(order, { when })] : null
  const choose = (id: string | null) => form.setValues({ orderId: id, terms: [] }) // terms are numbers of their own order
  return (
    <>
      <SelectField
        label={questions.orderId}
        options={options}
        searchable={false}
        width="full"
        autoFocus
        {...form.getInputProps('orderId')}
        onChange={choose}
      />
      {order && order.terms.length > 0 && (
        <ChecksField
          label={questions.terms}
          hint={hints.terms}
          options={order.terms.map(({ number, text }) => ({ value: number, label: number, hint: text }))}
          {...form.getInputProps('terms')}
        />
      )}
      {caution !== null && <Banner tone="warning" title={caution} />}
    </>
  )
}
const nobody = EventId.parse('00000000-0000-0000-0000-000000000000') // never asked about: the call is off then

function PoliceQuestions({ form }: { form: BreachForm }) {
  const { reported, answered, arrest } = form.values
  return (
    <FormSection title="Police">
      <ChoiceField
        label={questions.reported}
        options={yesNoWords}
        look="segmented"
        {...form.getInputProps('reported')}
      />
      {reported === 'yes' && (
        <>
          <WhenField label="When it was reported" {...form.getInputProps('reportedAt')} />
          <TextField label="Police reference" optional maxLength={60} {...form.getInputProps('reference')} />
        </>
      )}
      {reported !== null && reported !== 'no' && (
        <>
          <ChoiceField
            label="Did police come, or get in touch?"
            options={yesNoWords}
            look="segmented"
            optional
            {...form.getInputProps('answered')}
          />
          {answered === 'yes' && (
            <WhenField label="When police came" hint={hints.arrived} {...form.getInputProps('arrived')} />
          )}
          <ChoiceField
            label="Was there an arrest?"
            options={yesNoWords}
            look="segmented"
            {...form.getInputProps('arrest')}
          />
          {arrest === 'yes' && <DayField label="Arrested on" optional {...form.getInputProps('arrestedOn')} />}
          <ChoiceField
            label="Was there a charge?"
            options={yesNoWords}
            look="segmented"
            {...form.getInputProps('charged')}
          />
          <TextField
            label="What came of it"
            hint={hints.outcome}
            lines={2}
            optional
            maxLength={2_000}
            {...form.getInputProps('outcome')}
          />
        </>
      )}
    </FormSection>
  )
}
