import * as z from 'zod'
import { PoliceContactDraft, type PoliceContact } from '../../../shared/features/police-contacts.ts'
import type { CaseId } from '../../../shared/kernel/ids.ts'
import { showDay } from '../../../shared/kernel/uk-dates.ts'
import { count } from '../../../shared/wording/when.ts'
import { useCall, useCommand } from '../../lib/api.ts'
import { useToday } from '../../lib/today.ts'
import type { Fact } from '../../ui/FactStrip.tsx'
import { toast } from '../../ui/toast.ts'

/** The promises of a case that wait to be kept: the first twenty, and how many there are. The header and the overview share it. */
export function useWaitingPromises(caseId: CaseId, promises: 'open' | 'overdue') {
  const today = useToday()
  const filter = { promises, withdrawn: false }
  return useCall(
    'policeContacts.listForCase',
    { caseId, filter, today, page: { limit: 20, after: null } },
    { keepPrevious: true },
  )
}

/** What is late in a case, for its header: promises of the police and hearings without an outcome. Null when nothing is. */
export function useLateFact(caseId: CaseId, outcomesMissing: number): Fact | null {
  const overdue = useWaitingPromises(caseId, 'overdue').data
  const promises = overdue?.total ?? 0
  if (promises + outcomesMissing === 0) return null
  const outcomes = outcomesMissing === 0 ? [] : [count(outcomesMissing, 'hearing outcome')]
  const longest = overdue?.rows
    .map(row => row.promisedBy)
    .filter(day => day !== null)
    .toSorted()[0]
  return {
    label: 'Overdue',
    value: [...(promises === 0 ? [] : [count(promises, 'promise')]), ...outcomes].join(', '),
    note: longest === undefined ? 'record how it ended' : `since ${showDay(longest)}`,
    tone: 'overdue',
  }
}

/** A record without its stamps. */
const Answers = z.object(PoliceContactDraft.shape)

/** Marks a promise as kept today, in one go. */
export function useMarkKept() {
  const today = useToday()
  const update = useCommand('policeContacts.update')
  const markKept = (record: PoliceContact) =>
    update.mutate(
      { id: record.id, revision: record.revision, contact: { ...Answers.parse(record), promiseKeptOn: today } },
      {
        onSuccess: answer => {
          if (answer.outcome === 'saved') return void toast('Promise marked as kept today')
          toast('Someone else changed this contact just now. Open it and check.', { tone: 'warning' })
        },
        onError: () => toast('That could not be saved. Nothing was changed. Try again.', { tone: 'danger' }),
      },
    )
  return { markKept, busy: update.isPending }
}
