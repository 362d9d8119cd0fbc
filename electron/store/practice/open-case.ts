import type { CaseDraft, CaseStatus } from '../../../shared/features/cases.ts'
import { caseHandlers } from '../cases/cases.service.ts'
import { castFrom, type Relation } from './cast.ts'
import { deckOf } from './random.ts'
import { impacts } from './stories-of-harm.ts'
import { tellPeople } from './tell-people.ts'
import { asOf, clock, dayAgo, type InCase, type Telling } from './telling.ts'

type Opened = Pick<InCase, 'owner' | 'span'> & { status: Exclude<CaseStatus, 'closed'>; relation: Relation | null }
/** Opens a case on its day, with the people in it. */
export function openCase(telling: Telling, { owner, span, status, relation }: Opened): InCase {
  const cast = castFrom(telling.random, telling.names, relation)
  const openedOn = dayAgo(telling, span)
  const opened = clock(openedOn, '09:40')
  const tx = { ...telling.tx, now: opened, actor: owner }
  const clientName = cast.client.name
  const { id: caseId, clientId } = caseHandlers['cases.open'](tx, {
    ...{ clientName, reference: null, status, ownerId: owner.id, openedOn },
  })
  const impactsLeft = deckOf(telling.random, impacts)
  const within = { ...telling, owner, cast, caseId, clientId, span, opened, impacts: impactsLeft }
  return { ...within, suspectId: tellPeople(within) }
}

/** Closes a case today. */
export function closeCase(within: InCase): void {
  const closingReason = within.random.pick(['planned', 'risk-reduced', 'moved-area', 'disengaged'] as const)
  changeCase(within, 0, { status: 'closed', closedOn: within.today, closingReason })
}

/** Closes a case because the client did not go on, and takes it up again when they came back. */
export function reopenCase(
  within: InCase,
  { closedAgo, reopenedAgo }: { closedAgo: number; reopenedAgo: number },
): void {
  changeCase(within, closedAgo, { status: 'closed', closedOn: dayAgo(within, closedAgo), closingReason: 'disengaged' })
  changeCase(within, reopenedAgo, { status: 'supporting', closedOn: null, closingReason: null })
}

type Change = Partial<Pick<CaseDraft, 'status' | 'closedOn' | 'closingReason'>>
/** Where a case stands from a day on. */
function changeCase(within: InCase, ago: number, change: Change): void {
  const tx = asOf(within, clock(dayAgo(within, ago), '17:40'))
  const { id, revision, reference, status, ownerId, openedOn, closedOn, closingReason } = caseHandlers['cases.find'](
    tx,
    {
      id: within.caseId,
    },
  )
  caseHandlers['cases.update'](tx, {
    ...{ id, revision, case: { reference, status, ownerId, openedOn, closedOn, closingReason, ...change } },
  })
}
