import * as z from 'zod'
import { command, job, Nothing, query } from '../kernel/call.ts'
import { Instant } from '../kernel/dates.ts'
import { FileToken } from '../kernel/ids.ts'
import { BackupName } from './vault.ts'

/** Why a backup did not get to the second place. `missing`: the drive or folder is not there. */
export const CopyProblem = z.enum(['missing', 'full', 'failed'])
export type CopyProblem = z.infer<typeof CopyProblem>

/** A second place for backups, such as a stick or a drive of the office. The screen knows its name, never its path. */
export const BackupPlace = z.strictObject({
  /** The last part of the folder's path, for people to recognise it. */
  name: z.string(),
  /** The backup that was copied there last; null before the first. */
  last: z.strictObject({ madeAt: Instant, copiedAt: Instant }).nullable(),
  /** What went wrong at the last try, and since when; null where nothing did. */
  problem: z.strictObject({ why: CopyProblem, since: Instant }).nullable(),
  /** The newest backup of the vault is not there yet. */
  behind: z.boolean(),
})
export type BackupPlace = z.infer<typeof BackupPlace>

const Answer = z.strictObject({ place: BackupPlace.nullable() })
const touches = ['vault'] as const

/** Everything is sealed already: the job copies it under another name, compares digests, and only then gives the name. */
export const CopyWork = z.strictObject({
  /** The folder that a person chose. Never made by us: where it is missing, the drive is. */
  place: z.string(),
  /** Our own folder in it. */
  mirror: z.string(),
  backup: z.strictObject({ name: BackupName, folder: z.string(), sha256: z.string() }),
  /** The sealed documents, which are the same in every backup. */
  files: z.array(z.strictObject({ from: z.string(), to: z.string() })),
})
export type CopyWork = z.infer<typeof CopyWork>
export const CopyDone = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('copied'), name: BackupName }),
  z.strictObject({ outcome: z.literal('not-copied'), why: CopyProblem }),
])
export type CopyDone = z.infer<typeof CopyDone>

export const backupPlaceCalls = {
  'backupPlace.read': query({ input: Nothing, output: Answer, tag: 'vault' }),
  /** From now on each backup that is made in the vault is copied there too. */
  'backupPlace.choose': command({
    input: z.strictObject({ folder: FileToken }),
    output: Answer,
    files: ['folder'],
    touches,
  }),
  /** No more copies. Those that were made stay where they are. */
  'backupPlace.forget': command({ input: Nothing, output: Answer, touches }),
  /** Copies the newest backup. A drive that is missing is an answer, not an error: the next backup is another try. */
  'backupPlace.copy': job({
    job: 'copy-backup',
    input: Nothing,
    work: CopyWork,
    done: CopyDone,
    output: Answer,
    touches,
  }),
}
