import * as z from 'zod'
import { Instant } from '../../shared/kernel/dates.ts'
import { InstallationId } from '../../shared/kernel/ids.ts'
import { channelToStarter } from '../channel.ts'
import { makeDispatch, type Dispatch, type Handlers } from './dispatch.ts'
import { handlers } from './handlers.ts'
import type { Session } from './session.ts'

// The store's process: owns the vault, answers one message at a time, ends with the lock.

const AskMessage = z.strictObject({
  id: z.int(),
  ask: z.discriminatedUnion('is', [
    z.strictObject({ is: z.literal('call'), name: z.string(), input: z.unknown() }),
    z.strictObject({ is: z.literal('prepare'), name: z.string(), input: z.unknown() }),
    z.strictObject({ is: z.literal('finish'), name: z.string(), input: z.unknown(), done: z.unknown() }),
  ]),
})
/** The first message: which vault this process is about, and which installation writes its audit rows. */
const StartMessage = z.strictObject({
  is: z.literal('start'),
  folder: z.string().nullable(),
  installationId: InstallationId,
  checkOutputs: z.boolean(),
})

z.config({ jitless: true })
const starter = channelToStarter()
let dispatch: Dispatch | null = null
starter.onMessage(message => {
  const start = StartMessage.safeParse(message)
  if (start.success) {
    dispatch = dispatchFor(start.data)
    return
  }
  const { id, ask } = AskMessage.parse(message)
  if (dispatch) starter.post({ id, reply: dispatch(ask) })
})

function dispatchFor({ folder, installationId, checkOutputs }: z.infer<typeof StartMessage>): Dispatch {
  const now = (): Instant => Instant.parse(new Date().toISOString())
  const session: Session = { installationId, now, folder, open: null }
  // The contract's types have checked every handler; by name they are found again at run time.
  return makeDispatch(session, handlers as Handlers, { checkOutputs })
}
