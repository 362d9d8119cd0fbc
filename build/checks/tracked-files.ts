import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { root } from '../setup/places.mjs'

export type TextFile = { path: string; text: string }

const pictures = /\.(png|ico|icns|jpe?g|gif|webp|pdf|ttf|otf|woff2?|db|mp3|mp4|wav|zip)$/

/** What git says, run in the root folder. */
export const git = (...args: readonly string[]): string =>
  execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28, stdio: ['ignore', 'pipe', 'ignore'] })

/** False in a copy made without git: what needs its history then has nothing to compare with. */
export function isCheckout(): boolean {
  try {
    return git('rev-parse', '--is-inside-work-tree').trim() === 'true'
  } catch {
    return false
  }
}

/** Every text file that is tracked, or would be once added. */
export function trackedFiles(): TextFile[] {
  return [...new Set(isCheckout() ? listedByGit() : listedByHand())]
    .filter(path => path !== '' && !pictures.test(path) && existsSync(join(root, path)))
    .map(path => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}

const listedByGit = (): string[] => git('ls-files', '-z', '--cached', '--others', '--exclude-standard').split('\0')

function listedByHand(): string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter(({ name }) => !['.git', 'node_modules', 'out', 'dist'].includes(name))
    .flatMap(entry => (entry.isDirectory() ? filesBelow(entry.name) : [entry.name]))
}

const filesBelow = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
