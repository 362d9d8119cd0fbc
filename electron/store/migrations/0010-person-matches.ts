import type { Migration } from './migration.ts'

export const m0010: Migration = {
  id: 10,
  name: 'person-matches',
  up(db) {
    db.exec(`
      -- Every full name of a person in the form that names are compared in. Written with the person from here on.
      CREATE TABLE person_names (
        person_id TEXT NOT NULL REFERENCES people (id), key TEXT NOT NULL, PRIMARY KEY (person_id, key)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX person_names_by_key ON person_names (key);
      CREATE INDEX people_by_birth ON people (born) WHERE born IS NOT NULL;
      CREATE INDEX identifiers_by_value ON identifiers (kind, value);

      -- Whether two people of two cases are one, by whoever decided it. The lower id stands first.
      CREATE TABLE person_decisions (
        first_id TEXT NOT NULL REFERENCES people (id), second_id TEXT NOT NULL REFERENCES people (id),
        same INTEGER NOT NULL CHECK (same IN (0, 1)), reason TEXT,
        at TEXT NOT NULL, by_user TEXT NOT NULL REFERENCES users (id),
        PRIMARY KEY (first_id, second_id), CHECK (first_id < second_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX person_decisions_by_second ON person_decisions (second_id);
    `)
  },
}
