import type { Pick } from './DiffView.tsx'
import { withBoth } from './prose.ts'

/** Two versions of a record, and how it stood when the form was opened: null where that is not known any more. */
export type ThreeWay<Draft> = { opened: Draft | null; theirs: Draft; yours: Draft }
export type ChangedBy = 'both' | 'theirs' | 'yours' | 'unknown'
/** Which version each answer is taken from; one's own where nothing is said. A question within another: `answers.3`. */
export type Picks = Readonly<Record<string, Pick>>

/** Who changed an answer since the form was opened; null where both versions say the same. */
export function changedBy<Draft extends object>(
  question: string,
  { opened, theirs, yours }: ThreeWay<Draft>,
): ChangedBy | null {
  // By value: two links to other records may read the same.
  const of = (draft: object) => JSON.stringify(answerAt(draft, question.split('.')))
  if (of(theirs) === of(yours)) return null
  if (opened === null) return 'unknown'
  if (of(opened) === of(yours)) return 'theirs'
  return of(opened) === of(theirs) ? 'yours' : 'both'
}

/** The record as it was picked together. */
export function chosenFrom<Draft extends object>({ theirs, yours }: ThreeWay<Draft>, picks: Picks): Draft {
  const picked = (pick: Pick) => Object.keys(picks).filter(question => picks[question] === pick)
  const chosen = structuredClone(yours)
  for (const question of picked('before')) takeAnswer(chosen, theirs, question.split('.'))
  return withBoth(chosen, [theirs, yours], new Set(picked('both')))
}

const answerAt = (draft: object, path: readonly string[]): unknown =>
  path.reduce<unknown>((within, key) => (isWhole(within) ? Reflect.get(within, key) : undefined), draft)

function takeAnswer(into: object, from: object, path: readonly string[]): void {
  const parents = path.slice(0, -1)
  const [target, source, key] = [answerAt(into, parents), answerAt(from, parents), path.at(-1)]
  if (key !== undefined && isWhole(target) && isWhole(source)) Reflect.set(target, key, Reflect.get(source, key))
}

const isWhole = (value: unknown): value is object => typeof value === 'object' && value !== null
