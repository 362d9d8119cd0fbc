/** Every way a call can fail. The sentence for each is in `shared/wording/errors.ts`. */
export const errorCodes = [
  'locked',
  'wrong-passphrase',
  'wrong-recovery-key',
  'too-many-attempts',
  'slot-damaged',
  'vault-damaged',
  'vault-newer',
  'vault-in-use',
  'vault-not-found',
  'vault-exists',
  'not-allowed',
  'disk-full',
  'read-only',
  'file-unreadable',
  'invalid-input',
  'not-found',
  'conflict',
  'cancelled',
  'unavailable',
  'usage',
  'internal',
] as const
export type ErrorCode = (typeof errorCodes)[number]
export type ErrorShape = { code: ErrorCode; details: Record<string, string> }

/** Details hold rule names, field names and ids. Never what somebody typed. */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: ErrorCode
  readonly details: Record<string, string>
  constructor(code: ErrorCode, details: Record<string, string> = {}, options?: ErrorOptions) {
    super(code, options)
    this.code = code
    this.details = details
  }
  toShape = (): ErrorShape => ({ code: this.code, details: this.details })
  /** What went wrong as an `AppError`: unknown causes become `internal`, so that no message of theirs travels on. */
  static from = (cause: unknown): AppError =>
    cause instanceof AppError ? cause : new AppError('internal', {}, { cause })
}
