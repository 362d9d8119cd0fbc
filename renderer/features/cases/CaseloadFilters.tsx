import type { AdvocateLoad, CaseloadCounts } from '../../../shared/features/cases.ts'
import { UserId } from '../../../shared/kernel/ids.ts'
import { caseRiskWords, caseStatusWords } from '../../../shared/wording/cases.ts'
import { count } from '../../../shared/wording/when.ts'
import { useTypedText } from '../../lib/typed-text.ts'
import { FilterSelect, FilterToggle, FilterToggles } from '../../ui/FilterChips.tsx'
import { focusList } from '../../ui/list-focus.ts'
import { SearchBox } from '../../ui/SearchBox.tsx'
import { Toolbar } from '../../ui/Toolbar.tsx'
import type { CaseloadPlace } from './caseload-place.ts'

type FiltersProps = {
  place: CaseloadPlace
  /** Undefined until they are known. */
  counts: CaseloadCounts | undefined
  loads: readonly AdvocateLoad[]
}

/** What narrows the caseload. Each choice says how many cases it would list, the others being what they are. */
export function CaseloadFilters({ place, counts, loads }: FiltersProps) {
  const { filter } = place
  const [text, setText] = useTypedText(filter.text, words => place.change({ text: words }))
  return (
    <Toolbar label="Filters">
      <SearchBox
        label="Filter by name or reference"
        value={text}
        onChange={setText}
        placeholder="Name or reference"
        shortcut="/"
        onArrowDown={focusList}
      />
      <OwnerFilter place={place} counts={counts} loads={loads} />
      <FilterToggle
        label="Overdue"
        on={filter.overdue}
        onChange={on => place.change({ overdue: on })}
        count={counts?.overdue}
      />
      <FilterToggle
        label="Nothing planned"
        on={filter.noNextTask}
        onChange={on => place.change({ noNextTask: on })}
        count={counts?.noNextTask}
      />
      <DaysFilter
        label="Hearing"
        any="Any hearing"
        words={days => `Hearing within ${count(days, 'day')}`}
        value={filter.hearingWithin}
        onChange={days => place.change({ hearingWithin: days })}
      />
      <DaysFilter
        label="Spoken to"
        any="Spoken to: any"
        words={days => `Not spoken to for ${count(days, 'day')}`}
        value={filter.notSpokenFor}
        onChange={days => place.change({ notSpokenFor: days })}
      />
      <FilterToggles
        label="Status"
        titled
        options={caseStatusWords}
        values={filter.statuses}
        onChange={values => place.change({ statuses: values })}
        counts={counts?.statuses}
      />
      <FilterToggles
        label="Risk"
        titled
        options={caseRiskWords}
        values={filter.risks}
        onChange={values => place.change({ risks: values })}
        counts={counts?.risks}
      />
    </Toolbar>
  )
}

function OwnerFilter({ place, counts, loads }: FiltersProps) {
  const { owner } = place.filter
  const others = loads.map(({ userId, name, active }) => ({
    value: userId,
    label: active ? name : `${name} (has left)`,
  }))
  return (
    <FilterSelect
      label="Whose cases"
      options={[
        { value: null, label: 'Everyone’s', count: counts?.owners.all },
        { value: 'mine', label: 'Mine', count: counts?.owners.mine },
        ...others,
      ]}
      value={owner === 'all' ? null : owner}
      onChange={value => place.change({ owner: value === 'mine' ? value : (UserId.safeParse(value).data ?? 'all') })}
    />
  )
}

const usualDays = [7, 14, 28]
type DaysProps = {
  label: string
  any: string
  words: (days: number) => string
  value: number | null
  onChange: (days: number | null) => void
}
function DaysFilter({ label, any, words, value, onChange }: DaysProps) {
  const offered = value === null || usualDays.includes(value) ? usualDays : [...usualDays, value]
  return (
    <FilterSelect
      label={label}
      options={[{ value: null, label: any }, ...offered.map(days => ({ value: String(days), label: words(days) }))]}
      value={value === null ? null : String(value)}
      onChange={days => onChange(days === null ? null : Number(days))}
    />
  )
}
