import Database from 'better-sqlite3'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import type { Instant } from '../../../shared/kernel/dates.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import { fromSystem } from '../../system-errors.ts'

const Attempts = z.object({ failures: z.int(), lastAt: z.string() })
const freeAttempts = 3
const longestWaitSeconds = 60

const lockFilePath = (folder: string): string => join(folder, 'vault.lock')
function openLockFile(folder: string): Database.Database {
  try {
    return openAttempts(lockFilePath(folder))
  } catch (cause) {
    if (codeOf(cause) !== 'SQLITE_NOTADB') throw lockError(cause)
    // Garbage that nobody holds: the file keeps nothing but a count, and must not keep anyone out of the vault.
    rmSync(lockFilePath(folder))
    return openAttempts(lockFilePath(folder))
  }
}

function openAttempts(path: string): Database.Database {
  const db = new Database(path, { timeout: 0 })
  try {
    db.exec(
      'CREATE TABLE IF NOT EXISTS attempts (id INTEGER PRIMARY KEY CHECK (id = 1), failures INTEGER, last_at TEXT) STRICT',
    )
    return db
  } catch (cause) {
    db.close()
    throw cause
  }
}

const codeOf = (cause: unknown): string => (cause instanceof Error && 'code' in cause ? String(cause.code) : '')
const lockError = (cause: unknown): AppError =>
  codeOf(cause).startsWith('SQLITE_BUSY') ? new AppError('vault-in-use') : fromSystem(cause)

/** `opened` forgets the failed attempts: only a key that has opened the vault may. `release` lets go. */
export type VaultLock = { opened: () => void; release: () => void }

/**
 * Takes the vault for this process: a write transaction held open on a small file, which the system frees even when the
 * process is killed. Throws `vault-in-use` when another process has it.
 */
export function takeVaultLock(folder: string): VaultLock {
  const db = openLockFile(folder)
  try {
    db.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
  } catch (cause) {
    db.close()
    throw lockError(cause)
  }
  return {
    // The locking mode keeps the file locked between the two transactions.
    opened: () => void db.exec('UPDATE attempts SET failures = 0; COMMIT; BEGIN EXCLUSIVE'),
    release: () => void db.close(),
  }
}

/** Counts an attempt to unlock before it is made, so that killing the process doesn't make it free. Throws `too-many-attempts`. */
export function countAttempt(folder: string, now: Instant): void {
  const wait = secondsToWait(folder, now)
  if (wait > 0) throw new AppError('too-many-attempts', { seconds: String(wait) })
  withAttempts(folder, db =>
    db
      .prepare(
        `INSERT INTO attempts (id, failures, last_at) VALUES (1, 1, @now)
         ON CONFLICT (id) DO UPDATE SET failures = failures + 1, last_at = @now`,
      )
      .run({ now }),
  )
}

/** Seconds until the next attempt is allowed: none for the first three, then 2, 4, 8 and so on up to 60. */
export function secondsToWait(folder: string, now: Instant): number {
  return withAttempts(folder, db => {
    const row = db.prepare('SELECT failures, last_at AS lastAt FROM attempts WHERE id = 1').get()
    const attempts = Attempts.optional().parse(row)
    if (!attempts || attempts.failures < freeAttempts) return 0
    const pause = Math.min(longestWaitSeconds, 2 ** (attempts.failures - freeAttempts + 1))
    const passed = (Date.parse(now) - Date.parse(attempts.lastAt)) / 1000
    if (passed >= 0) return Math.max(0, Math.ceil(pause - passed))
    // A clock set back doesn't shorten the wait, and one that had run ahead doesn't make it last for days: it begins anew.
    db.prepare('UPDATE attempts SET last_at = ? WHERE id = 1').run(now)
    return pause
  })
}

function withAttempts<Result>(folder: string, use: (db: Database.Database) => Result): Result {
  const db = openLockFile(folder)
  try {
    return use(db)
  } catch (cause) {
    throw lockError(cause)
  } finally {
    db.close()
  }
}
