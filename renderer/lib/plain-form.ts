import { useState, type SyntheticEvent } from 'react'
import type * as z from 'zod'
import { fieldSentence } from '../../shared/wording/errors.ts'

type Problems<Values> = Partial<Record<keyof Values, string>>

/**
 * A form that is never kept as a draft: what it asks for is secret, or saved at once. The schema checks on submit;
 * an answer's sentence goes as soon as the answer changes.
 */
export function usePlainForm<Values extends Record<string, unknown>, Parsed>(schema: z.ZodType<Parsed>, blank: Values) {
  const [values, setValues] = useState(blank)
  const [problems, setProblems] = useState<Problems<Values>>({})
  const set = <Name extends keyof Values>(name: Name, value: Values[Name]): void => {
    setValues(before => ({ ...before, [name]: value }))
    setProblems(({ [name]: _gone, ...left }) => left as Problems<Values>) // one key less is still partial
  }
  return {
    values,
    set,
    /** Puts a sentence beside an answer: the store said no to it. */
    fail: (name: keyof Values, sentence: string): void => setProblems(before => ({ ...before, [name]: sentence })),
    reset: (next: Values = blank): void => {
      setValues(next)
      setProblems({})
    },
    getInputProps: <Name extends keyof Values & string>(name: Name) => ({
      value: values[name],
      onChange: (value: unknown) => set(name, value as Values[Name]), // a field hands back what it was given; the schema checks it
      error: problems[name],
      'data-path': name,
    }),
    /** `take` may take its time, but it must not fail: what can is a mutation of its own. */
    onSubmit: (take: (parsed: Parsed) => void | Promise<void>) => (event?: SyntheticEvent) => {
      event?.preventDefault()
      const parsed = schema.safeParse(values)
      setProblems(parsed.success ? {} : problemsOf<Values>(parsed.error.issues))
      if (parsed.success) void take(parsed.data)
    },
  }
}

/** The first problem of each answer. */
function problemsOf<Values>(issues: readonly z.core.$ZodIssue[]): Problems<Values> {
  const problems: Record<string, string> = {}
  for (const issue of issues) problems[String(issue.path[0])] ??= fieldSentence(issue)
  return problems as Problems<Values> // paths of a schema of Values
}
