import type { Stage } from './story.ts'

export type Exchange = {
  direction: 'from-police' | 'to-police'
  channel: 'phone' | 'email' | 'in-person' | 'letter'
  said: string
  promised?: string
  /** Tells of a decision, so it fits only where there was one. */
  decides?: true
}
/** What is said between advocate and police, after a report. All invented. */
export const exchanges: readonly Exchange[] = [
  {
    direction: 'to-police',
    channel: 'phone',
    said: 'Asked what has been done about the phone. It has not been collected.',
    promised: 'Collect the phone for examination',
  },
  {
    direction: 'to-police',
    channel: 'phone',
    said: 'Told that the officer is on leave until Monday. Asked for a supervisor; there was none on duty.',
    promised: 'A supervisor to ring back',
  },
  {
    direction: 'from-police',
    channel: 'phone',
    said: 'Officer explained that the camera pictures were overwritten. Asked why nobody came within a week.',
    decides: true,
  },
  {
    direction: 'from-police',
    channel: 'in-person',
    said: 'A statement was taken at home. The officer asked about earlier reports and wrote them down.',
  },
  {
    direction: 'to-police',
    channel: 'email',
    said: 'Sent the list of incidents with dates, and asked for them to be looked at as one course of conduct.',
    promised: 'The officer to read the list and answer',
  },
  {
    direction: 'to-police',
    channel: 'phone',
    said: 'Asked why it was recorded as harassment. Told that a review was possible if we put it in writing.',
    promised: 'A supervisor to review how it was recorded',
  },
  {
    direction: 'from-police',
    channel: 'phone',
    said: 'Officer said that there is not enough evidence. Asked for the decision in writing, with reasons.',
    promised: 'The decision in writing, with reasons',
    decides: true,
  },
  {
    direction: 'from-police',
    channel: 'phone',
    said: 'Officer advised {her} to change {hers} number and stay off social media. Asked what is being done about {him}.',
  },
  {
    direction: 'to-police',
    channel: 'email',
    said: 'Asked for the neighbour’s doorbell pictures to be secured before they are overwritten at the end of the month.',
    promised: 'Ask the neighbour for the pictures',
  },
  {
    direction: 'from-police',
    channel: 'phone',
    said: 'New officer in the case; the last one has moved to another team. Had not been told of the earlier reports.',
    decides: true,
  },
  {
    direction: 'from-police',
    channel: 'email',
    said: 'Confirmed that {he} has been spoken to and says that it was all a misunderstanding. No further step named.',
  },
  {
    direction: 'to-police',
    channel: 'phone',
    said: 'Asked whether a stalking protection order has been thought of. The officer had not made one before.',
    promised: 'The officer to ask the force’s stalking lead',
  },
  {
    direction: 'to-police',
    channel: 'phone',
    said: 'Asked whether risk was assessed. A form was done on the first night; nobody has looked at it since.',
  },
  {
    direction: 'from-police',
    channel: 'phone',
    said: '{He} was interviewed under caution and released under investigation. No conditions. {She} was told by us, not by police.',
    decides: true,
  },
  {
    direction: 'to-police',
    channel: 'phone',
    said: 'Reported that contact goes on. Told to ring again if it gets worse. Asked for this to be written down as we say it.',
    promised: 'The call to be added to the record',
  },
  {
    direction: 'from-police',
    channel: 'letter',
    said: 'Letter: no further action. It speaks of one message and of none of the other reports.',
    decides: true,
  },
  {
    direction: 'to-police',
    channel: 'email',
    said: 'Asked for the crime reference and for the name of whoever decides about the file.',
    promised: 'A call back with the crime reference',
  },
  {
    direction: 'from-police',
    channel: 'phone',
    said: 'Officer has been given the earlier references and will ask for them to be linked.',
    promised: 'Write when the records are linked',
  },
]

export type ReportStory = {
  /** The worst that had happened by then. */
  upTo: Stage
  recorded: { offence: string } | { words: string }
  believed: 'OFF-PHA2A' | 'OFF-PHA4A' | 'OFF-NMO'
  why: string
}
/** How a report is written down, and what an advocate takes it to be. */
export const reportStories: readonly ReportStory[] = [
  {
    upTo: 2,
    recorded: { offence: 'OFF-MCA1' },
    believed: 'OFF-PHA2A',
    why: 'Recorded as messages. They are one part of a campaign that goes on by other ways too.',
  },
  {
    upTo: 2,
    recorded: { offence: 'OFF-PHA2' },
    believed: 'OFF-PHA2A',
    why: 'Following, watching and unwanted contact together: stalking, not only harassment.',
  },
  {
    upTo: 3,
    recorded: { words: 'Criminal damage' },
    believed: 'OFF-PHA2A',
    why: 'Recorded for the damage alone. It follows {few} reports about the same {person}.',
  },
  {
    upTo: 4,
    recorded: { offence: 'OFF-PHA2' },
    believed: 'OFF-PHA4A',
    why: '{She} has moved shifts, route and number: a serious effect on {hers} days, which s4A asks about.',
  },
  {
    upTo: 4,
    recorded: { words: 'Domestic incident, no crime' },
    believed: 'OFF-PHA4A',
    why: 'No crime was recorded, though {she} told of threats on two occasions.',
  },
  {
    upTo: 3,
    recorded: { offence: 'OFF-PHA2A' },
    believed: 'OFF-PHA2A',
    why: 'Recorded as stalking from the first day.',
  },
  {
    upTo: 4,
    recorded: { words: 'Computer misuse' },
    believed: 'OFF-PHA4A',
    why: 'Recorded for the account alone. The tracker and the visits were reported in the same call.',
  },
]

type OutcomeStory = { code: number; reason: string }
export const outcomes: readonly OutcomeStory[] = [
  { code: 15, reason: 'Told that it is one word against another. The screenshots were not asked for.' },
  { code: 15, reason: 'The camera pictures were gone by the time that they were asked for.' },
  {
    code: 16,
    reason: '{She} did not go on after the second officer changed. {She} says that nobody rang for five weeks.',
  },
  { code: 18, reason: 'Filed as unsolved, though {she} named {him}.' },
  { code: 21, reason: 'Told that words of advice were given, and that more would not be in the public interest.' },
  { code: 1, reason: 'Charged after the earlier reports were looked at together.' },
  { code: 8, reason: '{He} signed a letter of apology. {She} was not asked beforehand.' },
]
