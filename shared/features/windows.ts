import * as z from 'zod'
import { native, Nothing } from '../kernel/call.ts'
import { FileToken, JobId } from '../kernel/ids.ts'

/** What main answers itself: it has the windows, the dialogs and the jobs. */
export const windowCalls = {
  /** Locks: drafts are flushed, the store ends, this window goes. */
  'window.lock': native({ input: Nothing, output: Nothing, whileLocked: true }),
  /** Puts off the idle lock: somebody answered the warning. */
  'window.stayOpen': native({ input: Nothing, output: Nothing }),
  /** Says that drafts are flushed, so the lock may go on. */
  'window.flushed': native({ input: Nothing, output: Nothing }),
  /** Prints the page of this window by the system's dialog. */
  'window.print': native({ input: Nothing, output: z.strictObject({ printed: z.boolean() }) }),
  /** Asks the person for a folder; the name is the last part of its path, for them to recognise it. */
  'vaultFolder.choose': native({
    input: z.strictObject({ purpose: z.enum(['open', 'create', 'backup', 'second-place', 'restore', 'export']) }),
    output: z.strictObject({ chosen: z.strictObject({ token: FileToken, name: z.string() }).nullable() }),
    whileLocked: true,
  }),
  /** Asks the person for files to add to the vault: 50 at most at a time. */
  'files.choose': native({
    input: Nothing,
    output: z.strictObject({ chosen: z.array(z.strictObject({ token: FileToken, name: z.string() })).max(50) }),
  }),
  /** Makes a folder, the practice vault or the usual place the vault that this window is about. */
  'vaultFolder.use': native({
    input: z.discriminatedUnion('which', [
      z.strictObject({ which: z.literal('folder'), folder: FileToken }),
      z.strictObject({ which: z.literal('practice') }),
      z.strictObject({ which: z.literal('usual') }),
    ]),
    output: Nothing,
    whileLocked: true,
  }),
  'jobs.cancel': native({ input: z.strictObject({ jobId: JobId }), output: Nothing, whileLocked: true }),
  'app.about': native({
    input: Nothing,
    output: z.strictObject({ version: z.string(), electron: z.string(), chromium: z.string(), platform: z.string() }),
    whileLocked: true,
  }),
}
