import type { Migration } from './migration.ts'

export const m0015: Migration = {
  id: 15,
  name: 'documents',
  up(db) {
    db.exec(`
      -- What kind of bytes a file holds, by its content; null where nobody can tell.
      ALTER TABLE files ADD COLUMN media_type TEXT;

      CREATE TABLE documents (
        event_id TEXT PRIMARY KEY REFERENCES events (id), file_id TEXT NOT NULL REFERENCES files (id),
        kind TEXT NOT NULL, from_whom TEXT,
        from_whom_missing TEXT CHECK (from_whom_missing IN ('unknown', 'not-asked', 'declined')),
        note TEXT, described INTEGER NOT NULL CHECK (described IN (0, 1)),
        CHECK ((from_whom IS NULL) = (from_whom_missing IS NOT NULL))
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX documents_by_file ON documents (file_id);

      CREATE TABLE document_people (
        event_id TEXT NOT NULL REFERENCES documents (event_id), person_id TEXT NOT NULL REFERENCES people (id),
        PRIMARY KEY (event_id, person_id)
      ) STRICT, WITHOUT ROWID;

      -- Every file that a document is or was.
      CREATE TABLE document_files (
        event_id TEXT NOT NULL REFERENCES documents (event_id), file_id TEXT NOT NULL REFERENCES files (id),
        PRIMARY KEY (event_id, file_id)
      ) STRICT, WITHOUT ROWID;
    `)
  },
}
