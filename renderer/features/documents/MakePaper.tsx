import { useState } from 'react'
import * as z from 'zod'
import { ChronologyKind, PaperKind, usualPaperOptions } from '../../../shared/features/papers.ts'
import type { CaseId, EventId } from '../../../shared/kernel/ids.ts'
import { eventKindWords } from '../../../shared/wording/events.ts'
import { paperHints, paperTitles } from '../../../shared/wording/papers.ts'
import { useJob } from '../../lib/api.ts'
import { usePlainForm } from '../../lib/plain-form.ts'
import { chosen, optionalDay, optionalWords } from '../../ui/answer-schemas.ts'
import { Button } from '../../ui/Button.tsx'
import { ChecksField } from '../../ui/ChecksField.tsx'
import { DayField } from '../../ui/DayField.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { FieldRow, Form } from '../../ui/Form.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { Muted } from '../../ui/Text.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { toast } from '../../ui/toast.ts'

const Questions = z
  .strictObject({
    paper: chosen(PaperKind, 'Choose a paper.'),
    from: optionalDay,
    to: optionalDay,
    kinds: z.array(ChronologyKind).min(1, 'Choose at least one kind of record.'),
    court: optionalWords(200),
    caseNumber: optionalWords(200),
    service: optionalWords(200),
    preparedFor: optionalWords(200),
  })
  .refine(({ from, to }) => from === null || to === null || from <= to, { error: 'range-backwards', path: ['to'] })

const blank = {
  ...{ paper: 'chronology', from: null, to: null, kinds: [...usualPaperOptions.kinds] },
  ...{ court: null, caseNumber: null, service: null, preparedFor: null },
}
const kindOptions = ChronologyKind.options.map(kind => ({ value: kind, label: eventKindWords[kind] }))

type MakePaperProps = { caseId: CaseId; onMade: (id: EventId) => void }

/** Makes a paper from the records of the case, which is then a document like any other. */
export function MakePaper(props: MakePaperProps) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button size="small" icon="document" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        Make a paper
      </Button>
      {open && <PaperForm {...props} onClose={() => setOpen(false)} />}
    </>
  )
}

function PaperForm({ caseId, onMade, onClose }: MakePaperProps & { onClose: () => void }) {
  const make = useJob('papers.make')
  const form = usePlainForm(Questions, blank)
  const save = form.onSubmit(({ paper, ...answers }) =>
    make.mutate(
      { caseId, paper, options: { ...usualPaperOptions, ...answers } },
      {
        onSuccess({ id, title }) {
          toast(`${title} is made. Read it before anyone else does.`)
          onClose()
          onMade(id)
        },
      },
    ),
  )
  return (
    <Dialog title="Make a paper" open onClose={onClose}>
      <Form
        label="Make a paper"
        submitLabel="Make the paper"
        busy={make.isPending}
        error={make.error}
        onSubmit={save}
        onCancel={onClose}
      >
        <SelectField label="Paper" options={paperTitles} width="medium" autoFocus {...form.getInputProps('paper')} />
        <Muted>{paperHints.withheld}</Muted>
        <FieldRow>
          <DayField label="First day" hint={paperHints.from} optional {...form.getInputProps('from')} />
          <DayField label="Last day" hint={paperHints.to} optional {...form.getInputProps('to')} />
        </FieldRow>
        {form.values.paper === 'chronology' && (
          <ChecksField label="Records in it" options={kindOptions} columns {...form.getInputProps('kinds')} />
        )}
        <FieldRow>
          <TextField label="Court" hint={paperHints.court} optional {...form.getInputProps('court')} />
          <TextField label="Case number" hint={paperHints.court} optional {...form.getInputProps('caseNumber')} />
        </FieldRow>
        <FieldRow>
          <TextField label="Your service" hint={paperHints.service} optional {...form.getInputProps('service')} />
          {form.values.paper === 'front-sheet' && (
            <TextField
              label="Prepared for"
              hint={paperHints.preparedFor}
              optional
              {...form.getInputProps('preparedFor')}
            />
          )}
        </FieldRow>
      </Form>
    </Dialog>
  )
}
