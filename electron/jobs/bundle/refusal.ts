import type { BundleProblemCode } from '../../../shared/features/bundle-work.ts'
import { AppError } from '../../../shared/kernel/errors.ts'

/** Why one file, or one page of it, can't be taken. The rest of the bundle goes on. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: BundleProblemCode
  constructor(code: BundleProblemCode, options?: ErrorOptions) {
    super(code, options)
    this.code = code
  }
}

/** What no other document can be tried after: cancelled, a full disk, or MuPDF's own end, after which all its calls fail. */
export function rethrowIfFatal(cause: unknown): void {
  if (cause instanceof AppError) throw cause
  // The caller then starts a new process, and leaves this document out.
  if (cause instanceof Error && cause.name === 'RuntimeError')
    throw new AppError('unavailable', { rule: 'engine-ended' }, { cause })
}
