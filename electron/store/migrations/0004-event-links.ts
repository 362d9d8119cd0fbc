import type { Migration } from './migration.ts'

export const m0004: Migration = {
  id: 4,
  name: 'event-links',
  up(db) {
    db.exec(`
      CREATE TABLE event_links (
        from_id TEXT NOT NULL REFERENCES events (id), to_id TEXT NOT NULL REFERENCES events (id),
        PRIMARY KEY (from_id, to_id), CHECK (from_id <> to_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX event_links_by_target ON event_links (to_id, from_id);
    `)
  },
}
