import type { Migration } from './migration.ts'

export const m0011: Migration = {
  id: 11,
  name: 'plan-versions', // a safe-contact plan had the id of its person, whose own states are kept too by now
  up(db) {
    db.exec(`
      UPDATE record_versions SET record_id = 'safe-contact ' || record_id
       WHERE record_id IN (SELECT person_id FROM safe_contact_plans) AND json_type(form, '$.confirmEveryDays') IS NOT NULL
    `)
  },
}
