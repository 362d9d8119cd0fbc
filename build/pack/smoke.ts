import { chmodSync, chownSync, existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { startOnScreen } from '../vite/on-screen.ts'

/** Starts the packed app with `--smoke`, sandbox on and not as root. Null if it said ok, else what went wrong. */
export async function smokePacked(executable: string): Promise<string | null> {
  letSandboxWork(dirname(executable))
  delete process.env['WAYMARK_NODE'] // the packed app must make do with what was packed
  const { child, ended } = await startOnScreen({ command: executable, args: ['--smoke'], stdout: 'pipe' })
  const said = child.stdout === null ? '' : (await text(child.stdout)).trim()
  const code = await ended
  return code === 0 && said === 'ok' ? null : `the packed app ended with ${String(code)} and said: ${said || 'nothing'}`
}

/** An installer makes Chromium's sandbox helper root's own; an unpacked folder that root made needs the same. */
function letSandboxWork(folder: string): void {
  const helper = join(folder, 'chrome-sandbox')
  if (process.geteuid?.() !== 0 || !existsSync(helper)) return
  chownSync(helper, 0, 0)
  chmodSync(helper, 0o4755)
}
