import { join } from 'node:path'
import { root } from '../setup/places.mjs'
import { buildRelease } from '../vite/build.ts'
import { runEndToEnd } from './end-to-end.ts'

// Drives the real app through the main job on invented people. Its screenshots stay in out/demo.

await buildRelease()
const keep = 'out/demo'
const { passed, failed } = await runEndToEnd(process.argv.slice(2), { config: 'tests/demo/playwright.config.ts', keep })
console.log(`Screenshots of the main job: ${join(root, keep)}`)
process.exitCode = failed === 0 && passed > 0 ? 0 : 1
