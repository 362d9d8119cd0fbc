import type { PersonDraft, PersonRole } from '../features/people.ts'

export const personRoleWords: Record<PersonRole, string> = {
  client: 'Client',
  perpetrator: 'Suspect (perpetrator)',
  child: 'Child',
  family: 'Family or friend',
  witness: 'Witness',
  'third-party': 'Someone else involved',
  professional: 'Professional',
}

export const personQuestions: Record<keyof PersonDraft, string> = {
  name: 'Name',
  alsoKnownAs: 'Also known as',
  born: 'Date of birth',
  role: 'Part in this case',
  relationship: 'Relationship to the client',
  note: 'Note',
}

export const personHints = {
  alsoKnownAs: 'Other names, nicknames and names used online.',
  relationship: 'For example former partner, neighbour, social worker.',
  note: 'No phone numbers or addresses here: anyone who can open the case can read this.',
} as const
