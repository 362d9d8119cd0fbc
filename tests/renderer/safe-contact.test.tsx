import { screen, waitFor, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import type { SafeContact } from '../../shared/features/safe-contact.ts'
import { diffOfPlans } from '../../renderer/features/safe-contact/plan-fields.ts'
import { ClockTime } from '../../shared/kernel/dates.ts'
import { IdentifierId } from '../../shared/kernel/ids.ts'
import { caseId, colleague, personId } from './support/casework-data.ts'
import { aPlan, number, phoneId, safeContactHandlers } from './support/fake-safe-contact.ts'
import { fill, openApp, valueOf } from './support/open-app.tsx'
import type { FakeBridge, Handlers } from './support/fake-bridge.ts'

const path = `/cases/${caseId(1)}/people?selected=${personId(10)}`
function answerBy(bridge: FakeBridge, handlers: Handlers): void {
  for (const [name, handler] of Object.entries(handlers)) bridge.answer(name as keyof Handlers, handler)
}
const press = (name: string | RegExp) => screen.findByRole('button', { name })

test('a confidential number is named in the list, and nowhere on the screen', async () => {
  await openApp(path)
  const list = await screen.findByRole('list', { name: 'Numbers and addresses' })
  expect(list.textContent).toContain('Confidential')
  expect(list.textContent).toContain('Phone number, own mobile')
  expect(document.body.textContent).not.toContain('900123')
})

test('it is refused with the rule and the agreed hours, and shown for a reason of more than a word', async () => {
  const { user, bridge } = await openApp(path)
  await user.click(await press('Show…'))
  await user.click(await press('Ask for it'))
  await screen.findByText(/Not shown. It is outside the agreed hours/)
  expect(screen.getByText(/Agreed hours: Mon to Fri 10:00 to 14:00/)).toBeTruthy()
  expect(screen.queryByText(number)).toBeNull()
  await user.click(await press('Show it for this reason'))
  expect(bridge.inputsOf('identifiers.reveal')).toHaveLength(1)
  fill(screen.getByLabelText(/Reason to look all the same/), 'She rang from a call box and asked to be rung back')
  await user.click(await press('Show it for this reason'))
  expect(await screen.findByText(number)).toBeTruthy()
  expect(screen.getByText('the library book')).toBeTruthy()
  expect(bridge.inputsOf('identifiers.reveal')[1]).toEqual({
    ...{ id: phoneId, purpose: 'call', override: 'She rang from a call box and asked to be rung back' },
  })
  await user.click(await press('Hide it again'))
  await waitFor(() => expect(screen.queryByText(number)).toBeNull())
})

test('within the agreed hours it comes with what to mind first', async () => {
  const { user, bridge } = await openApp(path)
  answerBy(bridge, safeContactHandlers({ outcome: 'shown' }))
  await user.click(await press('Show…'))
  await user.click(await press('Ask for it'))
  await screen.findByText('It is within the agreed hours.')
  const dialog = screen.getByRole('dialog')
  const words = dialog.textContent
  expect(words.indexOf('Lexi')).toBeGreaterThan(0)
  expect(words.indexOf('Lexi')).toBeLessThan(words.indexOf(number))
})

test('an e-mail address comes with a word on who else reads the mail', async () => {
  const watched = { ...aPlan, email: 'yes', emailWatched: 'yes' } as const
  const handlers = safeContactHandlers({ plan: watched, outcome: 'shown', kind: 'email' })
  const { user } = await openApp(path, () => undefined, handlers)
  await user.click(await press('Show…'))
  await user.click(await press('Ask for it'))
  expect(await screen.findByText('Somebody else reads this e-mail. Write only what they may see.')).toBeTruthy()
})

test('the same hours on another number are another agreement', () => {
  const [hours] = aPlan.windows
  if (!hours) throw new Error('no hours')
  const landline = IdentifierId.parse('01900000-0000-7000-8005-000000000002')
  const moved = { ...aPlan, windows: [{ ...hours, identifierId: landline }] }
  const fields = diffOfPlans(aPlan, moved, id => (id === phoneId ? 'Own mobile' : 'Landline they share'))
  expect(fields.find(({ id }) => id === 'windows')).toMatchObject({
    before: 'Own mobile: Mon to Fri 10:00 to 14:00',
    after: 'Landline they share: Mon to Fri 10:00 to 14:00',
  })
})

test('where two numbers have hours, the case header says which one may be rung', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-24T12:00:00Z') }) // a Tuesday
  const days = [1, 2, 3, 4, 5]
  await openApp(path, () => undefined, {
    'safeContact.standing': () => ({
      ...{ personId: personId(10), state: 'current', confirmedAt: null, callableNow: true },
      windows: [
        { label: 'own mobile', days, from: ClockTime.parse('10:00'), to: ClockTime.parse('14:00') },
        { label: 'at work', days, from: ClockTime.parse('15:00'), to: ClockTime.parse('16:00') },
      ],
    }),
  })
  expect(await screen.findByText('Calls agreed until 14:00 (own mobile)')).toBeTruthy()
  expect(screen.getByText(/10:00 to 14:00 \(own mobile\); Mon to Fri 15:00 to 16:00 \(at work\)/)).toBeTruthy()
  vi.useRealTimers()
})

test('the plan says which number its hours are for, and every way that was asked about', async () => {
  const { bridge } = await openApp(path)
  answerBy(bridge, safeContactHandlers())
  expect(await screen.findByText('Phone number, own mobile: Mon to Fri 10:00 to 14:00')).toBeTruthy()
  expect(screen.getByText('Calls from a withheld number')).toBeTruthy()
})

