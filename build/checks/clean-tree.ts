import { createHash } from 'node:crypto'
import { git, isCheckout } from './tracked-files.ts'

/** What git sees of the work tree: every path that differs from the last commit, with a digest of the differences. */
export type TreeState = { paths: string[]; digest: string }

/** Null in a copy made without git. */
export function treeState(): TreeState | null {
  if (!isCheckout()) return null
  const paths = git('status', '--porcelain', '--untracked-files=all').split('\n').filter(Boolean)
  return { paths, digest: createHash('sha256').update(git('diff', 'HEAD')).digest('hex') }
}

/** What the checks themselves left behind or changed. */
export function treeChanges(before: TreeState | null, after: TreeState | null): string[] {
  if (!before || !after) return []
  const added = after.paths
    .filter(path => !before.paths.includes(path))
    .map(path => `the checks changed the tree: ${path}`)
  return added.length === 0 && before.digest !== after.digest
    ? ['the checks changed a file that was already changed']
    : added
}
