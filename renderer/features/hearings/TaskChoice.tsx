import type { CalendarDay } from '../../../shared/kernel/dates.ts'
import { showDay } from '../../../shared/kernel/uk-dates.ts'
import { taskDueDay, tasksForHearing, type HearingTaskRule } from '../../../shared/rules/hearing-tasks.ts'
import { offsetDay } from '../../../shared/rules/working-days.ts'
import { noDueDayWords, offsetWords } from '../../../shared/wording/hearings.ts'
import { useToday } from '../../lib/today.ts'
import { ChecksField } from '../../ui/ChecksField.tsx'
import { FormSection } from '../../ui/Form.tsx'

type ChoiceProps = {
  kind: string | null
  day: CalendarDay | null
  skip: readonly string[]
  onSkip: (skip: string[]) => void
}

/** The tasks that a hearing brings, all ticked until somebody says otherwise. */
export function TaskChoice({ kind, day, skip, onSkip }: ChoiceProps) {
  const today = useToday()
  if (kind === null || day === null) return null
  const rules = tasksForHearing(kind, day, today)
  if (rules.length === 0) return null
  const wanted = rules.map(({ id }) => id).filter(id => !skip.includes(id))
  return (
    <FormSection
      title="Tasks that come with it"
      hint="Usual preparation, in our own words: the court’s directions come first. Due days follow the hearing when it moves."
    >
      <ChecksField
        label="Add these tasks"
        options={rules.map(rule => ({ value: rule.id, label: rule.title, hint: dueHint(rule, day, today) }))}
        value={wanted}
        onChange={chosen => onSkip(rules.map(({ id }) => id).filter(id => !chosen.includes(id)))}
      />
    </FormSection>
  )
}

function dueHint({ offset }: HearingTaskRule, day: CalendarDay, today: CalendarDay): string {
  const due = taskDueDay(offset, day, today)
  if (due === null) return noDueDayWords
  const counted = offsetDay(day, offset)
  const late = counted.known && counted.day < today
  return late
    ? `${capital(offsetWords(offset))} has passed: due today`
    : `${capital(offsetWords(offset))}: ${showDay(due)}`
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
