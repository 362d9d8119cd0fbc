import { rm } from 'node:fs/promises'
import { build } from 'vite'
import { mainConfig, preloadConfig, release, rendererConfig, workersConfig } from './configs.ts'

/** Builds everything that ships into out/app, afresh. */
export async function buildRelease(): Promise<void> {
  const started = performance.now()
  // Whatever the shell says: with another value the developer builds of React would be packed.
  process.env['NODE_ENV'] = 'production'
  await rm(release.folder, { recursive: true, force: true })
  for (const configFor of [mainConfig, preloadConfig, workersConfig, rendererConfig]) {
    const config = configFor(release)
    if (config) await build(config)
  }
  console.log(`Built into out/app in ${((performance.now() - started) / 1000).toFixed(1)} s`)
}

if (import.meta.main) await buildRelease()
