import { IncidentDraft } from '../../../shared/features/incidents.ts'
import type { CalendarDay, Instant } from '../../../shared/kernel/dates.ts'
import type { EventId } from '../../../shared/kernel/ids.ts'
import { incidentHandlers } from '../incidents/incidents.service.ts'
import { deckOf } from './random.ts'
import { storiesOfContact } from './stories-of-contact.ts'
import { storiesOfHarm, witnesses } from './stories-of-harm.ts'
import { storiesOfWatching } from './stories-of-watching.ts'
import { suits, type Stage, type Story } from './story.ts'
import { about, afterwards, asOf, dayAgo, minute, missing, say, someTime, value, type InCase } from './telling.ts'

const stories: readonly Story[] = [...storiesOfContact, ...storiesOfWatching, ...storiesOfHarm]

/** What happened, before it is written down. */
export type Planned = {
  at: Instant
  day: CalendarDay
  ago: number
  story: Story
  /** Null: not reported. */
  reportedIn: { on: CalendarDay; reference: string | null } | null
  breach: boolean
}

/**
 * So many incidents, oldest first: closer together towards today, and worse. It began before the case was opened; what was
 * before is told at the first meetings.
 */
export function planIncidents(within: InCase, count: number): Planned[] {
  const { random, cast, span } = within
  const deck = deckOf(random, stories)
  const whole = span + random.whole(15, 90)
  return Array.from({ length: count }, () => random.part() ** 0.65)
    .toSorted((one, other) => one - other)
    .map(time => {
      const worst = Math.min(4, 1 + Math.floor(time * 4.4))
      const fits = (found: Story) => suits(found, cast) && found.stage <= worst && found.stage >= worst - 2
      return planned(within, Math.max(1, Math.round(whole * (1 - time))), deck.deal(fits))
    })
    .toSorted(byTime)
}

/** One incident of a kind that has this code, so many days ago. */
export const planPinned = (within: InCase, ago: number, code: string): Planned => {
  const fits = (story: Story) => suits(story, within.cast) && story.behaviours.includes(code)
  return planned(within, ago, deckOf(within.random, stories).deal(fits))
}

export const byTime = (one: Planned, other: Planned): number => (one.at < other.at ? -1 : 1)

function planned(within: InCase, ago: number, story: Story): Planned {
  const day = dayAgo(within, ago)
  const at = someTime(within.random, day, story.hours ?? [7, 20])
  return { at, day, ago, story: toldStory(within, story), reportedIn: null, breach: false }
}

/** The story in the words for these people. */
function toldStory(within: InCase, story: Story): Story {
  const { clientSaid, observed, othersSaid, opinion } = story
  return {
    ...story,
    clientSaid: say(within, clientSaid),
    ...(observed === undefined ? {} : { observed: say(within, observed) }),
    ...(othersSaid === undefined ? {} : { othersSaid: say(within, othersSaid) }),
    ...(opinion === undefined ? {} : { opinion: say(within, opinion) }),
  }
}

export const worstOf = (incidents: readonly Planned[]): Stage =>
  incidents.reduce<Stage>((worst, { story }) => (story.stage > worst ? story.stage : worst), 1)

/** What an order forbids by this: going somewhere, or contact. */
export const breachCode = ({ behaviours }: Story): string =>
  behaviours.some(code => code.startsWith('SURVEILLANCE-') || code === 'CONTACT-IN-PERSON')
    ? 'ORDERS-ATTENDANCE'
    : 'ORDERS-CONTACT'

/** Writes it down, on the same day or the next. */
export function tellIncident(within: InCase, one: Planned): EventId {
  const { random, caseId } = within
  const { at, day, story, reportedIn, breach } = one
  const exact = breach || reportedIn !== null || random.chance(0.8)
  const incident = IncidentDraft.parse({
    when: exact ? minute(at) : about(day),
    place: story.place ?? null,
    behaviours: breach ? [...story.behaviours, breachCode(story)] : story.behaviours,
    clientSaid: story.clientSaid,
    observed: story.observed ?? null,
    othersSaid: story.othersSaid ?? null,
    opinion: story.opinion ?? null,
    impact: random.chance(0.45) ? say(within, within.impacts.deal()) : null,
    fear: random.chance(0.75) ? value(fearAt(within, story.stage)) : missing('not-asked'),
    witnesses: story.othersSaid !== undefined && random.chance(0.4) ? say(within, random.pick(witnesses)) : null,
    source: 'client',
    reported: reportedIn ? 'yes' : random.pick(['no', 'no', 'no', 'unknown', 'not-asked']),
    reportedOn: reportedIn?.on ?? null,
    reference: reportedIn?.reference ?? null,
    orderBreached: breach ? 'yes' : random.pick(['no', 'no', 'not-asked']),
    links: [],
    finished: true,
  })
  const now = afterwards(within, reportedIn ? someTime(random, reportedIn.on, [18, 22]) : at)
  return incidentHandlers['incidents.record'](asOf(within, now > at ? now : at), { caseId, incident }).id
}

const fearAt = ({ random }: InCase, stage: Stage) =>
  random.pick((['some', 'some', 'a-lot', 'a-lot', 'terrified'] as const).slice(stage - 1, stage + 1))

/** A few words written down on the phone, to be completed. */
export function tellCapture(within: InCase, ago: number, words: string): EventId {
  const at = someTime(within.random, dayAgo(within, ago), [8, 21])
  const incident = IncidentDraft.parse({
    ...{ when: minute(at), place: null, behaviours: [], clientSaid: say(within, words) },
    ...{ observed: null, othersSaid: null, opinion: null, impact: null, fear: missing('not-asked'), witnesses: null },
    ...{ source: 'client', reported: 'not-asked', reportedOn: null, reference: null },
    ...{ orderBreached: 'not-asked', links: [], finished: false },
  })
  return incidentHandlers['incidents.record'](asOf(within, at), { caseId: within.caseId, incident }).id
}
