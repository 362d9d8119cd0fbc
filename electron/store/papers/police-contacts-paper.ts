import type { PaperBlock, PaperCell } from '../../../shared/features/papers.ts'
import type { PoliceContact } from '../../../shared/features/police-contacts.ts'
import { keptLate, paperWords, promiseFigures, promiseOnPaper, whoOfPolice } from '../../../shared/wording/papers.ts'
import { channelWords, directionShort, promiseState } from '../../../shared/wording/police-contacts.ts'
import { silenceLine, undatedWords } from '../../../shared/wording/police-reports.ts'
import { count, showWhen } from '../../../shared/wording/when.ts'
import { requirePoliceContact } from '../police-contacts/police-contacts.repo.ts'
import { listSilences } from '../police-reports/silences.repo.ts'
import { citationsOf, covered, note, paragraph, type PaperCase } from './paper-case.ts'

/** Every exchange with police, what was promised in it, and what became of that; on top how long police were silent. */
export function policeContactsPaper(given: PaperCase): PaperBlock[] {
  const { db, today, record } = given
  const contacts = covered(given, 'police-contact', requirePoliceContact)
  const states = contacts.map(contact => promiseState(contact, today))
  const many = (state: (typeof states)[number]): number => states.filter(one => one === state).length
  const { rows, undatedContacts } = listSilences(db, record.id, today)
  const silence = [silenceLine(rows), undatedWords(undatedContacts)].filter(Boolean).join(' ')
  return [
    paragraph(
      `${count(contacts.length, 'contact')} with police. ${promiseFigures({ kept: many('kept'), late: contacts.filter(keptLate).length, open: many('open'), overdue: many('overdue') })}`,
    ),
    paragraph(silence === '' ? paperWords.noSilence : silence),
    ...(contacts.length === 0 ? [note(paperWords.noContacts)] : [contactTable(given, contacts)]),
  ]
}

const part = (text: string, strong = false) => ({ text, strong })
function contactTable(given: PaperCase, contacts: readonly PoliceContact[]): PaperBlock {
  const { today } = given
  const saidCell = ({ said, promised }: PoliceContact): PaperCell => [
    part(said),
    ...(promised === null ? [] : [part(`${paperWords.promised}: ${promised}`, true)]),
  ]
  return {
    is: 'table',
    columns: [
      { head: paperWords.number, share: 6 },
      { head: paperWords.date, share: 18 },
      { head: paperWords.officer, share: 22 },
      { head: paperWords.saidAndPromised, share: 38 },
      { head: paperWords.kept, share: 18 },
    ],
    rows: contacts.map((contact, at) => [
      [part(String(at + 1))],
      [
        part(showWhen(contact.when)),
        part(`${channelWords[contact.channel]}, ${directionShort[contact.direction].toLowerCase()}`),
      ],
      [
        part(whoOfPolice(contact)),
        ...(contact.reference === null ? [] : [part(`${paperWords.reference}: ${contact.reference}`)]),
        ...citationsOf(given, contact.id),
      ],
      saidCell(contact),
      promiseOnPaper(contact, today).map(line => part(line)),
    ]),
  }
}
