import { screen, within } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { CalendarDay } from '../../shared/kernel/dates.ts'
import { at, caseId, minute } from './support/casework-data.ts'
import { theBreach, theOrder } from './support/fake-orders.ts'
import { boxOf, fill, openApp } from './support/open-app.tsx'

const path = `/cases/${caseId(1)}/orders`
const notServed = { known: 'no', at: null, how: null, by: null } as const
const endOf = (next: string) => ({ is: 'at' as const, at: at(`${next}T00:00:00.000Z`), hourKnown: false })
const textOfItems = async () => (await screen.findAllByRole('listitem')).map(item => item.textContent)

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-24T12:00:00Z') })
})

test('orders that stand come before those that ended, each saying in words whether it is served and how it stands', async () => {
  await openApp(path, work => {
    work.orders = [
      theOrder(1, { expires: endOf('2026-11-20') }),
      theOrder(2, { kind: 'ORD-SPO', served: notServed }),
      theOrder(3, { kind: 'ORD-ROC', expires: { is: 'until-further-order' } }),
    ]
  })
  await screen.findByText('In force or open')
  const items = (await textOfItems()).filter(text => /order/i.test(text) && /term/.test(text))
  expect(items.map(text => /Stalking|Restraining|Non-molestation/.exec(text)?.[0])).toEqual([
    'Stalking',
    'Restraining',
    'Non-molestation',
  ])
  expect(items[0]).toContain('Not served yet')
  expect(items[0]).toContain('In force on paper')
  expect(items[1]).toContain('Until further order')
  expect(items[2]).toContain('Ended')
  expect(items[2]).toContain('Expired')
  expect(items[2]).not.toContain('In force')
})

test('gaps stand on top, each with what to do, and in the header of the case', async () => {
  await openApp(path, work => {
    work.orders = [
      theOrder(1, { served: notServed }),
      theOrder(2, { kind: 'ORD-RUI', terms: [], served: { ...notServed, known: 'not-needed' } }),
      theOrder(3, { kind: 'ORD-DVPO', expires: endOf('2026-12-01') }),
    ]
  })
  const banner = await screen.findByText('3 gaps in this client’s protection')
  const gaps = within(banner.parentElement ?? document.body)
  expect(gaps.getByText(/Until it is, a breach is hard to prove/)).toBeTruthy()
  expect(gaps.getByText(/No conditions and no time limit/)).toBeTruthy()
  expect(gaps.getByText(/6 days left: end of 30 Nov 2026. Can’t be renewed/)).toBeTruthy()
  expect(screen.getByText('not served, no conditions and 1 more')).toBeTruthy()
  expect(screen.getByText('1 in force')).toBeTruthy()
})

test('an order without gaps shows no banner', async () => {
  await openApp(path, work => {
    work.orders = [theOrder(1)]
  })
  await screen.findByText('In force or open')
  expect(screen.queryByText(/gaps? in this client/)).toBeNull()
})

test('an order ends on screen in the minute in which it ends', async () => {
  vi.setSystemTime(new Date('2026-11-24T15:59:40Z'))
  await openApp(path, work => {
    work.orders = [theOrder(1, { expires: { is: 'at', at: at('2026-11-24T16:00:00.000Z'), hourKnown: true } })]
  })
  expect(await screen.findByText('In force')).toBeTruthy()
  vi.setSystemTime(new Date('2026-11-24T16:00:05Z'))
  window.dispatchEvent(new Event('focus'))
  expect(await screen.findByText('Expired')).toBeTruthy()
  expect(screen.queryByText('In force')).toBeNull()
})

test('the pane shows the terms word for word under their own numbers, and the breaches', async () => {
  const order = theOrder(1, { terms: [{ number: '2(a)', text: 'Not to go near\nthe school.' }] })
  await openApp(`${path}?selected=${order.id}`, work => {
    work.orders = [order]
    work.breaches = [theBreach(1, order, { terms: ['2(a)'], what: 'Waited outside.' })]
  })
  expect((await screen.findByText(/Not to go near/)).textContent).toBe('Not to go near\nthe school.')
  expect(await screen.findByText('Waited outside.')).toBeTruthy()
  expect(screen.getByText('term 2(a)')).toBeTruthy()
  expect(screen.getByText('Reported, no arrest')).toBeTruthy()
})

