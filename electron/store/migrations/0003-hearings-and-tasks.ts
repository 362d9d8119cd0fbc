import type { Migration } from './migration.ts'

export const m0003: Migration = {
  id: 3,
  name: 'hearings-and-tasks',
  up(db) {
    db.exec(`
      CREATE TABLE hearings (
        event_id TEXT PRIMARY KEY REFERENCES events (id), kind TEXT NOT NULL, court TEXT NOT NULL, court_address TEXT,
        room TEXT, listing_note TEXT, case_number TEXT, purpose TEXT, judge TEXT,
        mode TEXT NOT NULL CHECK (mode IN ('in-person', 'remote', 'hybrid')), link TEXT,
        client_required TEXT NOT NULL CHECK (client_required IN ('yes', 'no', 'unknown')),
        who_attends TEXT, court_told_on TEXT, interpreter TEXT, arrival_plan TEXT, bring TEXT,
        special_measures TEXT NOT NULL CHECK (json_valid(special_measures)),
        directions TEXT NOT NULL CHECK (json_valid(directions)),
        result TEXT, conditions TEXT, conclusion TEXT CHECK (conclusion IN ('next-date', 'concluded', 'awaiting-date')),
        awaiting_reason TEXT, client_told_on TEXT, told_how TEXT,
        follows_id TEXT REFERENCES events (id),
        CHECK ((result IS NULL) = (conclusion IS NULL)),
        CHECK (conclusion IS NOT NULL OR (conditions IS NULL AND client_told_on IS NULL AND told_how IS NULL)),
        CHECK ((conclusion IS 'awaiting-date') = (awaiting_reason IS NOT NULL))
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX hearings_that_follow ON hearings (follows_id) WHERE follows_id IS NOT NULL;
      CREATE INDEX hearings_by_day ON events (sort_at, id) WHERE kind = 'hearing' AND withdrawn_reason IS NULL;

      CREATE TABLE hearing_moves (
        hearing_id TEXT NOT NULL REFERENCES events (id), number INTEGER NOT NULL CHECK (number >= 1),
        from_at TEXT NOT NULL, from_precision TEXT NOT NULL, from_zone TEXT NOT NULL,
        to_at TEXT NOT NULL, to_precision TEXT NOT NULL, to_zone TEXT NOT NULL,
        reason TEXT NOT NULL, told_by TEXT, told_on TEXT,
        moved_at TEXT NOT NULL, moved_by TEXT NOT NULL REFERENCES users (id),
        PRIMARY KEY (hearing_id, number)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE tasks (
        id TEXT PRIMARY KEY, case_id TEXT NOT NULL REFERENCES cases (id), title TEXT NOT NULL, due_on TEXT, note TEXT,
        done_on TEXT, done_by TEXT REFERENCES users (id), withdrawn_reason TEXT,
        hearing_id TEXT REFERENCES events (id), rule_id TEXT, offset_days INTEGER,
        offset_counts TEXT CHECK (offset_counts IN ('calendar', 'working', 'business')),
        due_by_hand INTEGER NOT NULL CHECK (due_by_hand IN (0, 1)),
        revision INTEGER NOT NULL CHECK (revision >= 1),
        created_at TEXT NOT NULL, created_by TEXT NOT NULL REFERENCES users (id),
        updated_at TEXT NOT NULL, updated_by TEXT NOT NULL REFERENCES users (id),
        CHECK ((done_on IS NULL) = (done_by IS NULL)),
        CHECK ((hearing_id IS NULL) = (rule_id IS NULL)), CHECK ((hearing_id IS NULL) = (offset_days IS NULL)),
        CHECK ((hearing_id IS NULL) = (offset_counts IS NULL))
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX tasks_by_case ON tasks (case_id);
      CREATE INDEX tasks_by_hearing ON tasks (hearing_id) WHERE hearing_id IS NOT NULL;
      CREATE INDEX tasks_open ON tasks (due_on, id) WHERE done_on IS NULL AND withdrawn_reason IS NULL;
    `)
  },
}
