export type Option<Value extends string = string> = {
  value: Value
  label: string
  hint?: string | undefined
  group?: string | undefined
}
/** A list, or words by value as the wording files keep them. */
export type Options<Value extends string = string> = readonly Option<Value>[] | Readonly<Record<Value, string>>

/** Options as a list, whichever way they were given. */
export function optionList<Value extends string>(options: Options<Value>): readonly Option<Value>[] {
  if (isList(options)) return options
  return (Object.entries(options) as [Value, string][]).map(([value, label]) => ({ value, label })) // keys of the record are its values
}

const isList = <Value extends string>(options: Options<Value>): options is readonly Option<Value>[] =>
  Array.isArray(options)
