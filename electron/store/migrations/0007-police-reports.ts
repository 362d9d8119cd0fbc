import type { Migration } from './migration.ts'

export const m0007: Migration = {
  id: 7,
  name: 'police-reports',
  up(db) {
    db.exec(`
      CREATE TABLE police_reports (
        event_id TEXT PRIMARY KEY REFERENCES events (id),
        channel TEXT NOT NULL CHECK (channel IN ('phone', 'in-person', 'email', 'letter', 'online', 'text-message')),
        force TEXT, force_missing TEXT CHECK (force_missing IN ('unknown', 'not-asked', 'declined')),
        officer TEXT, officer_missing TEXT CHECK (officer_missing IN ('unknown', 'not-asked', 'declined')),
        collar_number TEXT, collar_number_missing TEXT CHECK (collar_number_missing IN ('unknown', 'not-asked', 'declined')),
        log_number TEXT, crime_reference TEXT, recorded_on TEXT,
        recorded_offence TEXT, recorded_words TEXT,
        recorded_missing TEXT CHECK (recorded_missing IN ('unknown', 'not-asked', 'declined')),
        believed_offence TEXT, believed_note TEXT,
        reclassifications TEXT NOT NULL CHECK (json_valid(reclassifications)),
        outcome_code INTEGER CHECK (outcome_code >= 0), outcome_on TEXT, outcome_sub_code TEXT, outcome_reason TEXT,
        linked_by_police TEXT NOT NULL CHECK (linked_by_police IN ('yes', 'no', 'unknown')), note TEXT,
        CHECK ((force IS NULL) = (force_missing IS NOT NULL)), CHECK ((officer IS NULL) = (officer_missing IS NOT NULL)),
        CHECK ((collar_number IS NULL) = (collar_number_missing IS NOT NULL)),
        CHECK ((recorded_offence IS NOT NULL) + (recorded_words IS NOT NULL) + (recorded_missing IS NOT NULL) = 1),
        CHECK (outcome_code IS NOT 0 OR outcome_on IS NULL)
      ) STRICT, WITHOUT ROWID;
    `)
  },
}
