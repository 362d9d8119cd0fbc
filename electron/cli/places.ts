import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { AppError } from '../../shared/kernel/errors.ts'

/** A path as the person means it: npm runs its scripts in the project's own folder and says where it was called. */
export function typedPath(path: string): string {
  const { npm_lifecycle_event: script, INIT_CWD: calledIn } = process.env
  return resolve(script === 'cli' && calledIn !== undefined ? calledIn : process.cwd(), path)
}

/** The same for an option that may be left out, as the calls want it. */
export const typedPathOrNull = (path: string | undefined): string | null =>
  path === undefined ? null : typedPath(path)

/** Throws `vault-not-found` where there is no folder at all. */
export function existingFolder(path: string): string {
  const folder = typedPath(path)
  if (!existsSync(folder)) throw new AppError('vault-not-found')
  return folder
}
