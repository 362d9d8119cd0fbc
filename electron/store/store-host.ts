import * as z from 'zod'
import { ReplySchema, type Reply } from '../../shared/contract/bridge.ts'
import type { InstallationId } from '../../shared/kernel/ids.ts'
import type { Channel } from '../channel.ts'
import type { Ask } from './dispatch.ts'

const Answer = z.strictObject({ id: z.int(), reply: ReplySchema })
const unavailable: Reply<never> = { ok: false, error: { code: 'unavailable', details: {} } }

/** Milliseconds in which a store may close its vault, so that all of it is in one file and none in a log beside it. */
const endPatience = 1_000

type StoreStart = {
  channel: Channel
  folder: string | null
  installationId: InstallationId
  checkOutputs?: boolean
  /** The process ended without being asked to: the caller locks and starts another. */
  onDeath: () => void
}
/** The caller's end of the store process. `end` is the lock: with the process go its keys. */
export type Store = { ask: (ask: Ask) => Promise<Reply<unknown>>; end: () => Promise<void>; pid: number | undefined }

/** Starts talking to a store process. When it dies, every waiting call fails as `unavailable`, and so do later ones. */
export function startStore({ channel, folder, installationId, checkOutputs = false, onDeath }: StoreStart): Store {
  const waiting = new Map<number, (reply: Reply<unknown>) => void>()
  let next = 1
  let state: 'running' | 'ending' | 'ended' = 'running'
  const ended = new Promise<void>(resolve => {
    channel.onEnd(() => {
      const unasked = state === 'running'
      state = 'ended'
      for (const settle of waiting.values()) settle(unavailable)
      waiting.clear()
      resolve()
      if (unasked) onDeath()
    })
  })
  channel.onMessage(message => {
    const { id, reply } = Answer.parse(message)
    waiting.get(id)?.(reply)
    waiting.delete(id)
  })
  channel.post({ is: 'start', folder, installationId, checkOutputs })
  return {
    get pid() {
      return channel.pid
    },
    ask(ask) {
      if (state !== 'running') return Promise.resolve(unavailable)
      const id = next++
      return new Promise(resolve => {
        waiting.set(id, resolve)
        channel.post({ id, ask })
      })
    },
    end() {
      if (state === 'running') {
        state = 'ending'
        channel.post({ is: 'end' })
        setTimeout(() => channel.kill(), endPatience).unref()
      }
      return ended
    },
  }
}
