import './form.css'
import type { MouseEvent, Ref, RefObject } from 'react'
import { Icon } from './Icon.tsx'

export type FieldProblem = { path: string; question: string; sentence: string }

/** The questions in a form that show an error, read off the screen so that the summary can't disagree with it. */
export function problemsIn(form: HTMLFormElement): FieldProblem[] {
  return [...form.querySelectorAll<HTMLElement>('[data-question][data-invalid]')].map(field => ({
    path: field.dataset['path'] ?? '',
    question: field.dataset['question'] ?? '',
    sentence: field.querySelector('.wm-field-error span')?.lastChild?.textContent ?? '',
  }))
}

type ErrorSummaryProps = {
  problems: readonly FieldProblem[]
  form: RefObject<HTMLFormElement | null>
  ref: Ref<HTMLDivElement>
}

/** What needs correcting, each a link to its question. */
export function ErrorSummary({ problems, form, ref }: ErrorSummaryProps) {
  if (problems.length === 0) return null
  const focus = (event: MouseEvent, index: number) => {
    event.preventDefault()
    const field = form.current?.querySelectorAll('[data-question][data-invalid]')[index]
    const wrong = field?.querySelector<HTMLElement>(`[aria-invalid="true"]:is(${focusable})`)
    const target = wrong ?? field?.querySelector<HTMLElement>(focusable)
    target?.focus()
    field?.scrollIntoView({ block: 'center' })
  }
  return (
    <div ref={ref} role="alert" tabIndex={-1} className="wm-error-summary">
      <h2>
        <Icon name="warning" size={18} />
        {problems.length === 1 ? 'One answer needs correcting' : `${String(problems.length)} answers need correcting`}
      </h2>
      <ul>
        {problems.map((problem, index) => (
          <li key={`${problem.path}-${problem.question}`}>
            <a href="#" onClick={event => focus(event, index)}>
              {inOneLine(problem)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

const focusable = 'input, textarea, select, button'

/** "Who got in touch? Say who got in touch." or "Collar number: answer, or say why there is no answer." */
function inOneLine({ question, sentence }: FieldProblem): string {
  if (question.endsWith('?')) return `${question} ${sentence}`
  return `${question}: ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`
}
