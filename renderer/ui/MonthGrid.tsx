import { Temporal } from 'temporal-polyfill'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { CalendarDay } from '../../shared/kernel/dates.ts'
import { showDayInFull } from '../../shared/kernel/uk-dates.ts'
import { IconButton } from './IconButton.tsx'

type MonthGridProps = { chosen: CalendarDay | null; today: CalendarDay; onChoose: (day: CalendarDay) => void }

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const steps: Record<string, Temporal.DurationLike> = {
  ArrowLeft: { days: -1 },
  ArrowRight: { days: 1 },
  ArrowUp: { days: -7 },
  ArrowDown: { days: 7 },
  PageUp: { months: -1 },
  PageDown: { months: 1 },
}

/** A month to pick a day from, by mouse or arrow keys. */
export function MonthGrid({ chosen, today, onChoose }: MonthGridProps) {
  const [at, setAt] = useState(() => Temporal.PlainDate.from(chosen ?? today))
  const active = useRef<HTMLButtonElement>(null)
  useEffect(() => active.current?.focus(), [at])
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (!step) return
    event.preventDefault()
    setAt(at.add(step))
  }
  const title = at.toLocaleString('en-GB', { month: 'long', year: 'numeric' })
  return (
    <div className="wm-month">
      <div className="wm-month-bar">
        <IconButton
          icon="chevron-left"
          label="Month before"
          size="small"
          onClick={() => setAt(at.add({ months: -1 }))}
        />
        <span aria-live="polite">{title}</span>
        <IconButton
          icon="chevron-right"
          label="Month after"
          size="small"
          onClick={() => setAt(at.add({ months: 1 }))}
        />
      </div>
      <table role="grid" aria-label={title} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            {weekdays.map(name => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(at).map(week => (
            <tr key={String(week[0])}>
              {week.map(date => {
                const day = CalendarDay.parse(date.toString())
                const here = date.equals(at)
                return (
                  <td key={day}>
                    <button
                      type="button"
                      ref={here ? active : undefined}
                      tabIndex={here ? 0 : -1}
                      data-autofocus={here || undefined}
                      aria-label={showDayInFull(day)}
                      aria-current={day === today ? 'date' : undefined}
                      aria-pressed={day === chosen}
                      data-outside={date.month !== at.month || undefined}
                      onClick={() => onChoose(day)}
                    >
                      {date.day}
                    </button>
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The weeks, Monday first, that a month touches. */
function weeksOf(at: Temporal.PlainDate): Temporal.PlainDate[][] {
  const first = at.with({ day: 1 })
  const start = first.subtract({ days: first.dayOfWeek - 1 })
  const count = Math.ceil((first.dayOfWeek - 1 + first.daysInMonth) / 7)
  return Array.from({ length: count }, (_, week) =>
    Array.from({ length: 7 }, (__, day) => start.add({ days: week * 7 + day })),
  )
}
