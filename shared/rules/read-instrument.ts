import type * as z from 'zod'
import { Instrument } from './instruments.ts'

type Read = { instrument: Instrument } | { rule: string; at?: string }

/**
 * A risk form from its JSON text, or the rule that it breaks and where: `items.3.label`. That place is made of the schema's names
 * and numbers alone, nothing that somebody typed.
 */
export function readInstrument(json: string): Read {
  let given: unknown
  try {
    given = JSON.parse(json)
  } catch {
    return { rule: 'instrument-not-json' }
  }
  const parsed = Instrument.safeParse(given)
  if (parsed.success) return { instrument: parsed.data }
  const [issue] = parsed.error.issues
  return { rule: issue?.code === 'custom' ? issue.message : 'instrument-incomplete', at: placeOf(issue) }
}

const placeOf = (issue: z.core.$ZodIssue | undefined): string =>
  issue === undefined || issue.path.length === 0 ? 'top' : issue.path.map(String).join('.')
