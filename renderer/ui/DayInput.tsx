import './day-fields.css'
import { Popover } from '@mantine/core'
import { useRef, useState } from 'react'
import type { CalendarDay } from '../../shared/kernel/dates.ts'
import { parseDay, showDay, showDayInFull } from '../../shared/kernel/uk-dates.ts'
import { ago } from '../../shared/wording/when.ts'
import { IconButton } from './IconButton.tsx'
import { MonthGrid } from './MonthGrid.tsx'

type DayInputProps = {
  id: string
  label: string
  text: string
  today: CalendarDay
  describedBy: string | undefined
  invalid: boolean | undefined
  disabled?: boolean | undefined
  autoFocus?: boolean | undefined
  labelledBy?: string | undefined
  onText: (text: string) => void
  onBlur?: (() => void) | undefined
}

/** A box for a typed day, with a month to pick from beside it. */
export function DayInput({
  id,
  label,
  text,
  today,
  describedBy,
  invalid,
  disabled,
  autoFocus,
  labelledBy,
  onText,
  onBlur,
}: DayInputProps) {
  const [open, setOpen] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const close = () => {
    setOpen(false)
    input.current?.focus()
  }
  return (
    <span className="wm-day-input">
      <input
        id={id}
        ref={input}
        className="wm-input"
        value={text}
        disabled={disabled}
        autoFocus={autoFocus}
        data-autofocus={autoFocus}
        autoComplete="off"
        spellCheck={false}
        aria-labelledby={labelledBy}
        aria-describedby={describedBy}
        aria-invalid={invalid}
        onChange={event => onText(event.currentTarget.value)}
        onBlur={onBlur}
      />
      <Popover
        opened={open}
        onChange={setOpen}
        onDismiss={close}
        position="bottom-end"
        trapFocus
        classNames={{ dropdown: 'wm-month-popover' }}
      >
        <Popover.Target>
          <IconButton
            icon="calendar"
            label={`Choose from a calendar: ${label}`}
            disabled={disabled ?? false}
            onClick={() => setOpen(!open)}
          />
        </Popover.Target>
        <Popover.Dropdown aria-label={label}>
          <MonthGrid
            chosen={parseDay(text, today)}
            today={today}
            onChoose={day => {
              onText(showDay(day))
              close()
            }}
          />
        </Popover.Dropdown>
      </Popover>
    </span>
  )
}

/** What a typed day was understood as: "Tuesday 24 Nov 2026, in 3 days". Null for nothing typed. */
export function understoodDay(text: string, today: CalendarDay): { day: CalendarDay | null; words: string } | null {
  if (text.trim() === '') return null
  const day = parseDay(text, today)
  if (day === null) return { day, words: 'Not a date yet. Type it like 24/11/26 or 24 Nov 2026' }
  return { day, words: `${showDayInFull(day)}, ${ago(day, today)}` }
}
