import { ContactDraft, type AttemptOutcome } from '../../../shared/features/contacts.ts'
import type { CalendarDay, Instant } from '../../../shared/kernel/dates.ts'
import { contactHandlers } from '../contacts/contacts.service.ts'
import { attemptNotes, checkIns, intake, notes, professionals, unsafeNotes } from './contact-words.ts'
import { deckOf } from './random.ts'
import { afterwards, asOf, dayAgo, minute, say, someTime, weekday, type InCase } from './telling.ts'

type Answers = Partial<Omit<ContactDraft, 'when'>>
/** Writes one entry of the advocate's own log, soon after. Texts are put into the words for these people. */
function tell(within: InCase, at: Instant, answers: Answers): void {
  const texts = ['clientSaid', 'observed', 'othersSaid', 'opinion', 'safelyNote'] as const
  const said = Object.fromEntries(
    texts.map(name => {
      const text = answers[name] ?? null
      return [name, text === null ? null : say(within, text)]
    }),
  )
  const contact = ContactDraft.parse({
    ...{ channel: null, direction: null, withWhom: null, withName: null, outcome: null, safely: null, minutes: null },
    ...{ ...answers, ...said, when: minute(at) },
  })
  contactHandlers['contacts.record'](asOf(within, afterwards(within, at, 3)), { caseId: within.caseId, contact })
}

const toClient = { direction: 'to', withWhom: 'client', safely: 'yes' } as const
const byPhone = { channel: 'phone', ...toClient } as const

export function tellIntake(within: InCase, ago: number): void {
  const { random } = within
  const at = someTime(random, weekdayFor(within, ago), [10, 15])
  const channel = random.pick(['phone', 'in-person', 'in-person', 'video'] as const)
  tell(within, at, { entry: 'contact', ...toClient, channel, ...random.pick(intake) })
}

export function tellAttempt(
  within: InCase,
  ago: number,
  outcome: Extract<AttemptOutcome, keyof typeof attemptNotes>,
): void {
  const { random } = within
  const note = random.pick(attemptNotes[outcome])
  const at = someTime(random, weekdayFor(within, ago), [10, 14])
  const account = outcome === 'declined' ? { clientSaid: note } : { observed: note }
  tell(within, at, { entry: 'attempt', ...byPhone, outcome, ...account })
}

/** A call that had to be broken off. */
export function tellUnsafeCall(within: InCase, ago: number): void {
  const { random } = within
  const at = someTime(random, weekdayFor(within, ago), [10, 16])
  tell(within, at, { entry: 'contact', ...byPhone, safely: 'no', ...random.pick(unsafeNotes), minutes: 2 })
}

/** Deals the everyday entries of one case, none twice before all have been told. */
export function diaryOf(within: InCase): (ago: number) => void {
  const { random } = within
  const decks = { client: deckOf(random, checkIns), other: deckOf(random, professionals), note: deckOf(random, notes) }
  const any = () => true
  return ago => {
    const at = someTime(random, weekdayFor(within, ago), [9, 18])
    const what = random.pick(['client', 'client', 'client', 'other', 'note'] as const)
    if (what === 'note') return tell(within, at, { entry: 'note', ...decks.note.deal(any) })
    if (what === 'other') {
      const exchange = {
        direction: random.pick(['to', 'from'] as const),
        channel: random.pick(['phone', 'email'] as const),
      }
      return tell(within, at, { entry: 'contact', ...exchange, ...decks.other.deal(any) })
    }
    const direction = random.pick(['to', 'to', 'from'] as const)
    tell(within, at, { entry: 'contact', ...byPhone, direction, ...decks.client.deal(any) })
  }
}

/** A working day around so many days ago: the office is closed at weekends. */
function weekdayFor(within: InCase, ago: number): CalendarDay {
  return weekday(dayAgo(within, ago), 'earlier')
}
