import { Autocomplete, type AutocompleteProps } from '@mantine/core'

type SuggestInputProps = Pick<AutocompleteProps, 'id' | 'value' | 'onBlur'> & {
  suggestions: readonly string[]
  onText: (text: string) => void
  disabled: boolean | undefined
  autoFocus: boolean | undefined
  placeholder: string | undefined
  'aria-labelledby': string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
  'data-width': string
}

/** A text box that offers names while somebody types. What is typed stands, whether it is offered or not. */
export function SuggestInput({
  suggestions,
  onText,
  disabled = false,
  autoFocus = false,
  placeholder = '',
  onBlur,
  ...rest
}: SuggestInputProps) {
  return (
    <Autocomplete
      {...rest}
      {...(onBlur ? { onBlur } : {})}
      classNames={parts}
      data={[...suggestions]}
      limit={8}
      disabled={disabled}
      autoFocus={autoFocus}
      data-autofocus={autoFocus}
      placeholder={placeholder}
      autoComplete="off"
      comboboxProps={{ width: 'target' }}
      onChange={onText}
    />
  )
}

const parts = {
  root: 'wm-combobox',
  input: 'wm-input',
  dropdown: 'wm-menu wm-combobox-menu',
  option: 'wm-menu-item wm-combobox-option',
}
