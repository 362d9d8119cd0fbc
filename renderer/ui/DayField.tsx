import { london, type CalendarDay } from '../../shared/kernel/dates.ts'
import { todayIn } from '../lib/today.ts'
import { DayInput, understoodDay } from './DayInput.tsx'
import { Question, type FieldProps } from './Field.tsx'

type DayFieldProps = FieldProps<string | null> & {
  /** For tests and records of another day; the clock's otherwise. */
  today?: CalendarDay | undefined
}

/** A day, typed as people here type it. Says back in words what it understood. */
export function DayField(props: DayFieldProps) {
  const { value, onChange, optional = false, today = todayIn(london) } = props
  const text = value ?? ''
  const understood = understoodDay(text, today)
  return (
    <Question {...props} note={<Understood words={understood?.words} unsure={understood?.day === null} />}>
      {ids => (
        <DayInput
          id={ids.control}
          label={props.label}
          text={text}
          today={today}
          describedBy={ids.describedBy}
          invalid={ids.invalid}
          disabled={props.disabled}
          autoFocus={props.autoFocus}
          data-autofocus={props.autoFocus}
          onText={next => onChange?.(optional && next === '' ? null : next)}
          onBlur={props.onBlur}
        />
      )}
    </Question>
  )
}

/** What was understood, said aloud as it changes. */
export function Understood({ words, unsure = false }: { words: string | undefined; unsure?: boolean }) {
  return (
    <span aria-live="polite" className="wm-understood" data-unsure={unsure || undefined}>
      {words}
    </span>
  )
}
