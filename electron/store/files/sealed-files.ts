import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { ReadDb } from '../database.ts'
import { listFileIds } from './files.repo.ts'

const filesFolder = (folder: string): string => join(folder, 'files')

/** Where a sealed file lies. Named by its random id, in a folder of the id's last two letters: UUIDv7 begin alike. */
export const sealedFilePath = (folder: string, id: string): string => join(filesFolder(folder), id.slice(-2), id)

/** The same, with the folder made. */
export function makeSealedFilePath(folder: string, id: string): string {
  const path = sealedFilePath(folder, id)
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  return path
}

/** Files in the vault that no record knows: what a crash between sealing and recording leaves. */
export function orphanedFiles(db: ReadDb, folder: string): string[] {
  if (!existsSync(filesFolder(folder))) return []
  const known = listFileIds(db)
  return readdirSync(filesFolder(folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && !known.has(entry.name))
    .map(entry => join(entry.parentPath, entry.name))
}

/** Removes them. Their key was never kept, so nobody could read them. */
export function removeOrphanedFiles(db: ReadDb, folder: string): number {
  const orphans = orphanedFiles(db, folder)
  for (const path of orphans) rmSync(path, { force: true })
  return orphans.length
}
