import type { DaySheet, Hearing } from '../../../shared/features/hearings.ts'
import type { CalendarDay } from '../../../shared/kernel/dates.ts'
import type { CaseId } from '../../../shared/kernel/ids.ts'
import { requireCase } from '../cases/cases.repo.ts'
import type { ReadDb } from '../database.ts'
import { openTasksOfHearing } from '../tasks/tasks.repo.ts'
import { hearingsOnDay } from './hearings.repo.ts'

// A postcode, or seven and more digits however they are spaced: a phone number, never a court room or a time.
const postcode = /\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b/giu
const number = /(?:\+|\b)\d(?:[\s()./-]*\d){6,}\b/gu
const dash = '(left out)'

/** The same words without what looks like a phone number or a postcode. */
export const withoutPlaces = (text: string): string => text.replaceAll(postcode, dash).replaceAll(number, dash)

/** What may lie on a table in a court building: where, when, who and how, but not where the client lives or how to reach her. */
export function daySheet(db: ReadDb, caseId: CaseId, day: CalendarDay): DaySheet {
  const { reference } = requireCase(db, caseId)
  const hearings = hearingsOnDay(db, caseId, day)
  const tasks = hearings.flatMap(({ id }) => openTasksOfHearing(db, id).map(({ title }) => title))
  const plain = { hearings: hearings.map(listing), openTasks: [...new Set(tasks)].slice(0, 40) }
  const clean = { hearings: plain.hearings.map(cleaned), openTasks: plain.openTasks.map(withoutPlaces) }
  return { reference, ...clean, leftOut: JSON.stringify(clean) !== JSON.stringify(plain) }
}

type Listing = DaySheet['hearings'][number]
const listing = (hearing: Hearing): Listing => ({
  ...{ when: hearing.when, kind: hearing.kind, court: hearing.court, courtAddress: hearing.courtAddress },
  ...{ room: hearing.room, listingNote: hearing.listingNote, caseNumber: hearing.caseNumber, judge: hearing.judge },
  ...{ mode: hearing.mode, clientRequired: hearing.clientRequired, courtToldOn: hearing.courtToldOn },
  ...{ purpose: hearing.purpose, whoAttends: hearing.whoAttends, interpreter: hearing.interpreter },
  ...{ arrivalPlan: hearing.arrivalPlan, bring: hearing.bring, specialMeasures: hearing.specialMeasures },
})

/** The court's own address and the case number stay: they are what one needs to get there and be let in. */
const cleaned = (one: Listing): Listing => ({
  ...one,
  purpose: one.purpose && withoutPlaces(one.purpose),
  whoAttends: one.whoAttends && withoutPlaces(one.whoAttends),
  interpreter: one.interpreter && withoutPlaces(one.interpreter),
  arrivalPlan: one.arrivalPlan && withoutPlaces(one.arrivalPlan),
  bring: one.bring && withoutPlaces(one.bring),
  specialMeasures: one.specialMeasures.map(measure => ({
    ...measure,
    note: measure.note && withoutPlaces(measure.note),
  })),
})
