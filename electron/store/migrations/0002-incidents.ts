import type { Migration } from './migration.ts'

const answered = `TEXT NOT NULL CHECK (reported IN ('yes', 'no', 'unknown', 'not-asked'))`

export const m0002: Migration = {
  id: 2,
  name: 'incidents',
  up(db) {
    db.exec(`
      CREATE TABLE incidents (
        event_id TEXT PRIMARY KEY REFERENCES events (id), place TEXT,
        client_said TEXT, observed TEXT, others_said TEXT, opinion TEXT, impact TEXT,
        fear TEXT CHECK (fear IN ('none', 'some', 'a-lot', 'terrified')),
        fear_missing TEXT CHECK (fear_missing IN ('unknown', 'not-asked', 'declined')),
        witnesses TEXT, source TEXT NOT NULL CHECK (source IN ('client', 'advocate', 'third-party')),
        reported ${answered}, reported_on TEXT, reference TEXT,
        order_breached ${answered.replace('reported', 'order_breached')},
        finished INTEGER NOT NULL CHECK (finished IN (0, 1)),
        CHECK ((fear IS NULL) = (fear_missing IS NOT NULL)),
        CHECK (reported = 'yes' OR (reported_on IS NULL AND reference IS NULL))
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE incident_behaviours (
        event_id TEXT NOT NULL REFERENCES events (id), code TEXT NOT NULL,
        PRIMARY KEY (event_id, code)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE event_files (
        event_id TEXT NOT NULL REFERENCES events (id), file_id TEXT NOT NULL REFERENCES files (id),
        added_at TEXT NOT NULL, added_by TEXT NOT NULL REFERENCES users (id),
        removed_at TEXT, removed_by TEXT REFERENCES users (id),
        PRIMARY KEY (event_id, file_id), CHECK ((removed_at IS NULL) = (removed_by IS NULL))
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX event_files_by_file ON event_files (file_id);
    `)
  },
}
