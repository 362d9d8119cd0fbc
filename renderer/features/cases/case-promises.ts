import * as z from 'zod'
import { PoliceContactDraft, type PoliceContact } from '../../../shared/features/police-contacts.ts'
import type { CaseId } from '../../../shared/kernel/ids.ts'
import { useCall, useCommand } from '../../lib/api.ts'
import { useToday } from '../../lib/today.ts'
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
