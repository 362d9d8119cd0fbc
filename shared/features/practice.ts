import * as z from 'zod'
import { command } from '../kernel/call.ts'
import { CalendarDay } from '../kernel/dates.ts'
import { EventKind } from '../kernel/event.ts'

/** What fills the practice vault the first time it is opened. */
export const practiceCaseload = { cases: 40, seed: 1 } as const

export const practiceCalls = {
  /**
   * Fills an empty vault with invented people and what happened to them, told from `today`. The same seed and day give the same
   * records, ids apart. The first case is rich; some cases belong to two colleagues, who are users that nobody can open the vault
   * as. Throws `vault-not-empty` rather than mix invention with fact.
   */
  'practice.seed': command({
    input: z.strictObject({ cases: z.int().min(1).max(5_000), seed: z.int().nonnegative(), today: CalendarDay }),
    output: z.strictObject({ cases: z.int(), events: z.int() }),
    managersOnly: true,
    touches: [
      'case',
      'person',
      'identifier',
      'safe-contact',
      'task',
      'timeline',
      'search',
      'history',
      'user',
      ...EventKind.options,
    ],
  }),
}
