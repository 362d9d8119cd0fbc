import { ipcMain, type WebContents } from 'electron'
import * as z from 'zod'
import { contract, isCallName, type CallName } from '../../shared/contract/contract.ts'
import type { Reply } from '../../shared/contract/bridge.ts'
import type { ErrorCode } from '../../shared/kernel/errors.ts'
import { FileToken } from '../../shared/kernel/ids.ts'
import type { FileTokens } from './file-tokens.ts'

const Ask = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('call'), name: z.string().max(80), input: z.unknown() }),
  z.strictObject({ is: z.literal('files'), paths: z.array(z.string().min(1).max(4096)).max(500) }),
])

type Relay = {
  tokens: FileTokens
  /** Whether it is the page on the screen. */
  isOpenPage: (sender: WebContents) => boolean
  /** Whether this page may ask this now. */
  mayAsk: (name: CallName, sender: WebContents) => boolean
  native: (name: CallName, input: unknown) => Promise<Reply<unknown>>
  job: (name: CallName, input: unknown) => Promise<Reply<unknown>>
  reading: (name: CallName, input: unknown) => Promise<Reply<unknown>>
  store: (name: CallName, input: unknown, sender: WebContents) => Promise<Reply<unknown>>
}

const refuse = (code: ErrorCode, details: Record<string, string> = {}): Reply<never> => ({
  ok: false,
  error: { code, details },
})

/** The only `ipcMain.handle` in the app: who asks, is it a message of ours, is it a call, and then on to who answers. */
export function startRelay({ tokens, isOpenPage, mayAsk, native, job, reading, store }: Relay): void {
  ipcMain.handle('app:ask', async (event, message: unknown): Promise<Reply<unknown>> => {
    const { sender } = event
    const ask = Ask.safeParse(message)
    if (event.senderFrame !== sender.mainFrame || !ask.success) return refuse('invalid-input', { rule: 'refused' })
    if (ask.data.is === 'files')
      return isOpenPage(sender)
        ? { ok: true, value: { tokens: tokens.issue(ask.data.paths) } }
        : refuse('invalid-input', { rule: 'refused' })
    const { name } = ask.data
    if (!isCallName(name)) return refuse('invalid-input', { rule: 'no-such-call' })
    if (!mayAsk(name, sender)) return refuse('invalid-input', { rule: 'refused' })
    const { kind } = contract[name]
    if (kind === 'native') return native(name, ask.data.input)
    if (kind === 'reading') return reading(name, ask.data.input)
    const input = withPaths(name, ask.data.input, tokens)
    if (input === null) return refuse('invalid-input', { rule: 'unknown-file' })
    return kind === 'job' ? job(name, input.value) : store(name, input.value, sender)
  })
}

/** The input with its file tokens swapped for paths; null when one was never issued, so that no page can name a path. */
function withPaths(name: CallName, input: unknown, tokens: FileTokens): { value: unknown } | null {
  const call = contract[name]
  if (!('files' in call)) return { value: input }
  const fields = z.record(z.string(), z.unknown()).safeParse(input)
  if (!fields.success) return { value: input } // the store says what is wrong with it
  const swapped = { ...fields.data }
  for (const field of call.files) {
    const token = swapped[field]
    if (token === null || token === undefined) continue
    const path = FileToken.safeParse(token).success ? tokens.redeem(token as FileToken) : null // parsed on this line
    if (path === null) return null
    swapped[field] = path
  }
  return { value: swapped }
}
