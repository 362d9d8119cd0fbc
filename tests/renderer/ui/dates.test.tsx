import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { beforeEach, describe, expect, test } from 'vitest'
import { DayField } from '../../../renderer/ui/DayField.tsx'
import { TimeField } from '../../../renderer/ui/TimeField.tsx'
import { blankWhen, DayText, WhenText, whenToTyped, type WhenTyped } from '../../../renderer/ui/typed-dates.ts'
import { WhenField } from '../../../renderer/ui/WhenField.tsx'
import { CalendarDay } from '../../../shared/kernel/dates.ts'
import { problemsOf } from '../../../renderer/ui/problems.ts'
import { fakeBridge } from '../support/fake-bridge.ts'
import { renderPart } from '../support/render.tsx'

const today = CalendarDay.parse('2026-11-24')
beforeEach(() => void fakeBridge())

function HeldDay() {
  const [day, setDay] = useState<string | null>(null)
  return <DayField label="Promised by" optional value={day} onChange={setDay} today={today} />
}
function HeldTime() {
  const [time, setTime] = useState<string | null>('')
  return <TimeField label="Time" value={time} onChange={setTime} />
}
function HeldWhen({ start = blankWhen(), told }: { start?: WhenTyped; told?: (when: WhenTyped) => void }) {
  const [when, setWhen] = useState(start)
  const change = (next: WhenTyped) => {
    told?.(next)
    setWhen(next)
  }
  return <WhenField label="When was it?" value={when} onChange={change} today={today} />
}

describe('a typed day', () => {
  test.each([
    ['24/11/26', 'Tuesday 24 Nov 2026, today'],
    ['27 Nov 2026', 'Friday 27 Nov 2026, in 3 days'],
    ['yesterday', 'Monday 23 Nov 2026, yesterday'],
    ['1.3.26', 'Sunday 1 Mar 2026, 8 months ago'],
    ['31/2/26', 'Not a date yet. Type it like 24/11/26 or 24 Nov 2026'],
  ])('%s is understood as %s', async (typed, words) => {
    renderPart(<HeldDay />)
    await userEvent.type(screen.getByRole('textbox', { name: 'Promised by (optional)' }), typed)
    expect(screen.getByText(words)).toBeTruthy()
  })

  test('can be picked from a month with the keyboard', async () => {
    renderPart(<HeldDay />)
    const user = userEvent.setup()
    await user.click(screen.getByRole('button', { name: 'Choose from a calendar: Promised by' }))
    expect(await screen.findByRole('grid', { name: 'November 2026' })).toBeTruthy()
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Tuesday 24 Nov 2026')
    await user.keyboard('{ArrowDown}{ArrowRight}')
    expect(screen.getByRole('grid', { name: 'December 2026' })).toBeTruthy()
    await user.keyboard('{Enter}')
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Promised by (optional)' }).value).toBe('2 Dec 2026')
  })
})

test.each([
  ['2.15pm', '14:15'],
  ['0930', '09:30'],
  ['25:00', 'Not a time yet. Type it like 09:30 or 2.15pm'],
])('a time typed %s is said back as %s', async (typed, words) => {
  renderPart(<HeldTime />)
  await userEvent.type(screen.getByRole('textbox', { name: 'Time' }), typed)
  expect(screen.getByText(words)).toBeTruthy()
})

describe('when something happened', () => {
  test('asks which of two 01:30s on the night the clocks go back, and keeps the answer', async () => {
    const seen: WhenTyped[] = []
    renderPart(<HeldWhen told={when => seen.push(when)} />)
    const user = userEvent.setup()
    await user.type(screen.getByRole('textbox', { name: 'Date' }), '25/10/26')
    await user.type(screen.getByRole('textbox', { name: 'Time' }), '1.30am')
    expect(screen.getByRole('group', { name: /so 01:30 came twice/ })).toBeTruthy()
    await user.click(screen.getByRole('radio', { name: 'The second 01:30 (GMT)' }))
    const typed = seen.at(-1)
    expect(WhenText.parse(typed).from).toBe('2026-10-25T01:30:00.000Z')
    expect(WhenText.parse({ ...typed, which: 'first' }).from).toBe('2026-10-25T00:30:00.000Z')
    expect(problemsOf(WhenText.safeParse({ ...typed, which: null }))).toMatchObject({
      which: 'Say which of the two times it was.',
    })
  })

  test('a time that the clocks skipped is told, not moved', () => {
    const typed = { ...blankWhen(), day: '29/3/26', time: '01:30' }
    expect(problemsOf(WhenText.safeParse(typed))['time']).toMatch(/Clocks went forward/)
  })

  test('a day without a time is kept as the day only, and says so', async () => {
    renderPart(<HeldWhen />)
    await userEvent.type(screen.getByRole('textbox', { name: 'Date' }), '24/11/26')
    expect(screen.getByText(/no time: kept as the day only/)).toBeTruthy()
    expect(WhenText.parse({ ...blankWhen(), day: '24/11/26' })).toMatchObject({
      precision: 'day',
      from: '2026-11-24T00:00:00.000Z',
    })
  })

  test('a range asks for both days and refuses one that runs backwards', async () => {
    renderPart(<HeldWhen />)
    await userEvent.click(screen.getByRole('radio', { name: 'Between two days' }))
    expect(screen.getByRole('textbox', { name: 'First day' })).toBeTruthy()
    expect(screen.getByRole('textbox', { name: 'Last day' })).toBeTruthy()
    const range: WhenTyped = { ...blankWhen(), precision: 'range', day: '3/5/26', untilDay: '1/5/26' }
    expect(problemsOf(WhenText.safeParse(range))['untilDay']).toMatch(/before the start/)
    expect(WhenText.parse({ ...range, untilDay: '5/5/26' })).toMatchObject({
      from: '2026-05-02T23:00:00.000Z',
      to: '2026-05-04T23:00:00.000Z',
    })
  })

  test('not known is an answer and asks nothing more', async () => {
    renderPart(<HeldWhen />)
    await userEvent.click(screen.getByRole('radio', { name: 'Not known' }))
    expect(screen.queryByRole('textbox')).toBeNull()
    expect(WhenText.parse({ ...blankWhen(), precision: 'unknown' })).toMatchObject({ from: null, to: null })
  })

  test.each(['minute', 'day', 'about', 'range', 'unknown'] as const)(
    '%s comes back for correction as it went in',
    precision => {
      const typed: WhenTyped = {
        ...blankWhen(),
        precision,
        day: '25/10/26',
        time: '1.30am',
        untilDay: '27/10/26',
        which: 'second',
      }
      const stored = WhenText.parse(typed)
      expect(WhenText.parse(whenToTyped(stored))).toEqual(stored)
    },
  )
})

test('a day that is none is refused with what to write', () => {
  expect(DayText.safeParse('soon').error?.issues[0]?.message).toBe('day-not-read')
})
