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
/** The last message: what is asked before it is answered first. */
const EndMessage = z.strictObject({ is: z.literal('end') })

z.config({ jitless: true })
const starter = channelToStarter()
let session: Session | null = null
let dispatch: Dispatch | null = null
starter.onMessage(message => {
  const start = StartMessage.safeParse(message)
  if (start.success) {
    session = sessionFor(start.data)
    // The contract's types have checked every handler; by name they are found again at run time.
    dispatch = makeDispatch(session, handlers as Handlers, { checkOutputs: start.data.checkOutputs })
    return
  }
  if (EndMessage.safeParse(message).success) {
    session?.open?.close()
    process.exit()
  }
  const { id, ask } = AskMessage.parse(message)
  if (dispatch) starter.post({ id, reply: dispatch(ask) })
})

function sessionFor({ folder, installationId }: z.infer<typeof StartMessage>): Session {
  const now = (): Instant => Instant.parse(new Date().toISOString())
  return { installationId, now, folder, open: null }
}
