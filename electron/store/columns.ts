import * as z from 'zod'

// Made once: to make a schema takes far longer than to parse one row with it.

/** A row as SQLite gives it, by the names of its columns. */
export const Columns = z.record(z.string(), z.unknown())
/** A column that is text. */
export const TextColumn = z.string()
