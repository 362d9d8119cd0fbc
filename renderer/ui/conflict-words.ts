import { count } from '../../shared/wording/when.ts'
import type { ChangedBy } from './three-way.ts'

type Counts = Record<ChangedBy, number>

/** How many answers each changed. */
export const countPicked = (fields: readonly { by: ChangedBy | null }[]): Counts => {
  const of = (who: ChangedBy) => fields.filter(({ by }) => by === who).length
  return { both: of('both'), theirs: of('theirs'), yours: of('yours'), unknown: of('unknown') }
}

/** What is picked before anybody chose. */
export function pickedWords({ both, theirs, yours, unknown }: Counts): string {
  if (unknown > 0) return 'Who changed which answer is not known: yours is picked everywhere, so choose.'
  const sides = [
    theirs > 0 && `theirs for ${count(theirs, 'answer')} that only they changed`,
    yours > 0 && `yours for ${count(yours, 'answer')} that only you changed`,
  ].filter(Boolean)
  const picked = sides.length > 0 && `Picked for you: ${sides.join(', ')}.`
  const clash = both > 0 && `You both changed ${count(both, 'answer')}: yours is picked until you choose.`
  return [clash, picked].filter(Boolean).join(' ')
}
