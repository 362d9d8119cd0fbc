import type { Migration } from './migration.ts'

const stamps = `
  revision INTEGER NOT NULL CHECK (revision >= 1),
  created_at TEXT NOT NULL, created_by TEXT NOT NULL REFERENCES users (id),
  updated_at TEXT NOT NULL, updated_by TEXT NOT NULL REFERENCES users (id)`

export const m0006: Migration = {
  id: 6,
  name: 'safe-contact',
  up(db) {
    db.exec(`
      CREATE TABLE identifiers (
        id TEXT PRIMARY KEY, person_id TEXT NOT NULL REFERENCES people (id),
        kind TEXT NOT NULL CHECK (kind IN ('phone', 'email', 'handle', 'address', 'vehicle', 'alias')),
        value TEXT NOT NULL, label TEXT, confidential INTEGER NOT NULL CHECK (confidential IN (0, 1)),
        do_not_use INTEGER NOT NULL CHECK (do_not_use IN (0, 1)), withdrawn_reason TEXT,
        ${stamps}
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX identifiers_by_person ON identifiers (person_id);

      -- Every value that an identifier ever had, and the parts of an address, each with the code that stands for it in texts.
      CREATE TABLE identifier_values (
        code TEXT PRIMARY KEY, identifier_id TEXT NOT NULL REFERENCES identifiers (id), value TEXT NOT NULL,
        UNIQUE (identifier_id, value)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE safe_contact_plans (
        person_id TEXT PRIMARY KEY REFERENCES people (id), plan TEXT NOT NULL,
        confirmed_at TEXT NOT NULL, confirmed_by TEXT NOT NULL REFERENCES users (id),
        ${stamps}
      ) STRICT, WITHOUT ROWID;

      -- How a record that is no event stood after each save.
      CREATE TABLE record_versions (
        record_id TEXT NOT NULL, revision INTEGER NOT NULL, at TEXT NOT NULL, by_user TEXT NOT NULL REFERENCES users (id),
        form TEXT NOT NULL, PRIMARY KEY (record_id, revision)
      ) STRICT, WITHOUT ROWID;
    `)
  },
}
