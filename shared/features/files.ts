import * as z from 'zod'
import { job } from '../kernel/call.ts'
import { CaseId, FileId, FileToken } from '../kernel/ids.ts'
import { KeyBytes } from './keys.ts'

/** A file in the vault. `sha256` is that of its plain bytes, so that anyone can check a copy against it. */
export const StoredFile = z.strictObject({
  id: FileId,
  name: z.string().min(1).max(255),
  size: z.int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** What kind of bytes it holds, by their content, such as application/pdf; null where nobody can tell. */
  mediaType: z.string().max(120).nullable(),
})
export type StoredFile = z.infer<typeof StoredFile>

export const fileCalls = {
  /** Seals a copy of a file into the vault, for a case. The original is left alone. */
  'files.add': job({
    job: 'seal-file',
    input: z.strictObject({ caseId: CaseId, file: FileToken }),
    work: z.strictObject({ id: FileId, from: z.string(), to: z.string() }),
    done: z.strictObject({ file: StoredFile, key: KeyBytes }),
    output: StoredFile,
    files: ['file'],
    finishesAfterLock: true,
    touches: ['file', 'case'],
  }),
}
