import { useState } from 'react'
import type { Identifier } from '../../../shared/features/identifiers.ts'
import type { Person } from '../../../shared/features/people.ts'
import { identifierKindWords } from '../../../shared/wording/safe-contact.ts'
import { useCall, useCommand } from '../../lib/api.ts'
import { StatusPill } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { Row } from '../../ui/Layout.tsx'
import { LineList } from '../../ui/LineList.tsx'
import { LoadingState } from '../../ui/LoadingState.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { Section } from '../../ui/Section.tsx'
import { Muted } from '../../ui/Text.tsx'
import { toast } from '../../ui/toast.ts'
import { TwoLines } from '../../ui/TwoLines.tsx'
import type { ContactPlace } from './contact-place.ts'
import { Reveal, type ShownFor } from './Reveal.tsx'

type Props = {
  person: Person
  place: ContactPlace
  editable: boolean
  onRecord: ((call: ShownFor) => void) | undefined
}

/** The numbers, accounts and addresses of a person. Confidential ones are named, not shown. */
export function Identifiers({ person, place, editable, onRecord }: Props) {
  const found = useCall('identifiers.listForCase', { caseId: person.caseId })
  const [revealing, setRevealing] = useState<Identifier | null>(null)
  const [withdrawing, setWithdrawing] = useState<Identifier | null>(null)
  const rows = found.data?.rows.filter(({ personId }) => personId === person.id) ?? []
  const add = editable && (
    <Button size="small" icon="add" onClick={place.addIdentifier}>
      Add
    </Button>
  )
  const line = (identifier: Identifier) => (
    <Line
      identifier={identifier}
      editable={editable}
      place={place}
      onReveal={setRevealing}
      onWithdraw={setWithdrawing}
    />
  )
  return (
    <Section title="Numbers and addresses" level={3} actions={add}>
      {found.error ? (
        <ErrorState error={found.error} title="They could not be read" onRetry={() => void found.refetch()} />
      ) : found.isPending ? (
        <LoadingState label="Reading numbers and addresses" rows={2} />
      ) : rows.length === 0 ? (
        <Muted>None recorded.</Muted>
      ) : (
        <LineList
          label="Numbers and addresses"
          rows={rows.map(row => ({ key: row.id, faint: row.withdrawnReason !== null, line: line(row) }))}
        />
      )}
      {revealing && <Reveal identifier={revealing} onClose={() => setRevealing(null)} onRecord={onRecord} />}
      <Withdraw identifier={withdrawing} onClose={() => setWithdrawing(null)} />
    </Section>
  )
}

type LineProps = {
  identifier: Identifier
  editable: boolean
  place: ContactPlace
  onReveal: (identifier: Identifier) => void
  onWithdraw: (identifier: Identifier) => void
}

function Line({ identifier, editable, place, onReveal, onWithdraw }: LineProps) {
  const { id, kind, label, value, confidential, doNotUse, withdrawnReason } = identifier
  const name = `${identifierKindWords[kind]}${label === null ? '' : `, ${label}`}`
  return (
    <>
      <TwoLines
        top={value ?? (doNotUse ? 'Confidential, must not be used' : 'Confidential')}
        under={withdrawnReason === null ? name : `${name}. Entered in error: ${withdrawnReason}`}
      />
      <Row gap={1} wrap={false}>
        {doNotUse && (
          <StatusPill tone="danger" icon="danger">
            Do not use
          </StatusPill>
        )}
        {confidential && withdrawnReason === null && (
          <Button size="small" icon="lock" onClick={() => onReveal(identifier)}>
            Show…
          </Button>
        )}
        {editable && (
          <Menu
            label={`More about this: ${name}`}
            items={[
              { id: 'edit', label: 'Edit', icon: 'edit', onSelect: () => place.editIdentifier(id) },
              {
                id: 'withdraw',
                label: withdrawnReason === null ? 'Entered in error…' : 'Not entered in error…',
                icon: 'undo',
                danger: withdrawnReason === null,
                onSelect: () => onWithdraw(identifier),
              },
            ]}
          />
        )}
      </Row>
    </>
  )
}

function Withdraw({ identifier, onClose }: { identifier: Identifier | null; onClose: () => void }) {
  const withdraw = useCommand('identifiers.withdraw')
  const marked = identifier?.withdrawnReason !== null
  const confirm = (typed: string) => {
    if (!identifier) return
    withdraw.mutate(
      { id: identifier.id, revision: identifier.revision, reason: marked ? null : typed },
      {
        onSuccess: () => {
          onClose()
          toast(marked ? 'It counts again' : 'Marked as entered in error')
        },
      },
    )
  }
  return (
    <ConfirmDialog
      title={marked ? 'Take back “entered in error”?' : 'Mark this as entered in error?'}
      open={identifier !== null}
      onClose={onClose}
      confirmLabel={marked ? 'Take it back' : 'Mark as entered in error'}
      tone={marked ? 'plain' : 'danger'}
      onConfirm={confirm}
      busy={withdraw.isPending}
      error={withdraw.error}
      reason={
        marked
          ? undefined
          : { label: 'Why was it entered in error?', hint: 'For example: belongs to somebody else.', min: 3 }
      }
    >
      It is never deleted and can still be seen here.
    </ConfirmDialog>
  )
}
