import { useForm } from '@mantine/form'
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import * as z from 'zod'
import { ChoiceField } from '../../../renderer/ui/ChoiceField.tsx'
import { useDraftForm } from '../../../renderer/ui/draft-form.ts'
import { Form } from '../../../renderer/ui/Form.tsx'
import { KnownField } from '../../../renderer/ui/KnownField.tsx'
import { TextField } from '../../../renderer/ui/TextField.tsx'
import { flushDrafts } from '../../../renderer/lib/drafts.ts'
import type { ErrorShape } from '../../../shared/kernel/errors.ts'
import { known } from '../../../shared/kernel/known.ts'
import { fakeBridge, type FakeBridge } from '../support/fake-bridge.ts'
import { renderPart } from '../support/render.tsx'

const Questions = z.strictObject({
  how: z
    .enum(['phone', 'letter'])
    .nullable()
    .pipe(z.enum(['phone', 'letter'])),
  officer: known(z.string().trim().min(1).max(10)),
  said: z.string().trim().min(1),
})
type Answers = z.input<typeof Questions>
const blank: Answers = { how: null, officer: { value: null, missing: null }, said: '' }
const draftKey = 'police-contact:new:case'

let bridge: FakeBridge
beforeEach(() => {
  bridge = fakeBridge()
})

function Contact({
  onSaved,
  error,
  busy = false,
}: {
  onSaved: (answers: unknown) => void
  error?: ErrorShape
  busy?: boolean
}) {
  const form = useDraftForm(Questions, draftKey, blank)
  return (
    <Form label="Record a contact" ready={form.initialized} busy={busy} error={error} onSubmit={form.onSubmit(onSaved)}>
      <ChoiceField label="How" options={{ phone: 'Phone', letter: 'Letter' }} {...form.getInputProps('how')} />
      <KnownField label="Officer" {...form.getInputProps('officer')} />
      <TextField label="What was said" lines={3} {...form.getInputProps('said')} />
    </Form>
  )
}
const said = () => screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'What was said' })

test('a failed try lists what needs correcting, with links that go to the question', async () => {
  const onSaved = vi.fn()
  renderPart(<Contact onSaved={onSaved} />)
  const user = userEvent.setup()
  await said()
  await user.click(screen.getByRole('button', { name: /^Save/ }))
  const summary = await screen.findByRole('alert')
  expect(summary.textContent).toContain('3 answers need correcting')
  await waitFor(() => expect(document.activeElement).toBe(summary))
  await user.click(screen.getByRole('link', { name: /^Officer: / }))
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Officer' }))
  await user.click(screen.getByRole('link', { name: /^How: / }))
  expect(document.activeElement).toBe(screen.getByRole('radio', { name: 'Phone' }))
  expect(onSaved).not.toHaveBeenCalled()
})

test('the summary shrinks as answers are corrected, and Ctrl+S sends', async () => {
  const onSaved = vi.fn()
  renderPart(<Contact onSaved={onSaved} />)
  const user = userEvent.setup()
  await said()
  await user.keyboard('{Control>}s{/Control}')
  await screen.findByText('3 answers need correcting')
  await user.click(screen.getByRole('radio', { name: 'Phone' }))
  await screen.findByText('2 answers need correcting')
  await user.click(screen.getByRole('button', { name: 'Not known' }))
  await user.type(await said(), 'He was outside again.')
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
  await user.keyboard('{Control>}s{/Control}')
  expect(onSaved.mock.calls[0]?.[0]).toEqual({
    how: 'phone',
    officer: { value: null, missing: 'unknown' },
    said: 'He was outside again.',
  })
})

test('Ctrl+Enter sends from inside a box of several lines; Enter alone does not', async () => {
  const onSaved = vi.fn()
  bridge.drafts.set(draftKey, { how: 'phone', officer: { value: 'Vale', missing: null }, said: 'Kept words' })
  renderPart(<Contact onSaved={onSaved} />)
  const user = userEvent.setup()
  await user.click(await said())
  await user.keyboard('{Enter}')
  expect(onSaved).not.toHaveBeenCalled()
  await user.keyboard('{Control>}{Enter}{/Control}')
  expect(onSaved).toHaveBeenCalledOnce()
})

test('a problem inside an answer of two parts is told at the question', async () => {
  bridge.drafts.set(draftKey, { ...blank, officer: { value: 'far too long a name', missing: null } })
  renderPart(<Contact onSaved={vi.fn()} />)
  await said()
  await userEvent.click(screen.getByRole('button', { name: /^Save/ }))
  expect(await screen.findByText('This is too long. Use at most 10 characters.')).toBeTruthy()
})

test('what the store refuses is said in a sentence, and the words stay', async () => {
  bridge.drafts.set(draftKey, { ...blank, said: 'Kept words' })
  renderPart(<Contact onSaved={vi.fn()} error={{ code: 'disk-full', details: {} }} />)
  expect((await screen.findByRole('alert')).textContent).toContain('The disk is full.')
  expect((await said()).value).toBe('Kept words')
})

test('is not sent twice while it is being saved', async () => {
  const onSaved = vi.fn()
  bridge.drafts.set(draftKey, { how: 'phone', officer: { value: 'Vale', missing: null }, said: 'Words' })
  renderPart(<Contact busy onSaved={onSaved} />)
  await said()
  await userEvent.click(screen.getByRole('button', { name: /^Save/ }))
  await userEvent.keyboard('{Control>}s{/Control}')
  expect(onSaved).not.toHaveBeenCalled()
})

test('half-typed words are in the vault when a lock asks for them', async () => {
  renderPart(<Contact onSaved={vi.fn()} />)
  await userEvent.type(await said(), 'Half a sen')
  await flushDrafts()
  expect(bridge.drafts.get(draftKey)).toMatchObject({ said: 'Half a sen' })
})

test('half-typed words come back, and a form that nobody touched writes no draft', async () => {
  bridge.drafts.set(draftKey, { said: 'From before the lock' })
  renderPart(<Contact onSaved={vi.fn()} />)
  expect((await said()).value).toBe('From before the lock')
  await flushDrafts()
  expect(bridge.inputsOf('drafts.write')).toEqual([])
})

test('a draft that can not be read keeps nobody from writing', async () => {
  bridge.fail('drafts.read', 'unavailable')
  renderPart(<Contact onSaved={vi.fn()} />)
  expect((await said()).value).toBe('')
})

test('a form without a draft works the same', async () => {
  const sent = vi.fn()
  function Plain() {
    const form = useForm({
      initialValues: { name: '' },
      validate: { name: value => (value === '' ? 'Write a name.' : null) },
    })
    return (
      <Form label="Name it" submitLabel="Go on" onSubmit={form.onSubmit(sent)}>
        <TextField label="What is it called?" {...form.getInputProps('name')} />
      </Form>
    )
  }
  renderPart(<Plain />)
  await userEvent.click(screen.getByRole('button', { name: /^Go on/ }))
  expect(await screen.findByRole('link', { name: 'What is it called? Write a name.' })).toBeTruthy()
})
