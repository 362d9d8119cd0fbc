import * as z from 'zod'
import { errorCodes, type ErrorShape } from '../kernel/errors.ts'
import { JobId, type FileToken } from '../kernel/ids.ts'
import type { CallName, Input, NameOf, Output } from './contract.ts'

/** Every answer across a process boundary: errors are values, since only their message would survive being thrown. */
export type Reply<Value> = { ok: true; value: Value } | { ok: false; error: ErrorShape }
export const ErrorShapeSchema = z.strictObject({
  code: z.enum(errorCodes),
  details: z.record(z.string(), z.string()),
})
export const ReplySchema = z.union([
  z.strictObject({ ok: z.literal(true), value: z.unknown() }),
  z.strictObject({ ok: z.literal(false), error: ErrorShapeSchema }),
])

/** A job that a lock met: the call, and null or why it could not be done. */
export const EndedBehindLock = z.strictObject({ name: z.string(), error: ErrorShapeSchema.nullable() })
export type EndedBehindLock = z.infer<typeof EndedBehindLock>

/** What comes without being asked for. */
export const Push = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('job-progress'), jobId: JobId, done: z.number(), total: z.number() }),
  z.strictObject({ is: z.literal('job-done'), jobId: JobId, name: z.string(), output: z.unknown() }),
  z.strictObject({ is: z.literal('job-failed'), jobId: JobId, name: z.string(), error: ErrorShapeSchema }),
  /** Pages that are drawn for paper. All of them: the system's dialog is next. */
  z.strictObject({ is: z.literal('print-progress'), done: z.int(), total: z.int() }),
  z.strictObject({ is: z.literal('lock-warning'), seconds: z.int().nullable() }),
  z.strictObject({ is: z.literal('flush-drafts') }),
  /** After an unlock: how the jobs ended that the lock before it met. Never what they answered. */
  z.strictObject({ is: z.literal('ended-behind-lock'), jobs: z.array(EndedBehindLock) }),
  z.strictObject({ is: z.literal('daily-backup-failed'), error: ErrorShapeSchema }),
])
export type Push = z.infer<typeof Push>

export type JobStarted = { jobId: JobId }
/** A job answers at once with its id; anything else with its output. */
export type Answer<Name extends CallName> = Name extends NameOf<'job'> ? JobStarted : Output<Name>

/** All that preload puts on `window.app`. */
export type AppBridge<DroppedFile> = {
  call: <Name extends CallName>(name: Name, input: Input<Name>) => Promise<Reply<Answer<Name>>>
  onPush: (listener: (push: Push) => void) => () => void
  fileTokens: (files: DroppedFile[]) => Promise<Reply<{ tokens: FileToken[] }>>
}
