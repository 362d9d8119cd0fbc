import { useDraftForm } from '../../ui/draft-form.ts'
import { PlanAnswers, type TypedPlan } from './plan-answers.ts'

/** The form of a person's safe-contact plan, with its draft. */
export const usePlanForm = (draftKey: string, start: TypedPlan) => useDraftForm(PlanAnswers, draftKey, start)
export type PlanFormValues = ReturnType<typeof usePlanForm>
