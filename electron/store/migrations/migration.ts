/** One step of the schema. From tag 0.1.0 on a step is frozen; it imports nothing but this type. */
export type Migration = { id: number; name: string; up: (db: { exec: (sql: string) => unknown }) => void }
