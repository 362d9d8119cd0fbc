import { BundleDraft, type BundleSection } from '../../../shared/features/bundles.ts'
import { showDay } from '../../../shared/kernel/uk-dates.ts'
import { bundleProfileOn } from '../../../shared/rules/bundle-profiles.ts'
import { bundleQuestions } from '../../../shared/wording/bundle-records.ts'

type FieldId = keyof BundleDraft
const inWords: { [Id in FieldId]: (bundle: BundleDraft) => string | null } = {
  title: ({ title }) => title,
  profile: ({ profile, hearingDay }) => bundleProfileOn(profile, hearingDay)?.label ?? profile,
  court: ({ court }) => court,
  caseNumber: ({ caseNumber }) => caseNumber,
  hearingId: ({ hearingId }) => (hearingId === null ? null : 'A hearing of this case'),
  hearingDay: ({ hearingDay }) => hearingDay && showDay(hearingDay),
  sections: ({ sections }) => sections.map(sectionLines).join('\n'),
}
const sectionLines = ({ title, entries }: BundleSection): string =>
  [
    title,
    ...entries.map(entry => `– ${entry.title}${entry.is === 'document' && entry.date ? `, ${entry.date}` : ''}`),
  ].join('\n')
const fieldIds = Object.keys(inWords) as FieldId[] // its keys are the questions, in their order

/** Two states of a bundle, question by question, as a person reads them. */
export const bundleDiff = (before: BundleDraft, after: BundleDraft) =>
  fieldIds.map(id => ({ id, label: bundleQuestions[id], before: inWords[id](before), after: inWords[id](after) }))

/** What an earlier state of the record held. Null where an older app wrote something this one can't read. */
export const bundleOfVersion = (values: Record<string, unknown>): BundleDraft | null =>
  BundleDraft.safeParse(values).data ?? null
