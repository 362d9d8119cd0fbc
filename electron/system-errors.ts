import { AppError, type ErrorCode } from '../shared/kernel/errors.ts'

const codes: Record<string, ErrorCode> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  SQLITE_FULL: 'disk-full',
  SQLITE_IOERR_SHMSIZE: 'disk-full', // the file beside a log could not grow
  EROFS: 'read-only',
  EACCES: 'read-only',
  EPERM: 'read-only',
  SQLITE_READONLY: 'read-only',
  SQLITE_NOTADB: 'vault-damaged',
  SQLITE_CORRUPT: 'vault-damaged',
  SQLITE_IOERR_READ: 'vault-damaged',
  SQLITE_IOERR_SHORT_READ: 'vault-damaged',
}

/** What an error of the file system or of SQLite means to a person. Messages with paths in them go no further. */
export function fromSystem(cause: unknown): AppError {
  if (cause instanceof AppError) return cause
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  const found = codes[code] ?? Object.entries(codes).find(([prefix]) => code.startsWith(`${prefix}_`))?.[1]
  return found ? new AppError(found, {}, { cause }) : AppError.from(cause)
}
