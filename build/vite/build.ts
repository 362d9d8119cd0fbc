import { rm } from 'node:fs/promises'
import { build } from 'vite'
import { mainConfig, outFolder, preloadConfig, rendererConfig, workersConfig } from './configs.ts'

const started = performance.now()
await rm(outFolder, { recursive: true, force: true })
const configs = [mainConfig(null), preloadConfig(null), workersConfig(null), rendererConfig()]
for (const config of configs) if (config) await build(config)
console.log(`Built into out/app in ${((performance.now() - started) / 1000).toFixed(1)} s`)
