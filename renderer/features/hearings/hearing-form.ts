import { useDraftForm } from '../../ui/draft-form.ts'
import { HearingAnswers, type TypedHearing } from './hearing-answers.ts'

/** The form of a hearing: new or edited, the questions are the same. */
export const useHearingForm = (draftKey: string, start: TypedHearing) => useDraftForm(HearingAnswers, draftKey, start)
export type HearingForm = ReturnType<typeof useHearingForm>
