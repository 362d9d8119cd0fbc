import type { BundleProblemCode } from '../../../shared/features/bundle-work.ts'

/** Why one file, or one page of it, can't be taken. The rest of the bundle goes on. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: BundleProblemCode
  constructor(code: BundleProblemCode, options?: ErrorOptions) {
    super(code, options)
    this.code = code
  }
}
