import './risk.css'
import { useId, useRef, useState, type KeyboardEvent } from 'react'
import type { RiskAssessment } from '../../../shared/features/risk-assessments.ts'
import { ItemAnswer, type Instrument, type ItemId } from '../../../shared/rules/instruments.ts'
import { answerSourceWords, itemAnswerWords } from '../../../shared/wording/risk-assessments.ts'
import { showWhen } from '../../../shared/wording/when.ts'
import { Button } from '../../ui/Button.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { Muted } from '../../ui/Text.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { blankAnswer, type TypedAnswer } from './risk-answers.ts'

const keyAnswers: Readonly<Record<string, ItemAnswer>> = { y: 'yes', n: 'no', d: 'dont-know', '-': 'not-asked' }

type ItemsProps = {
  pack: Instrument
  answers: Readonly<Record<string, TypedAnswer>>
  earlier: RiskAssessment | null
  onChange: (item: ItemId, answer: TypedAnswer) => void
}

/** A row for each topic. On a row Y, N, D and – answer it and go on to the next. */
export function RiskItems({ pack, answers, earlier, onChange }: ItemsProps) {
  const list = useRef<HTMLDivElement>(null)
  const goOn = (index: number) =>
    list.current?.querySelector<HTMLElement>(`[data-row="${String(index + 1)}"] input:checked`)?.focus()
  return (
    <div ref={list}>
      <p className="wm-hint">On a topic press Y, N, D for don’t know or – for not asked: the next one follows.</p>
      {pack.items.map((item, index) => (
        <div key={item.id}>
          {item.group !== pack.items[index - 1]?.group && <h4 className="wm-risk-group">{item.group}</h4>}
          <ItemRow
            row={index}
            label={item.label}
            answer={answers[item.id] ?? blankAnswer}
            before={earlier && earlierWords(earlier, item.id)}
            onChange={answer => onChange(item.id, answer)}
            onDone={() => goOn(index)}
          />
        </div>
      ))}
    </div>
  )
}

function earlierWords({ answers, when }: RiskAssessment, item: ItemId): string {
  const found = answers.find(answer => answer.item === item)
  return `${found ? itemAnswerWords[found.answer] : 'No such topic'}, ${showWhen(when)}`
}

type RowProps = {
  row: number
  label: string
  answer: TypedAnswer
  before: string | null
  onChange: (answer: TypedAnswer) => void
  onDone: () => void
}

function ItemRow({ row, label, answer, before, onChange, onDone }: RowProps) {
  const name = useId()
  const [open, setOpen] = useState(false)
  const shown = open || answer.note !== null || answer.source !== 'none'
  const onKey = (event: KeyboardEvent) => {
    const pressed = event.ctrlKey || event.metaKey || event.altKey ? undefined : keyAnswers[event.key.toLowerCase()]
    if (pressed === undefined) return
    event.preventDefault()
    onChange({ ...answer, answer: pressed })
    onDone()
  }
  return (
    <div className="wm-risk-item" data-row={row}>
      <fieldset className="wm-risk-question">
        <legend>
          <span>{label}</span>
          {before !== null && <Muted>Before: {before}</Muted>}
        </legend>
        <div className="wm-segments" onKeyDown={onKey}>
          {ItemAnswer.options.map(option => (
            <label key={option} className="wm-choice">
              <input
                type="radio"
                name={name}
                checked={answer.answer === option}
                onChange={() => onChange({ ...answer, answer: option })}
              />
              <span className="wm-choice-words">{itemAnswerWords[option]}</span>
            </label>
          ))}
        </div>
        {!shown && (
          <Button kind="quiet" size="small" onClick={() => setOpen(true)}>
            Note<VisuallyHidden> and source: {label}</VisuallyHidden>
          </Button>
        )}
      </fieldset>
      {shown && (
        <div className="wm-risk-more">
          <SelectField
            label={`Source: ${label}`}
            options={answerSourceWords}
            value={answer.source}
            onChange={source => onChange({ ...answer, source: (source ?? 'none') as TypedAnswer['source'] })} // one of the options
          />
          <TextField
            label={`Note: ${label}`}
            lines={2}
            optional
            maxLength={2_000}
            value={answer.note}
            onChange={note => onChange({ ...answer, note })}
          />
        </div>
      )}
    </div>
  )
}
