import type { PaperBlock } from '../../../shared/features/papers.ts'
import type { PersonRole } from '../../../shared/features/people.ts'
import { nextHearingLine, paperWords } from '../../../shared/wording/papers.ts'
import { nextHearing } from '../hearings/hearings.repo.ts'
import { facts, heading, type PaperCase } from './paper-case.ts'

/** Whom the papers are about, which hearing they are for, what is behind this sheet, and who put it together for whom. */
export function frontSheet(given: PaperCase): PaperBlock[] {
  const { db, people, record, today, options } = given
  const named = (role: PersonRole): string | null => {
    const those = people.filter(person => person.role === role)
    const lines = those.map(({ name, relationship }) => [name, relationship].filter(Boolean).join(', '))
    return lines.length === 0 ? null : lines.join('\n')
  }
  return [
    facts([
      [paperWords.client, named('client')],
      [paperWords.otherParty, named('perpetrator')],
      [paperWords.children, named('child')],
      ...(options.hearing === null
        ? [[paperWords.nextHearing, nextHearingLine(nextHearing(db, record.id, today).next)] as const]
        : [[paperWords.hearing, options.hearing] as const]),
      [paperWords.preparedFor, options.preparedFor],
    ]),
    ...(options.contents.length === 0
      ? []
      : [heading(paperWords.contents), { is: 'list' as const, items: options.contents }]),
  ]
}
