import type { Case, CaseStatus } from '../../../shared/features/cases.ts'
import type { Person } from '../../../shared/features/people.ts'
import type { Channel, PoliceContact } from '../../../shared/features/police-contacts.ts'
import { CalendarDay, Instant, london } from '../../../shared/kernel/dates.ts'
import type { When } from '../../../shared/kernel/event.ts'
import { CaseId, EventId, PersonId, UserId } from '../../../shared/kernel/ids.ts'
import type { Known } from '../../../shared/kernel/known.ts'

// Everybody and everything here is invented.
const uuid = (kind: number, number: number): string =>
  `01900000-0000-7000-8${String(kind).padStart(3, '0')}-${number.toString(16).padStart(12, '0')}`
export const userId = (n: number) => UserId.parse(uuid(1, n))
export const caseId = (n: number) => CaseId.parse(uuid(2, n))
export const personId = (n: number) => PersonId.parse(uuid(3, n))
export const eventId = (n: number) => EventId.parse(uuid(4, n))
export const at = (text: string) => Instant.parse(text)
export const day = (text: string) => CalendarDay.parse(text)

export const me = userId(1)
export const colleague = userId(2)
export const stamp = {
  revision: 1,
  createdAt: at('2026-11-01T09:00:00.000Z'),
  createdBy: me,
  updatedAt: at('2026-11-01T09:00:00.000Z'),
  updatedBy: me,
}
export const users = [
  { id: me, name: 'Robin Ashdown', role: 'manager' as const, active: true, ...stamp },
  { id: colleague, name: 'Jo Fenwick', role: 'advocate' as const, active: true, ...stamp },
]

const given = [
  'Alex',
  'Bea',
  'Carmen',
  'Dana',
  'Esme',
  'Farah',
  'Gwen',
  'Hana',
  'Imogen',
  'Jamie',
  'Kit',
  'Lena',
  'Mina',
  'Nell',
  'Orla',
  'Petra',
  'Quinn',
  'Rosa',
  'Sian',
  'Tess',
]
const family = [
  'Archer',
  'Birchall',
  'Coverdale',
  'Dunmore',
  'Ellwood',
  'Farrow',
  'Greenhalgh',
  'Hollis',
  'Ingleby',
  'Jessop',
  'Kershaw',
  'Lomax',
  'Marlow',
  'Netherby',
  'Oakes',
  'Pemberton',
  'Quayle',
  'Rushton',
  'Sallow',
  'Thorne',
]
const statuses: CaseStatus[] = [
  'supporting',
  'assessing',
  'contacting',
  'supporting',
  'referred',
  'supporting',
  'paused',
  'closed',
]
const dayBack = (days: number): CalendarDay => day(new Date(Date.UTC(2026, 10, 24 - days)).toISOString().slice(0, 10))

/** Case number `n`, the same each time. */
export function aCase(n: number): Case {
  const status = n === 1 ? 'supporting' : (statuses[n % statuses.length] ?? 'supporting')
  const isClosed = status === 'closed'
  const mine = n % 4 !== 0
  return {
    id: caseId(n),
    reference: `WM-${String(2300 + n)}`,
    status,
    ownerId: mine ? me : colleague,
    ownerName: mine ? 'Robin Ashdown' : 'Jo Fenwick',
    openedOn: dayBack(40 + ((n * 37) % 600)),
    closedOn: isClosed ? dayBack(n % 40) : null,
    closingReason: isClosed ? 'risk-reduced' : null,
    clientId: personId(n * 10),
    clientName: `${given[(n * 7) % given.length] ?? ''} ${family[(n * 3 + Math.floor(n / 20)) % family.length] ?? ''}`,
    lastPoliceContactAt: n % 9 === 5 ? null : at(`${dayBack((n * 5) % 90)}T10:30:00.000Z`),
    lastIncidentAt: null,
    ...stamp,
  }
}

export const known = (value: string | null, missing: Known<string>['missing'] = 'unknown'): Known<string> =>
  value === null ? { value: null, missing } : { value, missing: null }
export const minute = (from: string): When => ({ from: at(from), to: null, precision: 'minute', zone: london })
export const unknownWhen: When = { from: null, to: null, precision: 'unknown', zone: london }

/** A police contact with everything about it that a test does not care for. */
export const aContact = (n: number, change: Partial<PoliceContact> = {}): PoliceContact => ({
  id: eventId(n),
  caseId: caseId(1),
  when: minute('2026-11-12T10:15:00.000Z'),
  channel: 'phone',
  direction: 'from-police',
  force: known('Thames Valley Police'),
  officer: known('PC A. Marsh'),
  collarNumber: known('4127'),
  reference: '43260098812',
  said: 'Confirmed that a statement will be taken.',
  promised: null,
  promisedBy: null,
  promiseKeptOn: null,
  withdrawnReason: null,
  ...stamp,
  ...change,
})

