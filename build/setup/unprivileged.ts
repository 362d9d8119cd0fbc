import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type Account = { name: string; uid: number; gid: number; home: string }

/** The account of that name. Throws when there is none. */
export function accountOf(name: string): Account {
  const [, , uid, gid, , home = '/'] = passwdLine(name)?.split(':') ?? []
  if (uid === undefined || gid === undefined) throw new Error(`There is no account ${name}.`)
  return { name, uid: Number(uid), gid: Number(gid), home }
}

const passwdLine = (name: string): string | null => {
  const ended = spawnSync('getent', ['passwd', name], { encoding: 'utf8' })
  return ended.status === 0 ? ended.stdout.trim() : null
}

/** A system account without a password, made on first use. Only root can. */
export function systemAccount(name: string): Account {
  if (passwdLine(name) === null) {
    const home = ['--create-home', '--home-dir', `/var/lib/${name}`]
    spawnSync('useradd', ['--system', '--user-group', ...home, '--shell', '/usr/sbin/nologin', name], {
      stdio: 'inherit',
    })
  }
  return accountOf(name)
}

/** What to put before a command so that root runs it as that account, with no power left. */
export const asAccount = ({ uid, gid }: Account): string[] => [
  'setpriv',
  `--reuid=${uid}`,
  `--regid=${gid}`,
  '--clear-groups',
  '--inh-caps=-all',
  '--',
]

export type View = {
  /** What to put before a command so that it sees the folder there and runs as the account. */
  prefix: string[]
  /** Where a path of the folder is found by that command. */
  path: (path: string) => string
  close: () => void
}

/**
 * The folder as that account can see it. A checkout below somebody's closed home can't be reached through its parents,
 * and their modes are not ours to change: a bind mount that only the command sees shows it elsewhere.
 */
export function viewFor(account: Account, folder: string): View {
  const run = asAccount(account)
  const canRead = (prefix: readonly string[], seen: string): boolean => {
    const wanted = [join(seen, 'node_modules/.bin'), '-a', '-r', join(seen, 'package.json')]
    const [file = '', ...args] = [...prefix, 'test', '-r', ...wanted]
    return spawnSync(file, args).status === 0
  }
  if (canRead(run, folder)) return { prefix: run, path: path => path, close: () => undefined }

  const view = mkdtempSync(join(tmpdir(), 'waymark-view-'))
  chmodSync(view, 0o755)
  const mount = 'mount --bind "$0" "$1" && cd "$1" && shift && exec "$@"'
  const prefix = ['unshare', '--mount', 'sh', '-c', mount, folder, view, ...run]
  const close = (): void => rmdirSync(view)
  if (canRead(prefix, view))
    return { prefix, path: path => (path.startsWith(folder) ? view + path.slice(folder.length) : path), close }
  close()
  throw new Error(
    `${account.name} can't read this checkout, and tests don't run as root. Make its files readable by others.`,
  )
}
