import type { UserId } from '../../shared/kernel/ids.ts'
import { useCall } from './api.ts'

/** Names of the vault's users, removed ones included, since records carry them. */
export function useUserNames(): (id: UserId) => string {
  const { data } = useCall('users.list', {})
  return id => data?.rows.find(user => user.id === id)?.name ?? 'Someone'
}
