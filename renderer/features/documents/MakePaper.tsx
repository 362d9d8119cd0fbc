import { useState } from 'react'
import * as z from 'zod'
import { ChronologyKind, PaperKind, usualPaperOptions } from '../../../shared/features/papers.ts'
import type { CaseId, EventId } from '../../../shared/kernel/ids.ts'
import { eventKindWords } from '../../../shared/wording/events.ts'
import { paperHints, paperTitles } from '../../../shared/wording/papers.ts'
import { useJob, usePages } from '../../lib/api.ts'
import { usePlainForm } from '../../lib/plain-form.ts'
import { useToday } from '../../lib/today.ts'
import { chosen, optionalDay, optionalWords } from '../../ui/answer-schemas.ts'
import { Button } from '../../ui/Button.tsx'
import { ChecksField } from '../../ui/ChecksField.tsx'
import { DayField } from '../../ui/DayField.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { FieldRow, Form } from '../../ui/Form.tsx'
import { LoadingState } from '../../ui/LoadingState.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { Muted } from '../../ui/Text.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { toast } from '../../ui/toast.ts'
import { courtChoices, courtOf, otherCourt, usualCourt } from './paper-court.ts'

const Questions = z
  .strictObject({
    paper: chosen(PaperKind, 'Choose a paper.'),
    from: optionalDay,
    to: optionalDay,
    kinds: z.array(ChronologyKind).min(1, 'Choose at least one kind of record.'),
    chosenCourt: chosen(z.string(), 'Choose the court that this paper is for.'),
    court: optionalWords(200),
    caseNumber: optionalWords(200),
    service: optionalWords(200),
    preparedFor: optionalWords(200),
  })
  .refine(({ from, to }) => from === null || to === null || from <= to, { error: 'range-backwards', path: ['to'] })
  .refine(({ chosenCourt, court }) => chosenCourt !== otherCourt || court !== null, {
    error: 'Write the name of the court.',
    path: ['court'],
  })

const blank = {
  ...{ paper: 'chronology', from: null, to: null, kinds: [...usualPaperOptions.kinds], chosenCourt: null },
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
      {open && <PaperDialog {...props} onClose={() => setOpen(false)} />}
    </>
  )
}

function PaperDialog({ caseId, onMade, onClose }: MakePaperProps & { onClose: () => void }) {
  const today = useToday()
  const filter = { show: 'all', withdrawn: false } as const
  const hearings = usePages('hearings.listForCase', { caseId, filter, today })
  return (
    <Dialog title="Make a paper" open onClose={onClose}>
      {hearings.isPending ? (
        <LoadingState label="Loading the hearings of the case" shape="form" />
      ) : (
        <PaperForm courts={courtChoices(hearings.rows, today)} {...{ caseId, onMade, onClose }} />
      )}
    </Dialog>
  )
}

type FormProps = MakePaperProps & { onClose: () => void; courts: ReturnType<typeof courtChoices> }
function PaperForm({ caseId, onMade, onClose, courts }: FormProps) {
  const make = useJob('papers.make')
  const form = usePlainForm(Questions, { ...blank, chosenCourt: usualCourt(courts) })
  const save = form.onSubmit(({ paper, chosenCourt, court, caseNumber, ...answers }) => {
    const about = courtOf(courts, chosenCourt, { court, caseNumber })
    make.mutate(
      { caseId, paper, options: { ...usualPaperOptions, ...answers, ...about } },
      {
        onSuccess({ id, title }) {
          toast(`${title} is made. Read it before anyone else does.`)
          onClose()
          onMade(id)
        },
      },
    )
  })
  const isFrontSheet = form.values.paper === 'front-sheet'
  return (
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
      <SelectField
        label="For which court"
        hint={paperHints.court}
        options={courts}
        width="full"
        {...form.getInputProps('chosenCourt')}
      />
      {form.values.chosenCourt === otherCourt && (
        <FieldRow>
          <TextField label="Court" {...form.getInputProps('court')} />
          <TextField label="Case number" optional {...form.getInputProps('caseNumber')} />
        </FieldRow>
      )}
      <FieldRow>
        <DayField label="First day" hint={paperHints.from} optional {...form.getInputProps('from')} />
        <DayField label="Last day" hint={paperHints.to} optional {...form.getInputProps('to')} />
      </FieldRow>
      {form.values.paper === 'chronology' && (
        <ChecksField label="Records in it" options={kindOptions} columns {...form.getInputProps('kinds')} />
      )}
      <FieldRow>
        <TextField label="Your service" hint={paperHints.service} optional {...form.getInputProps('service')} />
        {isFrontSheet && (
          <TextField
            label="Prepared for"
            hint={paperHints.preparedFor}
            optional
            {...form.getInputProps('preparedFor')}
          />
        )}
      </FieldRow>
    </Form>
  )
}
