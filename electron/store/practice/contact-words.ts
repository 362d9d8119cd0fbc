/** What an advocate writes down. All invented. Kept apart: what was said, seen, told by others, and thought. */
type Words = { clientSaid?: string; observed?: string; othersSaid?: string; opinion?: string; minutes?: number }

export const intake: readonly Words[] = [
  {
    clientSaid:
      'Went through what we keep, who may see it and when we would have to tell somebody. {She} agrees to calls, not to letters. Wants the calls to stop; does not want to move again.',
    observed: 'Calm at first. Stopped twice to listen to the stairs.',
    opinion: 'Underplays it. What {she} calls “just messages” has gone on every day for weeks.',
    minutes: 75,
  },
  {
    clientSaid:
      'Has reported before and was told to block the number. Has kept everything since. Wants somebody to look at all of it at once.',
    observed: 'Brought a folder, in order of date, with a page for what it did to {her} each time.',
    minutes: 90,
  },
  {
    clientSaid:
      'Does not know whether it is “bad enough”. Has told one friend and nobody at work. Agrees that we may speak to police, not to {hers} family.',
    opinion: 'Went through what stalking is. {She} recognised most of it, and cried.',
    minutes: 60,
  },
]
export const checkIns: readonly Words[] = [
  {
    clientSaid: 'Quiet for six days. {She} finds the quiet worse than the calls.',
    opinion: 'A calm spell is no sign that it is over: kept the plan as it is.',
    minutes: 20,
  },
  { clientSaid: 'Two more calls since the weekend. Has written them down with times as we agreed.', minutes: 15 },
  {
    clientSaid:
      'Asked what happens if {she} says no to court. Went through special measures and that {she} can decide later.',
    minutes: 35,
  },
  {
    clientSaid: 'Has slept at home for the first time in a week. The new lock helps.',
    observed: 'Sounded rested, and laughed once.',
    minutes: 15,
  },
  {
    clientSaid: 'Is angry that the officer changed again and that {she} has to tell it all from the beginning.',
    opinion: 'Offered to send the list of incidents ahead so that {she} does not have to.',
    minutes: 25,
  },
  { clientSaid: 'Wants the calls moved to Tuesdays: {he} has learnt when {she} has {hers} break.', minutes: 10 },
  {
    clientSaid: 'Went through the phone together: location sharing off, two unknown devices signed out, new passwords.',
    observed: 'The list of devices now shows only what belongs to {her}.',
    minutes: 50,
  },
  {
    clientSaid: 'Thinks of dropping it. “It only gets worse when I ring them.”',
    opinion: 'Did not press. Said that the notes are kept, whatever {she} decides, and that {she} can come back.',
    minutes: 30,
  },
  {
    clientSaid: 'Brought {few} new screenshots. Went through what makes one useful: number, date, the whole thread.',
    minutes: 25,
  },
  {
    clientSaid: 'The doctor has signed {her} off for two weeks and wrote down why.',
    opinion: 'This is effect on day-to-day life. Asked {her} to keep the note.',
    minutes: 15,
  },
  {
    clientSaid: 'Has told {hers} manager. They will walk {her} to the car and keep the desk number off the website.',
    minutes: 20,
  },
]
export const professionals: readonly ({ withName: string; withWhom: 'professional' | 'police' } & Words)[] = [
  {
    withName: 'Housing officer',
    withWhom: 'professional',
    othersSaid: 'The locks will be changed on Thursday. A move needs a letter from police, which we do not have.',
    minutes: 15,
  },
  {
    withName: 'MARAC coordinator',
    withWhom: 'professional',
    othersSaid: 'On the list for the next meeting. Papers are due three working days before.',
    minutes: 10,
  },
  {
    withName: 'Solicitor',
    withWhom: 'professional',
    othersSaid: 'Would apply for a non-molestation order on what there is. Needs the dates of the last three months.',
    minutes: 20,
  },
  {
    withName: 'Witness care unit',
    withWhom: 'professional',
    othersSaid: 'Screens have been asked for. Nobody had asked {her} about a separate entrance.',
    minutes: 10,
  },
  {
    withName: 'Stalking lead of the force',
    withWhom: 'police',
    othersSaid: 'Will look at the earlier records and ask for one officer for all of them.',
    minutes: 15,
  },
  {
    withName: 'Doctor’s surgery',
    withWhom: 'professional',
    othersSaid: 'A flag is on the record: no messages, and nobody is told of appointments.',
    minutes: 5,
  },
]
export const notes: readonly Words[] = [
  { opinion: 'Went through the case in supervision. Agreed: ask for a review of how it was recorded, in writing.' },
  { opinion: 'The visits now follow the court dates. Told the officer to expect one in the week of the hearing.' },
  {
    othersSaid:
      'A colleague took a call on the office line: a voice asked which days {she} comes in. Nothing was said.',
  },
  { opinion: 'More often and closer to home than in the spring. Risk to be looked at again this week.' },
  { observed: 'Read through the {few} screenshots that came by email. All are dated; two show the number.' },
  { opinion: 'No child is to be asked for news of either parent. Wrote the same to the school.' },
]
/** Why a call was not safe after all. */
export const unsafeNotes: readonly { safelyNote: string; clientSaid: string }[] = [
  {
    safelyNote: '{He} came in while we spoke. {She} gave the code word and put the phone down.',
    clientSaid: 'Only that it was not a good moment for the survey.',
  },
  {
    safelyNote:
      'The call was on a speaker in the car, and somebody else was in it. I said that I had the wrong number.',
    clientSaid: 'That {she} would ring back about the parcel.',
  },
]
export const attemptNotes = {
  'no-answer': [null, null, 'Rang out. No message, as agreed.'],
  'wrong-person': ['A {person} answered. I asked for a dentist’s, said sorry, and put the phone down.'],
  declined: ['{She} picked up and said that {she} does not need anything at the moment. Agreed to try in two weeks.'],
} as const

export const tasks: readonly string[] = [
  'Ask for the crime reference',
  'Send the list of incidents to the officer',
  'Book a visit to the court',
  'Go through the safe-contact plan',
  'Ask housing about the locks',
  'Ask for the review of how it was recorded',
  'Write to the school about who may collect',
  'Get the doctor’s note for the effect on daily life',
  'Ask for special measures in writing',
  'Chase the officer: no word for two weeks',
  'Prepare the page for the MARAC',
  'Check that the order reached the police’s computer',
]
/** Written down in a hurry, to be completed. */
export const captures: readonly string[] = [
  'Rang from the bus: {he} is at the stop outside work again. Ring back at four.',
  'Text just now, “nice coat”. {She} has the screenshot.',
  'Neighbour says the van was there at six this morning. Plate not seen.',
  'Third silent call today, work line this time.',
]
