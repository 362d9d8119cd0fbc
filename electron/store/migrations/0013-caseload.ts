import type { Migration } from './migration.ts'

const stamps = `
  revision INTEGER NOT NULL CHECK (revision >= 1),
  created_at TEXT NOT NULL, created_by TEXT NOT NULL REFERENCES users (id),
  updated_at TEXT NOT NULL, updated_by TEXT NOT NULL REFERENCES users (id)`

const level = (caseId: string): string => `(
  SELECT d.level FROM events e JOIN risk_assessments d ON d.event_id = e.id
   WHERE e.case_id = ${caseId} AND e.kind = 'risk-assessment' AND e.withdrawn_reason IS NULL AND d.level IS NOT NULL
   ORDER BY e.sort_at DESC, e.id DESC LIMIT 1)`
const spoken = (caseId: string): string => `(
  SELECT max(coalesce(e.to_at, e.from_at)) FROM events e JOIN contacts d ON d.event_id = e.id
   WHERE e.case_id = ${caseId} AND e.kind = 'contact' AND e.withdrawn_reason IS NULL
     AND d.with_whom = 'client' AND (d.entry = 'contact' OR d.outcome = 'reached'))`

/** Keeps one column of what a case comes to, whoever writes: a record of this kind, its details, or its mark. */
const kept = (column: string, value: (caseId: string) => string, { kind, table }: { kind: string; table: string }) => `
  CREATE TRIGGER case_standing_${column}_written AFTER INSERT ON ${table} BEGIN
    UPDATE case_standing SET ${column} = ${value('case_standing.case_id')}
     WHERE case_id = (SELECT case_id FROM events WHERE id = NEW.event_id);
  END;
  CREATE TRIGGER case_standing_${column}_moved AFTER UPDATE OF from_at, to_at, withdrawn_reason ON events
    WHEN NEW.kind = '${kind}' BEGIN
    UPDATE case_standing SET ${column} = ${value('case_standing.case_id')} WHERE case_id = NEW.case_id;
  END;`

export const m0013: Migration = {
  id: 13,
  name: 'caseload',
  up(db) {
    db.exec(`
      -- What sorting thousands of cases would have to read every record for.
      CREATE TABLE case_standing (
        case_id TEXT PRIMARY KEY REFERENCES cases (id) ON DELETE CASCADE,
        risk_level TEXT CHECK (risk_level IN ('standard', 'medium', 'high')), last_spoken_at TEXT
      ) STRICT, WITHOUT ROWID;
      INSERT INTO case_standing SELECT c.id, ${level('c.id')}, ${spoken('c.id')} FROM cases c;
      CREATE TRIGGER case_standing_opened AFTER INSERT ON cases BEGIN
        INSERT INTO case_standing (case_id) VALUES (NEW.id);
      END;
      ${kept('risk_level', level, { kind: 'risk-assessment', table: 'risk_assessments' })}
      ${kept('last_spoken_at', spoken, { kind: 'contact', table: 'contacts' })}

      CREATE TABLE caseload_views (
        id TEXT PRIMARY KEY, user_id TEXT NOT NULL REFERENCES users (id), name TEXT NOT NULL,
        filter TEXT NOT NULL CHECK (json_valid(filter)),
        ${stamps}
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX caseload_views_by_user ON caseload_views (user_id);
      CREATE TABLE caseload_defaults (
        user_id TEXT PRIMARY KEY REFERENCES users (id), view TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
    `)
  },
}
