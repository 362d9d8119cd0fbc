import './orders.css'
import type { OrderTerm } from '../../../shared/features/orders.ts'
import { count } from '../../../shared/wording/when.ts'
import { Button } from '../../ui/Button.tsx'
import { Section } from '../../ui/Section.tsx'
import { Muted, Prose } from '../../ui/Text.tsx'

type OrderTermsProps = {
  title: string
  terms: readonly OrderTerm[]
  onBreach: ((number: string) => void) | undefined
}

/** The terms word for word, under the numbers that the order gives them. Each is a place to record a breach from. */
export function OrderTerms({ title, terms, onBreach }: OrderTermsProps) {
  return (
    <Section title={title} level={3}>
      {terms.length === 0 ? (
        <Muted>No term recorded.</Muted>
      ) : (
        <ol aria-label={count(terms.length, 'term')} className="wm-terms">
          {terms.map(({ number, text }) => (
            <li key={number}>
              <span className="wm-term-number">{number}</span>
              <Prose>{text}</Prose>
              {onBreach && (
                <Button kind="quiet" size="small" onClick={() => onBreach(number)}>
                  Broken<span className="wm-hidden">: record a breach of term {number}</span>
                </Button>
              )}
            </li>
          ))}
        </ol>
      )}
    </Section>
  )
}
