import { DraftValues, type draftCalls } from '../../../shared/features/drafts.ts'
import { Instant } from '../../../shared/kernel/dates.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import type { StoreHandlers } from '../dispatch.ts'
import { dropDraft, findDraft, writeDraft } from './drafts.repo.ts'

const largestDraft = 1_000_000

export const draftHandlers: StoreHandlers<typeof draftCalls> = {
  'drafts.write'(tx, { key, values }) {
    const form = JSON.stringify(values)
    if (form.length > largestDraft) throw new AppError('invalid-input', { rule: 'draft-too-long' })
    writeDraft(tx.db, { userId: tx.actor.id, key, form, now: tx.now })
    return {}
  },
  'drafts.drop'(tx, { key }) {
    dropDraft(tx.db, tx.actor.id, key)
    return {}
  },
  'drafts.read'(tx, { key }) {
    const found = findDraft(tx.db, tx.actor.id, key)
    if (!found) return { draft: null }
    return { draft: { values: DraftValues.parse(JSON.parse(found.form)), writtenAt: Instant.parse(found.writtenAt) } }
  },
}
