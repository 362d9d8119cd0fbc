import type { TextFile } from './tracked-files.ts'

const alone = /\b(?:test|it|describe|suite)(?:\.\w+)*\.only\b|\b(?:fit|fdescribe)\(/
const skipped =
  /\b(?:test|it|describe|suite)(?:\.\w+)*\.(?:skip|skipIf|runIf|todo|fixme|fails|fail)\b|\b(?:xit|xdescribe|xtest)\(/
const reason = /\/\/ \S.{8,}$/

/** A test left out without a reason on its line, and any test that shuts out the others. */
export function skippedTests(files: readonly TextFile[]): string[] {
  return files
    .filter(({ path }) => /^tests\/.*\.(?:test|spec)\.tsx?$/.test(path))
    .flatMap(({ path, text }) =>
      text.split('\n').flatMap((line, index) => {
        if (alone.test(line)) return [`${path}:${index + 1} shuts out every other test`]
        return skipped.test(line) && !reason.test(line)
          ? [`${path}:${index + 1} leaves a test out without a reason`]
          : []
      }),
    )
}
