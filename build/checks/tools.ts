import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../setup/places.mjs'
import { complaint, runTool, type Gate } from './gate.ts'
import { forbiddenImports } from './layers.ts'

const cache = join(root, 'node_modules/.cache')
const layers = [
  'shared',
  'electron/main',
  'electron/preload',
  'electron/store',
  'electron/jobs',
  'electron/cli',
  'renderer',
]
const projects = [...layers, 'build', 'tests']

/** Every file is as Prettier would leave it. */
export const format: Gate = {
  name: 'format',
  problems: async () =>
    complaint(await runTool('prettier/bin/prettier.cjs', ['--check', '--cache', '--log-level=warn', '.'])),
}

/** Every layer compiles with only the libraries that it really has. */
export const types: Gate = {
  name: 'types',
  problems: async () => {
    mkdirSync(join(cache, 'types'), { recursive: true })
    const checked = await Promise.all(projects.filter(hasCode).map(compile))
    return checked.flatMap(complaint)
  },
}

const hasCode = (project: string): boolean => existsSync(join(root, project, 'tsconfig.json'))

function compile(project: string) {
  const info = join(cache, 'types', `${project.replace('/', '-')}.tsbuildinfo`)
  return runTool('typescript/bin/tsc', ['-p', project, '--incremental', '--tsBuildInfoFile', info, '--pretty', 'false'])
}

/** Our style, and the mistakes that types alone don't show. */
export const lint: Gate = {
  name: 'lint',
  problems: async () => {
    const config = ['--config', 'build/checks/eslint.config.ts', '--flag', 'unstable_native_nodejs_ts_config']
    return complaint(await runTool('eslint/bin/eslint.js', [...config, '--max-warnings=0', '.']))
  },
}

/** Every import keeps to its layer. */
export const imports: Gate = { name: 'layers', problems: () => forbiddenImports(root) }

/** No file, export or package that nobody uses, and none used that package.json doesn't name. */
export const deadCode: Gate = {
  name: 'dead code',
  problems: async () =>
    complaint(await runTool('knip/bin/knip.js', ['--config', 'build/checks/knip.config.ts', '--no-progress'])),
}
