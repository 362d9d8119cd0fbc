import type { BundleDraft } from '../../../shared/features/bundles.ts'
import type { Hearing } from '../../../shared/features/hearings.ts'
import { london, type CalendarDay } from '../../../shared/kernel/dates.ts'
import { dayOf, showDay } from '../../../shared/kernel/uk-dates.ts'
import { hearingTitle } from '../../../shared/wording/hearings.ts'

export type HearingNews = {
  /** A few words, for the bar. */
  short: string
  title: string
  words: string
  /** What the bundle would say instead; null: somebody has to look. */
  take: { hearing: Hearing; day: CalendarDay } | null
}
type Said = Pick<BundleDraft, 'hearingId' | 'hearingDay' | 'court'>
type Known = { hearings: readonly Hearing[]; today: CalendarDay }

const dayIn = ({ when }: Hearing): CalendarDay | null => (when.from === null ? null : dayOf(when.from, london))
const isThat = ({ withdrawnReason }: Hearing): boolean => withdrawnReason === null
const listed = (hearing: Hearing, day: CalendarDay): string => `${hearingTitle(hearing)}, ${showDay(day)}`

/** What has become of the hearing that a bundle is for since its day was written down. Null: nothing that is known. */
export function newsOfHearing(said: Said, known: Known): HearingNews | null {
  if (said.hearingId === null) return said.hearingDay === null ? null : newsOfDay(said, said.hearingDay, known)
  const own = known.hearings.find(({ id }) => id === said.hearingId)
  const day = own ? dayIn(own) : null
  if (!own || day === null) return null
  if (!isThat(own)) return newsOfError(said, known)
  if (day !== said.hearingDay) return moved(said, own, day)
  return day < known.today ? newsOfNext(own, known) : null
}

const moved = ({ hearingDay }: Said, hearing: Hearing, day: CalendarDay): HearingNews => ({
  short: hearingDay === null ? 'No day of the hearing' : 'The hearing is on another day',
  title: `The hearing is on ${showDay(day)}`,
  words: `${hearingTitle(hearing)}. The bundle ${hearingDay === null ? 'gives no day' : `would print ${showDay(hearingDay)}`}.`,
  take: { hearing, day },
})

function newsOfNext({ next }: Hearing, { hearings, today }: Known): HearingNews | null {
  const hearing = hearings.find(({ id }) => id === next?.id)
  const day = hearing ? dayIn(hearing) : null
  if (!hearing || day === null || day < today) return null
  return {
    short: 'The hearing is past',
    title: 'The hearing that this bundle is for is past',
    words: `The one that follows: ${listed(hearing, day)}. Check court and case number, too.`,
    take: { hearing, day },
  }
}

function newsOfError(said: Said, known: Known): HearingNews {
  return {
    short: 'Hearing entered in error',
    title: 'The hearing that this bundle is for was entered in error',
    words: 'Check the day, the court and the case number.',
    take: nextAt(said, known),
  }
}

/** A day of nobody's hearing counts only where the case has another at the same court: that court's own may not be recorded. */
function newsOfDay(said: Said, bundleDay: CalendarDay, known: Known): HearingNews | null {
  if (bundleDay < known.today || known.hearings.some(one => isThat(one) && dayIn(one) === bundleDay)) return null
  const take = nextAt(said, known)
  if (!take) return null
  return {
    short: 'No hearing on that day',
    title: `No hearing of this case is on ${showDay(bundleDay)}`,
    words: `The next at this court: ${listed(take.hearing, take.day)}.`,
    take,
  }
}

function nextAt({ court }: Said, { hearings, today }: Known): HearingNews['take'] {
  for (const hearing of hearings) {
    const day = dayIn(hearing)
    if (isThat(hearing) && day !== null && day >= today && hearing.court === court) return { hearing, day }
  }
  return null
}
