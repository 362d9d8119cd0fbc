import type { Linter } from 'eslint'
import { defineConfig, globalIgnores } from 'eslint/config'
import node from 'eslint-plugin-n'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'
import { waymark } from './lint/plugin.ts'
import { root } from '../setup/places.mjs'

/** Each layer with the compiler's view of it. The files directly in electron/ are seen as main sees them. */
const layers = {
  shared: ['shared/**/*.ts'],
  'electron/main': ['electron/main/**/*.ts', 'electron/*.ts'],
  'electron/preload': ['electron/preload/**/*.ts'],
  'electron/store': ['electron/store/**/*.ts'],
  'electron/jobs': ['electron/jobs/**/*.ts'],
  'electron/cli': ['electron/cli/**/*.ts'],
  renderer: ['renderer/**/*.{ts,tsx}'],
  build: ['build/**/*.ts'],
  tests: ['tests/**/*.{ts,tsx}'],
}
const app = ['electron/**/*.ts', 'renderer/**/*.{ts,tsx}', 'shared/**/*.ts']
const tests = ['tests/**/*.{ts,tsx}']
const configurations = ['**/*.config.ts', 'tests/vitest.config.ts']
const inMain = ['electron/main/**/*.ts', 'electron/*.ts', 'electron/store/store-host.ts', 'electron/jobs/job-host.ts']

/** Whoever opens, upgrades or copies the whole database, rather than keeping records in it, may speak SQL too. */
const sqlOfTheWholeDatabase = [
  'electron/store/database.ts',
  'electron/store/dispatch.ts',
  'electron/store/vault/vault-lock.ts',
  'electron/store/vault/backup.ts',
  'electron/store/vault/open-vault.ts',
]
const readsTheClock = ['electron/store/store.ts', 'electron/main/**', 'electron/cli/**', 'renderer/lib/today.ts']

const codeOnly = { skipBlankLines: true, skipComments: true }
const everywhere: Linter.RulesRecord = {
  eqeqeq: 'error',
  'max-depth': ['error', 3],
  'max-lines': ['error', 300],
  'max-lines-per-function': ['error', { max: 50, ...codeOnly }],
  'max-params': ['error', 3],
  'no-console': 'error',
  'no-eval': 'error',
  'no-new-func': 'error',
  'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'], location: 'anywhere' }],
  'prefer-const': 'error',
  'waymark/file-name': 'error',
  'waymark/no-barrels': 'error',
  'waymark/no-classes': 'error',
  'waymark/no-default-exports': 'error',
  'waymark/no-enums': 'error',
  'waymark/reason-for-disabling': 'error',
}
const typed: Linter.RulesRecord = {
  '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
  '@typescript-eslint/no-confusing-void-expression': [
    'error',
    { ignoreArrowShorthand: true, ignoreVoidOperator: true, ignoreVoidReturningFunctions: true },
  ],
  // An arrow that says `void` where nothing would come back anyway says it to the reader.
  '@typescript-eslint/no-meaningless-void-operator': 'off',
  // Both doubt what Electron's own types say, and we write neither classes nor enums.
  '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
  '@typescript-eslint/no-unsafe-enum-assignment': 'off',
  // Forgets noUncheckedIndexedAccess: the compiler asks for the default that this calls useless.
  '@typescript-eslint/no-useless-default-assignment': 'off',
  '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_$', ignoreRestSiblings: true }],
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
  '@typescript-eslint/switch-exhaustiveness-check': 'error',
  'waymark/reason-for-cast': 'error',
}
const builtins = (version: string): Linter.RulesRecord => ({
  'n/no-unsupported-features/node-builtins': ['error', { version, allowExperimental: true }],
})

export default defineConfig(
  globalIgnores(['node_modules/', 'out/', 'dist/']),
  {
    files: ['**/*.{ts,tsx,mjs,js}'],
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { waymark, n: node },
    rules: everywhere,
  },
  {
    files: Object.values(layers).flat(),
    extends: [tseslint.configs.strictTypeChecked],
    rules: typed,
  },
  Object.entries(layers).map(([layer, files]) => ({
    files,
    languageOptions: { parserOptions: { project: `${layer}/tsconfig.json`, tsconfigRootDir: root } },
  })),
  {
    files: ['renderer/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat['recommended-latest']],
    // The last is about React's compiler, which we don't use.
    rules: { 'react-hooks/exhaustive-deps': 'error', 'react-hooks/incompatible-library': 'off' },
  },
  { files: ['renderer/**/*.tsx'], rules: { 'max-lines-per-function': ['error', { max: 80, ...codeOnly }] } },

  { files: app, rules: { 'waymark/no-network': 'error', 'waymark/never-used': 'error' } },
  { files: app, ignores: readsTheClock, rules: { 'waymark/clock-at-the-edge': 'error' } },
  {
    files: app,
    ignores: ['electron/main/relay.ts', 'electron/preload/preload.ts'],
    rules: { 'waymark/one-door': 'error' },
  },
  { files: app, ignores: ['renderer/ui/**'], rules: { 'waymark/controls-from-ui': 'error' } },
  {
    files: app,
    ignores: ['**/*.repo.ts', 'electron/store/migrations/**', ...sqlOfTheWholeDatabase],
    rules: { 'waymark/sql-in-repositories': 'error' },
  },
  { files: ['renderer/**/*.{ts,tsx}'], rules: { 'waymark/nothing-kept-in-the-page': 'error' } },

  // Electron 33's own Node runs main and preload; the store and the jobs need 22.14; setting up starts on 18.
  { files: [...inMain, 'electron/preload/**/*.ts'], rules: builtins('>=20.18.0') },
  {
    files: ['electron/store/**/*.ts', 'electron/jobs/**/*.ts', 'electron/cli/**/*.ts'],
    ignores: inMain,
    rules: builtins('>=22.14.0'),
  },
  { files: ['build/**/*.{mjs,js}'], rules: builtins('>=18.0.0') },

  {
    files: ['build/**', 'electron/cli/**', 'electron/main/smoke.ts', 'tests/bench/**'],
    rules: { 'no-console': 'off' },
  },
  // One migration is one piece of SQL, however many tables it makes.
  { files: ['electron/store/migrations/*.ts'], rules: { 'max-lines-per-function': 'off' } },
  { files: configurations, rules: { 'waymark/no-default-exports': 'off' } },
  // React knows no other way to catch what a screen throws.
  { files: ['renderer/**/*ErrorBoundary.tsx'], rules: { 'waymark/no-classes': 'off' } },
  {
    files: tests,
    rules: {
      'max-lines': ['error', 500],
      'max-lines-per-function': 'off',
      'waymark/no-barrels': 'off',
      'waymark/no-classes': 'off',
      'waymark/reason-for-cast': 'off',
    },
  },
)
