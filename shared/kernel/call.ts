import * as z from 'zod'
import type { EventKind } from './event.ts'

/**
 * What a call changes or shows, so that the screens know what is stale. `event` names the kind of dated record that a
 * command writes: its lists, the timeline, case header, caseload and search follow from that. 'any-event' is for commands
 * that work on whatever kind.
 */
type Schema = z.ZodType
type Common<Input extends Schema, Output extends Schema> = {
  input: Input
  output: Output
  /** Answered before unlock. A test pins the list of those that say so. */
  whileLocked?: true
  /** Top-level input fields that hold file tokens: main swaps each for the path it keeps. */
  files?: readonly string[]
  /** Its answer may carry a confidential value. A test pins the list: one. */
  reveals?: true
  /** Codes in its input stand for nothing, since its rule is that a confidential value is written out. A test pins the list: one. */
  asTyped?: true
  /** Only a manager may. */
  managersOnly?: true
}
type Staleness = { event?: EventKind | 'any-event'; touches?: readonly string[] }
export type QueryCall<Input extends Schema = Schema, Output extends Schema = Schema> = Common<Input, Output> & {
  kind: 'query'
  tag: string
}
export type CommandCall<Input extends Schema = Schema, Output extends Schema = Schema> = Common<Input, Output> &
  Staleness & {
    kind: 'command'
    /** Drafts alone change nothing that counts as a record. A test pins the list. */
    unaudited?: true
  }
/** `work` is what the store hands the job process, `done` what that hands back, `output` what the caller is told. */
export type JobCall<
  Input extends Schema = Schema,
  Output extends Schema = Schema,
  Work extends Schema = Schema,
  Done extends Schema = Schema,
> = Common<Input, Output> &
  Staleness & {
    kind: 'job'
    job: string
    work: Work
    done: Done
    /** Writes only into the vault, so a lock lets it finish. */
    finishesAfterLock?: true
    /** May end without an audit row: nothing is written to a database that was found damaged. */
    unaudited?: true
  }
/** `work` is what the store hands the one process that reads, after its own checks; `output` what that answers. */
export type ReadingCall<
  Input extends Schema = Schema,
  Output extends Schema = Schema,
  Work extends Schema = Schema,
> = Common<Input, Output> & { kind: 'reading'; work: Work }
export type NativeCall<Input extends Schema = Schema, Output extends Schema = Schema> = Common<Input, Output> & {
  kind: 'native'
}
export type AnyCall = QueryCall | CommandCall | JobCall | ReadingCall | NativeCall

/** Reads. Bounded: a limit and a cursor, or one record. */
export const query = <const Call extends Omit<QueryCall, 'kind'>>(call: Call) => ({ kind: 'query' as const, ...call })
/** Writes, in one transaction with its audit row. */
export const command = <const Call extends Omit<CommandCall, 'kind'>>(call: Call) => ({
  kind: 'command' as const,
  ...call,
})
/** Work in a process of its own. Answers `{ jobId }` at once; progress and end arrive as pushes. */
export const job = <const Call extends Omit<JobCall, 'kind'>>(call: Call) => ({ kind: 'job' as const, ...call })
/** Opens something in the process that reads, which stays: what is open is then asked about by its id. Changes nothing. */
export const reading = <const Call extends Omit<ReadingCall, 'kind'>>(call: Call) => ({
  kind: 'reading' as const,
  ...call,
})
/** Answered by main: windows, dialogs, printing. */
export const native = <const Call extends Omit<NativeCall, 'kind'>>(call: Call) => ({
  kind: 'native' as const,
  ...call,
})

/** A command with nothing to say. JSON Schema has no `undefined`, hence an empty object. */
export const Nothing = z.strictObject({})

/** Either the saved record, or, when somebody saved in between, both versions: nobody's words are lost. */
export const savedOrConflict = <Saved extends z.ZodType, Draft extends z.ZodType>(record: Saved, draft: Draft) =>
  z.discriminatedUnion('outcome', [
    z.strictObject({ outcome: z.literal('saved'), record }),
    z.strictObject({ outcome: z.literal('conflict'), current: record, yours: draft }),
  ])
