import { PoliceReportDraft } from '../../shared/features/police-reports.ts'

type Given = Partial<{ [Key in keyof PoliceReportDraft]: unknown }>
/** A police report as a form would hand it over, recorded as harassment and without an outcome; fields given replace the usual ones. */
export const aPoliceReport = (given: Given = {}): PoliceReportDraft =>
  PoliceReportDraft.parse({
    when: { from: '2026-10-05T09:00:00.000Z', to: null, precision: 'minute', zone: 'Europe/London' },
    channel: 'phone',
    force: { value: 'Example Constabulary', missing: null },
    officer: { value: 'PC Sample', missing: null },
    collarNumber: { value: null, missing: 'not-asked' },
    logNumber: 'LOG 0123 of 5 October',
    crimeReference: 'EX/54321/26',
    recordedOn: '2026-10-06',
    recordedAs: { value: { offence: 'OFF-PHA2', words: null }, missing: null },
    believedToBe: { offence: 'OFF-PHA2A', note: 'Follows her home, and it goes on.' },
    reclassifications: [],
    outcome: noOutcome,
    linkedByPolice: 'unknown',
    note: null,
    links: [],
    ...given,
  })
export const noOutcome = { code: null, on: null, subCode: null, reason: null }
