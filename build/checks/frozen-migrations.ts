import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../setup/places.mjs'
import { git, isCheckout } from './tracked-files.ts'

const folder = 'electron/store/migrations/'
const isMigration = (path: string): boolean => /^\d{4}-[\w-]+\.ts$/.test(path.slice(folder.length))

export type Released = { tag: string; path: string; text: string }

/** Whatever a release carried stays as it was: vaults out there were made by it. */
export function changedMigrations(released: readonly Released[], now: (path: string) => string | null): string[] {
  return released.flatMap(({ tag, path, text }) => {
    const today = now(path)
    if (today === null) return [`${path} is gone, and ${tag} has it`]
    return today === text ? [] : [`${path} differs from ${tag}: write a new migration instead`]
  })
}

/** The migrations of every release tag, 0.1.0 and later. */
export function releasedMigrations(): Released[] {
  if (!isCheckout()) return []
  const tags = git('tag', '--list')
    .split('\n')
    .filter(tag => /^v?\d+\.\d+\.\d+$/.test(tag) && !/^v?0\.0\./.test(tag))
  return tags.flatMap(tag =>
    git('ls-tree', '-r', '--name-only', tag, '--', folder)
      .split('\n')
      .filter(isMigration)
      .map(path => ({ tag, path, text: git('show', `${tag}:${path}`) })),
  )
}

/** A file of the work tree, or null where there is none. */
export function readNow(path: string): string | null {
  try {
    return readFileSync(join(root, path), 'utf8')
  } catch {
    return null
  }
}
