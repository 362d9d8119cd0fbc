import type { Migration } from './migration.ts'

export const m0017: Migration = {
  id: 17,
  name: 'task-and-case-versions', // what a task or a case said was lost when somebody saved something else over it
  up(db) {
    db.exec(`
      INSERT INTO record_versions (record_id, revision, at, by_user, form)
        SELECT id, revision, updated_at, updated_by,
               json_object('title', title, 'dueOn', due_on, 'note', note,
                           'done', iif(done_on IS NULL, NULL, json_object('on', done_on, 'by', done_by)),
                           'withdrawnReason', withdrawn_reason)
          FROM tasks;
      INSERT INTO record_versions (record_id, revision, at, by_user, form)
        SELECT id, revision, updated_at, updated_by,
               json_object('reference', reference, 'status', status, 'ownerId', owner_id, 'openedOn', opened_on,
                           'closedOn', closed_on, 'closingReason', closing_reason)
          FROM cases;
    `)
  },
}
