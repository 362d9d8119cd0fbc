import { addDays } from '../../../shared/kernel/uk-dates.ts'
import { useCall, usePages } from '../../lib/api.ts'
import { useToday } from '../../lib/today.ts'
import type { TodayPlace } from './today-place.ts'

/** What came of a hearing longer ago than that is asked for in its case alone. */
const outcomeDays = 180

/** Everything that the screen tells, each list by its first page. */
export function useTodayData({ ownerId }: TodayPlace) {
  const today = useToday()
  const asked = { today, ownerId }
  const short = { limit: 5 }
  const lists = {
    court: usePages('hearings.onDays', { from: today, to: today, ownerId, noOutcome: false }, { limit: 20 }),
    unsafe: usePages('today.unsafe', asked, short),
    tasks: usePages('tasks.listDue', { until: today, ownerId }, { limit: 8 }),
    promises: usePages('today.overduePromises', asked, short),
    nextCourt: usePages(
      'hearings.onDays',
      { from: addDays(today, 1), to: addDays(today, 7), ownerId, noOutcome: false },
      { limit: 10 },
    ),
    heard: usePages(
      'hearings.onDays',
      { from: addDays(today, -outcomeDays), to: addDays(today, -1), ownerId, noOutcome: true },
      short,
    ),
    unfinished: usePages('today.unfinished', {}, short),
  }
  const late = { until: addDays(today, -1), ownerId, page: { limit: 1, after: null } }
  const overdue = useCall('tasks.listDue', late, { keepPrevious: true })
  const orders = useCall('orders.dueSoon', asked, { keepPrevious: true })
  const all = Object.values(lists)
  return {
    ...lists,
    orders: orders.data?.rows ?? [],
    overdue: overdue.data?.total ?? 0,
    isPending: orders.isPending || all.some(({ isPending }) => isPending),
    isEmpty: all.every(({ total }) => total === 0) && orders.data?.rows.length === 0,
    error: orders.error ?? all.find(({ error }) => error !== null)?.error ?? null,
    readAgain: () => {
      void orders.refetch()
      for (const list of all) list.refetch()
    },
  }
}
