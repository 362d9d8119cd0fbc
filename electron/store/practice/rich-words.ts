import type { Exchange, ReportStory } from './police-words.ts'
import type { Todo } from './tell-court.ts'
import type { OfficerInCase } from './tell-police.ts'
import type { Assessed } from './tell-risk.ts'

export type News = {
  ago: number
  reason: string
  code?: number
  reclassified?: { offence: string; from: string; to: string }
  linkedByPolice?: 'yes' | 'no'
}
type RichReport = ReportStory & {
  ago: number
  officer: OfficerInCase
  news: readonly News[]
  /** Further contacts about it, so many days ago. */
  further: readonly number[]
}
/** The four reports of the rich case and what became of each. */
export const richReports: readonly RichReport[] = [
  {
    ...{ ago: 389, upTo: 2, recorded: { offence: 'OFF-MCA1' }, believed: 'OFF-PHA2A', officer: 0 },
    why: 'Recorded as messages. The calls, the flowers and the visit to work were told in the same report.',
    news: [
      { ago: 352, code: 18, reason: 'Filed: a withheld number, and nobody asked the network.', linkedByPolice: 'no' },
    ],
    further: [383, 376],
  },
  {
    ...{ ago: 296, upTo: 3, recorded: { words: 'Criminal damage to a vehicle' }, believed: 'OFF-PHA2A', officer: 0 },
    why: 'Recorded for the car alone, though {she} named {him} and gave the earlier reference.',
    news: [
      {
        ago: 271,
        code: 18,
        reason: 'Filed as unsolved. The doorbell pictures had been overwritten.',
        linkedByPolice: 'no',
      },
    ],
    further: [284, 262],
  },
  {
    ...{ ago: 171, upTo: 4, recorded: { offence: 'OFF-PHA2' }, believed: 'OFF-PHA4A', officer: 1 },
    why: '{She} has moved shifts, route and number, and sleeps elsewhere on most nights: a serious effect, as s4A asks.',
    news: [
      { ago: 154, code: 15, reason: 'Told that it is one word against another. The screenshots were not asked for.' },
      {
        ...{ ago: 121, code: 0, linkedByPolice: 'yes' },
        reason: 'After the review: the earlier reports were looked at together.',
        reclassified: {
          offence: 'OFF-PHA4A',
          from: 'Harassment (s2)',
          to: 'Stalking with serious alarm or distress (s4A)',
        },
      },
      { ago: 62, code: 1, reason: 'Charged with stalking (s4A).' },
    ],
    further: [166, 137, 99, 50],
  },
  {
    ...{ ago: 23, upTo: 4, recorded: { offence: 'OFF-NMO' }, believed: 'OFF-NMO', officer: 1 },
    why: 'The third breach of the order. The first two were put on the record of the old report and led to nothing.',
    news: [{ ago: 21, reason: '' }],
    further: [],
  },
]

