import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { AppError } from '../../shared/kernel/errors.ts'
import { aPack } from '../support/risk-assessments.ts'
import { fakeBridge, type Handlers } from './support/fake-bridge.ts'
import { riskHandlers } from './support/fake-risk.ts'
import { manager, openVault, renderApp } from './support/render.tsx'

const open: Handlers = { ...openVault, ...riskHandlers() }

function openForms(handlers: Handlers = open) {
  const bridge = fakeBridge(handlers)
  const view = renderApp(bridge, '/settings?section=risk-forms')
  const choose = async (text: string) => {
    await screen.findByRole('button', { name: 'Load a form…' })
    const input = view.container.ownerDocument.querySelector<HTMLInputElement>('input[type=file]')
    if (!input) throw new Error('no file question')
    await userEvent.upload(input, new File([text], 'form.json', { type: 'application/json' }))
  }
  return { bridge, choose }
}

test('the forms that come with Waymark say what they are and how far they were checked', async () => {
  openForms()
  const list = await screen.findByRole('list', { name: 'Risk forms' })
  expect(list.textContent).toContain('24 topics: domestic abuse, version 1')
  expect(list.textContent).toContain('Comes with Waymark · 24 questions · from a second-hand source')
})

test('a form is looked at, its questions in sight, before it is loaded for good', async () => {
  const row = (json: string) => ({
    ...{ id: 'own-form' as never, version: 1, title: 'Our own form', effectiveFrom: null, effectiveTo: null }, // a name as a form has it
    ...{ status: 'unverified' as const, items: json.length, newest: true, loadedAt: null, loadedBy: null },
  })
  const { bridge, choose } = openForms({ ...open, 'instruments.load': ({ json }) => row(json) })
  await choose(aPack())
  const dialog = within(await screen.findByRole('dialog', { name: 'Load this form?' }))
  expect(dialog.getByText('Topic three')).toBeTruthy()
  expect(dialog.getByText('Invented for a test')).toBeTruthy()
  expect(bridge.inputsOf('instruments.load')).toEqual([])
  await userEvent.click(dialog.getByRole('button', { name: 'Load this form' }))
  await waitFor(() => expect(bridge.inputsOf('instruments.load')).toEqual([{ json: aPack() }]))
  expect(await screen.findByText('Our own form, version 1, is loaded')).toBeTruthy()
})

const wrong: [string, string, RegExp][] = [
  [
    'a threshold beyond what it can reach',
    aPack({ bands: [band('high', 99)] }),
    /begins above the most points.*Look at: bands/,
  ],
  ['levels that fall', aPack({ bands: [band('high', 1), band('standard', 2)] }), /don’t rise from standard to high/],
  ['a threshold that is no number', aPack({ bands: [band('high', 'many')] }), /Look at: bands, number 1, from\./],
  ['no JSON', '{ "id": ', /This is not JSON/],
  ['a film', 'x'.repeat(200_001), /too long for a form/],
]
function band(level: string, from: unknown) {
  return { level, from, status: 'unverified', source: 'Example Service' }
}
test.each(wrong)('a form with %s is refused in a sentence that says where', async (_, text, sentence) => {
  const { bridge, choose } = openForms()
  await choose(text)
  expect((await screen.findByRole('alert')).textContent).toMatch(sentence)
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(bridge.inputsOf('instruments.load')).toEqual([])
})

test('a version that others rest on is not replaced, and the dialog says so', async () => {
  const { choose } = openForms({
    ...open,
    'instruments.load': () => {
      throw new AppError('invalid-input', { field: 'json', rule: 'instrument-version-taken' })
    },
  })
  await choose(aPack())
  await userEvent.click(await screen.findByRole('button', { name: 'Load this form' }))
  expect(await screen.findByText(/Give yours a new version number/)).toBeTruthy()
})

test('an advocate sees the forms and who may load one', async () => {
  const actor = { ...manager, role: 'advocate' as const }
  openForms({
    ...open,
    'vault.status': () => ({ state: 'open', actor, practice: false, recoveryConfirmed: true, waitSeconds: 0 }),
  })
  const button = await screen.findByRole('button', { name: /Load a form/ })
  expect(button.getAttribute('aria-disabled')).toBe('true')
})
