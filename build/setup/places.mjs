import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder that holds package.json. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '../..')

export const isRoot = () => process.platform !== 'win32' && process.geteuid() === 0

/** Shared by all clones. Root's own home is closed to the unprivileged user that runs the tests, so root shares more widely. */
export function cacheFolder() {
  if (process.env.WAYMARK_CACHE) return process.env.WAYMARK_CACHE
  if (isRoot() && process.platform === 'linux') return '/var/cache/waymark'
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'waymark')
}
