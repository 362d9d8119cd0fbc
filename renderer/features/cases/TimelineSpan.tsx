import * as z from 'zod'
import type { CalendarDay } from '../../../shared/kernel/dates.ts'
import { showDay } from '../../../shared/kernel/uk-dates.ts'
import { usePlainForm } from '../../lib/plain-form.ts'
import { optionalDay } from '../../ui/answer-schemas.ts'
import { DayField } from '../../ui/DayField.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Form } from '../../ui/Form.tsx'
import type { TimelinePlace } from './timeline-place.ts'

const Span = z
  .strictObject({ from: optionalDay, to: optionalDay })
  .refine(({ from, to }) => from === null || to === null || from <= to, { error: 'range-backwards', path: ['to'] })

const typed = (day: CalendarDay | null): string | null => day && showDay(day)

/** Asks for the first and last day to be listed. */
export function TimelineSpan({ place, onClose }: { place: TimelinePlace; onClose: () => void }) {
  const { from, to } = place.filter
  const form = usePlainForm(Span, { from: typed(from), to: typed(to) })
  const save = form.onSubmit(days => {
    place.change(days)
    onClose()
  })
  return (
    <Dialog title="Which days?" open onClose={onClose} size="small">
      <Form label="Which days?" submitLabel="Show these days" onSubmit={save} onCancel={onClose}>
        <DayField label="First day" optional autoFocus {...form.getInputProps('from')} />
        <DayField
          label="Last day"
          hint="Records whose date is not known are in no span of days."
          optional
          {...form.getInputProps('to')}
        />
      </Form>
    </Dialog>
  )
}
