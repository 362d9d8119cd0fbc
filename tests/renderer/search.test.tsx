import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { aContact, caseId, eventId, minute } from './support/casework-data.ts'
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
