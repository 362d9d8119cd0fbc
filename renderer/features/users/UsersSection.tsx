import { useState } from 'react'
import type { User } from '../../../shared/features/users.ts'
import { roleWords } from '../../../shared/wording/vault.ts'
import { useCall, useCommand } from '../../lib/api.ts'
import { useSession } from '../../lib/session.ts'
import { Button } from '../../ui/Button.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { LoadingState } from '../../ui/LoadingState.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { Section } from '../../ui/Section.tsx'
import { toast } from '../../ui/toast.ts'
import { AddUser } from './AddUser.tsx'
import { ChangePassphrase } from './ChangePassphrase.tsx'
import { EditUser } from './EditUser.tsx'
import './users.css'

type Doing = { is: 'add' | 'passphrase' } | { is: 'edit' | 'remove'; user: User } | null

/** Who can open this vault. Managers add, change and remove; everybody changes their own passphrase. */
export function UsersSection() {
  const users = useCall('users.list', {})
  const isManager = useSession(({ actor }) => actor?.role === 'manager')
  const [doing, setDoing] = useState<Doing>(null)
  const close = () => setDoing(null)
  const actions = (
    <>
      <Button size="small" icon="key" onClick={() => setDoing({ is: 'passphrase' })}>
        Change my passphrase
      </Button>
      {isManager && (
        <Button size="small" icon="add" onClick={() => setDoing({ is: 'add' })}>
          Add a person
        </Button>
      )}
    </>
  )
  return (
    <Section title="People" hint="Each person opens the vault with a passphrase of their own." actions={actions}>
      {users.error && (
        <ErrorState error={users.error} title="The list could not be read" onRetry={() => void users.refetch()} />
      )}
      {users.isPending && <LoadingState label="Reading the list" rows={3} />}
      {users.data && (
        <ul className="wm-users" aria-label="People">
          {users.data.rows.map(user => (
            <UserRow key={user.id} user={user} isManager={isManager} onDo={setDoing} />
          ))}
        </ul>
      )}
      <AddUser open={doing?.is === 'add'} onClose={close} />
      <ChangePassphrase open={doing?.is === 'passphrase'} onClose={close} />
      {doing?.is === 'edit' && <EditUser user={doing.user} onClose={close} />}
      {doing?.is === 'remove' && <RemoveUser user={doing.user} onClose={close} />}
    </Section>
  )
}

type UserRowProps = { user: User; isManager: boolean; onDo: (doing: Doing) => void }

function UserRow({ user, isManager, onDo }: UserRowProps) {
  const ownId = useSession(({ actor }) => actor?.id)
  const isSelf = user.id === ownId
  const remove = {
    id: 'remove',
    label: 'Remove…',
    icon: 'remove',
    danger: true,
    onSelect: () => onDo({ is: 'remove', user }),
  } as const
  const items = [
    { id: 'edit', label: 'Change name or role…', icon: 'edit', onSelect: () => onDo({ is: 'edit', user }) } as const,
    isSelf ? { ...remove, disabled: 'You can’t remove yourself. Ask another manager.' } : remove,
  ]
  return (
    <li data-removed={!user.active || undefined}>
      <span className="wm-user-name">
        {user.name}
        {isSelf && <span className="wm-user-you"> (you)</span>}
      </span>
      <span className="wm-user-role">{user.active ? roleWords[user.role] : 'Removed'}</span>
      <span className="wm-user-menu">
        {isManager && user.active && <Menu label={`Actions for ${user.name}`} items={items} />}
      </span>
    </li>
  )
}

function RemoveUser({ user, onClose }: { user: User; onClose: () => void }) {
  const remove = useCommand('users.remove')
  const confirm = () =>
    remove.mutate(
      { id: user.id, revision: user.revision },
      {
        onSuccess: () => {
          toast(`${user.name} can no longer open this vault`)
          onClose()
        },
      },
    )
  return (
    <ConfirmDialog
      title={`Remove ${user.name}?`}
      open
      onClose={onClose}
      confirmLabel="Remove"
      onConfirm={confirm}
      tone="danger"
      busy={remove.isPending}
      error={remove.error}
    >
      Their passphrase will no longer open this vault. Their name stays beside what they recorded. Cases that they have
      keep their name until somebody else takes them over. If they may have a copy of the vault from before, their
      passphrase still opens that copy.
    </ConfirmDialog>
  )
}
