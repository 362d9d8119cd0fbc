import { screen, within } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { CalendarDay, london } from '../../shared/kernel/dates.ts'
import { at, caseId } from './support/casework-data.ts'
import { theReport } from './support/fake-police-reports.ts'
import { boxOf, fill, openApp } from './support/open-app.tsx'

const path = `/cases/${caseId(1)}/police-reports`
const day = (text: string) => CalendarDay.parse(text)
const inGroup = (name: RegExp | string) => within(screen.getByRole('group', { name }))

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-24T12:00:00Z') })
})

test('the list says plainly what was recorded and what the advocate believes, with the silence on top', async () => {
  const report = theReport(1)
  await openApp(path, work => {
    work.reports = [report]
    const now = { from: day('2026-11-08'), to: day('2026-11-24'), days: 16, running: true, exact: true }
    const longest = { from: day('2026-10-05'), to: day('2026-11-08'), days: 34, running: false, exact: true }
    work.silences = [{ reportId: report.id, open: true, now, longest }]
    work.undatedContacts = 2
  })
  expect(await screen.findByText('Harassment (s2)')).toBeTruthy()
  expect(screen.getByText('You believe stalking (s2A)')).toBeTruthy()
  expect(screen.getByText('Not in touch for 16 days')).toBeTruthy()
  const line =
    'Police have not got in touch by themselves about an open report for 16 days, since 8 Nov 2026. Longest wait for them to get in touch: 34 days, 5 Oct 2026 to 8 Nov 2026.'
  expect(screen.getByText(line)).toBeTruthy()
  expect(screen.getByText('2 contacts from police have no date and do not count here.')).toBeTruthy()
})

test('the pane counts six months from the last incident, with how sure we are, for summary offences alone', async () => {
  const { user, bridge } = await openApp(path, work => {
    work.reports = [theReport(1)]
  })
  const edge = { at: at('2026-11-13T00:00:00.000Z'), zone: london, exact: true }
  bridge.answer('incidents.summary', () => ({
    ...{ incidents: 1, unfinished: 0, undated: 0, breached: 0, groups: [], first: edge, last: edge },
    reported: { yes: 0, no: 0, unknown: 0, 'not-asked': 1 },
  }))
  await user.click(await screen.findByText('Harassment (s2)'))
  expect(await screen.findByText('Recorded as harassment (s2); you believe stalking (s2A)')).toBeTruthy()
  const words = (await screen.findAllByText(/Six months after the last incident/)).map(({ textContent }) => textContent)
  expect(words).toHaveLength(2)
  for (const one of words) expect(one).toMatch(/13 May 2027, 170 days left.*Not legal advice;/)
})

test('without a dated incident no day is counted, and without a dated report no silence', async () => {
  const report = theReport(1)
  await openApp(`${path}?selected=${report.id}`, work => {
    work.reports = [report]
    work.silences = [{ reportId: report.id, open: true, now: null, longest: null }]
  })
  expect(await screen.findByText(/so no day can be counted/)).toBeTruthy()
  expect(await screen.findByText(/so no wait is counted/)).toBeTruthy()
})

test('an empty form says what it needs; an offence by its words becomes that offence; the rest is kept as said', async () => {
  const { user, bridge } = await openApp(`${path}?mode=new`)
  await screen.findByRole('form', { name: 'Record a police report' })
  await user.click(screen.getByRole('button', { name: /Save report/ }))
  const summary = await screen.findByRole('alert')
  for (const words of [/say how it was reported/i, /what police recorded it as/i, /whether police linked it/i])
    expect(within(summary).getAllByText(words).length).toBeGreaterThan(0)
  fill(inGroup(/^Reported/).getByLabelText('Date'), '5/10/26')
  await user.click(inGroup(/^How it was reported/).getByLabelText('Phone'))
  for (const question of [/^Police force$/, /^Officer$/, /^Collar number$/])
    await user.click(inGroup(question).getByText('Not known'))
  fill(boxOf(/Police recorded it as/), 'Harassment (s2)')
  await user.click(inGroup(/Did police link it/).getByLabelText('No'))
  await user.click(screen.getByRole('button', { name: 'Add a change' }))
  const change = inGroup('change 1 of 1')
  fill(change.getByLabelText('Changed on'), '1/10/26')
  fill(change.getByLabelText('It was'), 'Domestic incident')
  fill(change.getByLabelText('It became'), 'Harassment')
  await user.click(screen.getByRole('button', { name: /Save report/ }))
  expect((await screen.findAllByText(/re-classified before it was reported/)).length).toBeGreaterThan(0)
  expect(bridge.inputsOf('policeReports.record')).toEqual([])
  fill(change.getByLabelText('Changed on'), '12/10/26')
  await user.click(screen.getByRole('button', { name: /Save report/ }))
  expect(await screen.findByText('Police report recorded')).toBeTruthy()
  expect(bridge.inputsOf('policeReports.record')[0]?.report).toMatchObject({
    recordedAs: { value: { offence: 'OFF-PHA2', words: null }, missing: null },
    reclassifications: [{ on: '2026-10-12', from: 'Domestic incident', to: 'Harassment', reason: null }],
    outcome: { code: null, on: null, subCode: null, reason: null },
    linkedByPolice: 'no',
  })
})

