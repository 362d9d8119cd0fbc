import {
  HearingDraft,
  type Hearing,
  type hearingCalls,
  type HearingMoveDraft,
} from '../../../shared/features/hearings.ts'
import { london, type CalendarDay } from '../../../shared/kernel/dates.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import type { CaseId, EventId } from '../../../shared/kernel/ids.ts'
import { dayOf } from '../../../shared/kernel/uk-dates.ts'
import { hearingKind } from '../../../shared/rules/hearing-kinds.ts'
import { specialMeasures } from '../../../shared/rules/special-measures.ts'
import { hearingTitle } from '../../../shared/wording/hearings.ts'
import { requireOpenCase } from '../cases/cases.repo.ts'
import type { ReadDb, WriteTx } from '../database.ts'
import type { StoreHandlers } from '../dispatch.ts'
import { writeEvent } from '../events/events.repo.ts'
import { daySheet } from './day-sheet.ts'
import { addPleaTask, addTasks, clearTasks, moveTasks } from './hearing-tasks.ts'
import { insertMove, listHearings, nextHearing, requireHearing, writeHearing } from './hearings.repo.ts'
import { listClashes, listOnDays } from './listed-hearings.repo.ts'

export const hearingHandlers: StoreHandlers<typeof hearingCalls> = {
  'hearings.record'(tx, { caseId, hearing, skipTasks, followsId }) {
    requireOpenCase(tx.db, caseId)
    if (followsId !== null) requireWaiting(tx.db, followsId, caseId)
    refuse(hearing.outcome?.conclusion === 'next-date', 'outcome', 'next-hearing-needed')
    return list(tx, { caseId, followsId, skipTasks }, hearing)
  },
  'hearings.update'(tx, { id, revision, hearing }) {
    const current = requireHearing(tx.db, id)
    if (current.revision !== revision) return { outcome: 'conflict', current, yours: hearing }
    requireOpenCase(tx.db, current.caseId)
    refuse(hearing.outcome?.conclusion === 'next-date' && current.next === null, 'outcome', 'next-hearing-needed')
    const record = save(tx, { caseId: current.caseId, before: current }, hearing)
    if (record.when.from !== current.when.from) moveTasks(tx, record)
    return { outcome: 'saved', record: requireHearing(tx.db, id) }
  },
  'hearings.move'(tx, { id, revision, move }) {
    const current = requireHearing(tx.db, id)
    if (current.revision !== revision) return { outcome: 'conflict', current, yours: move }
    checkMove(tx, current, move)
    insertMove(tx, current, move)
    const record = save(tx, { caseId: current.caseId, before: current }, { ...draftOf(current), when: move.to })
    tx.audit('hearing.moved', { id, caseId: current.caseId })
    moveTasks(tx, record)
    return { outcome: 'saved', record }
  },
  'hearings.recordOutcome'(tx, { id, revision, outcome, next, plea, clearTasks: clear }) {
    const current = requireHearing(tx.db, id)
    if (current.revision !== revision) return { outcome: 'conflict', current, yours: outcome }
    requireOpenCase(tx.db, current.caseId)
    refuse(current.outcome !== null, 'outcome', 'outcome-recorded')
    refuse((outcome.conclusion === 'next-date') !== (next !== null), 'next', 'next-hearing-needed')
    save(tx, { caseId: current.caseId, before: current }, { ...draftOf(current), outcome })
    tx.audit('hearing.heard', { id, caseId: current.caseId })
    if (clear) clearTasks(tx, current)
    if (plea) addPleaTask(tx, current)
    const following = next && listNext(tx, current, next)
    return { outcome: 'saved', record: requireHearing(tx.db, id), next: following }
  },
  'hearings.find': (tx, { id }) => requireHearing(tx.db, id),
  'hearings.listForCase': (tx, { caseId, ...wanted }) => listHearings(tx.db, caseId, wanted),
  'hearings.nextForCase': (tx, { caseId, today }) => nextHearing(tx.db, caseId, today),
  'hearings.onDays'(tx, wanted) {
    refuse(wanted.to < wanted.from, 'to', 'range-backwards')
    return listOnDays(tx.db, wanted)
  },
  'hearings.clashes': (tx, asked) => ({ clashes: listClashes(tx.db, asked) }),
  'hearings.daySheet': (tx, { caseId, day }) => daySheet(tx.db, caseId, day),
}

