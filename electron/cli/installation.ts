import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { v4 } from 'uuid'
import * as z from 'zod'
import { AppError } from '../../shared/kernel/errors.ts'
import { InstallationId } from '../../shared/kernel/ids.ts'

const Kept = z.object({ installationId: InstallationId })

/** Whose audit chain the command line writes: a random id of its own, made on first use, outside any vault. */
export function installationId(): InstallationId {
  const file = join(configFolder(), 'installation.json')
  const kept = readKept(file)
  if (kept) return kept
  const made = InstallationId.parse(v4())
  try {
    mkdirSync(configFolder(), { recursive: true, mode: 0o700 })
    writeFileSync(file, `${JSON.stringify({ installationId: made })}\n`, { mode: 0o600 })
  } catch (cause) {
    throw new AppError('read-only', { rule: 'config-folder' }, { cause })
  }
  return made
}

/** Null when there is none or it can't be read: a new id only begins another chain. */
function readKept(file: string): InstallationId | null {
  try {
    return Kept.parse(JSON.parse(readFileSync(file, 'utf8'))).installationId
  } catch {
    return null
  }
}

function configFolder(): string {
  const { WAYMARK_CONFIG_DIR, XDG_CONFIG_HOME, APPDATA } = process.env
  if (WAYMARK_CONFIG_DIR) return WAYMARK_CONFIG_DIR
  return join(platformFolder({ XDG_CONFIG_HOME, APPDATA }), 'waymark-cli')
}
type Folders = { XDG_CONFIG_HOME: string | undefined; APPDATA: string | undefined }
function platformFolder({ XDG_CONFIG_HOME, APPDATA }: Folders): string {
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support')
  if (process.platform === 'win32') return APPDATA ?? join(homedir(), 'AppData', 'Roaming')
  return XDG_CONFIG_HOME || join(homedir(), '.config')
}
