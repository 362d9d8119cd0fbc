import type { EventKind } from '../../shared/kernel/event.ts'
import type { IconName } from './icon-names.ts'

/** The picture of each kind of dated record, the same wherever one stands. */
export const eventIcons: Record<EventKind, IconName> = {
  'police-contact': 'police',
  incident: 'incident',
  hearing: 'court',
  order: 'order',
  breach: 'danger',
  'police-report': 'document',
  contact: 'contact',
  'risk-assessment': 'risk',
  document: 'evidence',
  bundle: 'bundle',
}
