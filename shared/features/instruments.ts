import * as z from 'zod'
import { command, query } from '../kernel/call.ts'
import { Instant } from '../kernel/dates.ts'
import { UserId } from '../kernel/ids.ts'
import { Instrument, InstrumentId } from '../rules/instruments.ts'

const { version, title, effectiveFrom, effectiveTo, status } = Instrument.shape
/** Names one form for good: a version never changes. */
export const InstrumentKey = z.strictObject({ id: InstrumentId, version })
export type InstrumentKey = z.infer<typeof InstrumentKey>

/** A form without its items. */
export const InstrumentRow = z.strictObject({
  ...InstrumentKey.shape,
  ...{ title, effectiveFrom, effectiveTo, status },
  items: z.int().nonnegative(),
  /** The newest version of its id: what is offered first. */
  newest: z.boolean(),
  /** When and by whom an organisation loaded it; null for what comes with the app. */
  loadedAt: Instant.nullable(),
  loadedBy: UserId.nullable(),
})
export type InstrumentRow = z.infer<typeof InstrumentRow>

export const mostInstruments = 200
export const longestInstrument = 200_000

export const instrumentCalls = {
  /** Every version of every form, by title, newest version first; 200 loaded ones at most. */
  'instruments.list': query({
    input: z.strictObject({}),
    output: z.strictObject({ rows: z.array(InstrumentRow) }),
    tag: 'instrument',
  }),
  'instruments.find': query({ input: InstrumentKey, output: Instrument, tag: 'instrument' }),
  /** An organisation's own form, as JSON text. The same id and version with other content is refused. */
  'instruments.load': command({
    input: z.strictObject({ json: z.string().min(1).max(longestInstrument) }),
    output: InstrumentRow,
    touches: ['instrument'],
    managersOnly: true,
  }),
}
