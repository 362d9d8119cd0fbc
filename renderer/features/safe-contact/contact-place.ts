import type { IdentifierId } from '../../../shared/kernel/ids.ts'

/** The ways of the people screen that contact details and plans need. */
export type ContactPlace = {
  addIdentifier: () => void
  editIdentifier: (id: IdentifierId) => void
  editPlan: () => void
  showPlanVersions: () => void
  close: () => void
}
