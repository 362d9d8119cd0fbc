import { useState } from 'react'
import * as z from 'zod'
import { TypedRecoveryKey } from '../../../shared/features/keys.ts'
import type { Actor } from '../../../shared/features/users.ts'
import { UserId } from '../../../shared/kernel/ids.ts'
import { sentenceFor } from '../../../shared/wording/errors.ts'
import { roleWords } from '../../../shared/wording/vault.ts'
import { useCommand, useJob } from '../../lib/api.ts'
import { passphraseTwice, refusalOf, typedTheSame } from '../../lib/new-passphrase.ts'
import { usePlainForm } from '../../lib/plain-form.ts'
import { ChoiceField } from '../../ui/ChoiceField.tsx'
import { Form } from '../../ui/Form.tsx'
import { NewPassphrase } from '../../ui/NewPassphrase.tsx'
import { TextField } from '../../ui/TextField.tsx'
import type { Made } from './CreateVault.tsx'
import { NeutralPage } from './NeutralPage.tsx'

type Accepted = { recoveryKey: string; users: Actor[] }
type RecoverAccessProps = { onMade: (made: Made) => void; onCancel: () => void }

/** The printed key in place of a forgotten passphrase: checked first, then somebody gets a new passphrase. */
export function RecoverAccess({ onMade, onCancel }: RecoverAccessProps) {
  const [accepted, setAccepted] = useState<Accepted | null>(null)
  return (
    <NeutralPage title="Use the recovery key" wide>
      {accepted === null ? (
        <KeyStep onAccepted={setAccepted} onCancel={onCancel} />
      ) : (
        <PassphraseStep {...accepted} onMade={onMade} onCancel={onCancel} />
      )}
    </NeutralPage>
  )
}

const KeyQuestions = z.strictObject({ recoveryKey: TypedRecoveryKey })

function KeyStep({ onAccepted, onCancel }: { onAccepted: (accepted: Accepted) => void; onCancel: () => void }) {
  const check = useCommand('vault.checkRecoveryKey')
  const form = usePlainForm(KeyQuestions, { recoveryKey: '' })
  const submit = form.onSubmit(({ recoveryKey }) =>
    check.mutate(
      { recoveryKey },
      {
        onSuccess: ({ users }) => onAccepted({ recoveryKey, users }),
        onError: error => {
          if (error.code === 'wrong-recovery-key') form.fail('recoveryKey', sentenceFor(error))
        },
      },
    ),
  )
  const refused = check.error?.code === 'wrong-recovery-key' ? null : check.error
  return (
    <Form
      label="Use the recovery key"
      busy={check.isPending}
      error={refused}
      onSubmit={submit}
      submitLabel="Go on"
      onCancel={onCancel}
      cancelLabel="Back"
    >
      <TextField
        label="Recovery key"
        hint="Type it from your paper: nine groups of four. Spaces, dashes and capital letters don’t matter."
        width="full"
        autoFocus
        {...form.getInputProps('recoveryKey')}
      />
    </Form>
  )
}

const Questions = z.strictObject({ userId: UserId, ...passphraseTwice }).refine(...typedTheSame)

function PassphraseStep({ recoveryKey, users, onMade, onCancel }: Accepted & RecoverAccessProps) {
  const recover = useJob('vault.recover')
  const [only] = users.length === 1 ? users : []
  const userId: UserId | null = only?.id ?? null
  const form = usePlainForm(Questions, { userId, passphrase: '', again: '' })
  const known = users.map(({ name }) => name)
  const submit = form.onSubmit(async ({ again: _same, ...chosen }) => {
    const refusal = await refusalOf(chosen.passphrase, known)
    if (refusal !== null) return form.fail('passphrase', refusal)
    recover.mutate(
      { recoveryKey, ...chosen },
      { onSuccess: ({ recoveryKey: next, ...unlocked }) => onMade({ recoveryKey: next, unlocked }) },
    )
  })
  const names = users.map(({ id, name, role }) => ({ value: id, label: name, hint: roleWords[role] }))
  return (
    <Form
      label="A new passphrase"
      busy={recover.isPending}
      error={recover.error}
      onSubmit={submit}
      submitLabel="Set the passphrase and open"
      onCancel={onCancel}
      cancelLabel="Back"
    >
      {only ? (
        <p className="wm-neutral-words">The key is right. Choose a new passphrase for {only.name}.</p>
      ) : (
        <ChoiceField label="Who are you?" look="radio" options={names} {...form.getInputProps('userId')} />
      )}
      <NewPassphrase
        label="New passphrase"
        first={form.getInputProps('passphrase')}
        again={form.getInputProps('again')}
        known={known}
      />
      <p className="wm-neutral-words">The recovery key you typed is used up by this. You get a new one to print.</p>
    </Form>
  )
}
