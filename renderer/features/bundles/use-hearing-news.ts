import type { CaseId } from '../../../shared/kernel/ids.ts'
import { parseDay, showDay } from '../../../shared/kernel/uk-dates.ts'
import { usePages } from '../../lib/api.ts'
import { useToday } from '../../lib/today.ts'
import type { BundleForm } from './BundleFacts.tsx'
import { newsOfHearing, type HearingNews } from './hearing-news.ts'

const filter = { show: 'all', withdrawn: true } as const
export type News = Omit<HearingNews, 'take'> & { day: string | null; take: () => void }

/** What the bundle on screen should be told of its hearing, and how it takes that over. */
export function useHearingNews(form: BundleForm, caseId: CaseId): News | null {
  const today = useToday()
  const { rows: hearings } = usePages('hearings.listForCase', { caseId, filter, today })
  const { hearingId, hearingDay, court } = form.getValues()
  const said = { hearingId, court, hearingDay: hearingDay === null ? null : parseDay(hearingDay, today) }
  // A day that can't be read has its own sentence beside its field.
  const news = hearingDay !== null && said.hearingDay === null ? null : newsOfHearing(said, { hearings, today })
  if (!news) return null
  const { take, ...words } = news
  return {
    ...words,
    day: take && showDay(take.day),
    take() {
      if (!take) return
      form.setFieldValue('hearingId', take.hearing.id)
      form.setFieldValue('hearingDay', showDay(take.day))
    },
  }
}
