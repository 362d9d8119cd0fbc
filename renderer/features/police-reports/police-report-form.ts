import { useDraftForm } from '../../ui/draft-form.ts'
import { ReportAnswers, type ReportTyped } from './police-report-answers.ts'

/** The form of a police report: new or edited, the questions are the same. */
export const useReportForm = (draftKey: string, start: ReportTyped) => useDraftForm(ReportAnswers, draftKey, start)
export type ReportForm = ReturnType<typeof useReportForm>
