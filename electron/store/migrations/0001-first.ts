import type { Migration } from './migration.ts'

const stamps = `
  revision INTEGER NOT NULL CHECK (revision >= 1),
  created_at TEXT NOT NULL, created_by TEXT NOT NULL REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED,
  updated_at TEXT NOT NULL, updated_by TEXT NOT NULL REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED`

export const m0001: Migration = {
  id: 1,
  name: 'first',
  up(db) {
    db.exec(`
      CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

      CREATE TABLE users (
        id TEXT PRIMARY KEY, slot_id TEXT UNIQUE, name TEXT NOT NULL,
        role TEXT NOT NULL CHECK (role IN ('advocate', 'manager')), active INTEGER NOT NULL CHECK (active IN (0, 1)),
        ${stamps},
        CHECK ((active = 1) = (slot_id IS NOT NULL))
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE audit (
        seq INTEGER PRIMARY KEY, installation_id TEXT NOT NULL, chain_seq INTEGER NOT NULL, at TEXT NOT NULL,
        actor_id TEXT, action TEXT NOT NULL, subject_id TEXT, case_id TEXT, detail TEXT NOT NULL,
        previous_hash TEXT NOT NULL, hash TEXT NOT NULL,
        UNIQUE (installation_id, chain_seq)
      ) STRICT;
      CREATE INDEX audit_by_case ON audit (case_id, seq);
      CREATE TRIGGER audit_is_final_update BEFORE UPDATE ON audit BEGIN SELECT raise(ABORT, 'audit rows are final'); END;
      CREATE TRIGGER audit_is_final_delete BEFORE DELETE ON audit BEGIN SELECT raise(ABORT, 'audit rows are final'); END;
      CREATE TABLE audit_heads (
        installation_id TEXT PRIMARY KEY, chain_seq INTEGER NOT NULL, hash TEXT NOT NULL, mac TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE drafts (
        user_id TEXT NOT NULL REFERENCES users (id), key TEXT NOT NULL, form TEXT NOT NULL, written_at TEXT NOT NULL,
        PRIMARY KEY (user_id, key)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE cases (
        id TEXT PRIMARY KEY, reference TEXT NOT NULL UNIQUE, status TEXT NOT NULL
          CHECK (status IN ('referred', 'contacting', 'assessing', 'supporting', 'paused', 'closed')),
        owner_id TEXT NOT NULL REFERENCES users (id), opened_on TEXT NOT NULL, closed_on TEXT, closing_reason TEXT,
        ${stamps},
        CHECK ((status = 'closed') = (closed_on IS NOT NULL)), CHECK ((status = 'closed') = (closing_reason IS NOT NULL))
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX cases_by_owner ON cases (owner_id, status);

      CREATE TABLE people (
        id TEXT PRIMARY KEY, case_id TEXT NOT NULL REFERENCES cases (id), name TEXT NOT NULL, also_known_as TEXT,
        born TEXT, born_missing TEXT CHECK (born_missing IN ('unknown', 'not-asked', 'declined')),
        role TEXT NOT NULL CHECK (role IN ('client', 'perpetrator', 'child', 'family', 'witness', 'third-party', 'professional')),
        relationship TEXT, note TEXT, withdrawn_reason TEXT,
        ${stamps},
        CHECK ((born IS NULL) = (born_missing IS NOT NULL)), CHECK (role <> 'client' OR withdrawn_reason IS NULL)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX people_by_case ON people (case_id);
      CREATE UNIQUE INDEX people_one_client ON people (case_id) WHERE role = 'client';

      CREATE TABLE events (
        seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, search_row INTEGER UNIQUE,
        case_id TEXT NOT NULL REFERENCES cases (id), kind TEXT NOT NULL,
        from_at TEXT, to_at TEXT, precision TEXT NOT NULL
          CHECK (precision IN ('minute', 'day', 'about', 'range', 'unknown')),
        zone TEXT NOT NULL, title TEXT NOT NULL, withdrawn_reason TEXT,
        sort_at TEXT NOT NULL GENERATED ALWAYS AS (coalesce(from_at, '')) STORED,
        ${stamps},
        CHECK ((precision = 'unknown') = (from_at IS NULL)), CHECK ((precision = 'range') = (to_at IS NOT NULL))
      ) STRICT;
      CREATE INDEX events_by_case ON events (case_id, sort_at, id);
      CREATE INDEX events_by_case_and_kind ON events (case_id, kind, sort_at, id);
      CREATE INDEX events_that_stand ON events (case_id, kind, sort_at) WHERE withdrawn_reason IS NULL;
      CREATE TABLE event_versions (
        event_id TEXT NOT NULL REFERENCES events (id), revision INTEGER NOT NULL, at TEXT NOT NULL,
        by_user TEXT NOT NULL REFERENCES users (id), withdrawn_reason TEXT, form TEXT NOT NULL,
        PRIMARY KEY (event_id, revision)
      ) STRICT, WITHOUT ROWID;
      CREATE VIRTUAL TABLE events_fts USING fts5 (title, body, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');
      INSERT INTO events_fts (events_fts, rank) VALUES ('secure-delete', 1);

      CREATE TABLE police_contacts (
        event_id TEXT PRIMARY KEY REFERENCES events (id), channel TEXT NOT NULL
          CHECK (channel IN ('phone', 'in-person', 'email', 'letter', 'online', 'text-message')),
        direction TEXT NOT NULL CHECK (direction IN ('from-police', 'to-police')),
        force TEXT, force_missing TEXT CHECK (force_missing IN ('unknown', 'not-asked', 'declined')),
        officer TEXT, officer_missing TEXT CHECK (officer_missing IN ('unknown', 'not-asked', 'declined')),
        collar_number TEXT, collar_number_missing TEXT CHECK (collar_number_missing IN ('unknown', 'not-asked', 'declined')),
        reference TEXT, said TEXT NOT NULL, promised TEXT, promised_by TEXT, promise_kept_on TEXT,
        CHECK ((force IS NULL) = (force_missing IS NOT NULL)), CHECK ((officer IS NULL) = (officer_missing IS NOT NULL)),
        CHECK ((collar_number IS NULL) = (collar_number_missing IS NOT NULL)),
        CHECK (promised IS NOT NULL OR (promised_by IS NULL AND promise_kept_on IS NULL))
      ) STRICT, WITHOUT ROWID;

      CREATE INDEX police_promises_open ON police_contacts (promised_by)
        WHERE promise_kept_on IS NULL AND promised_by IS NOT NULL;

      CREATE TABLE files (
        id TEXT PRIMARY KEY, case_id TEXT REFERENCES cases (id), file_key BLOB NOT NULL CHECK (length(file_key) = 32),
        name TEXT NOT NULL, size INTEGER NOT NULL, sha256 TEXT NOT NULL, created_at TEXT NOT NULL,
        created_by TEXT NOT NULL REFERENCES users (id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX files_by_case ON files (case_id);
    `)
  },
}