type Listing = { caseId: CaseId; followsId: EventId | null; skipTasks: readonly string[] }
/** A new hearing with its tasks. */
function list(tx: WriteTx, { caseId, followsId, skipTasks }: Listing, hearing: HearingDraft): Hearing {
  const record = save(tx, { caseId, before: null, followsId }, hearing)
  addTasks(tx, record, skipTasks)
  return record
}

type Next = { hearing: HearingDraft; skipTasks: readonly string[] }
function listNext(tx: WriteTx, { id, caseId, when }: Hearing, { hearing, skipTasks }: Next): Hearing {
  refuse(hearing.outcome !== null, 'next', 'next-hearing-needed')
  refuse((hearing.when.from ?? '') < (when.from ?? ''), 'next', 'next-before-this')
  return list(tx, { caseId, followsId: id, skipTasks }, hearing)
}

type Place = { caseId: CaseId; before: null; followsId: EventId | null } | { caseId: CaseId; before: Hearing }
function save(tx: WriteTx, place: Place, hearing: HearingDraft): Hearing {
  const { caseId, before } = place
  check(hearing, before, dayOf(tx.now, london))
  const stamp = writeEvent(tx, {
    ...{ caseId, before, revision: before?.revision ?? 0, kind: 'hearing', when: hearing.when },
    ...{ title: hearingTitle(hearing), body: bodyOf(hearing), form: hearing },
  })
  const { followsId } = place.before ?? place
  writeHearing(tx, { id: stamp.id, followsId }, hearing)
  return requireHearing(tx.db, stamp.id)
}

/** What search looks through. Not the link and not how the client arrives: those are nobody's to stumble over. */
const bodyOf = (hearing: HearingDraft): string =>
  [
    ...[hearing.courtAddress, hearing.room, hearing.caseNumber, hearing.purpose, hearing.judge, hearing.whoAttends],
    ...[hearing.interpreter, hearing.bring, ...hearing.directions.map(({ text }) => text)],
    ...[hearing.outcome?.result, hearing.outcome?.conditions],
  ]
    .filter(Boolean)
    .join('\n')

/** Kinds and measures must be in the packs, unless the record had them before; what was done can't lie ahead. */
function check(hearing: HearingDraft, before: Hearing | null, today: CalendarDay): void {
  refuse(hearing.kind !== before?.kind && hearingKind(hearing.kind) === null, 'kind', 'no-such-hearing-kind')
  const known = [...specialMeasures, ...(before?.specialMeasures ?? [])].map(({ id }) => id)
  refuse(!hearing.specialMeasures.every(({ id }) => known.includes(id)), 'specialMeasures', 'no-such-measure')
  refuse((hearing.courtToldOn ?? today) > today, 'courtToldOn', 'in-the-future')
  refuse((hearing.outcome?.clientToldOn ?? today) > today, 'outcome', 'in-the-future')
}

function checkMove(tx: WriteTx, current: Hearing, { to, toldOn }: HearingMoveDraft): void {
  requireOpenCase(tx.db, current.caseId)
  refuse(current.outcome !== null, 'to', 'outcome-recorded')
  refuse(to.from === current.when.from && to.precision === current.when.precision, 'to', 'same-date')
  refuse(current.moves.length >= 200, 'to', 'too-many-moves')
  refuse(toldOn !== null && toldOn > dayOf(tx.now, london), 'toldOn', 'in-the-future')
}

/** The hearing that a new one follows must be of this case, have ended without a next date, and have no successor. */
function requireWaiting(db: ReadDb, id: EventId, caseId: CaseId): void {
  const { caseId: ofCase, outcome, next, withdrawnReason } = requireHearing(db, id)
  const waits = outcome !== null && outcome.conclusion !== 'concluded' && next === null && withdrawnReason === null
  refuse(ofCase !== caseId || !waits, 'followsId', 'not-waiting-for-date')
}

const Draft = HearingDraft.strip()
const draftOf = (hearing: Hearing): HearingDraft => Draft.parse(hearing)

function refuse(wrong: boolean, field: string, rule: string): void {
  if (wrong) throw new AppError('invalid-input', { field, rule })
}
