import * as z from 'zod'
import type { Input } from '../../../shared/contract/contract.ts'
import type { Hearing } from '../../../shared/features/hearings.ts'
import { HearingKindId } from '../../../shared/rules/hearing-kinds.ts'
import { useDraftForm } from '../../ui/draft-form.ts'
import { chosen, words } from '../../ui/answer-schemas.ts'
import { blankWhen, WhenText } from '../../ui/typed-dates.ts'
import { blankOutcome, OutcomeAnswers, takenOver } from './hearing-answers.ts'

const NextAnswers = z.strictObject({
  when: WhenText,
  kind: chosen(HearingKindId, 'Choose what kind of hearing it is.'),
  court: words(160).min(1),
  skipTasks: z.array(z.string()),
})
/** How a hearing ended, as typed. The next hearing is asked for only where there is a next date. */
const Answers = z.strictObject({
  revision: z.int(),
  outcome: OutcomeAnswers,
  next: NextAnswers.nullable(),
  plea: z.boolean(),
  clearTasks: z.boolean(),
})

export const useOutcomeForm = ({ id, revision }: Hearing) =>
  useDraftForm(Answers, `hearing:outcome:${id}`, {
    ...{ revision, outcome: blankOutcome, next: null, plea: false, clearTasks: true },
  })
export type OutcomeForm = ReturnType<typeof useOutcomeForm>

/** An empty answer about the next hearing: the same court until somebody says otherwise. */
export const blankNext = ({ court, when }: Hearing): z.input<typeof NextAnswers> => ({
  ...{ when: blankWhen(when.zone), kind: null, court, skipTasks: [] },
})

/** What is sent: the next hearing takes over from this one what is the same on another day. */
export function toOutcomeInput(
  hearing: Hearing,
  { revision, outcome, next, ...rest }: z.output<typeof Answers>,
): Input<'hearings.recordOutcome'> {
  const following = next && {
    hearing: { ...takenOver(hearing), when: next.when, kind: next.kind, court: next.court },
    skipTasks: next.skipTasks,
  }
  return { id: hearing.id, revision, outcome, next: outcome.conclusion === 'next-date' ? following : null, ...rest }
}
