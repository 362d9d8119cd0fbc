import type { EventKind } from '../kernel/event.ts'

/** What a dated record of each kind is called in a list of all kinds. */
export const eventKindWords: Record<EventKind, string> = {
  'police-contact': 'Police contact',
  incident: 'Incident',
  hearing: 'Hearing',
  order: 'Order',
  breach: 'Breach',
  'police-report': 'Police report',
  contact: 'Contact or note',
  'risk-assessment': 'Risk assessment',
  document: 'Document',
}
