import * as z from 'zod'
import { type IncidentDraft, IncidentSource, longestNarrative } from '../../../shared/features/incidents.ts'
import { Instant, london } from '../../../shared/kernel/dates.ts'
import { CaseId } from '../../../shared/kernel/ids.ts'
import type { BehaviourCode } from '../../../shared/rules/behaviours.ts'
import { thisMoment } from '../../lib/today.ts'
import { chosen } from '../../lib/typed-answers.ts'
import { WhenText, whenToTyped } from '../../ui/typed-dates.ts'

export const quickDraftKey = 'incident:quick'

/** What is asked where there is no time for more. */
export const QuickAnswers = z
  .strictObject({
    caseId: chosen(CaseId, 'Choose whose case this is.'),
    when: WhenText,
    source: chosen(IncidentSource, 'Say who told you.'),
    words: z.string().trim().max(longestNarrative, { error: 'Use 20,000 characters or fewer.' }),
    behaviours: z.array(z.string()).transform(codes => codes as BehaviourCode[]), // ticked in a list of them
  })
  .superRefine(({ when, words, behaviours }, context) => {
    const says = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if ((when.to ?? when.from ?? '') > thisMoment().toISOString()) says('when', 'in-the-future')
    if (words === '' && behaviours.length === 0) says('words', 'account-needed')
  })
  .transform(({ caseId, ...rest }) => ({ caseId, incident: unfinished(rest) }))

type Typed = Pick<IncidentDraft, 'when' | 'source' | 'behaviours'> & { words: string }
/** An incident to be completed: who told it says which account the words are. */
function unfinished({ when, source, behaviours, words }: Typed): IncidentDraft {
  const said = words === '' ? null : words
  const nothing = { value: null, missing: 'not-asked' } as const
  return {
    ...{ when, source, behaviours, place: null, opinion: null, impact: null, witnesses: null, fear: nothing },
    clientSaid: source === 'client' ? said : null,
    observed: source === 'advocate' ? said : null,
    othersSaid: source === 'third-party' ? said : null,
    ...{ reported: 'not-asked', reportedOn: null, reference: null, orderBreached: 'not-asked' },
    ...{ links: [], finished: false },
  }
}

export type TypedQuick = z.input<typeof QuickAnswers>

/** Now, in this case. */
export const quickStart = (caseId: CaseId | null): TypedQuick => ({
  caseId,
  when: whenToTyped({
    from: Instant.parse(thisMoment().toISOString()),
    to: null,
    precision: 'minute',
    zone: london,
  }),
  source: 'client',
  words: '',
  behaviours: [],
})
