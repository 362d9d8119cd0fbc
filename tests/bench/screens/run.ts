import { runEndToEnd } from '../../../build/checks/end-to-end.ts'
import { buildRelease } from '../../../build/vite/build.ts'

// In a process of its own, whose output the caller keeps apart from the figures.

await buildRelease()
const { failed, passed } = await runEndToEnd([], {
  config: 'tests/bench/screens/playwright.config.ts',
  keep: 'out/bench',
})
process.exitCode = failed === 0 && passed > 0 ? 0 : 1
