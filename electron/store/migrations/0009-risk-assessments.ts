import type { Migration } from './migration.ts'

export const m0009: Migration = {
  id: 9,
  name: 'risk-assessments',
  up(db) {
    db.exec(`
      CREATE TABLE instruments (
        id TEXT NOT NULL, version INTEGER NOT NULL CHECK (version >= 1), title TEXT NOT NULL,
        content TEXT NOT NULL CHECK (json_valid(content)), loaded_at TEXT, loaded_by TEXT REFERENCES users (id),
        PRIMARY KEY (id, version), CHECK ((loaded_at IS NULL) = (loaded_by IS NULL))
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE risk_assessments (
        event_id TEXT PRIMARY KEY REFERENCES events (id),
        instrument_id TEXT NOT NULL, instrument_version INTEGER NOT NULL,
        answers TEXT NOT NULL CHECK (json_valid(answers)),
        judgement TEXT NOT NULL CHECK (judgement IN ('standard', 'medium', 'high', 'not-decided')),
        reason TEXT, client_view TEXT, escalation TEXT, next_review TEXT,
        marac TEXT CHECK (marac IN ('referred', 'not-referred', 'unknown')), note TEXT,
        until_at TEXT NOT NULL, score TEXT NOT NULL CHECK (json_valid(score)),
        level TEXT CHECK (level IN ('standard', 'medium', 'high')),
        FOREIGN KEY (instrument_id, instrument_version) REFERENCES instruments (id, version)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX risk_assessments_by_instrument ON risk_assessments (instrument_id, instrument_version);
    `)
  },
}
