import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { missingIn, packageNames } from '../../build/setup/libraries.mjs'
import { isNewEnough } from '../../build/setup/node.mjs'
import { packagesAreCurrent } from '../../build/setup/packages.mjs'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

/** A checkout whose lock file and installed packages were written at these seconds; null: not there. */
function checkout(lock: number, installed: number | null): string {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-setup-'))
  folders.push(folder)
  const write = (name: string, second: number): void => {
    writeFileSync(join(folder, name), '{}')
    utimesSync(join(folder, name), second, second)
  }
  write('package-lock.json', lock)
  if (installed !== null) {
    mkdirSync(join(folder, 'node_modules'))
    write('node_modules/.package-lock.json', installed)
  }
  return folder
}

test('packages are installed when missing or older than the lock file, and not again', () => {
  expect(packagesAreCurrent(checkout(100, null))).toBe(false)
  expect(packagesAreCurrent(checkout(100, 99))).toBe(false)
  expect(packagesAreCurrent(checkout(100, 100))).toBe(true)
  expect(packagesAreCurrent(checkout(100, 101))).toBe(true)
})

test('Node is new enough from 22.14', () => {
  const versions = ['v18.20.0', 'v20.20.2', 'v22.13.1', 'v22.14.0', 'v23.0.0', 'v24.21.0']
  expect(versions.filter(isNewEnough)).toEqual(['v22.14.0', 'v23.0.0', 'v24.21.0'])
})

test('what ldd cannot find is what is missing', () => {
  const output = '\tlibnss3.so => not found\n\tlibc.so.6 => /lib/libc.so.6 (0x0)\n\tlibgbm.so.1 => not found\n'
  expect(missingIn(output)).toEqual(['libnss3.so', 'libgbm.so.1'])
  expect(missingIn('\tnot a dynamic executable\n')).toEqual([])
})

test('a library that was renamed is asked for by the name this machine knows', () => {
  const known = new Set(['libgtk-3-0t64', 'libnss3'])
  expect(packageNames(['libgtk-3-0', 'libnss3'], (name: string) => known.has(name))).toEqual([
    'libgtk-3-0t64',
    'libnss3',
  ])
})
