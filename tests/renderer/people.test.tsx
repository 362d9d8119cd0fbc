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
  await screen.findByText(/Picked for you: theirs for 1 answer that only they changed, yours for 1 answer/)
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

const elsewhere = {
  ...{ personId: personId(90), name: 'Morgan Tate', role: 'client' as const, caseId: caseId(2) },
  ...{ reference: '2026-0002', caseClosed: false, ownerName: 'Robin Ashdown' },
}

test('a suspect who may be a client elsewhere is a conflict, until somebody says how they know better', async () => {
  const { user, bridge } = await openApp(`${path}?selected=${personId(11)}`, work => {
    work.matches = [{ personId: personId(11), other: elsewhere, reasons: ['name'], conflict: true, decision: null }]
  })
  expect(await screen.findByText('Possible conflict: client in 2026-0002, Robin Ashdown’s case')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Someone else…' }))
  await user.type(await screen.findByLabelText(/How do you know/), 'Born in another year')
  await user.click(screen.getByRole('button', { name: 'They are two people' }))
  expect(await screen.findByText('Not Morgan Tate, client in 2026-0002, Robin Ashdown’s case')).toBeTruthy()
  expect(bridge.inputsOf('people.decideMatch')).toEqual([
    { personId: personId(11), otherId: personId(90), same: false, reason: 'Born in another year' },
  ])
})

test('one person in two cases is a conflict that stays in sight', async () => {
  const { user } = await openApp(`${path}?selected=${personId(11)}`, work => {
    work.matches = [{ personId: personId(11), other: elsewhere, reasons: ['name'], conflict: true, decision: null }]
  })
  await user.click(await screen.findByRole('button', { name: 'Same person' }))
  expect(await screen.findByText('Conflict: client in 2026-0002, Robin Ashdown’s case')).toBeTruthy()
  expect(screen.getByText(/Tell neither of them/)).toBeTruthy()
})

test('a name that is in Waymark already is said while it is typed', async () => {
  const { user } = await openApp(`${path}?mode=new`, work => {
    work.matches = [{ personId: personId(11), other: elsewhere, reasons: ['name'], conflict: true, decision: null }]
  })
  await user.type(await screen.findByLabelText('Name'), 'Morgan Tate')
  expect(await screen.findByText('This name is in Waymark already')).toBeTruthy()
  expect(screen.getByText('Morgan Tate, client in 2026-0002, Robin Ashdown’s case')).toBeTruthy()
})

test('a person marked as entered in error can be taken back', async () => {
  const { user, bridge } = await openApp(`${path}?selected=${personId(11)}`)
  await user.click(await screen.findByRole('button', { name: 'More about this person' }))
  await user.click(await screen.findByRole('menuitem', { name: /Entered in error/ }))
  await user.type(await screen.findByLabelText(/Why were they entered/), 'added twice')
  await user.click(screen.getByRole('button', { name: 'Mark as entered in error' }))
  await user.click(await screen.findByRole('button', { name: 'Undo' }))
  await waitFor(() =>
    expect(bridge.inputsOf('people.withdraw').map(({ reason }) => reason)).toEqual(['added twice', null]),
  )
})