test('the case header says first whether the client may be rung', async () => {
  const { bridge } = await openApp(path)
  await waitFor(() => expect(screen.getByLabelText('This case').textContent).toMatch(/^Safe contact/))
  expect(bridge.inputsOf('safeContact.standing')[0]).toEqual({ caseId: caseId(1) })
})

test('a plan is made with hours for one number, typed as people type them', async () => {
  const { user, bridge } = await openApp(path, () => undefined)
  answerBy(bridge, safeContactHandlers({ plan: null }))
  await user.click(await press(/Make a plan|Change the plan/))
  await screen.findByRole('form', { name: 'Safe contact' })
  await user.click(await press(/^Add hours/))
  fill(screen.getAllByLabelText('From').at(-1) as HTMLElement, '9am')
  fill(screen.getAllByLabelText('To').at(-1) as HTMLElement, '8.30')
  await user.click(await press(/Save: agreed with them today/))
  expect((await screen.findAllByText(/The end is not after the start/)).length).toBeGreaterThan(0)
  fill(screen.getAllByLabelText('To').at(-1) as HTMLElement, '11.30')
  fill(screen.getByLabelText(/Code word/), 'the library book')
  await user.click(await press(/Save: agreed with them today/))
  await waitFor(() => expect(bridge.inputsOf('safeContact.save')).toHaveLength(1))
  const sent = bridge.inputsOf('safeContact.save')[0]
  expect(sent?.plan.windows.at(-1)).toEqual({
    identifierId: phoneId,
    days: [1, 2, 3, 4, 5],
    from: '09:00',
    to: '11:30',
  })
  expect(sent?.plan).toMatchObject({ codeWord: 'the library book', voicemail: 'not-asked', confirmEveryDays: 28 })
})

test('two people changed a plan: what both wrote in words can stay, and what was agreed before can be read', async () => {
  const { user, bridge } = await openApp(path)
  await user.click(await press('Change the plan'))
  const devices = await screen.findByLabelText(/Shared devices/)
  answerBy(bridge, {
    'safeContact.save': ({ plan, revision, personId: id }) => {
      const { record } = safeContactHandlers()['safeContact.find']?.({ personId: id }) as { record: SafeContact }
      if (revision === record.revision + 1) return { outcome: 'saved', record: { ...record, plan } }
      const theirs = { ...record.plan, sharedDevices: 'He can open her phone' }
      return {
        outcome: 'conflict',
        current: { ...record, plan: theirs, revision: record.revision + 1, updatedBy: colleague },
        yours: plan,
      }
    },
  })
  fill(devices, 'The car has an app')
  await user.click(await press(/Save: agreed with them today/))
  await screen.findByRole('heading', { name: 'Two versions of this plan' })
  await user.click(screen.getByRole('radio', { name: /^Keep both: Shared devices/ }))
  await user.click(await press('Edit with the chosen answers'))
  const both = 'He can open her phone\n\nThe car has an app'
  expect(valueOf(await screen.findByLabelText(/Shared devices/))).toBe(both)
  await user.click(await press(/Save: agreed with them today/))
  await waitFor(() => expect(bridge.inputsOf('safeContact.save')[1]?.plan.sharedDevices).toBe(both))
})

test('what was agreed before can be read, and is not put back without the client', async () => {
  await openApp(`${path}&mode=plan-versions`)
  await screen.findByText('the seed list')
  expect(screen.queryByRole('button', { name: /Put this version back/ })).toBeNull()
})

test('a number is added as confidential unless somebody says otherwise', async () => {
  const { user, bridge } = await openApp(path)
  const section = within(await screen.findByRole('region', { name: 'Numbers and addresses' }))
  await user.click(section.getByRole('button', { name: 'Add' }))
  await screen.findByRole('form', { name: 'Add number or address' })
  await user.click(screen.getByRole('radio', { name: 'Phone number' }))
  fill(screen.getByLabelText('Number, address or name'), '07700 900456')
  await user.keyboard('{Control>}s{/Control}')
  await waitFor(() =>
    expect(bridge.inputsOf('identifiers.add')[0]).toEqual({
      personId: personId(10),
      identifier: { kind: 'phone', value: '07700 900456', label: null, confidential: true, doNotUse: false },
    }),
  )
})

test('editing what is hidden leaves the number as it is', async () => {
  const { user, bridge } = await openApp(path)
  await user.click(await press(/^More about this: Phone number/))
  await user.click(await screen.findByRole('menuitem', { name: 'Edit' }))
  const value = await screen.findByLabelText('Number, address or name')
  expect(value).toHaveProperty('value', '')
  await user.click(screen.getByRole('checkbox', { name: /Must not be used/ }))
  await user.keyboard('{Control>}s{/Control}')
  await waitFor(() =>
    expect(bridge.inputsOf('identifiers.update')[0]).toMatchObject({
      ...{ id: phoneId, revision: 1, identifier: { value: null, doNotUse: true, confidential: true } },
    }),
  )
})

test('the confidential mark comes off only what is written out', async () => {
  const { user, bridge } = await openApp(path)
  await user.click(await press(/^More about this: Phone number/))
  await user.click(await screen.findByRole('menuitem', { name: 'Edit' }))
  await user.click(await screen.findByRole('checkbox', { name: /^Confidential/ }))
  await screen.findByText(/Write it out to take the mark off/)
  await user.keyboard('{Control>}s{/Control}')
  await screen.findByText('Write the number, address or name.')
  expect(bridge.inputsOf('identifiers.update')).toEqual([])
  bridge.fail('identifiers.update', 'invalid-input', { field: 'identifier.value', rule: 'value-to-unmark' })
  fill(screen.getByLabelText('Number, address or name'), '07700 900456')
  await user.keyboard('{Control>}s{/Control}')
  await screen.findByText(/This is not what is hidden/)
})
