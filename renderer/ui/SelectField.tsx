import { Select, type OptionsFilter } from '@mantine/core'
import { Question, type FieldIds, type FieldProps } from './Field.tsx'
import { Icon } from './Icon.tsx'
import { optionList, type Option, type Options } from './options.ts'

type SelectFieldProps = FieldProps<string | null> & {
  options: Options
  /** Find by typing. On by itself from 12 options. */
  searchable?: boolean | undefined
  width?: 'short' | 'medium' | 'full' | undefined
  emptyLabel?: string | undefined
  /** The caller looks for what is typed, and gives the options anew. */
  onSearch?: ((text: string) => void) | undefined
}

/** One of many. A short list is the system's own; a long one is found by typing. */
export function SelectField(props: SelectFieldProps) {
  const options = optionList(props.options)
  const searchable = props.searchable ?? options.length >= 12
  return (
    <Question {...props}>
      {ids =>
        searchable ? (
          <Searchable {...props} options={options} ids={ids} />
        ) : (
          <Native {...props} options={options} ids={ids} />
        )
      }
    </Question>
  )
}

type PartProps = Omit<SelectFieldProps, 'options'> & { options: readonly Option[]; ids: FieldIds }

function Native({
  ids,
  options,
  value,
  onChange,
  disabled,
  onBlur,
  onFocus,
  autoFocus,
  width = 'medium',
  emptyLabel,
}: PartProps) {
  return (
    <span className="wm-select" data-width={width}>
      <select
        id={ids.control}
        className="wm-input"
        value={value ?? ''}
        disabled={disabled}
        autoFocus={autoFocus}
        data-autofocus={autoFocus}
        aria-describedby={ids.describedBy}
        aria-invalid={ids.invalid}
        onChange={event => onChange?.(event.currentTarget.value === '' ? null : event.currentTarget.value)}
        onBlur={onBlur}
        onFocus={onFocus}
      >
        <option value="">{emptyLabel ?? 'Choose'}</option>
        {grouped(options).map(([group, members]) =>
          group === '' ? (
            members.map(entry)
          ) : (
            <optgroup key={group} label={group}>
              {members.map(entry)}
            </optgroup>
          ),
        )}
      </select>
      <Icon name="chevron-down" />
    </span>
  )
}

const entry = (option: Option) => (
  <option key={option.value} value={option.value}>
    {option.label}
  </option>
)

function Searchable({
  ids,
  options,
  value,
  onChange,
  disabled,
  onBlur,
  onFocus,
  autoFocus,
  optional = false,
  width = 'medium',
  emptyLabel,
  onSearch,
}: PartProps) {
  const bare = ({ value: each, label }: Option) => ({ value: each, label })
  const data = [
    ...options.filter(({ group }) => group === undefined).map(bare),
    ...grouped(options.filter(({ group }) => group !== undefined)).map(([group, members]) => ({
      group,
      items: members.map(bare),
    })),
  ]
  return (
    <Select
      id={ids.control}
      classNames={selectClasses}
      data-width={width}
      data={data}
      value={value ?? null}
      searchable
      clearable={optional}
      disabled={disabled ?? false}
      autoFocus={autoFocus ?? false}
      placeholder={emptyLabel ?? 'Type to find'}
      nothingFoundMessage="Nothing matches"
      limit={200}
      rightSection={<Icon name="chevron-down" />}
      rightSectionPointerEvents="none"
      aria-describedby={ids.describedBy}
      aria-invalid={ids.invalid}
      comboboxProps={{ width: 'target' }}
      onChange={next => onChange?.(next)}
      {...(onSearch ? { onSearchChange: onSearch, filter: asGiven } : {})}
      {...(onBlur ? { onBlur } : {})}
      {...(onFocus ? { onFocus } : {})}
    />
  )
}

/** What the caller has found is not filtered again. */
const asGiven: OptionsFilter = ({ options }) => options

const selectClasses = {
  root: 'wm-combobox',
  input: 'wm-input',
  section: 'wm-combobox-section',
  dropdown: 'wm-menu wm-combobox-menu',
  option: 'wm-menu-item wm-combobox-option',
  groupLabel: 'wm-menu-heading',
  empty: 'wm-hint',
}

function grouped(options: readonly Option[]): [string, readonly Option[]][] {
  const groups = new Map<string, Option[]>()
  for (const option of options) groups.set(option.group ?? '', [...(groups.get(option.group ?? '') ?? []), option])
  return [...groups]
}
