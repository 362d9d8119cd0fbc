import { copyFileSync, existsSync, chownSync, chmodSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { runInForeground } from './foreground.ts'
import { root } from './places.mjs'
import { accountOf, systemAccount, viewFor, type Account } from './unprivileged.ts'

const { DISPLAY, WAYLAND_DISPLAY, SUDO_USER, XAUTHORITY, WAYMARK_ELECTRON = '', WAYMARK_NODE = '' } = process.env
const hasDisplay = process.platform !== 'linux' || Boolean(DISPLAY ?? WAYLAND_DISPLAY)

// A display that turns a program away does so at once.
const refusedWithinMs = 5_000

process.exitCode = await start()

async function start(): Promise<number> {
  const built = await runInForeground([process.execPath, join(root, 'build/vite/build.ts')], { cwd: root })
  if (built !== 0) return built
  if (!hasDisplay) return demo()
  if (process.geteuid?.() === 0) return openForRoot()
  return runInForeground([WAYMARK_ELECTRON, root, ...process.argv.slice(2)])
}

function demo(): Promise<number> {
  console.error('There is no display here, so Waymark shows its demo in a virtual one.')
  return runInForeground(['npm', 'run', 'demo'], { cwd: root })
}

/** Root gets the app all the same where that can be done safely: as the person behind sudo, or as an account of its own. */
async function openForRoot(): Promise<number> {
  const account = SUDO_USER ? accountOf(SUDO_USER) : systemAccount('waymark')
  console.error(
    'Waymark does not run as root: a fault in it would then own this whole machine, and Chromium would drop its sandbox. ' +
      `It runs as the user ${account.name} instead, and keeps its vault in ${account.home}.`,
  )
  const view = viewFor(account, root)
  const command = [...view.prefix, view.path(WAYMARK_ELECTRON), view.path(root), ...process.argv.slice(2)]
  const env = {
    ...process.env,
    HOME: account.home,
    WAYMARK_NODE: view.path(WAYMARK_NODE),
    XAUTHORITY: lendDisplay(account),
  }
  const startedAt = Date.now()
  const code = await runInForeground(command, { env }).finally(() => view.close())
  if (code !== 0 && Date.now() - startedAt < refusedWithinMs)
    console.error(`This display may not let ${account.name} in. Log in as an ordinary user and run npm start there.`)
  return code
}

/** Lets the account use the display that root uses: by its own copy of the key to it. */
function lendDisplay(account: Account): string | undefined {
  const key = XAUTHORITY ?? join(homedir(), '.Xauthority')
  if (!existsSync(key)) return undefined
  const copy = join(account.home, '.Xauthority')
  if (key === copy) return copy
  copyFileSync(key, copy)
  chownSync(copy, account.uid, account.gid)
  chmodSync(copy, 0o600)
  return copy
}
