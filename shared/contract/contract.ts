import type * as z from 'zod'
import { attachmentCalls } from '../features/attachments.ts'
import { backupPlaceCalls } from '../features/backup-place.ts'
import { breachCalls } from '../features/breaches.ts'
import { bundleCalls } from '../features/bundles.ts'
import { caseCalls } from '../features/cases.ts'
import { caseloadViewCalls } from '../features/caseload-views.ts'
import { contactCalls } from '../features/contacts.ts'
import { documentCalls } from '../features/documents.ts'
import { draftCalls } from '../features/drafts.ts'
import { fileCalls } from '../features/files.ts'
import { eventCalls } from '../features/events.ts'
import { hearingCalls } from '../features/hearings.ts'
import { historyCalls } from '../features/history.ts'
import { incidentCalls } from '../features/incidents.ts'
import { instrumentCalls } from '../features/instruments.ts'
import { orderCalls } from '../features/orders.ts'
import { identifierCalls } from '../features/identifiers.ts'
import { paperCalls } from '../features/papers.ts'
import { peopleCalls } from '../features/people.ts'
import { policeContactCalls } from '../features/police-contacts.ts'
import { policeReportCalls } from '../features/police-reports.ts'
import { practiceCalls } from '../features/practice.ts'
import { readingCalls } from '../features/reading.ts'
import { riskAssessmentCalls } from '../features/risk-assessments.ts'
import { safeContactCalls } from '../features/safe-contact.ts'
import { searchCalls } from '../features/search.ts'
import { settingsCalls } from '../features/settings.ts'
import { taskCalls } from '../features/tasks.ts'
import { todayCalls } from '../features/today.ts'
import { userCalls } from '../features/users.ts'
import { vaultCalls } from '../features/vault.ts'
import { windowCalls } from '../features/windows.ts'
import type { AnyCall } from '../kernel/call.ts'

/** Every call there is: one line per feature. The types of all layers are read off it. */
export const contract = {
  ...vaultCalls,
  ...userCalls,
  ...settingsCalls,
  ...draftCalls,
  ...caseCalls,
  ...caseloadViewCalls,
  ...peopleCalls,
  ...identifierCalls,
  ...safeContactCalls,
  ...eventCalls,
  ...policeContactCalls,
  ...policeReportCalls,
  ...contactCalls,
  ...incidentCalls,
  ...attachmentCalls,
  ...documentCalls,
  ...bundleCalls,
  ...paperCalls,
  ...hearingCalls,
  ...taskCalls,
  ...orderCalls,
  ...breachCalls,
  ...instrumentCalls,
  ...riskAssessmentCalls,
  ...fileCalls,
  ...readingCalls,
  ...searchCalls,
  ...practiceCalls,
  ...historyCalls,
  ...todayCalls,
  ...backupPlaceCalls,
  ...windowCalls,
} satisfies Record<string, AnyCall>

export type Contract = typeof contract
export type CallName = keyof Contract
type Kind = AnyCall['kind']
export type NameOf<K extends Kind> = { [Name in CallName]: Contract[Name]['kind'] extends K ? Name : never }[CallName]

/** What the caller writes and what the handler gets: the same here, since no input schema transforms but by trimming. */
export type Input<Name extends CallName> = z.infer<Contract[Name]['input']>
export type Output<Name extends CallName> = z.infer<Contract[Name]['output']>

export const isCallName = (name: string): name is CallName => Object.hasOwn(contract, name)
