import type { Contract } from '../../shared/contract/contract.ts'
import { attachmentHandlers } from './attachments/attachments.service.ts'
import { backupPlaceHandlers } from './backup-place/backup-place.service.ts'
import { breachHandlers } from './breaches/breaches.service.ts'
import { bundleHandlers } from './bundles/bundles.service.ts'
import { caseHandlers } from './cases/cases.service.ts'
import { caseloadViewHandlers } from './caseload-views/caseload-views.service.ts'
import { contactHandlers } from './contacts/contacts.service.ts'
import { documentHandlers } from './documents/documents.service.ts'
import type { StoreHandlers } from './dispatch.ts'
import { draftHandlers } from './drafts/drafts.service.ts'
import { eventHandlers } from './events/events.service.ts'
import { fileHandlers } from './files/files.service.ts'
import { hearingHandlers } from './hearings/hearings.service.ts'
import { historyHandlers } from './history/history.service.ts'
import { incidentHandlers } from './incidents/incidents.service.ts'
import { instrumentHandlers } from './instruments/instruments.service.ts'
import { orderHandlers } from './orders/orders.service.ts'
import { identifierHandlers } from './identifiers/identifiers.service.ts'
import { paperHandlers } from './papers/papers.service.ts'
import { peopleHandlers } from './people/people.service.ts'
import { policeContactHandlers } from './police-contacts/police-contacts.service.ts'
import { policeReportHandlers } from './police-reports/police-reports.service.ts'
import { practiceHandlers } from './practice/practice.service.ts'
import { riskAssessmentHandlers } from './risk-assessments/risk-assessments.service.ts'
import { safeContactHandlers } from './safe-contact/safe-contact.service.ts'
import { searchHandlers } from './search/search.service.ts'
import { settingsHandlers } from './settings/settings.service.ts'
import { taskHandlers } from './tasks/tasks.service.ts'
import { todayHandlers } from './today/today.service.ts'
import { userHandlers } from './users/users.service.ts'
import { vaultHandlers } from './vault/vault.service.ts'

/** Every call that the store answers: one line per feature. */
export const handlers = {
  ...vaultHandlers,
  ...userHandlers,
  ...settingsHandlers,
  ...draftHandlers,
  ...caseHandlers,
  ...caseloadViewHandlers,
  ...peopleHandlers,
  ...identifierHandlers,
  ...safeContactHandlers,
  ...eventHandlers,
  ...policeContactHandlers,
  ...policeReportHandlers,
  ...contactHandlers,
  ...incidentHandlers,
  ...attachmentHandlers,
  ...documentHandlers,
  ...bundleHandlers,
  ...paperHandlers,
  ...hearingHandlers,
  ...taskHandlers,
  ...orderHandlers,
  ...breachHandlers,
  ...instrumentHandlers,
  ...riskAssessmentHandlers,
  ...fileHandlers,
  ...searchHandlers,
  ...practiceHandlers,
  ...historyHandlers,
  ...todayHandlers,
  ...backupPlaceHandlers,
} satisfies StoreHandlers<Contract>
