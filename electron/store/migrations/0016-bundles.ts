import type { Migration } from './migration.ts'

export const m0016: Migration = {
  id: 16,
  name: 'bundles',
  up(db) {
    db.exec(`
      -- How many pages a file has; null until somebody has counted them.
      ALTER TABLE files ADD COLUMN pages INTEGER;

      CREATE TABLE bundles (
        event_id TEXT PRIMARY KEY REFERENCES events (id), profile TEXT NOT NULL, court TEXT, case_number TEXT,
        hearing_id TEXT REFERENCES events (id), hearing_day TEXT, sections TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;

      -- Every finished bundle that was ever made, whatever became of the record since.
      CREATE TABLE bundle_versions (
        id TEXT PRIMARY KEY, bundle_id TEXT NOT NULL REFERENCES bundles (event_id), number INTEGER NOT NULL,
        revision INTEGER NOT NULL, file_id TEXT NOT NULL REFERENCES files (id), pages INTEGER NOT NULL,
        profile_version INTEGER NOT NULL, documents TEXT NOT NULL, problems TEXT NOT NULL,
        made_at TEXT NOT NULL, made_by TEXT NOT NULL REFERENCES users (id),
        search TEXT, terms_digest TEXT, searched_at TEXT, searched_by TEXT REFERENCES users (id),
        override_reason TEXT, override_at TEXT, override_by TEXT REFERENCES users (id),
        UNIQUE (bundle_id, number),
        CHECK ((search IS NULL) = (terms_digest IS NULL)), CHECK ((search IS NULL) = (searched_at IS NULL)),
        CHECK ((search IS NULL) = (searched_by IS NULL)),
        CHECK ((override_reason IS NULL) = (override_at IS NULL)),
        CHECK ((override_reason IS NULL) = (override_by IS NULL))
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX bundle_versions_by_file ON bundle_versions (file_id);
    `)
  },
}
