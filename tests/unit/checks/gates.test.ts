import { expect, test } from 'vitest'
import { treeChanges } from '../../../build/checks/clean-tree.ts'
import { changedMigrations } from '../../../build/checks/frozen-migrations.ts'
import { leaksIn } from '../../../build/checks/leaks.ts'
import { packageProblems } from '../../../build/checks/packages.ts'
import { skippedTests } from '../../../build/checks/skipped-tests.ts'

// Planted text is put together here, so that the gates don't find it in this file too.
const planted = (...pieces: string[]): string => pieces.join('')

test.each([
  ['a registry', planted('https://registry.', 'npmjs.org/zod')],
  ["the workshop's path", planted('see /wo', 'rk/main/a.ts')],
  ["root's path", planted("join('/ro", "ot/.cache')")],
  ["somebody's home", planted('/ho', 'me/ash/notes')],
  ["somebody's home on a Mac", planted('/Us', 'ers/ash/notes')],
  ["somebody's home on Windows", planted('C:\\\\Us', 'ers\\\\ash')],
  ['a private key', planted('-----BEGIN ', 'OPENSSH PRIVATE KEY-----')],
  ['a token', planted('gh', 'p_', 'a1'.repeat(18))],
  ['a secret', planted('api_', 'key: "', 'a1'.repeat(16), '"')],
  ['an address', planted('ash', '@', 'gmail.com')],
  ['a mobile number', planted('077', '01 123456')],
  ['a person', 'Written by Ash Person'],
])('the leak gate finds %s', (_what, text) => {
  expect(leaksIn([{ path: 'electron/a.ts', text: `first line\n${text}\n` }], ['Ash Person'])).toEqual([
    expect.stringMatching(/^electron\/a\.ts:2 /),
  ])
})

test.each([
  'http://example.com and ash@example.org and ash@police.example',
  '07700 900123 and 07700900123 and +44 7700 900 123',
  "import work from '../work/a.ts' // homework/root",
  'integrity sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R',
  "passphrase: 'correct horse battery staple'",
])('the leak gate leaves alone: %s', text => {
  expect(leaksIn([{ path: 'electron/a.ts', text }], ['Ash Person'])).toEqual([])
})

test('names of people may stand in tests', () => {
  expect(leaksIn([{ path: 'tests/unit/a.test.ts', text: 'Ash Person' }], ['Ash Person'])).toEqual([])
})

// `T` stands for `test`, so that the gate doesn't find these in this file.
const inTest = (text: string) => skippedTests([{ path: 'tests/unit/a.test.ts', text: text.replace(/\bT\b/, 'test') }])
test.each(["T.only('a', () => {})", "T.concurrent.only('a', () => {}) // just now, for a moment"])(
  'a test that shuts out the others is found: %s',
  text => expect(inTest(text)).toEqual(['tests/unit/a.test.ts:1 shuts out every other test']),
)
test.each([
  "T.skip('a', () => {})",
  "T.skipIf(onWindows)('a', () => {})",
  "T.concurrent.skip('a', () => {})",
  "T.todo('a')",
])('a test left out without a reason is found: %s', text =>
  expect(inTest(text)).toEqual(['tests/unit/a.test.ts:1 leaves a test out without a reason']),
)
test('a reason on the line is enough, and other files are not read', () => {
  expect(inTest("T.skipIf(onWindows)('a', () => { // Windows has no modes of files")).toEqual([])
  expect(skippedTests([{ path: 'build/a.ts', text: "T.skip('a')".replace('T', 'test') }])).toEqual([])
})

const lockOf = (entry: object) => ({ packages: { '': {}, 'node_modules/zod': entry } })
const good = { integrity: 'sha512-a' }
test('exact versions with digests and no hosts pass', () => {
  const manifest = {
    dependencies: { zod: '4.6.7', sqlite: 'npm:@scope/other@13.0.3' },
    devDependencies: { a: '1.0.0-beta.1' },
  }
  expect(packageProblems(manifest, lockOf(good))).toEqual([])
})
test.each([
  { manifest: { dependencies: { zod: '^4.6.7' } }, entry: good, problem: 'zod has no exact version' },
  { manifest: { dependencies: { zod: 'github:a/b' } }, entry: good, problem: 'zod has no exact version' },
  {
    manifest: { devDependencies: { '@mantine/core': '9.7.3', '@mantine/form': '9.7.2' } },
    entry: good,
    problem: '@mantine/* has 2 versions, and must have one',
  },
  {
    manifest: {},
    entry: { ...good, resolved: 'https://a.example/zod.tgz' },
    problem: 'package-lock.json says where node_modules/zod came from',
  },
  { manifest: {}, entry: {}, problem: 'package-lock.json has no digest of node_modules/zod' },
])('found: $problem', ({ manifest, entry, problem }) => {
  expect(packageProblems(manifest, lockOf(entry))).toEqual([problem])
})

test('a released migration stays as it was', () => {
  const path = 'electron/store/migrations/0001-first.ts'
  const released = [{ tag: '0.1.0', path, text: 'a' }]
  expect(changedMigrations(released, () => 'a')).toEqual([])
  expect(changedMigrations(released, () => 'b')).toEqual([`${path} differs from 0.1.0: write a new migration instead`])
  expect(changedMigrations(released, () => null)).toEqual([`${path} is gone, and 0.1.0 has it`])
})

test('what the checks leave behind is found, and what was there before is not', () => {
  const before = { paths: ['?? a.ts'], digest: '1' }
  expect(treeChanges(before, before)).toEqual([])
  expect(treeChanges(before, { paths: ['?? a.ts', '?? b.ts'], digest: '1' })).toEqual([
    'the checks changed the tree: ?? b.ts',
  ])
  expect(treeChanges(before, { paths: ['?? a.ts'], digest: '2' })).toEqual([
    'the checks changed a file that was already changed',
  ])
  expect(treeChanges(null, null)).toEqual([])
})
