import type { TextFile } from './tracked-files.ts'

type Leak = { says: string; finds: RegExp; except: RegExp }

const nowhere = /^$/
const tests = /^tests\//
const lockFile = /^package-lock\.json$/
const licence = /^LICENSE$/
// Addresses and numbers set aside for examples: RFC 2606, and Ofcom's for drama.
const exampleHost = String.raw`(?:[\w-]+\.)*(?:example(?:\.(?:com|org|net))?|invalid|test|localhost)\b`

const leaks: readonly Leak[] = [
  {
    says: 'names a package registry',
    finds:
      /registry\.(?:npmjs|yarnpkg|npmmirror)\.|npm\.pkg\.github|jfrog\.io|\/artifactory\/|\bnexus\b.*\/repository/i,
    except: nowhere,
  },
  { says: 'has a path of one machine', finds: /(?<![\w.~-])\/(?:work|root)\/[\w.]/, except: nowhere },
  {
    says: "has somebody's home folder",
    finds: /(?<![\w.~-])\/(?:home|Users)\/[a-z][\w.-]*|C:\\+Users\\+\w/,
    except: tests,
  },
  { says: 'holds a private key', finds: /-----BEGIN [A-Z ]*PRIVATE KEY|AGE-SECRET-KEY-1[A-Z0-9]{20}/, except: nowhere },
  {
    says: 'holds a token of a known kind',
    finds:
      /\b(?:AKIA[0-9A-Z]{16}|gh[pousr]_\w{30}|github_pat_\w{20}|npm_\w{30}|xox[abp]-\w{10}|sk-[\w-]{20}|eyJ[\w-]{20,}\.eyJ)/,
    except: nowhere,
  },
  {
    says: 'holds what looks like a secret',
    finds: /(?:_authToken|api_?key|access_?token|secret|passw(?:or)?d)["']?\s*[:=]\s*["']?[A-Za-z0-9+/_-]{24,}/i,
    except: tests,
  },
  {
    says: "has somebody's e-mail address",
    finds: new RegExp(
      String.raw`\b[\w.+-]+@(?!${exampleHost})[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|uk|io|dev|gov|eu)\b`,
      'i',
    ),
    except: new RegExp(`${lockFile.source}|${licence.source}`),
  },
  {
    says: 'has a mobile number that is not one of those for drama',
    finds: /(?<![\w.])(?:\+44\s?7|07)(?!700[\s-]?900)\d{3}[\s-]?\d{3}[\s-]?\d{3}(?!\d)/,
    except: lockFile,
  },
]

/** What must not leave this machine, one sentence a line found. `people` are names that only git may know. */
export function leaksIn(files: readonly TextFile[], people: readonly string[] = []): string[] {
  return files.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, index) => sayings(path, line, people).map(says => `${path}:${index + 1} ${says}`)),
  )
}

function sayings(path: string, line: string, people: readonly string[]): string[] {
  const found = leaks.filter(({ finds, except }) => !except.test(path) && finds.test(line)).map(({ says }) => says)
  const named = !tests.test(path) && !licence.test(path) && people.some(person => line.includes(person))
  return named ? [...found, 'names a person'] : found
}
