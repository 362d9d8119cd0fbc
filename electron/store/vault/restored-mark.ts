import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { BackupName } from '../../../shared/features/vault.ts'
import { Instant } from '../../../shared/kernel/dates.ts'
import { auditWriter } from '../dispatch.ts'
import type { OpenVault, Session } from '../session.ts'
import { stageFile } from './vault-file.ts'

/** A vault is locked while it is restored, so who unlocks it next tells its record of changes. */
const Restored = z.strictObject({ at: Instant, backup: BackupName, keptAs: z.string() })
const markPath = (folder: string): string => join(folder, 'vault.restored')

/** Restores, and says in the folder that what lies there came from a backup. A full disk is met before anything changes. */
export function markRestored(folder: string, restored: z.infer<typeof Restored>, restore: () => void): void {
  const mark = stageFile(markPath(folder), JSON.stringify(restored))
  try {
    restore()
  } catch (cause) {
    rmSync(`${markPath(folder)}.new`, { force: true }) // our own
    throw cause
  }
  mark()
}

/** Writes the audit row of a restore that nobody has told of yet: when, from which backup, and where the vault before is kept. */
export function tellOfRestore(session: Session, vault: OpenVault): void {
  const path = markPath(vault.folder)
  if (!existsSync(path)) return
  const audit = auditWriter({
    vault,
    installationId: session.installationId,
    now: session.now(),
    count: () => undefined,
  })
  vault.db.transaction(() => audit('vault.restored', { detail: readMark(path) ?? {} })).immediate()
  rmSync(path, { force: true })
}

/** Null where something else has written the file. */
function readMark(path: string): z.infer<typeof Restored> | null {
  try {
    return Restored.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return null
  }
}
