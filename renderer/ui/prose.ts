/** Questions that are answered in sentences: two answers may stand one after the other, and say more than either. */
const prose: ReadonlySet<string> = new Set([
  ...['clientSaid', 'observed', 'othersSaid', 'opinion', 'safelyNote', 'impact', 'said', 'promised', 'note'],
  ...['what', 'evidence', 'witnesses', 'reason', 'clientView', 'escalation', 'purpose', 'whoAttends', 'arrivalPlan'],
  ...['bring', 'whoMayAnswer', 'voicemailScript', 'interpreter', 'sharedDevices', 'otherContact', 'doctor'],
])
export const isProse = (question: string): boolean => prose.has(question)

/** A draft in which these questions have both texts, one below the other. What has no text in one of the two stays as it is. */
export function withBoth<Draft extends object>(
  draft: Draft,
  [first, second]: readonly [Draft, Draft],
  questions: ReadonlySet<string>,
): Draft {
  const texts = [...questions].flatMap(name => {
    const [one, other] = [textOf(first, name), textOf(second, name)]
    return one === null || other === null ? [] : [[name, `${one}\n\n${other}`] as const]
  })
  return { ...draft, ...Object.fromEntries(texts) }
}

function textOf(draft: object, name: string): string | null {
  const value: unknown = Reflect.get(draft, name)
  return typeof value === 'string' && value !== '' ? value : null
}
