import type { CaseId } from '../../../shared/kernel/ids.ts'
import { aContact, aNote, anAttempt } from '../../support/contacts.ts'
import { aHearing, listedFor } from '../../support/hearings.ts'
import { anIncident } from '../../support/incidents.ts'
import { aBreach, anOrder } from '../../support/orders.ts'
import { aPoliceContact } from '../../support/police-contacts.ts'
import { aPoliceReport } from '../../support/police-reports.ts'
import { anAssessment } from '../../support/risk-assessments.ts'
import { openCase, type TestStore } from '../../support/vault.ts'

const codes = ['CONTACT-CALL', 'CONTACT-TEXT', 'SURVEILLANCE-FOLLOWING', 'PROPERTY-DAMAGE', 'THREATS-CLIENT'] as const
const words =
  'He stood across from the shop for the whole of the shift, and left when she did. The manager wrote it down.'
const minuteOf = (index: number) => ({
  ...{ from: new Date(Date.UTC(2025, 0, 1, 9) + index * 37_000_000).toISOString().replace(/\d{3}Z$/, '000Z') },
  ...{ to: null, precision: 'minute', zone: 'Europe/London' },
})
const times = (many: number, work: (index: number) => void): void => {
  for (let index = 0; index < many; index += 1) work(index)
}

/** A case as long as any gets: 1,000 incidents, 500 contacts and notes, 300 police contacts, and something behind every tab. */
export function bigCase(store: TestStore, clientName: string): CaseId {
  const { id: caseId } = openCase(store, clientName)
  times(1_000, index => {
    const behaviours = [codes[index % codes.length], codes[(index + 2) % codes.length]]
    const incident = anIncident({ when: minuteOf(index), behaviours, clientSaid: `${words} ${String(index)}` })
    store.call('incidents.record', { caseId, incident })
  })
  times(500, index => {
    const when = minuteOf(index * 2)
    const contact = [aContact({ when, clientSaid: words }), aNote({ when, opinion: words }), anAttempt(when.from)][
      index % 3
    ]
    if (contact) store.call('contacts.record', { caseId, contact })
  })
  times(300, index => {
    const contact = aPoliceContact({ when: minuteOf(index * 3), said: words, promiseKeptOn: '2026-01-10' })
    store.call('policeContacts.record', { caseId, contact })
  })
  theRest(store, caseId)
  return caseId
}

function theRest(store: TestStore, caseId: CaseId): void {
  times(20, index =>
    store.call('policeReports.record', { caseId, report: aPoliceReport({ logNumber: `LOG ${String(index)}` }) }),
  )
  times(6, () => {
    const { id } = store.call('orders.record', { caseId, order: anOrder() })
    times(5, () => store.call('breaches.record', { caseId, breach: aBreach(id) }))
  })
  times(12, index => {
    const hearing = aHearing({ when: listedFor(`2027-02-${String(index + 10)}`) })
    store.call('hearings.record', { caseId, hearing, skipTasks: [], followsId: null })
  })
  times(10, () => store.call('riskAssessments.record', { caseId, assessment: anAssessment() }))
  times(80, index =>
    store.call('tasks.add', { caseId, task: { title: `Task ${String(index)}`, dueOn: null, note: null } }),
  )
  times(12, index => {
    const person = { alsoKnownAs: null, role: 'witness' as const, relationship: 'Neighbour', note: null }
    const born = { value: null, missing: 'not-asked' as const }
    store.call('people.add', { caseId, person: { ...person, name: `Example ${String(index)}`, born } })
  })
}
