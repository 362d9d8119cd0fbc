import { existsSync } from 'node:fs'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import type { InlineConfig } from 'vite'
import { root } from '../setup/places.mjs'

/** Where to build to, and the address of Vite's own server: null strips everything that belongs to development. */
export type Target = { folder: string; developmentServer: string | null }
/** What ships. */
export const release: Target = { folder: join(root, 'out/app'), developmentServer: null }

const everywhere = { configFile: false, envDir: false, publicDir: false, logLevel: 'warn' } satisfies InlineConfig
// Node and Chromium of Electron 33, the oldest that must run this: the compatibility runtime.
const oldestNode = 'node20.18'
const oldestChromium = 'chrome130'
// The store and the jobs need Node-API 10, so they never run on less.
const storeNode = 'node22.14'
// Beside what is native: MuPDF brings its WebAssembly as a file that it looks for beside itself.
const external = ['electron', 'better-sqlite3', 'mupdf']

type NodeBundle = { entries: Record<string, string>; platform: string; format: 'es' | 'cjs' }

function nodeConfig({ entries, platform, format }: NodeBundle, { folder, developmentServer }: Target): InlineConfig {
  return {
    ...everywhere,
    root,
    define: { __DEVELOPMENT_SERVER__: JSON.stringify(developmentServer) },
    ssr: { noExternal: true, external },
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: false,
      target: platform,
      minify: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: entries,
        output: {
          format,
          entryFileNames: format === 'cjs' ? '[name].cjs' : '[name].js',
          chunkFileNames: 'parts/[name]-[hash].js',
          ...(format === 'cjs' && { codeSplitting: false }),
        },
      },
    },
  }
}

const source = (path: string): string => join(root, path)

/** The main process: an ES module on Electron's own Node. */
export const mainConfig = (target: Target): InlineConfig =>
  nodeConfig({ entries: { main: source('electron/main/main.ts') }, platform: oldestNode, format: 'es' }, target)

/** The preload: one CommonJS file, because a sandboxed preload can load neither modules nor other files. */
export const preloadConfig = (target: Target): InlineConfig =>
  nodeConfig(
    { entries: { preload: source('electron/preload/preload.ts') }, platform: oldestChromium, format: 'cjs' },
    target,
  )

/** The processes that main starts. Null while neither is written. */
export function workersConfig(target: Target): InlineConfig | null {
  const all = { store: source('electron/store/store.ts'), job: source('electron/jobs/job.ts') }
  const entries = Object.fromEntries(Object.entries(all).filter(([, path]) => existsSync(path)))
  if (Object.keys(entries).length === 0) return null
  return nodeConfig({ entries, platform: storeNode, format: 'es' }, target)
}

/** The page. */
export function rendererConfig({ folder }: Target): InlineConfig {
  return {
    ...everywhere,
    root: source('renderer'),
    plugins: [react()],
    build: {
      outDir: join(folder, 'renderer'),
      emptyOutDir: true,
      target: oldestChromium,
      reportCompressedSize: false,
      // The page's policy takes no data: addresses, so nothing is inlined. Chromium needs no polyfill.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 4_000, // read from the disk, not over a network
    },
  }
}