test('an empty form says what it needs, all at once, and a day alone ends at its midnight', async () => {
  const { user, bridge } = await openApp(`${path}?mode=new`)
  await screen.findByRole('form', { name: 'Record an order' })
  await user.click(screen.getByRole('button', { name: /Save order/ }))
  const summary = await screen.findByRole('alert')
  for (const words of [
    /choose what kind/i,
    /say whether it was served/i,
    /say when it ends/i,
    /say who it is against/i,
  ])
    expect(within(summary).getByText(words)).toBeTruthy()
  await user.selectOptions(screen.getByLabelText('Kind of order'), 'ORD-NMO')
  expect(screen.getByText(/but not both for the same act/)).toBeTruthy()
  fill(boxOf(/Court, or who gave it/), 'Family Court at Example')
  const when = within(screen.getByRole('group', { name: /When it was made/ }))
  fill(when.getByLabelText('Date'), '3/11/26')
  await user.click(within(screen.getByRole('group', { name: /Was it served/ })).getByLabelText('Not served yet'))
  await user.click(within(screen.getByRole('group', { name: /When it ends/ })).getByLabelText('On a date'))
  fill(within(screen.getByRole('group', { name: /Last day/ })).getByLabelText('Date'), '1/5/27')
  fill(screen.getByLabelText('Words, term 1 of 1'), 'Not to contact the applicant.')
  await user.selectOptions(screen.getByLabelText('Who it is against'), 'unknown')
  await user.click(within(screen.getByRole('group', { name: /Do police have it/ })).getByLabelText('Not known'))
  await user.click(within(screen.getByRole('group', { name: /given notice/ })).getByLabelText('Not known'))
  await user.click(screen.getByRole('button', { name: /Save order/ }))
  expect(await screen.findByText('Order recorded')).toBeTruthy()
  expect(bridge.inputsOf('orders.record')[0]?.order).toMatchObject({
    kind: 'ORD-NMO',
    served: { known: 'no', at: null },
    expires: { is: 'at', at: '2027-05-01T23:00:00.000Z', hourKnown: false },
    terms: [{ number: '1', text: 'Not to contact the applicant.' }],
    respondent: { value: null, missing: 'unknown' },
  })
})

test('an end before it was made is told beside the question, and nothing is lost', async () => {
  const order = theOrder(1)
  const { user, bridge } = await openApp(`${path}?selected=${order.id}&mode=edit`, work => {
    work.orders = [order]
  })
  await screen.findByRole('form', { name: 'Edit order' })
  fill(within(screen.getByRole('group', { name: /Last day/ })).getByLabelText('Date'), '1/11/26')
  await user.click(screen.getByRole('button', { name: /Save changes/ }))
  expect((await screen.findAllByText(/can’t end before it was made/)).length).toBeGreaterThan(0)
  expect(bridge.inputsOf('orders.update')).toEqual([])
})

test('a breach is recorded from a term, and says when the order had not been served', async () => {
  const order = theOrder(1, { served: notServed })
  const { user, bridge } = await openApp(`${path}?selected=${order.id}`, work => {
    work.orders = [order]
  })
  await user.click(await screen.findByRole('button', { name: /record a breach of term 2/ }))
  const form = within(await screen.findByRole('form', { name: 'Record a breach' }))
  expect(await form.findByRole('checkbox', { name: /^2/, checked: true })).toBeTruthy()
  const when = within(form.getByRole('group', { name: /When it happened/ }))
  fill(when.getByLabelText('Date'), '12/11/26')
  expect(await form.findByText(/had not been served by then/)).toBeTruthy()
  fill(form.getByLabelText('What happened'), 'Nine calls within an hour.')
  await user.click(within(form.getByRole('group', { name: /Was it reported/ })).getByLabelText('No'))
  await user.click(form.getByRole('button', { name: /Save breach/ }))
  expect(await screen.findByText('Breach recorded')).toBeTruthy()
  expect(bridge.inputsOf('breaches.record')[0]?.breach).toMatchObject({
    orderId: order.id,
    terms: ['2'],
    reported: { known: 'no', at: null },
    response: { arrest: 'no', charged: 'no' },
  })
})

test('a breach shows how long police took, and what it is linked with', async () => {
  const order = theOrder(1)
  const other = theBreach(2, order, { when: minute('2026-11-10T10:00:00.000Z') })
  const breach = theBreach(1, order, { links: [other.id] })
  const { user, router } = await openApp(`${path}?breach=${breach.id}`, work => {
    work.orders = [order]
    work.breaches = [breach, other]
  })
  expect(await screen.findByText('1 hour 40 minutes after the report')).toBeTruthy()
  const linked = await screen.findByRole('list', { name: 'Linked records' })
  await user.click(within(linked).getByRole('button', { name: /Open/ }))
  expect(router.state.location.search).toMatchObject({ breach: other.id })
})

test('a conflict shows both versions and keeps one’s own words', async () => {
  const order = theOrder(1)
  const { user, work } = await openApp(`${path}?selected=${order.id}&mode=edit`, each => {
    each.orders = [order]
  })
  await screen.findByRole('form', { name: 'Edit order' })
  fill(screen.getByRole('textbox', { name: /^Note/ }), 'Mine')
  work.orders = [{ ...order, note: 'Theirs', revision: 2 }]
  await user.click(screen.getByRole('button', { name: /Save changes/ }))
  expect(await screen.findByText('Two versions of this order')).toBeTruthy()
  expect(screen.getByText('Mine')).toBeTruthy()
  expect(screen.getByText('Theirs')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Save the chosen answers' }))
  expect(await screen.findByText('Changes saved')).toBeTruthy()
  expect(work.orders[0]?.note).toBe('Mine')
})

test('nothing can be recorded in a closed case', async () => {
  await openApp(path, work => {
    const [first] = work.cases
    if (first)
      work.cases[0] = {
        ...first,
        status: 'closed',
        closedOn: CalendarDay.parse('2026-11-20'),
        closingReason: 'planned',
      }
  })
  const button = await screen.findByRole('button', { name: /Record an order/ })
  expect(button.hasAttribute('disabled') || button.getAttribute('aria-disabled') === 'true').toBe(true)
})
