import type { Identifier } from '../../../shared/features/identifiers.ts'
import type { Person } from '../../../shared/features/people.ts'
import type { IdentifierId } from '../../../shared/kernel/ids.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import {
  identifierKindWords,
  identifierMarks,
  identifierQuestions as questions,
} from '../../../shared/wording/safe-contact.ts'
import { useCall, useCommand } from '../../lib/api.ts'
import { ChecksField } from '../../ui/ChecksField.tsx'
import { ChoiceField } from '../../ui/ChoiceField.tsx'
import { DetailPane } from '../../ui/DetailPane.tsx'
import { useDraftForm } from '../../ui/draft-form.ts'
import { DraftForm, forget } from '../../ui/DraftForm.tsx'
import { LoadingState } from '../../ui/LoadingState.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { toast } from '../../ui/toast.ts'
import type { ContactPlace } from './contact-place.ts'
import { blankIdentifier, changeOf, IdentifierAnswers, toIdentifierAnswers } from './identifier-answers.ts'

type Props = { person: Person; id: IdentifierId | undefined; place: ContactPlace }

/** Adds a number or address to a person, or corrects one. */
export function IdentifierForm({ person, id, place }: Props) {
  const found = useCall('identifiers.listForCase', { caseId: person.caseId }, { enabled: id !== undefined })
  const current = found.data?.rows.find(row => row.id === id)
  const title = id === undefined ? `Add for ${person.name}` : `Edit for ${person.name}`
  return (
    <DetailPane title={title} onClose={place.close}>
      {id === undefined || current ? (
        <Questions key={current?.id ?? 'new'} person={person} current={current} place={place} />
      ) : (
        <LoadingState label="Reading numbers and addresses" rows={3} />
      )}
    </DetailPane>
  )
}

function Questions({
  person,
  current,
  place,
}: {
  person: Person
  current: Identifier | undefined
  place: ContactPlace
}) {
  const add = useCommand('identifiers.add')
  const update = useCommand('identifiers.update')
  const key = current ? `identifier:edit:${current.id}` : `identifier:new:${person.id}`
  const start = current ? toIdentifierAnswers(changeOf(current), current.revision) : blankIdentifier
  const form = useDraftForm(IdentifierAnswers, key, start)
  const done = (words: string) =>
    void forget(form).then(() => {
      toast(words)
      place.close()
    })
  const save = form.onSubmit(({ identifier, revision }) => {
    if (!current) {
      const value = identifier.value ?? ''
      add.mutate({ personId: person.id, identifier: { ...identifier, value } }, { onSuccess: () => done('Added') })
      return
    }
    update.mutate(
      { id: current.id, revision, identifier },
      {
        onSuccess: answer => {
          if (answer.outcome === 'saved') return done('Changes saved')
          // Their version is in the list; what was typed stays, on top of it.
          form.setFieldValue('revision', answer.current.revision)
        },
      },
    )
  })
  const stale = update.data?.outcome === 'conflict' ? new AppError('conflict', { rule: 'changed-meanwhile' }) : null
  return (
    <DraftForm
      form={form}
      label={current ? 'Edit number or address' : 'Add number or address'}
      busy={add.isPending || update.isPending}
      error={add.error ?? update.error ?? stale}
      onSubmit={save}
      onClose={place.close}
      submitLabel={current ? 'Save changes' : 'Add'}
    >
      <ChoiceField label={questions.kind} options={identifierKindWords} look="radio" {...form.getInputProps('kind')} />
      <TextField
        label={questions.value}
        hint={
          !form.values.hidden
            ? 'One only. A phone number as you would dial it.'
            : form.values.marks.includes('confidential')
              ? 'Hidden because it is confidential. Leave this empty to keep it as it is.'
              : 'Hidden because it is confidential. Write it out to take the mark off.'
        }
        lines={form.values.kind === 'address' ? 3 : 1}
        maxLength={300}
        {...form.getInputProps('value')}
      />
      <TextField
        label={questions.label}
        hint="In words anyone may read, such as: own mobile, mother’s house."
        optional
        maxLength={120}
        {...form.getInputProps('label')}
      />
      <ChecksField label={questions.marks} options={identifierMarks} {...form.getInputProps('marks')} />
    </DraftForm>
  )
}