test('an offence that was no law on the day of the report is marked, with the day from which it was', async () => {
  const { user } = await openApp(`${path}?mode=new`)
  await screen.findByRole('form', { name: 'Record a police report' })
  const believed = screen.getByRole('combobox', { name: /What you believe it to be/ })
  const offered = async () => {
    await user.click(believed)
    fill(believed, 'serious harm')
    return (await screen.findByRole('option', { name: /serious harm/ })).textContent
  }
  expect(await offered()).toBe('Message threatening death or serious harm (s181)')
  fill(inGroup(/^Reported/).getByLabelText('Date'), '5/10/23')
  expect(await offered()).toMatch(/Not yet law on the day of the report: from 31 Jan 2024/)
  await user.click(screen.getByRole('option', { name: /serious harm/ }))
  expect(screen.getByText('Not yet law on the day of the report: from 31 Jan 2024')).toBeTruthy()
})

test('dates that can’t be are told beside their questions, all at once, and nothing is lost', async () => {
  const report = theReport(1, { outcome: { code: 16, on: null, subCode: null, reason: null } })
  const { user, bridge } = await openApp(`${path}?selected=${report.id}&mode=edit`, work => {
    work.reports = [report]
  })
  await screen.findByRole('form', { name: 'Edit police report' })
  fill(boxOf(/Recorded as a crime on/), '4/10/26')
  fill(boxOf(/Outcome on/), '3/10/26')
  await user.click(screen.getByRole('button', { name: /Save changes/ }))
  expect((await screen.findAllByText(/can’t have recorded it before it was reported/)).length).toBeGreaterThan(0)
  expect(screen.getAllByText(/outcome can’t be before it was reported/).length).toBeGreaterThan(0)
  expect(bridge.inputsOf('policeReports.update')).toEqual([])
})

test('a conflict shows both versions and keeps one’s own words', async () => {
  const report = theReport(1)
  const { user, work } = await openApp(`${path}?selected=${report.id}&mode=edit`, each => {
    each.reports = [report]
  })
  await screen.findByRole('form', { name: 'Edit police report' })
  fill(screen.getByRole('textbox', { name: /^Notes/ }), 'Mine')
  work.reports = [{ ...report, note: 'Theirs', revision: 2 }]
  await user.click(screen.getByRole('button', { name: /Save changes/ }))
  expect(await screen.findByText('Two versions of this report')).toBeTruthy()
  expect(screen.getByText('Theirs')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Save the chosen answers' }))
  expect(await screen.findByText('Changes saved')).toBeTruthy()
  expect(work.reports[0]?.note).toBe('Mine')
})

test('code 0 is no outcome: it stays among those without one', async () => {
  await openApp(`${path}?show=open`, work => {
    const outcome = { on: null, subCode: null, reason: null }
    work.reports = [
      theReport(1, { outcome: { ...outcome, code: 0 }, crimeReference: 'EX/1/26' }),
      theReport(2, { outcome: { ...outcome, code: 18 }, crimeReference: 'EX/2/26' }),
    ]
  })
  expect(await screen.findByText('EX/1/26')).toBeTruthy()
  expect(screen.queryByText('EX/2/26')).toBeNull()
  expect(screen.getAllByText('No outcome yet').length).toBeGreaterThan(1) // the filter and the row
})
