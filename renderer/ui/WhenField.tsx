import './day-fields.css'
import { london, type CalendarDay, type Instant } from '../../shared/kernel/dates.ts'
import type { Precision } from '../../shared/kernel/event.ts'
import { momentsOf, parseDay, parseTime, zoneWord } from '../../shared/kernel/uk-dates.ts'
import { precisionWords } from '../../shared/wording/when.ts'
import { todayIn } from '../lib/today.ts'
import { Understood } from './DayField.tsx'
import { DayInput, understoodDay } from './DayInput.tsx'
import { Question, type FieldIds, type FieldProps } from './Field.tsx'
import { understoodTime } from './TimeField.tsx'
import type { WhenTyped } from './typed-dates.ts'
import { ZoneChoice } from './ZoneChoice.tsx'

type WhenFieldProps = Omit<FieldProps<WhenTyped>, 'optional' | 'value'> & {
  value?: WhenTyped
  today?: CalendarDay | undefined
  /** Leave out what makes no sense: a hearing has no "about". Only one: there is nothing to choose. */
  precisions?: readonly Precision[] | undefined
  /** It may have been where clocks show another time. */
  anyZone?: boolean | undefined
}

const all: readonly Precision[] = ['minute', 'day', 'about', 'range', 'unknown']

/** When something happened, as exactly as anyone knows. */
export function WhenField({ value, onChange, precisions = all, anyZone = false, ...props }: WhenFieldProps) {
  if (value === undefined) return null // before the form has its draft
  const today = props.today ?? todayIn(value.zone)
  const set = (change: Partial<WhenTyped>) => onChange?.({ ...value, which: null, ...change })
  const twice = ambiguousMoments(value, today)
  return (
    <Question {...props} group note={noteOf(value, today)}>
      {ids => (
        <>
          {precisions.length > 1 && (
            <div className="wm-segments" role="radiogroup" aria-label="How exactly is it known">
              {precisions.map(precision => (
                <label key={precision} className="wm-choice">
                  <input
                    type="radio"
                    name={`${ids.control}-precision`}
                    checked={value.precision === precision}
                    disabled={props.disabled}
                    onChange={() => set({ precision })}
                  />
                  <span className="wm-choice-words">{precisionWords[precision]}</span>
                </label>
              ))}
            </div>
          )}
          <WhenParts
            value={value}
            ids={ids}
            today={today}
            set={set}
            disabled={props.disabled}
            autoFocus={props.autoFocus}
          />
          {(anyZone || value.zone !== london) && value.precision === 'minute' && (
            <ZoneChoice
              id={`${ids.control}-zone`}
              zone={value.zone}
              disabled={props.disabled}
              onChange={zone => set({ zone })}
            />
          )}
          {twice.length > 1 && (
            <WhichOfTwo
              moments={twice}
              value={value}
              name={`${ids.control}-which`}
              onChoose={which => set({ which })}
            />
          )}
        </>
      )}
    </Question>
  )
}

type PartsProps = {
  value: WhenTyped
  ids: FieldIds
  today: CalendarDay
  set: (change: Partial<WhenTyped>) => void
  disabled: boolean | undefined
  autoFocus: boolean | undefined
}

function WhenParts({ value, ids, today, set, disabled, autoFocus }: PartsProps) {
  const { precision, day, time, untilDay } = value
  if (precision === 'unknown') return null
  const dayInvalid = ids.invalid && (parseDay(day, today) === null || undefined)
  const untilInvalid = ids.invalid && (parseDay(untilDay, today) === null || dayInvalid === undefined || undefined)
  const dayLabel = precision === 'range' ? 'First day' : 'Date'
  const shared = { today, describedBy: ids.describedBy, disabled }
  return (
    <div className="wm-when">
      <div>
        <label htmlFor={ids.control}>{dayLabel}</label>
        <DayInput
          {...shared}
          id={ids.control}
          label={dayLabel}
          text={day}
          invalid={dayInvalid}
          autoFocus={autoFocus}
          onText={text => set({ day: text })}
        />
      </div>
      {precision === 'minute' && (
        <div>
          <label htmlFor={`${ids.control}-time`}>Time</label>
          <input
            id={`${ids.control}-time`}
            className="wm-input"
            data-width="short"
            value={time}
            disabled={disabled}
            autoComplete="off"
            spellCheck={false}
            aria-describedby={ids.describedBy}
            aria-invalid={ids.invalid && (dayInvalid === undefined || undefined)}
            onChange={event => set({ time: event.currentTarget.value })}
          />
        </div>
      )}
      {precision === 'range' && (
        <div>
          <label htmlFor={`${ids.control}-until`}>Last day</label>
          <DayInput
            {...shared}
            id={`${ids.control}-until`}
            label="Last day"
            text={untilDay}
            invalid={untilInvalid}
            onText={text => set({ untilDay: text })}
          />
        </div>
      )}
    </div>
  )
}

function ambiguousMoments({ precision, day, time, zone }: WhenTyped, today: CalendarDay): Instant[] {
  const parsedDay = parseDay(day, today)
  const parsedTime = parseTime(time)
  return precision === 'minute' && parsedDay && parsedTime ? momentsOf(parsedDay, parsedTime, zone) : []
}

type WhichProps = { moments: Instant[]; value: WhenTyped; name: string; onChoose: (which: 'first' | 'second') => void }

function WhichOfTwo({ moments, value, name, onChoose }: WhichProps) {
  const time = parseTime(value.time) ?? ''
  const zoneOf = (at: number): string => {
    const moment = moments.at(at)
    return moment === undefined ? '' : zoneWord(moment, value.zone)
  }
  return (
    <fieldset className="wm-which">
      <legend>Clocks went back that night, so {time} came twice. Which one?</legend>
      {(['first', 'second'] as const).map((which, index) => (
        <label key={which} className="wm-choice">
          <input type="radio" name={name} checked={value.which === which} onChange={() => onChoose(which)} />
          <span className="wm-choice-words">
            The {which} {time} ({zoneOf(index)})
          </span>
        </label>
      ))}
    </fieldset>
  )
}

function noteOf(value: WhenTyped, today: CalendarDay) {
  if (value.precision === 'unknown') return null
  const day = understoodDay(value.day, today)
  const until = value.precision === 'range' ? understoodDay(value.untilDay, today) : null
  const time = value.precision === 'minute' ? understoodTime(value.time) : null
  const noTime = value.precision === 'minute' && value.time.trim() === '' && day?.day
  const parts = [day?.words, until?.words, time?.words].filter(part => part !== undefined)
  const unsure = day?.day === null || until?.day === null || time?.known === false
  return (
    <Understood words={[...parts, ...(noTime ? ['no time: kept as the day only'] : [])].join(' · ')} unsure={unsure} />
  )
}
