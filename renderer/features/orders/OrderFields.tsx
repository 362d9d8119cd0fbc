import type { EventId } from '../../../shared/kernel/ids.ts'
import { orderKindOf, orderKinds } from '../../../shared/rules/order-kinds.ts'
import {
  expiryWords,
  noticeWords,
  orderHints as hints,
  orderQuestions as questions,
  orderTitle,
  servedWords,
  yesNoWords,
} from '../../../shared/wording/orders.ts'
import { showWhen } from '../../../shared/wording/when.ts'
import { usePages } from '../../lib/api.ts'
import { Banner } from '../../ui/Banner.tsx'
import { ChecksField } from '../../ui/ChecksField.tsx'
import { ChoiceField } from '../../ui/ChoiceField.tsx'
import { DayField } from '../../ui/DayField.tsx'
import { useDraftForm } from '../../ui/draft-form.ts'
import { FieldRow, FormSection } from '../../ui/Form.tsx'
import { KnownField } from '../../ui/KnownField.tsx'
import { NumberedListField } from '../../ui/NumberedListField.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { WhenField } from '../../ui/WhenField.tsx'
import { OrderAnswers, type OrderTyped } from './order-answers.ts'
import type { OrderPlace } from './order-place.ts'
import { peopleOptions, usePeople } from './party-words.ts'

/** The form of an order: new or edited, the questions are the same. */
export const useOrderForm = (draftKey: string, start: OrderTyped) => useDraftForm(OrderAnswers, draftKey, start)
export type OrderForm = ReturnType<typeof useOrderForm>

const kindOptions = orderKinds
  .filter(({ status }) => status !== 'disabled')
  .map(({ id, label, group }) => ({ value: id, label, group }))
const dayOnly = ['minute'] as const

/** Every question about an order: whether it was served comes right after what it is and when it was made. */
export function OrderFields({ form, place, id }: { form: OrderForm; place: OrderPlace; id: EventId | null }) {
  return (
    <>
      <SelectField
        label={questions.kind}
        options={kindOptions}
        searchable={false}
        width="full"
        autoFocus
        {...form.getInputProps('kind')}
      />
      <KindNote form={form} />
      <KnownField label={questions.issuer} hint={hints.issuer} {...form.getInputProps('issuer')} />
      <WhenField label={questions.when} {...form.getInputProps('when')} />
      <ServiceFields form={form} />
      <EndFields form={form} />
      <FormSection title="What it says">
        <NumberedListField
          label={questions.terms}
          hint={hints.terms}
          noun="term"
          most={100}
          {...form.getInputProps('terms')}
        />
        <TextField
          label={questions.powerOfArrest}
          hint={hints.powerOfArrest}
          optional
          maxLength={300}
          width="full"
          {...form.getInputProps('powerOfArrest')}
        />
      </FormSection>
      <PeopleFields form={form} place={place} />
      <PoliceFields form={form} />
      <CourtFields form={form} place={place} id={id} />
    </>
  )
}

/** What breaking it means, and what to look at before relying on it: said as soon as the kind is chosen. */
function KindNote({ form }: { form: OrderForm }) {
  const kind = orderKindOf(form.values.kind ?? '')
  if (!kind) return null
  return (
    <Banner tone={kind.nature === 'order' && kind.check === null ? 'info' : 'warning'} title={kind.breach}>
      {kind.check ?? kind.length}
    </Banner>
  )
}

function ServiceFields({ form }: { form: OrderForm }) {
  return (
    <>
      <ChoiceField
        label={questions.served}
        hint={hints.served}
        options={servedWords}
        look="segmented"
        {...form.getInputProps('served')}
      />
      {form.values.served === 'yes' && (
        <>
          <WhenField label="When it was served" {...form.getInputProps('servedAt')} />
          <TextField
            label="How it was served"
            hint={hints.servedHow}
            optional
            maxLength={300}
            width="full"
            {...form.getInputProps('servedHow')}
          />
          <TextField label="Who served it" optional maxLength={160} {...form.getInputProps('servedBy')} />
        </>
      )}
    </>
  )
}

