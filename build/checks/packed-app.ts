import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { listPackage } from '@electron/asar'
import { packedBinary } from '../pack/config.ts'
import { wrongFuses } from '../pack/fuses.ts'

const allowedInside =
  /^(?:package\.json|LICENSE|out(?:\/app(?:\/.*)?)?|node_modules(?:\/(?:better-sqlite3|mupdf|@expo-google-fonts)(?:\/.*)?)?)$/
const addon = `node_modules/better-sqlite3/prebuilds/${process.platform}-${process.arch}.node`
const forBundles = [
  'node_modules/mupdf/dist/mupdf-wasm.wasm',
  'node_modules/@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf',
  'node_modules/@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
]
/** Words that a file manager, a menu or an installer must not show. */
const revealing = /stalking|domestic|abuse|refuge|victim|advocate/i

/** What is wrong with a packed app's folder, one sentence each. Empty means that it may be handed out. */
export async function wrongInPacked(folder: string): Promise<string[]> {
  const resources = process.platform === 'darwin' ? 'Waymark.app/Contents/Resources' : 'resources'
  const inside = join(folder, resources)
  const archive = join(inside, 'app.asar')
  if (!existsSync(archive)) return ['there is no app.asar']
  return [
    ...(await wrongFuses(packedBinary(folder))),
    ...wrongFiles(listPackage(archive, { isPack: false }).map(name => name.replaceAll('\\', '/').replace(/^\//, ''))),
    ...wrongAddons(join(inside, 'app.asar.unpacked')),
    ...(existsSync(join(inside, 'app'))
      ? ['resources/app lies beside the archive and would be loaded by a runtime without the fuse']
      : []),
    ...wrongWords(folder),
  ]
}

function wrongFiles(names: readonly string[]): string[] {
  const unexpected = names.filter(name => !allowedInside.test(name)).map(name => `app.asar holds ${name}`)
  const missing = [
    'out/app/main.js',
    'out/app/preload.cjs',
    'out/app/renderer/index.html',
    'package.json',
    addon,
    ...forBundles,
  ]
    .filter(name => !names.includes(name))
    .map(name => `app.asar lacks ${name}`)
  return [...unexpected, ...missing]
}

function wrongAddons(unpacked: string): string[] {
  const found = readdirSync(unpacked, { recursive: true, encoding: 'utf8' })
    .map(name => name.replaceAll('\\', '/'))
    .filter(name => name.endsWith('.node'))
  return found.length === 1 && found[0] === addon
    ? []
    : [`native modules outside the archive: ${found.join(', ') || 'none'}`]
}

function wrongWords(folder: string): string[] {
  return readdirSync(folder, { encoding: 'utf8' })
    .filter(name => /\.(?:desktop|plist|yml|json|txt)$/.test(name) && !/^LICENSE/.test(name))
    .filter(name => revealing.test(readFileSync(join(folder, name), 'utf8')))
    .map(name => `${name} says what the app is for`)
}
