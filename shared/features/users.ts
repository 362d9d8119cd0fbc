import * as z from 'zod'
import { command, job, Nothing, query, savedOrConflict } from '../kernel/call.ts'
import { RecordStamp, Revision } from '../kernel/event.ts'
import { UserId } from '../kernel/ids.ts'
import { DerivationDone, DerivationWork, Passphrase, TypedPassphrase } from './keys.ts'

export const UserName = z.string().trim().min(1).max(120)
/** A manager may add and remove users and replace the recovery key; everything else is the same for both. */
export const UserRole = z.enum(['advocate', 'manager'])
export type UserRole = z.infer<typeof UserRole>
/** Who is acting, as screens need it. */
export const Actor = z.strictObject({ id: UserId, name: z.string(), role: UserRole })
export type Actor = z.infer<typeof Actor>

export const User = z.strictObject({
  id: UserId,
  name: z.string(),
  role: UserRole,
  /** False once the user was removed: the name stays, since records carry it. */
  active: z.boolean(),
  ...RecordStamp.shape,
})
export type User = z.infer<typeof User>
export const UserDraft = z.strictObject({ name: UserName, role: UserRole })
export type UserDraft = z.infer<typeof UserDraft>

const derivation = { job: 'derive-key', work: DerivationWork, done: DerivationDone } as const

export const userCalls = {
  'users.list': query({ input: Nothing, output: z.strictObject({ rows: z.array(User) }), tag: 'user' }),
  'users.add': job({
    ...derivation,
    input: z.strictObject({ user: UserDraft, passphrase: Passphrase }),
    output: User,
    managersOnly: true,
    touches: ['user'],
  }),
  'users.update': command({
    input: z.strictObject({ id: UserId, revision: Revision, user: UserDraft }),
    output: savedOrConflict(User, UserDraft),
    managersOnly: true,
    touches: ['user', 'vault'],
  }),
  /** Takes the user's key slot away. The last one can't be. */
  'users.remove': command({
    input: z.strictObject({ id: UserId, revision: Revision }),
    output: User,
    managersOnly: true,
    touches: ['user'],
  }),
  /** The acting user's own passphrase; the present one is asked again, so that an open screen is not enough. */
  'users.changePassphrase': job({
    ...derivation,
    input: z.strictObject({ current: TypedPassphrase, passphrase: Passphrase }),
    output: User,
    touches: ['user'],
  }),
}
