import type { BreachDraft } from '../features/breaches.ts'
import type { OrderDraft } from '../features/orders.ts'
import { orderKindWords } from './orders.ts'

/** Breach of non-molestation order, terms 2 and 3. What timeline, search and history call it. */
export function breachTitle({ kind }: Pick<OrderDraft, 'kind'>, { terms }: Pick<BreachDraft, 'terms'>): string {
  const words = orderKindWords(kind)
  const order = `Breach of ${words.charAt(0).toLowerCase()}${words.slice(1)}`
  return terms.length === 0 ? order : `${order}, ${termWords(terms)}`
}

/** term 2; terms 2 and 3; terms 1, 2 and 3. */
export function termWords(numbers: readonly string[]): string {
  const last = numbers.at(-1) ?? ''
  if (numbers.length < 2) return `term ${last}`
  return `terms ${numbers.slice(0, -1).join(', ')} and ${last}`
}