const said = [
  'Confirmed the report of 9 November is now linked to the two earlier ones. A statement will be taken at home, not at the station.',
  'Left a message: no update on the phone download yet. I asked for the name of the supervisor and was told to email.',
  'Officer explained why the first report was recorded as malicious communications. I asked for it to be reviewed as stalking, given four earlier reports.',
  'Told that the neighbour’s camera had been overwritten before anyone asked for it.',
  'Client’s new locks and the note under the door were shown and photographed. Officer agreed to add both to the file.',
  'Asked whether bail conditions cover the school. They do not. I asked for the request to go to the custody sergeant.',
]
const officers = ['PC A. Marsh', 'DC L. Pryce', 'PS T. Okell', 'PC R. Vane', 'DS M. Holloway']
const channels: Channel[] = ['phone', 'email', 'in-person', 'letter', 'online', 'text-message']
const promises = [
  'Call back with the crime reference',
  'Ask for the shop’s camera recording before it is overwritten',
  'Send the bail conditions in writing',
  'Arrange a video-recorded interview',
  'Ask a supervisor to review how it was recorded',
]

/** The contacts of the first case: promises kept, open and overdue, one in error, some with no exact date. */
export function contactsOfFirstCase(many = 46): PoliceContact[] {
  const contacts = Array.from({ length: many }, (_, index): PoliceContact => {
    const n = index + 1
    const promised = n % 3 === 0 ? null : (promises[n % promises.length] ?? null)
    const kept = n > 8 || n === 4
    return aContact(n, {
      when:
        n % 7 === 5
          ? { ...minute(`${dayBack(n * 4)}T00:00:00.000Z`), precision: n % 2 === 0 ? 'about' : 'day' }
          : minute(
              `${dayBack(n * 4 - 3)}T${String(9 + (n % 8)).padStart(2, '0')}:${n % 2 === 0 ? '15' : '40'}:00.000Z`,
            ),
      channel: channels[(n * 5) % channels.length] ?? 'phone',
      direction: n % 3 === 1 ? 'to-police' : 'from-police',
      officer: n % 6 === 0 ? known(null, 'not-asked') : known(officers[n % officers.length] ?? ''),
      collarNumber: n % 5 === 0 || n % 6 === 0 ? known(null, 'not-asked') : known(String(4100 + n)),
      reference: n % 4 === 3 ? null : `4326009${String(8800 + n)}`,
      said: said[index % said.length] ?? '',
      promised,
      promisedBy: promised === null || n === 5 ? null : dayBack(n < 3 ? -7 - n : n * 4 - 9),
      promiseKeptOn: promised !== null && kept ? dayBack(n * 4 - 11) : null,
      revision: n === 2 ? 3 : 1,
      updatedBy: n === 2 ? colleague : me,
    })
  })
  contacts.push(
    aContact(many + 1, {
      when: unknownWhen,
      officer: known(null, 'declined'),
      collarNumber: known(null, 'declined'),
      reference: null,
      said: 'Client remembers one visit in the spring. She does not know the day.',
    }),
  )
  contacts.push(
    aContact(many + 2, {
      said: 'Belongs to another case.',
      withdrawnReason: 'Recorded in the wrong case',
      revision: 2,
      updatedAt: at('2026-11-20T15:02:00.000Z'),
    }),
  )
  return contacts
}

const person = (n: number, change: Partial<Person>): Person => ({
  id: personId(n),
  caseId: caseId(1),
  name: '',
  alsoKnownAs: null,
  born: { value: null, missing: 'not-asked' },
  role: 'third-party',
  relationship: null,
  note: null,
  withdrawnReason: null,
  ...stamp,
  ...change,
})

/** Who is in the first case. */
export const peopleOfFirstCase = (): Person[] => [
  person(10, { name: aCase(1).clientName, role: 'client', born: { value: day('1991-05-12'), missing: null } }),
  person(11, {
    name: 'Morgan Tate',
    role: 'perpetrator',
    alsoKnownAs: 'Mo, m_tate88',
    relationship: 'Former partner',
    born: { value: day('1987-02-03'), missing: null },
    note: 'Drives a silver estate car. Works nights.',
  }),
  person(12, {
    name: 'Ivy',
    role: 'child',
    relationship: 'Daughter',
    born: { value: day('2018-09-30'), missing: null },
  }),
  person(13, {
    name: 'Lee Garside',
    role: 'third-party',
    relationship: 'Neighbour who saw the car',
    born: { value: null, missing: 'not-asked' },
  }),
  person(14, {
    name: 'Dr N. Farrant',
    role: 'professional',
    relationship: 'GP',
    born: { value: null, missing: 'not-asked' },
  }),
  person(15, { name: 'Lee Garsdie', role: 'third-party', withdrawnReason: 'Added twice' }),
]
