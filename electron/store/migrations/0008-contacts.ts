import type { Migration } from './migration.ts'

export const m0008: Migration = {
  id: 8,
  name: 'contacts',
  up(db) {
    db.exec(`
      CREATE TABLE contacts (
        event_id TEXT PRIMARY KEY REFERENCES events (id),
        entry TEXT NOT NULL CHECK (entry IN ('contact', 'attempt', 'note')),
        channel TEXT, direction TEXT CHECK (direction IN ('to', 'from')), with_whom TEXT, with_name TEXT, outcome TEXT,
        safely TEXT CHECK (safely IN ('yes', 'no', 'not-checked')), safely_note TEXT,
        client_said TEXT, observed TEXT, others_said TEXT, opinion TEXT, minutes INTEGER,
        CHECK ((entry = 'note') = (channel IS NULL)), CHECK ((channel IS NULL) = (direction IS NULL)),
        CHECK ((channel IS NULL) = (with_whom IS NULL)), CHECK ((entry = 'attempt') = (outcome IS NOT NULL)),
        CHECK ((safely IS 'no') = (safely_note IS NOT NULL))
      ) STRICT, WITHOUT ROWID;
    `)
  },
}
