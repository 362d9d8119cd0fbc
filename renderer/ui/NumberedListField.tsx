import './NumberedListField.css'
import { Button } from './Button.tsx'
import { Question, type FieldProps } from './Field.tsx'
import { IconButton } from './IconButton.tsx'

export type NumberedItem = { number: string; text: string }
type NumberedListProps = Omit<FieldProps<readonly NumberedItem[], NumberedItem[]>, 'onBlur' | 'onFocus'> & {
  /** What one of them is called: term. */
  noun: string
  most: number
}

/** A list of passages, each under a number of its own, such as the terms of an order. Numbers are text: 2(a). */
export function NumberedListField({ value = [], onChange, noun, most, ...props }: NumberedListProps) {
  const change = (index: number, part: Partial<NumberedItem>) =>
    onChange?.(value.map((item, at) => (at === index ? { ...item, ...part } : item)))
  const remove = (index: number) => onChange?.(value.filter((_, at) => at !== index))
  const moveUp = (index: number) => {
    const [above, item] = [value[index - 1], value[index]]
    if (above && item) onChange?.(value.map((one, at) => (at === index - 1 ? item : at === index ? above : one)))
  }
  return (
    <Question {...props} group>
      {ids => (
        <>
          <ol className="wm-numbered">
            {value.map((item, index) => {
              const place = `${noun} ${String(index + 1)} of ${String(value.length)}`
              return (
                // By place, since a passage has no id: what is typed belongs to its place.
                <li key={index}>
                  <input
                    className="wm-input"
                    aria-label={`Number, ${place}`}
                    value={item.number}
                    disabled={props.disabled}
                    autoComplete="off"
                    spellCheck={false}
                    aria-describedby={ids.describedBy}
                    aria-invalid={ids.invalid}
                    onChange={event => change(index, { number: event.currentTarget.value })}
                  />
                  <textarea
                    className="wm-input wm-textarea"
                    aria-label={`Words, ${place}`}
                    value={item.text}
                    disabled={props.disabled}
                    aria-describedby={ids.describedBy}
                    aria-invalid={ids.invalid}
                    onChange={event => change(index, { text: event.currentTarget.value })}
                  />
                  <span className="wm-numbered-buttons">
                    {index > 0 && <IconButton icon="up" label={`Move up, ${place}`} onClick={() => moveUp(index)} />}
                    <IconButton icon="close" label={`Take out, ${place}`} onClick={() => remove(index)} />
                  </span>
                </li>
              )
            })}
          </ol>
          <div className="wm-numbered-add">
            <Button
              size="small"
              icon="add"
              disabled={value.length >= most}
              onClick={() => onChange?.([...value, { number: nextNumber(value), text: '' }])}
            >
              Add a {noun}
            </Button>
          </div>
        </>
      )}
    </Question>
  )
}

/** One more than the highest whole number so far. */
export function nextNumber(items: readonly NumberedItem[]): string {
  const numbers = items.map(({ number }) => Number.parseInt(number, 10)).filter(number => Number.isFinite(number))
  return String(Math.max(0, ...numbers) + 1)
}