function EndFields({ form }: { form: OrderForm }) {
  const { expires } = form.values
  return (
    <>
      <ChoiceField
        label={questions.expires}
        hint={hints.expires}
        options={expiryWords}
        look="segmented"
        {...form.getInputProps('expires')}
      />
      {expires === 'at' && (
        <WhenField
          label="Last day, and the hour if it has one"
          precisions={dayOnly}
          {...form.getInputProps('expiresAt')}
        />
      )}
      {expires === 'event' && (
        <TextField label="What ends it" maxLength={300} width="full" {...form.getInputProps('expiresEvent')} />
      )}
    </>
  )
}

function PeopleFields({ form, place }: { form: OrderForm; place: OrderPlace }) {
  const options = peopleOptions(usePeople(place.caseId).people)
  const others = [
    { value: 'other', label: 'Somebody else' },
    { value: 'unknown', label: 'Not known' },
  ]
  return (
    <FormSection title="Who">
      <SelectField
        label={questions.respondent}
        options={[...options, ...others]}
        searchable={false}
        {...form.getInputProps('respondent')}
      />
      {form.values.respondent === 'other' && (
        <TextField label="Name of the respondent" maxLength={160} {...form.getInputProps('respondentName')} />
      )}
      <ChecksField
        label={questions.protects}
        hint={hints.protects}
        options={options}
        {...form.getInputProps('protects')}
      />
      <TextField
        label="Others it protects"
        hint={hints.otherProtects}
        lines={2}
        optional
        {...form.getInputProps('otherProtects')}
      />
    </FormSection>
  )
}

function PoliceFields({ form }: { form: OrderForm }) {
  return (
    <FormSection title="Police">
      <ChoiceField
        label={questions.policeNotified}
        hint={hints.police}
        options={yesNoWords}
        look="segmented"
        {...form.getInputProps('policeNotified')}
      />
      {form.values.policeNotified === 'yes' && (
        <FieldRow>
          <DayField label="Since when" optional {...form.getInputProps('policeOn')} />
          <TextField label="Police reference" optional maxLength={60} {...form.getInputProps('policeReference')} />
        </FieldRow>
      )}
      {form.values.kind === 'ORD-PCB' && (
        <DayField label={questions.arrestedOn} hint={hints.arrestedOn} optional {...form.getInputProps('arrestedOn')} />
      )}
    </FormSection>
  )
}

function CourtFields({ form, place, id }: { form: OrderForm; place: OrderPlace; id: EventId | null }) {
  const older = usePages('orders.listForCase', { caseId: place.caseId, filter: { show: 'all', withdrawn: false } })
  const replaceable = older.rows
    .filter(order => order.id !== id)
    .map(order => ({ value: order.id, label: `${orderTitle(order)}, ${showWhen(order.when)}` }))
  return (
    <FormSection title="Court and later changes">
      <ChoiceField label={questions.notice} options={noticeWords} look="radio" {...form.getInputProps('notice')} />
      <FieldRow>
        <TextField label={questions.caseNumber} optional maxLength={60} {...form.getInputProps('caseNumber')} />
        <DayField label={questions.returnDate} hint={hints.returnDate} optional {...form.getInputProps('returnDate')} />
      </FieldRow>
      <DayField label={questions.starts} hint={hints.starts} optional {...form.getInputProps('starts')} />
      {replaceable.length > 0 && (
        <SelectField
          label={questions.replaces}
          hint={hints.replaces}
          options={replaceable}
          optional
          width="full"
          emptyLabel="None"
          {...form.getInputProps('replaces')}
        />
      )}
      <FieldRow>
        <DayField label="Varied on" hint={hints.varied} optional {...form.getInputProps('variedOn')} />
        <TextField label="How it was varied" optional maxLength={500} {...form.getInputProps('variedHow')} />
      </FieldRow>
      <FieldRow>
        <DayField label="Discharged on" hint={hints.discharged} optional {...form.getInputProps('dischargedOn')} />
        <TextField label="How it was discharged" optional maxLength={500} {...form.getInputProps('dischargedHow')} />
      </FieldRow>
      <TextField label={questions.note} lines={3} optional maxLength={4_000} {...form.getInputProps('note')} />
    </FormSection>
  )
}
