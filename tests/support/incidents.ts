import { IncidentDraft } from '../../shared/features/incidents.ts'

type Given = Partial<{ [Key in keyof IncidentDraft]: unknown }>
/** An incident as a form would hand it over; fields given replace the usual ones. */
export const anIncident = (given: Given = {}): IncidentDraft =>
  IncidentDraft.parse({
    when: { from: '2026-11-20T18:15:00.000Z', to: null, precision: 'minute', zone: 'Europe/London' },
    place: 'Outside work',
    behaviours: ['SURVEILLANCE-FOLLOWING', 'CONTACT-TEXT'],
    clientSaid: 'He was waiting by the gate and walked behind me to the bus',
    observed: null,
    othersSaid: null,
    opinion: null,
    impact: 'Takes another way home since',
    fear: { value: 'a-lot', missing: null },
    witnesses: null,
    source: 'client',
    reported: 'no',
    reportedOn: null,
    reference: null,
    orderBreached: 'not-asked',
    links: [],
    finished: true,
    ...given,
  })
