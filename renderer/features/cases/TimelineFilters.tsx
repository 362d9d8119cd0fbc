import { useState } from 'react'
import type { TimelineCounts } from '../../../shared/features/events.ts'
import { CalendarDay } from '../../../shared/kernel/dates.ts'
import { EventKind } from '../../../shared/kernel/event.ts'
import { addDays } from '../../../shared/kernel/uk-dates.ts'
import { eventKindWords, fileWords, spanWords } from '../../../shared/wording/events.ts'
import { useToday } from '../../lib/today.ts'
import { useTypedText } from '../../lib/typed-text.ts'
import { FilterSelect, FilterToggle } from '../../ui/FilterChips.tsx'
import { focusList } from '../../ui/list-focus.ts'
import { SearchBox } from '../../ui/SearchBox.tsx'
import { Toolbar } from '../../ui/Toolbar.tsx'
import type { TimelinePlace } from './timeline-place.ts'
import { TimelineSpan } from './TimelineSpan.tsx'

const police: EventKind[] = ['police-contact', 'police-report']
const breaches: EventKind[] = ['breach']
const same = (one: readonly EventKind[], other: readonly EventKind[]): boolean =>
  one.length === other.length && one.every(kind => other.includes(kind))

type FiltersProps = { place: TimelinePlace; counts: TimelineCounts | undefined }

/** What narrows the timeline. Each choice says how many records it would list, the others being what they are. */
export function TimelineFilters({ place, counts }: FiltersProps) {
  const { filter, change } = place
  const [text, setText] = useTypedText(filter.text, words => change({ text: words }))
  const only = (label: string, kinds: EventKind[]) => (
    <FilterToggle
      label={label}
      on={same(filter.kinds, kinds)}
      onChange={on => change({ kinds: on ? kinds : [] })}
      count={counts && kinds.reduce((sum, kind) => sum + counts.kinds[kind], 0)}
    />
  )
  return (
    <Toolbar label="Timeline">
      <SearchBox
        label="Find in the timeline"
        placeholder="Words in this case"
        value={text}
        onChange={setText}
        shortcut="/"
        onArrowDown={focusList}
      />
      {only('Police only', police)}
      {only('Breaches only', breaches)}
      <KindFilter place={place} counts={counts} />
      <SpanFilter place={place} />
      <FilterSelect
        label="Files"
        options={(['any', 'with', 'without'] as const).map(value => ({
          value: value === 'any' ? null : value,
          label: fileWords[value],
          count: counts?.file[value],
        }))}
        value={filter.file === 'any' ? null : filter.file}
        onChange={value => change({ file: value === 'with' || value === 'without' ? value : 'any' })}
      />
    </Toolbar>
  )
}

/** One kind of record, or any; more than one is chosen by the buttons beside it. */
function KindFilter({ place, counts }: FiltersProps) {
  const { kinds } = place.filter
  const [first] = kinds
  return (
    <FilterSelect
      label="Kind"
      options={[
        { value: null, label: kinds.length > 1 ? 'Several kinds' : 'Any kind' },
        ...EventKind.options.map(kind => ({ value: kind, label: eventKindWords[kind], count: counts?.kinds[kind] })),
      ]}
      value={kinds.length === 1 && first ? first : null}
      onChange={value => place.change({ kinds: value === null ? [] : [EventKind.parse(value)] })}
    />
  )
}

const presets = [
  { days: 30, label: 'Last 30 days' },
  { days: 90, label: 'Last 90 days' },
  { days: 365, label: 'Last 12 months' },
] as const
const own = 'own'

/** A usual span of days, or any that is typed. */
function SpanFilter({ place }: { place: TimelinePlace }) {
  const { from, to } = place.filter
  const today = useToday()
  const [asking, setAsking] = useState(false)
  const usual = presets.map(({ days, label }) => ({ value: addDays(today, -days), label }))
  const isUsual = to === null && (from === null || usual.some(({ value }) => value === from))
  const choose = (value: string | null) => {
    if (value === own) setAsking(true)
    else place.change({ from: value === null ? null : CalendarDay.parse(value), to: null })
  }
  return (
    <>
      <FilterSelect
        label="When"
        options={[
          { value: null, label: 'Any time' },
          ...usual,
          ...(isUsual ? [] : [{ value: 'shown', label: spanWords(from, to) }]),
          { value: own, label: 'Choose days…' },
        ]}
        value={isUsual ? from : 'shown'}
        onChange={value => value !== 'shown' && choose(value)}
      />
      {asking && <TimelineSpan place={place} onClose={() => setAsking(false)} />}
    </>
  )
}
