import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { caseId, colleague } from './support/casework-data.ts'
import type { FakeBridge, Handlers } from './support/fake-bridge.ts'
import { anAssessment, riskHandlers } from './support/fake-risk.ts'
import { fill, openApp } from './support/open-app.tsx'

const path = `/cases/${caseId(1)}/risk`
const asking = `${path}?mode=new&form=topics-24:1`
function answerBy(bridge: FakeBridge, handlers: Handlers): void {
  for (const [name, handler] of Object.entries(handlers)) bridge.answer(name as keyof Handlers, handler) // its own keys
}
const topic = (name: string) => screen.findByRole('group', { name: new RegExp(`^${name}`) })
const press = async (name: string, key: string) =>
  fireEvent.keyDown(within(await topic(name)).getByRole('radio', { checked: true }), { key })

test('the header says level, age and that a review is due, with what happened since', async () => {
  await openApp(path)
  const header = await screen.findByLabelText('This case')
  await waitFor(() => expect(header.textContent).toContain('High'))
  expect(header.textContent).toContain('days ago')
  expect(header.textContent).toContain('review due')
  expect(header.textContent).toContain('1 incident since')
})

test('without one the header says so, and the list offers to assess', async () => {
  const { bridge, user } = await openApp(`/cases/${caseId(1)}/people`)
  answerBy(bridge, riskHandlers(null))
  await user.click(await screen.findByRole('link', { name: 'Risk' }))
  await screen.findByText('No assessment yet')
})

test('keys answer a topic and go on; the count keeps open answers apart from no', async () => {
  await openApp(asking)
  await press('Injury this time', 'y')
  await press('Very frightened', 'n')
  await press('Fears more injury or violence', 'd')
  await screen.findByText('1 yes, 1 no, 1 don’t know, 21 not asked')
  expect(document.activeElement?.closest('fieldset')?.textContent).toContain('Isolation')
  await press('Injury this time', '-')
  await screen.findByText('0 yes, 1 no, 1 don’t know, 22 not asked')
  expect(document.body.textContent).toContain('It is not a prediction')
})

test('the earlier answer stands beside each topic', async () => {
  await openApp(asking)
  await waitFor(async () => expect((await topic('Injury this time')).textContent).toContain('Before: Yes, 2 Nov 2026'))
  expect((await topic('Police history')).textContent).toContain('Before: Not asked, 2 Nov 2026')
})

test('a judgement above the count needs its reason, and goes out with every answer', async () => {
  const { bridge, user } = await openApp(asking)
  fill(await screen.findByLabelText('Date'), '23/11/26')
  await press('Injury this time', 'y')
  await user.click(within(await topic('Your judgement')).getByLabelText('High'))
  await user.click(screen.getByRole('button', { name: 'Save assessment' }))
  await screen.findAllByText('Say why: your judgement is not what the count alone says.')
  expect(bridge.inputsOf('riskAssessments.record')).toHaveLength(0)
  fill(screen.getByLabelText(/Reason for your judgement/), 'Threats to kill')
  await user.click(screen.getByRole('button', { name: 'Save assessment' }))
  await waitFor(() => expect(bridge.inputsOf('riskAssessments.record')).toHaveLength(1))
  expect(bridge.inputsOf('riskAssessments.record')[0]).toMatchObject({
    caseId: caseId(1),
    assessment: { judgement: 'high', reason: 'Threats to kill', marac: null, nextReview: null },
  })
  expect(bridge.inputsOf('riskAssessments.record')[0]?.assessment.answers).toHaveLength(24)
})

test('a save in between shows both versions', async () => {
  const { user } = await openApp(`${path}?selected=${anAssessment.id}&mode=edit`)
  fill(await screen.findByLabelText(/Reason for your judgement/), 'As I have it')
  await user.click(screen.getByRole('button', { name: 'Save changes' }))
  await screen.findByText('Two versions of this assessment')
  expect(document.body.textContent).toContain('Theirs')
  expect(document.body.textContent).toContain('As I have it')
})

test('two who answer different topics of one assessment lose neither answer', async () => {
  const { user, bridge } = await openApp(`${path}?selected=${anAssessment.id}&mode=edit`)
  const answered = (at: number) => anAssessment.answers.map((one, place) => (place === at ? yes(one) : one))
  const yes = (one: (typeof anAssessment.answers)[number]) => ({ ...one, answer: 'yes' as const })
  const theirs = { ...anAssessment, revision: 2, updatedBy: colleague, answers: answered(20) }
  bridge.answer('riskAssessments.update', ({ assessment, revision }) =>
    revision === 1
      ? { outcome: 'conflict', current: theirs, yours: assessment }
      : { outcome: 'saved', record: { ...theirs, ...assessment } },
  )
  await press('Police history', 'y')
  await user.click(screen.getByRole('button', { name: 'Save changes' }))
  await screen.findByText(/theirs for 1 answer that only they changed, yours for 1 answer that only you changed/)
  await user.click(screen.getByRole('button', { name: 'Save the chosen answers' }))
  await waitFor(() => expect(bridge.inputsOf('riskAssessments.update')).toHaveLength(2))
  const saved = bridge.inputsOf('riskAssessments.update')[1]?.assessment.answers ?? []
  expect(saved[20]?.answer).toBe('yes')
  expect(saved.filter(({ answer }) => answer === 'yes')).toHaveLength(11)
})

test('an assessment shows its level, its count in words, and every answer', async () => {
  await openApp(`${path}?selected=${anAssessment.id}`)
  expect((await screen.findAllByText('9 of 24 answered yes')).length).toBeGreaterThan(0)
  expect(screen.getByText('He will not stop')).toBeTruthy()
  expect(screen.getByText('Police history')).toBeTruthy()
  expect(document.body.textContent).toContain('studies report')
})
