import type { TimelineFilter } from '../features/events.ts'
import type { CalendarDay } from '../kernel/dates.ts'
import type { EventKind } from '../kernel/event.ts'
import { showDay } from '../kernel/uk-dates.ts'
import { count } from './when.ts'

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
  bundle: 'Bundle',
}

export const fileWords: Record<TimelineFilter['file'], string> = {
  any: 'Files or none',
  with: 'With a file',
  without: 'Without a file',
}

/** 340 records; 12 of 340 records. */
export const timelineWords = (shown: number, all: number): string =>
  shown === all ? count(all, 'record') : `${shown.toLocaleString('en-GB')} of ${count(all, 'record')}`

/** 1 Nov 2026 to 24 Nov 2026; From 1 Nov 2026; Until 24 Nov 2026; Any time. */
export function spanWords(from: CalendarDay | null, to: CalendarDay | null): string {
  if (from !== null && to !== null) return `${showDay(from)} to ${showDay(to)}`
  if (from !== null) return `From ${showDay(from)}`
  return to === null ? 'Any time' : `Until ${showDay(to)}`
}
