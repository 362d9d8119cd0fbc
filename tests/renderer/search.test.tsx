import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { aContact, caseId, eventId, minute, personId } from './support/casework-data.ts'
import { openApp, valueOf } from './support/open-app.tsx'

test('people and records are found in one list, records newest first with the words marked', async () => {
  const { user, router } = await openApp('/search', work => {
    work.contacts = [
      aContact(1, { said: 'Morgan was seen.', when: minute('2026-03-01T10:00:00.000Z') }),
      aContact(2, { said: 'Spoke about Morgan again.' }),
    ]
  })
  const box = await screen.findByRole('textbox', { name: 'Search people and records' })
  await user.type(box, 'Morgan')
  await screen.findByText('3 found')
  const shown = document.querySelectorAll('[role="listitem"][data-index]')
  expect([...shown].map(item => /Suspect|again|seen/.exec(item.textContent)?.[0])).toEqual(['Suspect', 'again', 'seen'])
  expect([...document.querySelectorAll('mark')].map(mark => mark.textContent)).toContain('Morgan')
  await user.keyboard('{ArrowDown}')
  await waitFor(() => expect(document.activeElement?.getAttribute('data-index')).toBe('0'))
  await user.keyboard('{ArrowDown}{Enter}')
  await waitFor(() =>
    expect(router.state.location).toMatchObject({
      pathname: `/cases/${caseId(1)}/police`,
      search: { selected: eventId(2) },
    }),
  )
})

test('before a word is typed the screen says what can be found', async () => {
  const { bridge } = await openApp('/search')
  expect(await screen.findByText('Search every case')).toBeTruthy()
  expect(bridge.inputsOf('search.events')).toEqual([])
})

test('signs of other search boxes are text here, which is said when nothing is found', async () => {
  const { user } = await openApp('/search')
  await user.type(await screen.findByRole('textbox', { name: 'Search people and records' }), 'bail AND tag')
  expect(await screen.findByText(/searched for as plain text/)).toBeTruthy()
})

test('the words stay in the address, so going back finds them again', async () => {
  const { user, router } = await openApp('/search?text=linked')
  await screen.findByText(/found$/)
  await user.keyboard('{ArrowDown}{Enter}')
  await user.click(document.querySelector<HTMLElement>('[role="listitem"][data-index="0"]') ?? document.body)
  await waitFor(() => expect(router.state.location.pathname).toContain('/cases/'))
  router.history.back()
  expect(valueOf(await screen.findByRole('textbox', { name: 'Search people and records' }))).toBe('linked')
})

test('people and cases stand first under their number, then records under theirs', async () => {
  const { user } = await openApp('/search', work => {
    work.contacts = [aContact(1, { said: 'Morgan was seen.' })]
  })
  await user.type(await screen.findByRole('textbox', { name: 'Search people and records' }), 'Morgan')
  const list = await screen.findByRole('list', { name: 'Results, 2 results' })
  const [first, second] = list.querySelectorAll('[role="listitem"]')
  expect(first?.textContent).toMatch(/^People and cases, 1/)
  expect(second?.textContent).toMatch(/^Records, 1, newest first/)
})

test('a number that is found says which it is, and whether it may be used', async () => {
  const { user, bridge } = await openApp('/search')
  bridge.answer('search.people', () => ({
    rows: [
      {
        ...{
          personId: personId(10),
          caseId: caseId(1),
          name: 'Hana Dunmore',
          alsoKnownAs: null,
          role: 'client' as const,
        },
        ...{ reference: 'WM-2301', caseClosed: true },
        identifier: { kind: 'phone' as const, value: '07700 900456', label: 'old mobile', doNotUse: true },
      },
    ],
    total: 31,
  }))
  await user.type(await screen.findByRole('textbox', { name: 'Search people and records' }), '07700 900456')
  const item = (await screen.findByText('Do not use')).closest('[role="listitem"]')
  for (const words of ['1 of 31', 'WM-2301, closed', 'Phone number 07700 900456, old mobile', 'Do not use'])
    expect(item?.textContent).toContain(words)
})

test('a confidential number is looked for only when somebody presses for it, and only whole', async () => {
  const { user, bridge, router } = await openApp('/search?text=Morgan')
  await screen.findByText(/found$/)
  expect(screen.queryByRole('button', { name: 'Look among confidential ones' })).toBeNull()
  const box = screen.getByRole('textbox', { name: 'Search people and records' })
  await user.clear(box)
  await user.type(box, '07700 900124')
  await user.click(await screen.findByRole('button', { name: 'Look among confidential ones' }))
  expect(await screen.findByText(/No confidential number.* is exactly this/)).toBeTruthy()
  await user.clear(box)
  await user.type(box, '07700 900123')
  expect(bridge.inputsOf('search.confidential')).toHaveLength(1)
  await user.click(await screen.findByRole('button', { name: 'Look among confidential ones' }))
  expect(await screen.findByText('This is a confidential phone number of')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Hana Dunmore, WM-2301' }))
  await waitFor(() => expect(router.state.location.pathname).toBe(`/cases/${caseId(1)}/people`))
})
