import Database from 'better-sqlite3'
import type { Actor } from '../../shared/features/users.ts'
import type { Instant } from '../../shared/kernel/dates.ts'

declare const reading: unique symbol
declare const writing: unique symbol
/** What a query may do with a connection. The brands keep a read-only function from being handed the means to write. */
export type ReadDb = Pick<Database.Database, 'prepare'> & { [reading]: true }
export type WriteDb = ReadDb & { [writing]: true }
/** The whole connection: for the vault, migrations and backups alone. */
export type Connection = Database.Database

/** Page encryption: AEGIS with a raw 256-bit key. Stated in `vault.json`, so that other tools can open the file. */
export const cipher = 'aegis'

/** Opens an encrypted database with the vault key. Throws SQLITE_NOTADB when the pages can't be read with it. */
export function openDatabase(
  path: string,
  key: Uint8Array,
  options: { mustExist: boolean; readonly?: boolean },
): Connection {
  const db = new Database(path, {
    fileMustExist: options.mustExist,
    readonly: options.readonly ?? false,
    timeout: 2_000,
  })
  try {
    db.pragma(`cipher = '${cipher}'`)
    db.pragma(`key = 'raw:${Buffer.from(key).toString('hex')}'`)
    db.prepare('SELECT count(*) FROM sqlite_schema').get()
    for (const setting of settings(options.readonly ?? false)) db.pragma(setting)
    db.function('sort_key', { deterministic: true }, sortKey)
    db.function('plain_key', { deterministic: true }, plainKey)
    rememberStatements(db)
    return db
  } catch (cause) {
    db.close()
    throw cause
  }
}

const mostStatements = 400
/** To compile a statement costs more than to run most of them: the same text is compiled once, as long as nobody is reading from it. */
function rememberStatements(db: Connection): void {
  const compile = db.prepare.bind(db)
  const kept = new Map<string, Database.Statement>()
  const prepare = (sql: string): Database.Statement => {
    const known = kept.get(sql)
    if (known && !known.busy) return known.reader ? known.pluck(false) : known
    const statement = compile(sql)
    if (kept.size >= mostStatements) kept.clear()
    kept.set(sql, statement)
    return statement
  }
  db.prepare = prepare as typeof db.prepare // its overloads are about types of rows alone
}

const settings = (readonly: boolean): string[] => [
  ...(readonly ? [] : ['journal_mode = WAL']),
  'synchronous = FULL',
  'foreign_keys = ON',
  'temp_store = MEMORY',
  'secure_delete = ON',
  'trusted_schema = OFF',
  'cache_size = -32000',
]

/** How a name sorts and is found: without case and accents. No longer than a cursor, since some scripts grow threefold. */
export function sortKey(text: unknown): string {
  const plain = String(text)
  if (/^[ -~]*$/.test(plain)) return plain.toLowerCase().slice(0, 300) // most names, many times a list
  return plain.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().slice(0, 300)
}

/** The letters and digits of a text alone, without case and accents: what is left of it however it was written. */
export function plainKey(text: unknown): string {
  const given = String(text)
  const plain = /^[ -~]*$/.test(given) ? given : given.normalize('NFKD')
  return plain.toLowerCase().replaceAll(/[^\p{L}\p{N}]|\u0640/gu, '') // U+0640 only draws an Arabic word longer
}

/** What a query handler gets: the moment and the acting user are handed in, so that nothing below reads a clock. */
export type ReadTx = { db: ReadDb; now: Instant; actor: Actor }
/** What a command handler gets: `audit` writes the row that belongs to this transaction. */
export type WriteTx = ReadTx & {
  db: WriteDb
  audit: (action: string, subject: { id?: string; caseId?: string; detail?: Record<string, string> }) => void
}
export const asReadDb = (db: Connection): ReadDb => db as Connection & ReadDb // the brands exist for the compiler alone
export const asWriteDb = (db: Connection): WriteDb => db as Connection & WriteDb
