import { rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { parseArgs } from 'node:util'
import { build } from 'electron-builder'
import { developmentIn } from '../checks/dev-policy.ts'
import { wrongInPacked } from '../checks/packed-app.ts'
import { root } from '../setup/places.mjs'
import { buildRelease } from '../vite/build.ts'
import { release } from '../vite/configs.ts'
import { builderConfig, installers, packedBinary, type Packing } from './config.ts'
import { electronRuntime } from './runtime.ts'
import { smokePacked } from './smoke.ts'

async function dist(isTest: boolean, wantsSmoke: boolean): Promise<number> {
  const runtime = electronRuntime()
  if (!runtime.isOfficial && !isTest) {
    console.error(
      'No release is made from the compatibility runtime: its Chromium gets no more security fixes. Run this where ' +
        'Electron itself can be downloaded, or pack for a test: npm run dist -- --test-package',
    )
    return 1
  }
  const output = join(root, isTest ? 'out/test-package' : 'out/dist')
  rmSync(output, { recursive: true, force: true })
  await buildRelease()
  const packing: Packing = { runtime, isTest, output }
  const problems = developmentIn(release.folder)
  const folder = problems.length === 0 ? await pack(packing) : null
  if (folder !== null) problems.push(...(await wrongInPacked(folder)))
  if (folder !== null && problems.length === 0 && wantsSmoke) {
    const wrong = await smokePacked(executableIn(folder))
    if (wrong === null) console.log('ok')
    else problems.push(wrong)
  }
  for (const problem of problems) console.error(`dist: ${problem}`)
  if (folder === null || problems.length > 0) return 1
  console.log(`Packed into ${relative(root, folder)}${isTest ? ': for tests only, never to be handed out' : ''}`)
  if (!isTest) await makeInstallers(packing, folder)
  return 0
}

const executableIn = (folder: string): string =>
  process.platform === 'darwin' ? join(packedBinary(folder), 'Contents/MacOS/waymark') : packedBinary(folder)

/** Packs the unpacked app and answers its folder. */
async function pack(packing: Packing): Promise<string> {
  let folder = ''
  const config = builderConfig(packing)
  await build({
    projectDir: root,
    publish: 'never',
    dir: true,
    config: {
      ...config,
      afterExtract: async context => {
        folder = context.appOutDir
        if (typeof config.afterExtract === 'function') await config.afterExtract(context)
      },
    },
  })
  return folder
}

/** One at a time, from the app as packed and checked: one whose tool can't be fetched doesn't cost the others. */
async function makeInstallers(packing: Packing, prepackaged: string): Promise<void> {
  const { platform } = process
  const flag = platform === 'darwin' ? 'mac' : platform === 'win32' ? 'win' : 'linux'
  for (const target of installers[platform] ?? []) {
    try {
      await build({ projectDir: root, publish: 'never', prepackaged, config: builderConfig(packing), [flag]: [target] })
    } catch (cause) {
      console.error(`dist: no ${target}: ${cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : 'unknown'}`)
    }
  }
}

const { values: wishes } = parseArgs({
  options: { 'test-package': { type: 'boolean' }, smoke: { type: 'boolean' } },
})

process.exitCode = await dist(wishes['test-package'] === true, wishes.smoke === true)
