import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createPackageWithOptions } from '@electron/asar'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { wrongInPacked } from '../../build/checks/packed-app.ts'

const onLinux = test.runIf(process.platform === 'linux') // elsewhere a packed app has another shape
const fuseSentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
/** RunAsNode off, cookies encrypted, NODE_OPTIONS off, inspect off, integrity on, asar only, no snapshot, no file powers. */
const goodFuses = '01001100'
const addon = `node_modules/better-sqlite3/prebuilds/${process.platform}-${process.arch}.node`
const forBundles = [
  'node_modules/mupdf/dist/mupdf-wasm.wasm',
  'node_modules/@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf',
  'node_modules/@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
]
const ours = ['package.json', 'out/app/main.js', 'out/app/preload.cjs', 'out/app/renderer/index.html']
const goodFiles = [...ours, addon, ...forBundles]

let work = ''
beforeEach(() => (work = mkdtempSync(join(tmpdir(), 'waymark-packed-'))))
afterEach(() => rmSync(work, { recursive: true }))

function write(path: string, content = ''): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
}

async function packed({ fuses = goodFuses, files = goodFiles } = {}): Promise<string> {
  const folder = join(work, 'packed')
  write(join(folder, 'waymark'), `${fuseSentinel}\u0001${String.fromCharCode(fuses.length)}${fuses}`)
  for (const file of files) write(join(work, 'app', file))
  const options = { unpack: '**/*.node' }
  await createPackageWithOptions(join(work, 'app'), join(folder, 'resources/app.asar'), options)
  return folder
}

onLinux('a packed app as it should be has nothing wrong', async () => {
  expect(await wrongInPacked(await packed())).toEqual([])
})

onLinux('planted: a fuse left as Electron has it', async () => {
  expect(await wrongInPacked(await packed({ fuses: '11001100' }))).toEqual(['the fuse RunAsNode is not off'])
})

onLinux('planted: a binary with fewer fuses than are known', async () => {
  expect((await wrongInPacked(await packed({ fuses: '0100110' }))).join()).toContain('7 fuses')
})

onLinux('planted: a source file and another addon inside', async () => {
  const extra = ['electron/main/main.ts', 'node_modules/better-sqlite3/prebuilds/darwin-arm64.node']
  const wrong = await wrongInPacked(await packed({ files: [...goodFiles, ...extra] }))
  expect(wrong).toContain('app.asar holds electron/main/main.ts')
  expect(wrong.join()).toContain('native modules outside the archive')
})

onLinux('planted: no addon, an app beside the archive, a menu entry that tells', async () => {
  const folder = await packed({ files: goodFiles.filter(name => name !== addon) })
  write(join(folder, 'resources/app.asar.unpacked/readme'))
  write(join(folder, 'resources/app/main.js'))
  write(join(folder, 'waymark.desktop'), 'Comment=Casework for stalking advocates')
  const wrong = await wrongInPacked(folder)
  expect(wrong).toContain(`app.asar lacks ${addon}`)
  expect(wrong).toContain('native modules outside the archive: none')
  expect(wrong).toContain('waymark.desktop says what the app is for')
  expect(wrong.join()).toContain('resources/app lies beside the archive')
})
