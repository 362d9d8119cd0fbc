import type { Migration } from './migration.ts'

export const m0012: Migration = {
  id: 12,
  // What looks over all cases at once reads these alone. `from_at` rather than `sort_at`, since a query that asks for a
  // generated column is never answered from an index; and columns that are always null here, since they are asked for.
  name: 'for-today',
  up(db) {
    db.exec(`
      CREATE INDEX events_in_short ON events (kind, case_id, from_at, to_at, created_at, id, withdrawn_reason)
        WHERE withdrawn_reason IS NULL;
      CREATE INDEX events_withdrawn ON events (kind, id) WHERE withdrawn_reason IS NOT NULL;
      DROP INDEX tasks_open;
      CREATE INDEX tasks_open ON tasks (due_on, id, case_id, hearing_id, done_on, withdrawn_reason)
        WHERE done_on IS NULL AND withdrawn_reason IS NULL;
      CREATE INDEX incidents_unfinished ON incidents (event_id) WHERE finished = 0;
      CREATE INDEX tasks_open_by_case ON tasks (case_id, hearing_id, done_on, withdrawn_reason)
        WHERE done_on IS NULL AND withdrawn_reason IS NULL;
      CREATE INDEX identifiers_addresses ON identifiers (person_id, updated_at) WHERE kind = 'address';
      CREATE INDEX orders_unserved ON orders (event_id) WHERE served IN ('no', 'unknown') AND discharged_on IS NULL;
      CREATE INDEX police_reports_open ON police_reports (event_id)
        WHERE outcome_code = 0 OR (outcome_code IS NULL AND outcome_on IS NULL);
      CREATE INDEX risk_assessments_in_short ON risk_assessments (event_id, level, next_review, until_at);
    `)
  },
}
