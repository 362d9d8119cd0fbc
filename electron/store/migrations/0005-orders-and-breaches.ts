import type { Migration } from './migration.ts'

const yesNo = (column: string): string => `${column} TEXT NOT NULL CHECK (${column} IN ('yes', 'no', 'unknown'))`
/** A date that may be missing altogether: its four columns are all there or all absent, but for the moments. */
const when = (name: string): string =>
  `${name}_from TEXT, ${name}_to TEXT,
   ${name}_precision TEXT CHECK (${name}_precision IN ('minute', 'day', 'about', 'range', 'unknown')), ${name}_zone TEXT`

export const m0005: Migration = {
  id: 5,
  name: 'orders-and-breaches',
  up(db) {
    db.exec(`
      CREATE TABLE orders (
        event_id TEXT PRIMARY KEY REFERENCES events (id), kind TEXT NOT NULL,
        issuer TEXT, issuer_missing TEXT CHECK (issuer_missing IN ('unknown', 'not-asked', 'declined')), case_number TEXT,
        notice TEXT NOT NULL CHECK (notice IN ('on-notice', 'without-notice', 'unknown', 'not-needed')),
        respondent_person TEXT REFERENCES people (id), respondent_name TEXT,
        respondent_missing TEXT CHECK (respondent_missing IN ('unknown', 'not-asked', 'declined')),
        starts_on TEXT, expires TEXT NOT NULL CHECK (expires IN ('at', 'until-further-order', 'event', 'unknown')),
        expires_at TEXT, expires_hour_known INTEGER CHECK (expires_hour_known IN (0, 1)), expires_event TEXT,
        served TEXT NOT NULL CHECK (served IN ('yes', 'no', 'unknown', 'not-needed')),
        ${when('served')}, served_how TEXT, served_by TEXT,
        ${yesNo('police_notified')}, police_notified_on TEXT, police_reference TEXT,
        power_of_arrest TEXT, return_on TEXT, replaces TEXT REFERENCES events (id),
        discharged_on TEXT, discharged_how TEXT, varied_on TEXT, varied_how TEXT, arrested_on TEXT, note TEXT,
        CHECK ((issuer IS NULL) = (issuer_missing IS NOT NULL)),
        CHECK ((respondent_person IS NOT NULL) + (respondent_name IS NOT NULL) + (respondent_missing IS NOT NULL) = 1),
        CHECK ((expires = 'at') = (expires_at IS NOT NULL)), CHECK ((expires = 'at') = (expires_hour_known IS NOT NULL)),
        CHECK ((expires = 'event') = (expires_event IS NOT NULL)),
        CHECK ((served = 'yes') = (served_precision IS NOT NULL)),
        CHECK ((discharged_on IS NULL) = (discharged_how IS NULL)), CHECK ((varied_on IS NULL) = (varied_how IS NULL)),
        CHECK (replaces IS NULL OR replaces <> event_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX orders_by_end ON orders (expires_at) WHERE expires_at IS NOT NULL AND discharged_on IS NULL;
      CREATE INDEX orders_by_return ON orders (return_on) WHERE return_on IS NOT NULL AND discharged_on IS NULL;
      CREATE INDEX orders_open_ended ON orders (event_id) WHERE expires = 'until-further-order' AND discharged_on IS NULL;
      CREATE INDEX orders_by_arrest ON orders (arrested_on) WHERE arrested_on IS NOT NULL AND discharged_on IS NULL;
      CREATE INDEX orders_by_replaced ON orders (replaces) WHERE replaces IS NOT NULL;

      CREATE TABLE order_terms (
        event_id TEXT NOT NULL REFERENCES orders (event_id), position INTEGER NOT NULL CHECK (position >= 1),
        number TEXT NOT NULL COLLATE NOCASE, text TEXT NOT NULL,
        PRIMARY KEY (event_id, position), UNIQUE (event_id, number)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE order_protected (
        event_id TEXT NOT NULL REFERENCES orders (event_id), position INTEGER NOT NULL CHECK (position >= 1),
        person_id TEXT REFERENCES people (id), name TEXT,
        PRIMARY KEY (event_id, position), CHECK ((person_id IS NULL) = (name IS NOT NULL))
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE breaches (
        event_id TEXT PRIMARY KEY REFERENCES events (id), order_id TEXT NOT NULL REFERENCES orders (event_id),
        what TEXT NOT NULL, evidence TEXT, witnesses TEXT,
        ${yesNo('reported')}, ${when('reported')}, reported_reference TEXT,
        ${when('arrived')}, ${yesNo('arrest')}, arrested_on TEXT, ${yesNo('charged')}, outcome TEXT,
        CHECK ((reported = 'yes') = (reported_precision IS NOT NULL)), CHECK (arrest = 'yes' OR arrested_on IS NULL)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX breaches_by_order ON breaches (order_id, event_id);
      CREATE TABLE breach_terms (
        event_id TEXT NOT NULL REFERENCES breaches (event_id), position INTEGER NOT NULL CHECK (position >= 1),
        number TEXT NOT NULL COLLATE NOCASE,
        PRIMARY KEY (event_id, position), UNIQUE (event_id, number)
      ) STRICT, WITHOUT ROWID;
    `)
  },
}
