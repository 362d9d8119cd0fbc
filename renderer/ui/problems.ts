import type * as z from 'zod'
import { fieldSentence } from '../../shared/wording/errors.ts'

/** One sentence for each question that can't be taken as it is, by path. */
export type Problems = Record<string, string>

/** The first problem of each path, told also to the paths above it: a field made of several parts shows theirs. */
export function problemsOf(result: z.ZodSafeParseResult<unknown>): Problems {
  const problems: Problems = {}
  if (result.success) return problems
  for (const issue of result.error.issues) {
    const sentence = fieldSentence(issue)
    const { path } = issue
    for (let length = path.length; length > 0; length -= 1)
      problems[path.slice(0, length).map(String).join('.')] ??= sentence
  }
  return problems
}
