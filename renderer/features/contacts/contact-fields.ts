import { ContactDraft, questionsAsked } from '../../../shared/features/contacts.ts'
import {
  contactChannelWords,
  contactDirectionWords,
  contactQuestions,
  entryWords,
  outcomeWords,
  safelyWords,
  withWhomWords,
} from '../../../shared/wording/contacts.ts'
import { showWhen } from '../../../shared/wording/when.ts'

type FieldId = keyof ContactDraft
export type DiffField = { id: FieldId; label: string; before: string | null; after: string | null }

const inWords: { [Id in FieldId]: (contact: ContactDraft) => string | null } = {
  entry: ({ entry }) => entryWords[entry],
  when: ({ when }) => showWhen(when),
  channel: ({ channel }) => channel && contactChannelWords[channel],
  direction: ({ direction }) => direction && contactDirectionWords[direction],
  withWhom: ({ withWhom }) => withWhom && withWhomWords[withWhom],
  withName: ({ withName }) => withName,
  outcome: ({ outcome }) => outcome && outcomeWords[outcome],
  safely: ({ safely }) => safely && safelyWords[safely],
  safelyNote: ({ safelyNote }) => safelyNote,
  clientSaid: ({ clientSaid }) => clientSaid,
  observed: ({ observed }) => observed,
  othersSaid: ({ othersSaid }) => othersSaid,
  opinion: ({ opinion }) => opinion,
  minutes: ({ minutes }) => (minutes === null ? null : String(minutes)),
}

const fieldIds = Object.keys(inWords) as FieldId[] // its keys are the questions, in their order

/** Two states of an entry, question by question, as a person reads them. */
export const diffOf = (before: ContactDraft, after: ContactDraft): DiffField[] =>
  fieldIds.map(id => ({
    id,
    label: contactQuestions[id],
    before: inWords[id](before),
    after: inWords[id](after),
  }))

/** The facts of an entry beside its texts: those that were answered. */
export const factsOf = (contact: ContactDraft): { label: string; value: string }[] => {
  const asked = questionsAsked(contact)
  const shown = (['channel', 'direction', 'withWhom', 'withName', 'outcome', 'safely', 'minutes'] as const).filter(
    id => asked[id] && (id !== 'direction' || contact.entry === 'contact'), // an attempt is always ours
  )
  return shown.flatMap(id => {
    const value = inWords[id](contact)
    return value === null ? [] : [{ label: contactQuestions[id], value }]
  })
}

/** What a version of the record held. Null where an older app wrote something this one can't read. */
export const contactOfVersion = (values: Record<string, unknown>): ContactDraft | null =>
  ContactDraft.safeParse(values).data ?? null
