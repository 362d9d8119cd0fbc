import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { BackupName } from '../../../shared/features/vault.ts'
import { Instant } from '../../../shared/kernel/dates.ts'
import { asWriteDb } from '../database.ts'
import { auditWriter } from '../dispatch.ts'
import { keepRestored } from '../safe-contact/plan-state.ts'
import type { OpenVault, Session } from '../session.ts'
import { readJson, stageFile } from './vault-file.ts'

const Restored = z.strictObject({ at: Instant, backup: BackupName, keptAs: z.string().regex(/^kept-\d{8}T\d{9}Z$/) })
type Restored = z.infer<typeof Restored>
const Mark = z.array(Restored).min(1).max(1_000)

/** A vault is locked while it is restored, so who unlocks it next tells its record of changes: of each restore since the last unlock. */
const markPath = (folder: string): string => join(folder, 'vault.restored')

/** `put` says in the folder that what lies there came from a backup; `drop` takes back what was only prepared. */
export type RestoredMark = { put: () => void; drop: () => void }

/** Prepared before anything changes, since the disk may be full. */
export function stageMark(folder: string, restored: Restored): RestoredMark {
  const path = markPath(folder)
  const put = stageFile(path, JSON.stringify([...(readMark(folder) ?? []), restored]))
  return {
    put() {
      if (readMark(folder) === null) putAside(path, restored.at)
      put()
    },
    drop: () => rmSync(`${path}.new`, { force: true }),
  }
}

/** Writes the audit rows of restores that nobody has told of yet: when, from which backup, and where the vault before is kept. */
export function tellOfRestore(session: Session, vault: OpenVault): void {
  const path = markPath(vault.folder)
  if (!existsSync(path)) return
  const audit = auditWriter({
    vault,
    installationId: session.installationId,
    now: session.now(),
    count: () => undefined,
  })
  const told = (): void => {
    for (const detail of readMark(vault.folder) ?? [{}]) audit('vault.restored', { detail })
    keepRestored(asWriteDb(vault.db), session.now())
  }
  vault.db.transaction(told).immediate()
  try {
    if (readMark(vault.folder) === null) putAside(path, session.now())
    else rmSync(path, { force: true })
  } catch {
    // What can't be moved keeps nobody out: it is told of again.
  }
}

/** What is not ours may be in the way, and is somebody's: it stays under another name. */
function putAside(path: string, now: Instant): void {
  if (existsSync(path)) renameSync(path, `${path}-kept-${now.replaceAll(/[-:.]/g, '')}`)
}

/** Null where something else has written the file. */
function readMark(folder: string): Restored[] | null {
  try {
    return Mark.parse(readJson(markPath(folder)))
  } catch {
    return null
  }
}
