import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { actionWords } from '../../shared/wording/history.ts'
import { caseId } from './support/casework-data.ts'
import { openApp } from './support/open-app.tsx'

test('the history of a case reads as sentences under its days', async () => {
  await openApp(`/cases/${caseId(1)}/history`)
  expect(await screen.findByRole('heading', { name: 'Tuesday 24 Nov 2026' })).toBeTruthy()
  const [first] = await screen.findAllByRole('listitem')
  const items = (await screen.findAllByRole('listitem')).map(item => item.textContent)
  expect(first).toBeTruthy()
  expect(
    items.some(text => text.includes('09:30Jo Fenwick recorded a police contact: Police contact with PC A. Marsh')),
  ).toBe(true)
  expect(screen.getByText(/^60 entries/)).toBeTruthy()
})

test.each([
  ['police-contact.recorded', 'recorded a police contact'],
  ['police-contact.updated', 'changed a police contact'],
  ['police-contact.withdrawn', 'marked a police contact as entered in error'],
  ['police-contact.reinstated', 'took back “entered in error” for a police contact'],
  ['case.opened', 'opened the case'],
  ['case.updated', 'changed the case'],
  ['person.added', 'added a person'],
  ['person.updated', 'changed a person'],
  ['person.withdrawn', 'marked a person as entered in error'],
  ['court-hearing.listed', 'court hearing listed'],
])('%s reads “%s”', (action, words) => {
  expect(actionWords(action)).toBe(words)
})
