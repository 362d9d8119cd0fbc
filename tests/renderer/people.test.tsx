import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { caseId, colleague, personId } from './support/casework-data.ts'
import { boxOf, openApp, valueOf } from './support/open-app.tsx'

const path = `/cases/${caseId(1)}/people`

test('people stand with their part in the case; a perpetrator reads as a suspect', async () => {
  await openApp(path)
  const row = await screen.findByRole('row', { name: /Morgan Tate/ })
  expect(row.textContent).toContain('Suspect (perpetrator)')
  expect(row.textContent).toContain('Also Mo, m_tate88')
  expect(screen.queryByText('Lee Garsdie')).toBeNull()
})

test('a person is added with a date of birth that nobody asked for', async () => {
  const { user, bridge } = await openApp(path)
  await screen.findAllByRole('row')
  await user.keyboard('n')
  await user.type(await screen.findByLabelText('Name'), 'Ash Rowe')
  await user.click(screen.getByRole('radio', { name: 'Suspect (perpetrator)' }))
  await user.click(
    within(screen.getByRole('group', { name: 'Date of birth: no answer because' })).getByRole('button', {
      name: 'Not asked',
    }),
  )
  await user.keyboard('{Control>}s{/Control}')
  await waitFor(() =>
    expect(bridge.inputsOf('people.add')[0]?.person).toEqual({
      name: 'Ash Rowe',
      alsoKnownAs: null,
      born: { value: null, missing: 'not-asked' },
      role: 'perpetrator',
      relationship: null,
      note: null,
    }),
  )
})

test('a day that can’t be read is refused beside its question', async () => {
  const { user } = await openApp(`${path}?mode=new`)
  await user.type(await screen.findByLabelText('Name'), 'Ash Rowe')
  await user.type(boxOf('Date of birth'), '31 Feb 1990')
  await user.click(screen.getByRole('button', { name: /^Add person/ }))
  expect(await screen.findByText('Write the date like 24/11/26 or 24 Nov 2026.')).toBeTruthy()
  expect(screen.getByText('Choose their part in this case.')).toBeTruthy()
})

test('the client can’t be marked as entered in error, and the menu says why', async () => {
  const { user } = await openApp(`${path}?selected=${personId(10)}`)
  await user.click(await screen.findByRole('button', { name: 'More about this person' }))
  const item = await screen.findByRole('menuitem', { name: /Entered in error/ })
  expect(item.textContent).toContain('A case always has its client')
  expect(item).toHaveProperty('disabled', true)
})

test('anybody else is marked with a reason and shown on demand', async () => {
  const { user, bridge } = await openApp(`${path}?selected=${personId(13)}`)
  await user.click(await screen.findByRole('button', { name: 'More about this person' }))
  await user.click(await screen.findByRole('menuitem', { name: /Entered in error/ }))
  const dialog = await screen.findByRole('dialog')
  await user.type(within(dialog).getByLabelText(/Why were they entered in error/), 'Another case')
  await user.click(within(dialog).getByRole('button', { name: 'Mark as entered in error' }))
  await waitFor(() =>
    expect(bridge.inputsOf('people.withdraw')).toEqual([{ id: personId(13), revision: 1, reason: 'Another case' }]),
  )
  await user.click(screen.getByRole('button', { name: 'Show entered in error' }))
  expect(await screen.findByText('Entered in error: Added twice')).toBeTruthy()
})

test('a conflict keeps one’s own words', async () => {
  const { user, bridge, work } = await openApp(`${path}?selected=${personId(13)}&mode=edit`)
  const relationship = await screen.findByLabelText(/Relationship/)
  work.people = work.people.map(one =>
    one.id === personId(13) ? { ...one, note: 'Theirs', revision: 2, updatedBy: colleague } : one,
  )
  await user.clear(relationship)
  await user.type(relationship, 'Shopkeeper')
  await user.click(screen.getByRole('button', { name: /Save changes/ }))
  await user.click(await screen.findByRole('radio', { name: /Note, Jo Fenwick/ }))
  await user.click(screen.getByRole('button', { name: 'Edit with the chosen answers' }))
  expect(valueOf(await screen.findByLabelText(/Relationship/))).toBe('Shopkeeper')
  await user.click(screen.getByRole('button', { name: /Save changes/ }))
  await waitFor(() =>
    expect(bridge.inputsOf('people.update').at(-1)).toMatchObject({
      revision: 2,
      person: { relationship: 'Shopkeeper', note: 'Theirs' },
    }),
  )
})