type RichExchange = Exchange & {
  report: number
  ago: number
  officer: OfficerInCase | null
  keptAfter: number | null
  due: number
}
const told = { channel: 'phone', direction: 'from-police', keptAfter: null, due: 7 } as const
const asked = { channel: 'phone', direction: 'to-police', keptAfter: null, due: 7 } as const
/** What was said about each report, beside everyday calls. */
export const richExchanges: readonly RichExchange[] = [
  {
    ...told,
    report: 0,
    ago: 388,
    officer: 0,
    said: 'Reference given. Advised to block the number and to keep off social media.',
  },
  {
    ...{ ...asked, report: 0, ago: 368, officer: 0, promised: 'Ask the network who rang', keptAfter: 14, due: 10 },
    said: 'Asked for the network to be asked before its records are gone. The officer had thought that it costs too much.',
  },
  { ...told, report: 0, ago: 351, officer: 0, said: 'Filed. The officer said that there is no proof of who rang.' },
  {
    ...{
      ...asked,
      report: 1,
      ago: 295,
      officer: null,
      promised: 'Ask the neighbour for the doorbell pictures',
      keptAfter: 12,
      due: 3,
    },
    said: 'Gave the reference of the first report and asked for the two to be linked. The call taker could not see it.',
  },
  {
    ...told,
    report: 1,
    ago: 278,
    officer: 0,
    said: 'The pictures had been overwritten: nobody had asked within the week.',
  },
  { ...told, report: 1, ago: 270, officer: 0, said: 'Filed as unsolved. {He} was not spoken to.' },
  {
    ...{ ...asked, report: 2, ago: 170, officer: 1, promised: 'Read the list of incidents', keptAfter: 11, due: 5 },
    said: 'Sent the list of all incidents with both earlier references, and asked for one officer for all of it.',
  },
  {
    ...{ ...told, report: 2, ago: 160, officer: 1 },
    said: '{He} was interviewed and released under investigation, without conditions. {She} heard it from us.',
  },
  {
    ...told,
    report: 2,
    ago: 153,
    officer: 1,
    said: 'No further action: not enough evidence. Asked for it in writing.',
    promised: 'The decision in writing, with reasons',
    keptAfter: 8,
  },
  {
    ...{
      ...asked,
      channel: 'email',
      report: 2,
      ago: 134,
      officer: null,
      promised: 'A decision on the review',
      keptAfter: 13,
      due: 20,
    },
    said: 'Asked for a review of the decision (victim’s right to review) with the list of incidents and the two earlier references.',
  },
  {
    ...{ ...told, report: 2, ago: 121, officer: 1 },
    said: 'Taken up again. The three reports are linked, and it is now recorded as stalking (s4A).',
  },
  {
    ...{ ...asked, report: 2, ago: 70, officer: 1, promised: 'Someone to come out today', due: 0 },
    said: 'Reported the first breach, with the order’s number and the day it was served. Nobody came.',
  },
  {
    ...told,
    report: 2,
    ago: 62,
    officer: 1,
    said: '{He} has been charged with stalking (s4A). First appearance in a week.',
  },
  {
    ...{ ...asked, report: 2, ago: 43, officer: 1, promised: 'The breach to be looked at by a supervisor', due: 7 },
    said: 'Reported the second breach. It was put on the record of the old report; no crime was recorded for it.',
  },
  {
    ...{ ...asked, report: 3, ago: 22, officer: null, promised: 'The officer in the case to ring today', due: 1 },
    said: 'Reported the third breach and asked for an arrest. The call taker did not see the order on the computer.',
  },
  {
    ...{ ...asked, channel: 'email', report: 3, ago: 14, officer: 1, due: 7 },
    said: 'Wrote to the officer and the supervisor: three breaches in seven weeks, no arrest, trial in five. No answer so far.',
  },
  {
    ...{ ...asked, report: 2, ago: 9, officer: 1, promised: 'The phone report to be served before the trial', due: 16 },
    said: 'Asked where the phone report is. It has been asked for again.',
  },
]

/** Three assessments: one above its count with the reason, one with another form, and one whose review has come due. */
export const richAssessments: readonly Assessed[] = [
  {
    ...{ ago: 405, form: 'topics-24', yes: 8, open: 7, judgement: 'high', marac: 'referred' },
    reason:
      'Eight of the topics, but seven were not known or not asked on the first day. Strangling once, separation this spring, and contact on every day: high whatever the count says.',
    clientView: 'Thinks that it will stop when {he} meets somebody else.',
    escalation: 'Began with messages; within three weeks {he} stood outside work.',
  },
  {
    ...{ ago: 170, form: 'topics-11', yes: 7, open: 2, judgement: 'high', marac: null },
    reason:
      'The form has no levels. Visits more than three times a week, property, helpers, and {she} no longer sleeps at home.',
    clientView: 'Is sure that {he} will come into the house one day.',
    escalation: 'From messages to the car to the door in six months.',
    note: 'Asked again because of the report on the day before.',
  },
  {
    ...{ ago: 58, form: 'topics-24', yes: 16, open: 3, judgement: 'high', reason: null, marac: 'referred' },
    clientView: 'Feels safer since the charge, and knows that {he} is angry about it.',
    escalation: 'First breach within two weeks of the order. {He} learns of each hearing and comes the same week.',
  },
]

export const richTasks: readonly Todo[] = [
  { title: 'Ask for the crime reference', addedAgo: 388, dueAgo: 386, doneAgo: 388 },
  { title: 'Ask for the decision in writing', addedAgo: 153, dueAgo: 148, doneAgo: 145 },
  { title: 'Ask for the review of the decision', addedAgo: 145, dueAgo: 134, doneAgo: 134 },
  {
    title: 'Go through the safe-contact plan',
    addedAgo: 22,
    dueAgo: 12,
    note: 'After the third breach: numbers, hours, who may answer',
  },
  { title: 'Chase the officer about the third breach', addedAgo: 14, dueAgo: 5 },
  { title: 'Assess risk again', addedAgo: 23, dueAgo: 2 },
  { title: 'Book a visit to the court', addedAgo: 9, dueAgo: -6 },
  { title: 'Prepare the page for the MARAC', addedAgo: 6, dueAgo: -3 },
]
