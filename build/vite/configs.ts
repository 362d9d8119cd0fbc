import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import type { InlineConfig } from 'vite'

/** The folder that holds package.json. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
/** Where everything that ships is built to. */
export const outFolder = join(root, 'out/app')

/** `null` strips everything that belongs to development out of what is built. */
export type DevelopmentServer = string | null

const shared = { root, configFile: false, envDir: false, publicDir: false, logLevel: 'warn' } satisfies InlineConfig
// Chromium and Node of Electron 33, the oldest that must run this: the compatibility runtime.
const electronNode = 'node20.18'
const chromium = 'chrome130'
// The store and the jobs need Node-API 10, so never run on less.
const storeNode = 'node22.14'

type NodeEntry = {
  entries: Record<string, string>
  target: string
  format: 'es' | 'cjs'
  development: DevelopmentServer
}

function nodeConfig({ entries, target, format, development }: NodeEntry): InlineConfig {
  return {
    ...shared,
    define: { __DEVELOPMENT_SERVER__: JSON.stringify(development) },
    resolve: { noExternal: true, external: ['electron', 'better-sqlite3'] },
    ssr: { noExternal: true, external: ['electron', 'better-sqlite3'] },
    build: {
      ssr: true,
      outDir: outFolder,
      emptyOutDir: false,
      target,
      minify: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: entries,
        output: {
          format,
          entryFileNames: format === 'cjs' ? '[name].cjs' : '[name].js',
          chunkFileNames: 'parts/[name]-[hash].js',
          ...(format === 'cjs' ? { codeSplitting: false } : {}),
        },
      },
    },
  }
}

const source = (path: string): string => join(root, path)

/** Only the entries whose source exists: a layer may be built before its neighbours are written. */
function present(entries: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(entries).filter(([, path]) => existsSync(path)))
}

/** The main process: an ES module on Electron's own Node. */
export const mainConfig = (development: DevelopmentServer): InlineConfig =>
  nodeConfig({ entries: { main: source('electron/main/main.ts') }, target: electronNode, format: 'es', development })

/** The preload: one CommonJS file, because a sandboxed preload can load neither modules nor other files. */
export const preloadConfig = (development: DevelopmentServer): InlineConfig =>
  nodeConfig({
    entries: { preload: source('electron/preload/preload.ts') },
    target: chromium,
    format: 'cjs',
    development,
  })

/** The processes that main starts; null while none of them is written. */
export function workersConfig(development: DevelopmentServer): InlineConfig | null {
  const entries = present({ store: source('electron/store/store.ts'), job: source('electron/jobs/job.ts') })
  if (Object.keys(entries).length === 0) return null
  return nodeConfig({ entries, target: storeNode, format: 'es', development })
}

/** The page. */
export function rendererConfig(): InlineConfig {
  return {
    ...shared,
    root: source('renderer'),
    plugins: [react()],
    build: {
      outDir: join(outFolder, 'renderer'),
      emptyOutDir: true,
      target: chromium,
      reportCompressedSize: false,
      // The page's policy takes no data: addresses, so nothing is inlined; Chromium needs no polyfill.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
    },
  }
}
