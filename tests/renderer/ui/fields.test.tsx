import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState, type ReactNode } from 'react'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { ChoiceField } from '../../../renderer/ui/ChoiceField.tsx'
import { ChecksField } from '../../../renderer/ui/ChecksField.tsx'
import { KnownField } from '../../../renderer/ui/KnownField.tsx'
import { PassphraseField } from '../../../renderer/ui/PassphraseField.tsx'
import { SelectField } from '../../../renderer/ui/SelectField.tsx'
import { StrengthMeter } from '../../../renderer/ui/StrengthMeter.tsx'
import { TextField } from '../../../renderer/ui/TextField.tsx'
import type { Known } from '../../../shared/kernel/known.ts'
import { fakeBridge } from '../support/fake-bridge.ts'
import { renderPart } from '../support/render.tsx'

beforeEach(() => void fakeBridge())

type Held<Value> = { value: Value; onChange: (value: Value) => void }
/** Keeps a field's value, as a form does, and shows each change to `told`. */
function Holder<Value>({
  start,
  told,
  field,
}: {
  start: Value
  told: (value: Value) => void
  field: (held: Held<Value>) => ReactNode
}) {
  const [value, setValue] = useState(start)
  const onChange = (next: Value) => {
    told(next)
    setValue(next)
  }
  return field({ value, onChange })
}
function held<Value>(start: Value, field: (held: Held<Value>) => ReactNode) {
  const told = vi.fn<(value: Value) => void>()
  renderPart(<Holder start={start} told={told} field={field} />)
  return { told, user: userEvent.setup() }
}

describe('a question', () => {
  test('ties label, hint and error to its answer, and says "Error" in words', () => {
    renderPart(<TextField label="Officer" hint="As they gave it." error="Write a name." value="" />)
    const box = screen.getByRole('textbox', { name: 'Officer' })
    expect(box.getAttribute('aria-invalid')).toBe('true')
    const described = (box.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map(id => document.getElementById(id)?.textContent)
    expect(described).toEqual(['As they gave it.', 'Error: Write a name.'])
  })

  test('counts down near the limit and goes on taking text past it', async () => {
    const { user } = held<string | null>('', props => <TextField label="Note" maxLength={30} {...props} />)
    const box = screen.getByRole('textbox', { name: 'Note' })
    await user.type(box, '123456789')
    expect(screen.queryByText(/left/)).toBeNull()
    await user.type(box, '0')
    expect(screen.getByText('20 characters left')).toBeTruthy()
    await user.type(box, 'abcdefghijklmnopqrstuv')
    expect(screen.getByText('2 characters too many')).toBeTruthy()
  })

  test('left empty where it is optional is null, not an empty text', async () => {
    const { user, told } = held<string | null>('A', props => <TextField label="Reference" optional {...props} />)
    await user.clear(screen.getByRole('textbox', { name: 'Reference (optional)' }))
    expect(told).toHaveBeenLastCalledWith(null)
  })
})

describe('a choice', () => {
  test('is a named group of radio buttons that arrow keys move in', async () => {
    const options = { phone: 'Phone', email: 'Email', letter: 'Letter' }
    const { user, told } = held<string | null>('phone', props => (
      <ChoiceField label="How" options={options} {...props} />
    ))
    const group = screen.getByRole('group', { name: 'How' })
    within(group).getByRole<HTMLInputElement>('radio', { name: 'Phone' }).focus()
    await user.keyboard('{ArrowRight}')
    expect(told).toHaveBeenLastCalledWith('email')
    expect(within(group).queryByRole('button', { name: 'Clear' })).toBeNull()
  })

  test('can be taken back where it is optional', async () => {
    const { user, told } = held<string | null>('a', props => (
      <ChoiceField label="How" optional options={{ a: 'A', b: 'B' }} {...props} />
    ))
    await user.click(screen.getByRole('button', { name: 'Clear' }))
    expect(told).toHaveBeenLastCalledWith(null)
  })

  test('of several keeps them in the order of the options', async () => {
    const options = { a: 'First', b: 'Second', c: 'Third' }
    const { user, told } = held<readonly string[]>(['c'], props => (
      <ChecksField label="Which" options={options} {...props} />
    ))
    await user.click(screen.getByRole('checkbox', { name: 'First' }))
    expect(told).toHaveBeenLastCalledWith(['a', 'c'])
  })

  test('from a long list is found by typing', async () => {
    const options = Array.from({ length: 40 }, (_, index) => ({
      value: `f${String(index)}`,
      label: `Force ${String(index)}`,
    }))
    const { user, told } = held<string | null>(null, props => (
      <SelectField label="Police force" options={options} {...props} />
    ))
    await user.type(screen.getByRole('combobox', { name: 'Police force' }), 'Force 37')
    await user.click(await screen.findByRole('option', { name: 'Force 37' }))
    expect(told).toHaveBeenLastCalledWith('f37')
  })
})

describe('an answer that may be missing', () => {
  const nothing: Known<string> = { value: null, missing: null }

  test('is text, or a reason as a value of its own', async () => {
    const { user, told } = held(nothing, props => <KnownField label="Officer" {...props} />)
    await user.type(screen.getByRole('textbox', { name: 'Officer' }), 'PC Vale')
    expect(told).toHaveBeenLastCalledWith({ value: 'PC Vale', missing: null })
    await user.click(screen.getByRole('button', { name: 'Not asked' }))
    expect(told).toHaveBeenLastCalledWith({ value: null, missing: 'not-asked' })
    expect(screen.getByRole('button', { name: 'Not asked' }).getAttribute('aria-pressed')).toBe('true')
  })

  test('gives back what was typed when the reason is taken away', async () => {
    const { user, told } = held(nothing, props => <KnownField label="Officer" {...props} />)
    await user.type(screen.getByRole('textbox', { name: 'Officer' }), 'Vale')
    await user.click(screen.getByRole('button', { name: 'Declined to say' }))
    await user.click(screen.getByRole('button', { name: 'Declined to say' }))
    expect(told).toHaveBeenLastCalledWith({ value: 'Vale', missing: null })
  })

  test('typing takes the reason away', async () => {
    const { user, told } = held<Known<string>>({ value: null, missing: 'unknown' }, props => (
      <KnownField label="Officer" {...props} />
    ))
    await user.type(screen.getByRole('textbox', { name: 'Officer' }), 'V')
    expect(told).toHaveBeenLastCalledWith({ value: 'V', missing: null })
  })
})

describe('a passphrase', () => {
  test('is hidden until shown', async () => {
    const { user } = held('four words', props => <PassphraseField label="Passphrase" {...props} />)
    const box = screen.getByLabelText('Passphrase')
    expect(box.getAttribute('type')).toBe('password')
    await user.click(screen.getByRole('button', { name: 'Show' }))
    expect(box.getAttribute('type')).toBe('text')
    expect(box.getAttribute('autocomplete')).toBe('off')
  })

  test('warns of Caps Lock', async () => {
    const { user } = held('', props => <PassphraseField label="Passphrase" {...props} />)
    await user.click(screen.getByLabelText('Passphrase'))
    await user.keyboard('{CapsLock}a')
    expect(screen.getByText(/Caps Lock is on/)).toBeTruthy()
  })

  test('its strength is said in words', () => {
    renderPart(<StrengthMeter score={1} words="Guessed in minutes." />)
    expect(screen.getByText('Weak.').parentElement?.textContent).toBe('Weak. Guessed in minutes.')
  })
})
