import { randomBytes } from 'node:crypto'
import { realpathSync, statSync } from 'node:fs'
import { basename, join, sep } from 'node:path'
import type { BackupPlace, backupPlaceCalls, CopyDone, CopyWork } from '../../../shared/features/backup-place.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import type { StoreHandlers, VaultReadTx, VaultWriteTx } from '../dispatch.ts'
import { listFiles } from '../files/files.repo.ts'
import { sealedFilePath } from '../files/sealed-files.ts'
import { backupsFolder } from '../vault/backup.ts'
import { listBackups } from '../vault/restore.ts'
import { readPlace, writePlace, type KeptPlace } from './backup-place.repo.ts'

export const backupPlaceHandlers: StoreHandlers<typeof backupPlaceCalls> = {
  'backupPlace.read': tx => shown(tx),
  'backupPlace.choose'(tx, { folder }) {
    refuseUnfit(tx, folder)
    const mirror = readPlace(tx.db)?.mirror ?? `waymark-backups-${randomBytes(4).toString('hex')}`
    writePlace(tx.db, { path: folder, mirror, last: null, problem: null })
    tx.audit('backup-place.chosen', {})
    return shown(tx)
  },
  'backupPlace.forget'(tx) {
    writePlace(tx.db, null)
    tx.audit('backup-place.forgotten', {})
    return shown(tx)
  },
  'backupPlace.copy': {
    prepare: workOf,
    finish(tx, _input, done) {
      const place = readPlace(tx.db)
      if (place) writePlace(tx.db, outcomeOf(tx, place, done))
      tx.audit(done.outcome === 'copied' ? 'backup-place.copied' : 'backup-place.not-copied', {})
      return shown(tx)
    },
  },
}

/** A folder in the vault would be lost with it, and a practice vault has nothing to keep. */
function refuseUnfit({ vault }: VaultReadTx, folder: string): void {
  const refuse = (rule: string) => new AppError('invalid-input', { field: 'folder', rule })
  if (vault.practice) throw refuse('practice-keeps-nothing')
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw refuse('no-such-folder')
  const [chosen, own] = [realpathSync(folder), realpathSync(vault.folder)]
  if (chosen === own || chosen.startsWith(own + sep)) throw refuse('place-in-vault')
}

function workOf({ vault, db }: VaultReadTx): CopyWork {
  const place = readPlace(db)
  const [newest] = listBackups(vault.folder)
  if (!place || !newest) throw new AppError('not-found', { what: place ? 'backup' : 'backup-place' })
  const mirror = join(place.path, place.mirror)
  return {
    ...{ place: place.path, mirror },
    backup: { name: newest.name, folder: join(backupsFolder(vault.folder), newest.name), sha256: newest.sha256 },
    files: listFiles(db).map(({ id }) => ({ from: sealedFilePath(vault.folder, id), to: sealedFilePath(mirror, id) })),
  }
}

function outcomeOf({ vault, now }: VaultWriteTx, place: KeptPlace, done: CopyDone): KeptPlace {
  if (done.outcome === 'not-copied') return { ...place, problem: { why: done.why, since: place.problem?.since ?? now } }
  const copied = listBackups(vault.folder).find(({ name }) => name === done.name)
  return {
    ...place,
    last: copied ? { name: done.name, madeAt: copied.madeAt, copiedAt: now } : place.last,
    problem: null,
  }
}

function shown({ vault, db }: VaultReadTx): { place: BackupPlace | null } {
  const place = readPlace(db)
  if (!place) return { place: null }
  const [newest] = listBackups(vault.folder)
  const last = place.last && { madeAt: place.last.madeAt, copiedAt: place.last.copiedAt }
  const behind = newest !== undefined && newest.name !== place.last?.name
  return { place: { name: basename(place.path), last, problem: place.problem, behind } }
}
