type Story = {
  behaviours: readonly string[]
  clientSaid: string
  observed?: string
  othersSaid?: string
}
/** What happens, in many small ways: each ordinary alone, a campaign together. All invented. */
export const stories: readonly Story[] = [
  {
    behaviours: ['CONTACT-CALL', 'CONTACT-SILENT-CALL'],
    clientSaid: 'Eleven calls between six and seven. He only breathed and put the phone down.',
    observed: 'I saw the call list on her phone: eleven calls from a withheld number.',
  },
  {
    behaviours: ['CONTACT-TEXT', 'THREATS-CLIENT'],
    clientSaid: 'A text: “You will be sorry when nobody is looking.” She has kept it.',
    observed: 'I read the text on her phone and saw the date on it.',
  },
  {
    behaviours: ['SURVEILLANCE-LOITER-WORK', 'SURVEILLANCE-WATCHING'],
    clientSaid: 'He stood across from the shop for the whole of her shift and left when she did.',
    othersSaid: 'Her manager says he has seen the same man there on four days.',
  },
  {
    behaviours: ['SURVEILLANCE-FOLLOWING'],
    clientSaid: 'He was on the same bus again, two rows behind, though he lives on the other side of town.',
  },
  {
    behaviours: ['GIVING-FLOWERS', 'THIRD-PARTIES-FAMILY'],
    clientSaid: 'Flowers came to her mother’s house with a card that had no name on it.',
    othersSaid: 'Her mother says the driver would not say who had paid.',
  },
  {
    behaviours: ['TECHNOLOGY-ACCOUNT', 'TECHNOLOGY-LOCATION'],
    clientSaid: 'Her e-mail was opened from a machine she does not know, and the phone’s location was on again.',
    observed: 'The list of devices on her account shows one she did not recognise.',
  },
  {
    behaviours: ['TECHNOLOGY-TRACKER', 'PROPERTY-VEHICLE'],
    clientSaid: 'The garage found a small tracker behind the number plate.',
    othersSaid: 'The mechanic photographed it before he took it off.',
  },
  {
    behaviours: ['PROPERTY-DAMAGE', 'PROPERTY-VEHICLE'],
    clientSaid: 'Both wing mirrors were broken off in the night.',
    othersSaid: 'A neighbour heard it at about two and saw somebody run towards the park.',
  },
  {
    behaviours: ['CONTACT-FAKE-PROFILE', 'CONTACT-FRIEND-REQUEST'],
    clientSaid: 'Three friend requests from profiles with no pictures, all opened this week.',
  },
  {
    behaviours: ['THIRD-PARTIES-FRIENDS'],
    clientSaid: 'He asked two of her friends where she has moved to, and said he only wanted to return some things.',
  },
  {
    behaviours: ['SURVEILLANCE-LOITER-SCHOOL', 'THREATS-CHILD'],
    clientSaid: 'He waited at the school gate and told the younger one that he would come for her on Friday.',
    othersSaid: 'The school has written it down and told the office not to let him in.',
  },
  {
    behaviours: ['CONTACT-PAYMENT'],
    clientSaid: 'Pennies paid into her account every day, each with a message in the reference.',
    observed: 'I saw the statement: twenty-two payments of one penny.',
  },
  {
    behaviours: ['PROPERTY-ATTEMPTED-ENTRY', 'SURVEILLANCE-LOITER-HOME'],
    clientSaid: 'Somebody tried the back door at four in the morning. She stayed in the bathroom until it was light.',
  },
  {
    behaviours: ['THREATS-SUICIDE', 'CONTACT-VOICEMAIL'],
    clientSaid: 'A long voicemail: he would end it and it would be her doing.',
  },
  {
    behaviours: ['SURVEILLANCE-DRIVE-BY'],
    clientSaid: 'His van went past the house five times before lunch, slowly.',
    othersSaid: 'The neighbour’s doorbell camera has all five.',
  },
  {
    behaviours: ['CONTACT-LETTER'],
    clientSaid: 'A letter of nine pages under the door. It mentions what she wore on Tuesday.',
  },
]

export const impacts = [
  'Has changed her way home and no longer takes the bus.',
  'Sleeps with a chair against the door; three days off work.',
  'Keeps the curtains closed. The children ask why.',
  'Has changed her number for the second time.',
  'Stopped going to her class on Thursdays.',
]

export const policeSaid = [
  'Reported the latest incident. Told that it would be filed on its own for now; asked for it to be linked.',
  'Asked what has been done about the phone. It has not been collected.',
  'Told that the officer is on leave until Monday. Asked for a supervisor.',
  'Officer explained that the camera pictures were overwritten. Asked why nobody came within a week.',
  'A statement was taken at home. The officer asked about earlier reports and wrote them down.',
  'Asked why it was recorded as harassment. Told that a review was possible.',
  'Officer said that there is not enough evidence. Asked for the decision in writing, with reasons.',
]
export const promises = [
  'A call back with the crime reference',
  'Collect the phone for examination',
  'Ask the neighbour for the camera pictures',
  'A supervisor to review how it was recorded',
]
export const tasks = [
  'Ask for the crime reference',
  'Send the list of incidents to the officer',
  'Book a visit to the court',
  'Go through the safe-contact plan',
  'Ask housing about the locks',
]
