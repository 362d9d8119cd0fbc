import { PoliceContactDraft } from '../../shared/features/police-contacts.ts'

type Given = Partial<{ [Key in keyof PoliceContactDraft]: unknown }>
/** A police contact as a form would hand it over; fields given replace the usual ones. */
export const aPoliceContact = (given: Given = {}): PoliceContactDraft =>
  PoliceContactDraft.parse({
    when: { from: '2026-11-20T10:15:00.000Z', to: null, precision: 'minute', zone: 'Europe/London' },
    channel: 'phone',
    direction: 'from-police',
    force: { value: 'Example Constabulary', missing: null },
    officer: { value: 'PC Sample', missing: null },
    collarNumber: { value: null, missing: 'not-asked' },
    reference: 'EX/12345/26',
    said: 'Said that the phone would be collected for examination',
    promised: 'Call back with a date',
    promisedBy: '2026-11-23',
    promiseKeptOn: null,
    ...given,
  })
