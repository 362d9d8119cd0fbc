import type { Page } from '@playwright/test'

type Bridge = { call: (name: string, input: unknown) => Promise<{ ok: boolean; value: Record<string, unknown> }> }

/** Changes the newest police contact of the first case behind the screen's back, as another window of the same vault would. */
export const saveInBetween = (page: Page, said: string): Promise<boolean> =>
  page.evaluate(async words => {
    const { call } = Reflect.get(window, 'app') as Bridge
    const filter = {
      ...{ text: '', statuses: [], owner: 'all', risks: [], overdue: false, noNextTask: false },
      ...{ hearingWithin: null, notSpokenFor: null, sort: 'client', descending: false },
    }
    const first = { limit: 1, after: null }
    const cases = await call('cases.list', { filter, today: '2026-11-24', page: first })
    const [{ id: caseId }] = cases.value['rows'] as [{ id: string }]
    const any = { promises: 'any', withdrawn: false }
    const list = await call('policeContacts.listForCase', { caseId, filter: any, today: '2026-11-24', page: first })
    const [record] = list.value['rows'] as [Record<string, unknown>]
    const stamp = ['id', 'caseId', 'revision', 'createdAt', 'createdBy', 'updatedAt', 'updatedBy', 'withdrawnReason']
    const contact = Object.fromEntries(Object.entries(record).filter(([key]) => !stamp.includes(key)))
    const input = { id: record['id'], revision: record['revision'], contact: { ...contact, said: words } }
    return (await call('policeContacts.update', input)).ok
  }, said)
