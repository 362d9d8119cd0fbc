import { v7 } from 'uuid'
import type { Connection } from '../../electron/store/database.ts'

type Stamp = { now: string; user: string }
/**
 * What a caseload is sorted and narrowed by, past the dispatcher: ten contacts with the client and two assessments a case,
 * a hearing ahead in every third and an open task in four of five. `next` gives numbers from 0 to 1.
 */
export function fillStanding(
  db: Connection,
  cases: readonly string[],
  { next, ...stamp }: Stamp & { next: () => number },
) {
  const prepared = statements(db)
  const around = (days: number, ahead = 0) =>
    new Date(Date.parse(stamp.now) + (ahead - next() * days) * 86_400_000).toISOString()
  db.transaction(() => {
    db.exec(`INSERT INTO instruments (id, version, title, content) VALUES ('bench', 1, 'Bench', '{}')`)
    for (const [index, caseId] of cases.entries()) {
      const event = (kind: string, from: string): string => {
        const id = v7()
        prepared.event.run({ ...stamp, id, caseId, kind, from })
        return id
      }
      for (let number = 0; number < 10; number += 1) prepared.contact.run(event('contact', around(600)))
      for (const level of ['high', 'medium', 'standard'].slice(index % 3, (index % 3) + 2))
        prepared.assessment.run({ id: event('risk-assessment', around(300)), level })
      if (index % 3 === 0) prepared.hearing.run(event('hearing', around(60, 60)))
      if (index % 5 > 0) prepared.task.run({ ...stamp, id: v7(), caseId, dueOn: around(30, 25).slice(0, 10) })
    }
  })()
}

function statements(db: Connection) {
  const stamps = '1, @now, @user, @now, @user'
  return {
    event: db.prepare(
      `INSERT INTO events (id, case_id, kind, from_at, precision, zone, title, revision, created_at, created_by, updated_at, updated_by)
       VALUES (@id, @caseId, @kind, @from, 'minute', 'Europe/London', @kind, ${stamps})`,
    ),
    contact: db.prepare(
      `INSERT INTO contacts (event_id, entry, channel, direction, with_whom) VALUES (?, 'contact', 'phone', 'to', 'client')`,
    ),
    assessment: db.prepare(
      `INSERT INTO risk_assessments (event_id, instrument_id, instrument_version, answers, judgement, until_at, score, level)
       VALUES (@id, 'bench', 1, '[]', @level, '2026-11-24T00:00:00.000Z', '{}', @level)`,
    ),
    hearing: db.prepare(
      `INSERT INTO hearings (event_id, kind, court, mode, client_required, special_measures, directions)
       VALUES (?, 'H-CC-TRIAL', 'Exampleton', 'in-person', 'unknown', '[]', '[]')`,
    ),
    task: db.prepare(
      `INSERT INTO tasks (id, case_id, title, due_on, due_by_hand, revision, created_at, created_by, updated_at, updated_by)
       VALUES (@id, @caseId, 'Ring back', @dueOn, 0, ${stamps})`,
    ),
  }
}
