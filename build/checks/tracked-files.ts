import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../setup/places.mjs'

export type TextFile = { path: string; text: string }

const pictures = /\.(png|ico|icns|jpe?g|gif|webp|pdf|ttf|otf|woff2?|db|mp3|mp4|wav|zip)$/

/** What git says, run in the root folder. */
export const git = (...args: readonly string[]): string =>
  execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28, stdio: ['ignore', 'pipe', 'ignore'] })

/** False in a copy made without git: what needs its history then has nothing to compare with. */
export const isCheckout = (): boolean => existsSync(join(root, '.git'))

/** Every text file that is tracked, or would be once added. */
export function trackedFiles(): TextFile[] {
  const paths = git('ls-files', '-z', '--cached', '--others', '--exclude-standard').split('\0')
  return [...new Set(paths)]
    .filter(path => path !== '' && !pictures.test(path) && existsSync(join(root, path)))
    .map(path => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}
