import type { NewIdentifier } from '../../../shared/features/identifiers.ts'
import type { PersonDraft } from '../../../shared/features/people.ts'
import type { SafeContactPlan } from '../../../shared/features/safe-contact.ts'
import { CalendarDay, ClockTime, type Instant } from '../../../shared/kernel/dates.ts'
import type { IdentifierId, PersonId } from '../../../shared/kernel/ids.ts'
import { identifierHandlers } from '../identifiers/identifiers.service.ts'
import { peopleHandlers } from '../people/people.service.ts'
import { safeContactHandlers } from '../safe-contact/safe-contact.service.ts'
import { address, email, landline, mobile, vehicle } from './invented.ts'
import type { Random } from './random.ts'
import { asOf, missing, sayOr, value, type InCase } from './telling.ts'

const born = (random: Random, from: number, to: number) =>
  random.chance(0.7)
    ? value(
        CalendarDay.parse(
          `${String(random.whole(from, to))}-0${String(random.whole(1, 9))}-${String(random.whole(10, 28))}`,
        ),
      )
    : missing(random.pick(['unknown', 'not-asked'] as const))

/** The suspect, who is known from the first day, and whoever else belongs to the case. Answers the suspect's id. */
export function tellPeople(within: Omit<InCase, 'suspectId'>): PersonId {
  const { random, cast, caseId } = within
  const tx = asOf(within, within.opened)
  const add = (person: PersonDraft): PersonId => peopleHandlers['people.add'](tx, { caseId, person }).id
  const plain = { alsoKnownAs: null, note: null }
  const suspectId = add({
    ...{ ...plain, name: cast.suspect.name, role: 'perpetrator', relationship: cast.relationWords },
    born: cast.relation === 'met' ? missing('unknown') : born(random, 1962, 2003),
  })
  for (const name of cast.children)
    add({ ...plain, name, role: 'child', relationship: 'Child of the client', born: born(random, 2011, 2022) })
  if (cast.witness !== null)
    add({ ...plain, name: cast.witness, role: 'witness', relationship: 'Neighbour', born: missing('not-asked') })
  return suspectId
}

/** What each can be reached or recognised by. Answers the number that the client may be rung on. */
export function tellIdentifiers(within: InCase): IdentifierId {
  const { random, cast, clientId, suspectId } = within
  const tx = asOf(within, within.opened)
  const add = (personId: PersonId, identifier: NewIdentifier): IdentifierId =>
    identifierHandlers['identifiers.add'](tx, { personId, identifier }).id
  const secret = { confidential: true, doNotUse: false }
  const open = { confidential: false, doNotUse: false }
  const own = add(clientId, { ...secret, kind: 'phone', value: mobile(random), label: 'own mobile' })
  add(clientId, { ...secret, kind: 'address', value: address(random), label: 'home' })
  if (random.chance(0.5))
    add(clientId, { ...secret, kind: 'phone', value: landline(random), label: 'work, direct line' })
  if (random.chance(0.35))
    add(clientId, {
      confidential: true,
      doNotUse: true,
      kind: 'phone',
      value: mobile(random),
      label: 'old number, read by the suspect',
    })
  if (random.chance(0.4))
    add(clientId, { ...secret, kind: 'email', value: email(random, cast.client.name), label: 'new, made for this' })
  if (random.chance(0.6)) add(suspectId, { ...open, kind: 'phone', value: mobile(random), label: 'rings from' })
  if (random.chance(0.4)) add(suspectId, { ...open, kind: 'vehicle', value: vehicle(random), label: null })
  return own
}

const scripts = ['“It is the library, your book is in.”', '“It is about the parcel, no need to ring back.”', null]
/** How the client may be reached, gone through with them at a moment. */
export function tellSafeContact(within: InCase, phone: IdentifierId, confirmed: Instant): void {
  const { random, cast, clientId } = within
  const day = { identifierId: phone, from: ClockTime.parse(random.pick(['09:30', '10:00', '12:30'])) }
  const voicemail = random.pick(['yes', 'no', 'no', 'not-asked'] as const)
  const plan: SafeContactPlan = {
    askFor: sayOr(within, random.pick([null, 'The office', 'Nobody by name: {she} answers with the code word'])),
    codeWord: random.pick(['the library book', 'the green coat', 'the recipe', 'the choir list', 'Tuesday’s delivery']),
    whoMayAnswer: random.pick([
      null,
      'Nobody else. If another voice answers: wrong number.',
      'A sister may answer and knows.',
    ]),
    windows: [
      {
        ...day,
        days: random.pick([
          [1, 2, 3, 4, 5],
          [2, 4],
          [1, 3, 5],
        ]),
        to: ClockTime.parse('14:30'),
      },
    ],
    ...{ voicemail, voicemailScript: voicemail === 'yes' ? random.pick(scripts) : null },
    ...{ text: random.pick(['yes', 'no', 'no']), email: random.pick(['yes', 'no', 'not-asked']) },
    ...{
      emailWatched: random.pick(['yes', 'no', 'not-asked']),
      post: 'no',
      withheldNumber: random.pick(['yes', 'no']),
    },
    interpreter: random.chance(0.12) ? 'Needed. No family member, and nobody from the same town.' : null,
    sharedDevices: cast.relation === 'partner' ? 'The tablet is shared with the children.' : null,
    ...{ otherContact: null, doctor: null, note: null, confirmEveryDays: 28 },
  }
  safeContactHandlers['safeContact.save'](asOf(within, confirmed), { personId: clientId, revision: 0, plan })
}
