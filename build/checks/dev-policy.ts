import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative } from 'node:path'
import { release } from '../vite/configs.ts'

type Rule = { says: string; forbids: RegExp; within: RegExp }

const everything = /./
// The page's libraries may name localhost in passing, and nothing there can reach it; in main it would be an allowance.
const electronSide = /^(?:main\.js|preload\.cjs|parts\/.*)$/

const rules: readonly Rule[] = [
  { says: "names Vite's server or its client", forbids: /@vite\/client|@react-refresh|vite-hmr/, within: everything },
  { says: 'keeps the development constant', forbids: /__DEVELOPMENT_SERVER__/, within: everything },
  { says: 'allows unsafe-inline or unsafe-eval', forbids: /unsafe-(?:inline|eval|hashes)/, within: everything },
  {
    says: 'names an address on this machine',
    forbids: /(?:127\.0\.0\.1|\blocalhost|\[::1\]):(?!9\b)\d/,
    within: everything,
  },
  { says: 'allows localhost', forbids: /localhost|\[::1\]|0\.0\.0\.0/, within: electronSide },
  // The dead proxy on port 9 is how the network is cut.
  { says: 'allows 127.0.0.1', forbids: /127\.0\.0\.1(?!:9\b)/, within: electronSide },
  { says: 'opens sockets', forbids: /\bwss?:\/\//, within: electronSide },
  { says: 'carries the developer build of React', forbids: /jsxDEV/, within: /^renderer\// },
]

const strictPolicy = ["default-src 'none'", "script-src 'self'", "connect-src 'none'"]
const texts = new Set(['.js', '.cjs', '.mjs', '.html', '.css', '.json', '.map'])

/** What in a built folder belongs to development only, one sentence each. Empty means that it may ship. */
export function developmentIn(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => texts.has(extname(name)))
  if (files.length === 0) return [`${folder} holds nothing that was built`]
  const problems = files.flatMap(name =>
    problemsOf(name.replaceAll('\\', '/'), readFileSync(join(folder, name), 'utf8')),
  )
  return [...problems, ...missingPolicy(folder)]
}

function problemsOf(name: string, text: string): string[] {
  return rules
    .filter(({ forbids, within }) => within.test(name) && forbids.test(text))
    .map(({ says }) => `${name} ${says}`)
}

function missingPolicy(folder: string): string[] {
  const main = readFileSync(join(folder, 'main.js'), 'utf8')
  return strictPolicy.filter(part => !main.includes(`"${part}"`)).map(part => `main.js lost ${part} from its policy`)
}

if (import.meta.main) {
  const problems = developmentIn(process.argv[2] ?? release.folder)
  for (const problem of problems) console.error(`dev-policy: ${problem}`)
  if (problems.length === 0) console.log(`dev-policy: ${relative('.', process.argv[2] ?? release.folder)} may ship`)
  process.exitCode = problems.length === 0 ? 0 : 1
}
