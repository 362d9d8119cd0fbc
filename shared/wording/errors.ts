import type * as z from 'zod'
import type { ErrorCode, ErrorShape } from '../kernel/errors.ts'
import { bundleRuleSentences } from './bundle-errors.ts'
import { fileRuleSentences } from './file-errors.ts'
import { readingRuleSentences } from './reading-errors.ts'

/** One sentence or two for every way a call can fail: what is wrong, and what to do. Screen and command line say the same. */
const sentences: Record<ErrorCode, string> = {
  locked: 'Waymark is locked. Unlock it to go on.',
  'wrong-passphrase': 'That passphrase does not open this vault. Check Caps Lock and try again.',
  'wrong-recovery-key': 'That is not the recovery key of this vault. Use the newest one you printed: each works once.',
  'too-many-attempts': 'Too many tries in a row. Wait a little, then try again.',
  'slot-damaged': 'Your key in this vault is damaged. Use the recovery key, or restore a backup.',
  'vault-damaged': 'This vault is damaged. Nothing was changed. Restore the last backup.',
  'vault-newer': 'A newer Waymark made this vault. Update Waymark to open it.',
  'vault-in-use': 'This vault is open in another window or on another machine. Close it there first.',
  'vault-not-found': 'There is no vault here. If it is on a stick, plug it in, or choose another folder.',
  'vault-exists': 'There is a vault in this folder already. Open it, or choose an empty folder.',
  'not-allowed': 'You are not allowed to do this. Ask a manager.',
  'disk-full': 'The disk is full. Free some space and save again. Your text is kept.',
  'read-only': 'This folder can be read but not written to. Choose another, or ask for permission to write there.',
  'file-unreadable': 'This file could not be read. Check that it is still there and opens elsewhere.',
  'invalid-input': 'Something needs correcting. See the marked answers.',
  'not-found': 'This is no longer here. Go back and look again.',
  conflict: 'This could not be saved as things stand. Your text is kept.',
  cancelled: 'Stopped. Nothing was changed.',
  unavailable: 'Waymark lost touch with its vault and is starting it again. Your text is kept.',
  usage: 'This command was not understood. Add --help to see how it is used.',
  internal: 'Something went wrong. Try again. Your text is kept.',
}

/** Rules that say more than their code does. Forms name them in `error: '…'`, the store in `details.rule`. */
export const ruleSentences: Readonly<Record<string, string>> = {
  ...bundleRuleSentences,
  ...fileRuleSentences,
  ...readingRuleSentences,
  'account-needed': 'Write what happened, or choose at least one behaviour.',
  'account-of-contact-needed': 'Write in at least one of these what happened.',
  'already-withdrawn': 'This was marked as entered in error already.',
  'alias-is-name': 'This is the name of the person already. Write another name they go by.',
  'answer-needed': 'Answer this question.',
  'attempt-is-ours': 'An attempt is a try of ours. If they got in touch, record a contact.',
  'backup-damaged': 'This backup is damaged and was not used. Nothing was changed. Choose another one.',
  'behaviour-needed': 'Choose at least one behaviour, or say that it is still to be completed.',
  'case-closed': 'This case is closed. Reopen it first, or record this in another case.',
  'changed-meanwhile':
    'Somebody changed this while you were writing. Yours is kept: save again to put it on top of theirs.',
  'client-stays': 'The client of a case can’t be marked as entered in error. Correct their details instead.',
  'closed-before-opened': 'The case can’t close before it was opened. Check both dates.',
  'closing-day-needed': 'Write the day the case closed. A case that is not closed has none.',
  'closing-reason-needed': 'Say why the case closed. A case that is not closed has no reason.',
  'database-missing': 'The database of this vault is missing. Nothing was changed. Restore the last backup.',
  'database-empty': 'The database of this vault was emptied. Nothing was changed. Restore the last backup.',
  'config-folder':
    'The command line could not keep its own number. Set WAYMARK_CONFIG_DIR to a folder it may write to.',
  'date-needed': 'Write the date, or choose “Not known”.',
  'day-not-read': 'Write the date like 24/11/26 or 24 Nov 2026.',
  'draft-too-long': 'This is longer than Waymark can keep as a draft. Save it in parts.',
  'folder-not-empty': 'There are other files in this folder. Choose an empty one.',
  'in-the-future': 'This is in the future. Check the date and time.',
  'input-not-json': 'The input is not JSON. Check it and send it again on stdin.',
  'last-manager': 'A vault needs one manager. Make somebody else a manager first.',
  'last-slot': 'The last person who can open the vault can’t be removed.',
  mistyped: 'This is not a whole recovery key. Check it letter by letter: it has nine groups of four.',
  'managers-only': 'Only a manager can do this.',
  'name-taken': 'Somebody in this vault has this name already. Add a surname or an initial.',
  'needs-window': 'This needs Waymark’s window, so the command line can’t do it.',
  'no-such-call': 'There is no call of that name. The command “contract” lists them all.',
  'no-such-case': 'There is no case of that reference in this vault.',
  'no-such-command': 'There is no such command. The command “help” lists them all.',
  'no-such-folder': 'This folder is not there any more. Choose it again, or another one.',
  'not-a-phone-number': 'This is no phone number. Write it with its digits, such as 07700 900123.',
  'not-an-email': 'This is no e-mail address. It needs an @ with something on both sides.',
  'not-their-number': 'These hours are for a number that is not theirs. Choose one of their own.',
  'nothing-to-read': 'There is no letter or digit in this. Write the number, name or address.',
  'value-to-unmark': 'This is not what is hidden. Write that out to take the mark off; “Show…” shows it.',
  'no-such-zone': 'There is no such time zone. Choose one such as Europe/London.',
  'not-for-this-entry': 'This does not belong to an entry of this kind. Take it out.',
  'not-a-file-here': 'This is not a file on this machine. Save it to a folder first, then add it.',
  'not-reported': 'Say that it was reported, or take this out.',
  'not-withdrawn': 'This is not marked as entered in error.',
  'not-attached': 'This file is not attached to this record.',
  'one-client': 'A case has one client. Choose another part in the case.',
  'option-missing': 'An option is missing, or has no value. Add --help to see how the command is used.',
  'option-unknown': 'The command does not take one of these options. Add --help to see how it is used.',
  'reason-in-words': 'Write the reason in words, so that others can read it later.',
  'own-user': 'You can’t remove yourself. Ask another manager.',
  'passphrase-as-argument':
    'A passphrase or key is never an argument: other programs can read those. Set WAYMARK_PASSPHRASE, or type it when asked.',
  'passphrase-in-use': 'Somebody opens this vault with these words already. Choose others.',
  'passphrase-needed': 'Set WAYMARK_PASSPHRASE, or run this in a terminal, where the passphrase is asked for.',
  'passphrases-differ': 'This is not the same as above. Type both again.',
  'place-in-vault': 'This folder is in the vault itself, and would be lost with it. Choose one on another drive.',
  'practice-keeps-nothing': 'The practice vault holds nothing worth keeping twice.',
  'promise-needed': 'Write what was promised, or take its dates out.',
  'range-backwards': 'The end is before the start. Check both dates.',
  'range-end-needed': 'Write the last day as well.',
  'recovery-slot': 'The recovery key of this vault is damaged. Unlock with a passphrase and replace it in Settings.',
  'reported-before': 'This is before the incident. Check both dates.',
  'reference-taken': 'Another case has this reference. Choose another one.',
  refused: 'This can’t be done from here. Go back and try again.',
  'stale-revision': 'Somebody saved this while you were writing. Both versions are kept: compare them and save again.',
  'time-not-read': 'Write the time like 09:30 or 2.15pm.',
  'too-deep': 'This is nested too deeply to be kept. Make it simpler.',
  'too-many-identifiers': 'A case holds at most 500 numbers and addresses.',
  'too-many-people': 'A case holds at most 200 people. Mark those entered in error first.',
  'two-cases-needed': 'Both are in the same case. Mark one of them as entered in error instead.',
  'unexpected-answer': 'Waymark got an answer it does not understand. Close it and open it again. Your text is kept.',
  'unknown-behaviour': 'Waymark does not know one of these behaviours. Choose from the list.',
  'unknown-file': 'Waymark no longer knows which folder or file was chosen. Choose it again.',
  'user-removed': 'This person was removed from the vault. Choose somebody else.',
  'unexpected-words': 'There is a word too many or too few. Add --help to see how the command is used.',
  'value-or-reason': 'Answer, or say why there is no answer.',
  'vault-not-empty': 'There are cases in this vault already. Invented ones go into an empty vault only.',
  'number-needed': 'Write whole numbers for --cases and --seed.',
  'day-needed': 'Write the day of --today like 2026-11-24.',
  'vault-file-damaged': 'The file that opens this vault is damaged. Nothing was changed. Restore the last backup.',
  'document-missing':
    'A document of this vault is missing, so the backup would not be whole. Verify the vault to see which one.',
  'answered-before-it-happened': 'Police can’t have come before it happened. Check both times.',
  'answered-before-reported': 'Police can’t have answered before it was reported. Check both times.',
  'before-made': 'This is before the order was made. Check both dates.',
  'breach-after-order':
    'The order had ended by then, so this was no breach of it. Check the dates, or record what happened as an incident.',
  'breach-before-order':
    'This was before the order was made. Check both dates, or record what happened as an incident.',
  'breach-before-order-starts':
    'The order was not in force yet. Check both dates, or record what happened as an incident.',
  'ends-before-a-breach': 'A breach is recorded after this end. Correct the breach first, or check the end.',
  'ends-before-starts': 'The order can’t end before it was made or starts. Check the dates.',
  'expiry-is-a-day': 'An end without an hour is the midnight after its last day in London.',
  'gap-has-no-terms': 'This kind has no conditions. If there are any, choose police bail.',
  'linked-across-cases': 'Records of two cases can’t be linked. Choose one of this case.',
  'linked-to-itself': 'A record can’t be linked to itself.',
  'linked-twice': 'This record is linked twice. Take one out.',
  'made-after-a-breach': 'A breach is recorded before this day. Correct the breach first, or check the day.',
  'no-arrest-so-no-day': 'There is a day of arrest, but no arrest. Correct one of the two.',
  'no-such-order-kind': 'Waymark does not know this kind of order. Choose one from the list.',
  'no-such-term': 'The order has no term of this number. Choose from its terms.',
  'not-reported-so-no-details': 'It was not reported, or that is not known. Take the date and reference out.',
  'not-served-so-no-details': 'It was not served, or that is not known. Take the date of service out.',
  'not-told-so-no-details': 'Police do not have it, or that is not known. Take the date and reference out.',
  'nothing-to-break': 'Release under investigation has no conditions, so nothing can be broken.',
  'order-in-error': 'This order was entered in error. Choose another one.',
  'order-kind-disabled': 'This kind of order is not in force. Choose another one.',
  'order-of-another-case': 'This order is in another case. Choose one of this case.',
  'person-of-another-case': 'This person is in another case. Choose one of this case.',
  'person-or-name': 'Choose a person, or write a name.',
  'replaces-itself': 'An order can’t replace itself. Choose an older one.',
  'reported-before-it-happened': 'It can’t have been reported before it happened. Check both times.',
  'reported-when-needed': 'Say when it was reported. “Not known” is an answer.',
  'served-before-made': 'The order can’t have been served before it was made. Check both dates.',
  'served-when-needed': 'Say when it was served. “Not known” is an answer.',
  'starts-before-made': 'The order can’t start before it was made. Check both dates.',
  'term-has-breach':
    'A breach is recorded under a term that is no longer here. Put the term back, or correct the breach first.',
  'term-number-twice': 'Two terms have the same number. Give each its own.',
  'too-many-views': 'You have 50 views of your own. Delete one first.',
  'view-name-taken': 'One of your views has this name already. Choose another one.',
  'window-backwards': 'The end is not after the start. Hours past midnight are two lines: until 23:59, and from 00:00.',
  'vault-file-missing': 'The file that opens this vault is missing. Nothing was changed. Restore the last backup.',
  'answer-twice': 'One question has two answers. Take one out.',
  'assessment-day-needed': 'Write the day of the assessment. Leave the time empty if it is not known.',
  'band-beyond-points':
    'A level in this form begins above the most points it can reach. Correct its “bands” and load it again.',
  'bands-not-ascending':
    'The levels in this form don’t rise from standard to high. Correct its “bands” and load it again.',
  'bands-overlap': 'Two levels in this form overlap. Give each level once, with its own number, and load it again.',
  'bands-without-points': 'This form has levels but gives no points. Correct its “scoring” and load it again.',
  'instrument-empty': 'This form counts points but has no questions. Add its items and load it again.',
  'instrument-incomplete':
    'This form lacks something, or has something that does not belong there. Correct it and load it again.',
  'instrument-not-in-effect': 'This form is not in use on that day. Choose another form, or check the date.',
  'instrument-not-json':
    'This is not JSON. Choose the file that your organisation was given, or check it for a missing comma.',
  'instrument-too-long':
    'This file is too long for a form: more than 200,000 characters. Check that it is the right one.',
  'instrument-version-taken':
    'There is another form of this id and version already, and assessments may rest on it. Give yours a new version number.',
  'item-twice': 'Two questions in this form have the same id. Give each its own and load it again.',
  'judgement-reason-needed': 'Say why: your judgement is not what the count alone says.',
  'review-before-assessment': 'The next review can’t be before this assessment. Check both dates.',
  'too-many-instruments': 'A vault keeps at most 200 loaded forms.',
  'unknown-item': 'This form has no such question. Answer the ones it has.',
  'already-done': 'This is done already.',
  'awaiting-reason-needed': 'Say why there is no date yet, or choose another answer.',
  'hearing-day-needed': 'Write the day of the hearing. Leave the time empty if it is not known.',
  'measure-twice': 'Each special measure can stand here once.',
  'next-before-this': 'The next hearing can’t be before this one. Check the date.',
  'next-hearing-needed': 'A next date needs its hearing. Record it with the outcome, or choose another answer.',
  'no-plea-here': 'No plea is entered at this kind of hearing.',
  'no-such-hearing-kind': 'Choose what kind of hearing it is.',
  'no-such-measure': 'One of these special measures is not in the list. Choose it again.',
  'not-done': 'This is not done yet.',
  'not-waiting-for-date': 'The hearing before does not wait for a date. Record this one by itself.',
  'outcome-recorded': 'The outcome of this hearing is recorded. Edit the hearing to correct it.',
  'same-date': 'This is the date it has already. Write the new one.',
  'no-outcome-yet': 'Code 0 means that there is no outcome yet. Choose another code, or take the day out.',
  'offence-or-words': 'Choose an offence, or write the words that police used.',
  'outcome-before-reported': 'The outcome can’t be before it was reported. Check both dates.',
  'outcome-code-needed': 'A part of a code needs its code. Choose it, or take the part out.',
  'outcome-needed': 'Choose the outcome or write its day, or take its details out.',
  'reclassified-before-reported': 'It can’t have been re-classified before it was reported. Check both dates.',
  'reclassified-to-the-same': 'It was re-classified to what it was before. Check both.',
  'recorded-before-reported': 'Police can’t have recorded it before it was reported. Check both dates.',
  'unknown-offence':
    'Waymark does not know this offence. Choose one from the list, or write the words that police used.',
  'unknown-outcome': 'Waymark does not know this outcome code. Choose one from the list.',
  'too-many-moves': 'A hearing can be moved 200 times. Record a new one.',
}

/** What went wrong, in words. Never quotes what somebody typed. */
export function sentenceFor({ code, details }: ErrorShape): string {
  if (code === 'too-many-attempts' && details['seconds'] !== undefined) return waitSentence(Number(details['seconds']))
  return ruleSentences[details['rule'] ?? ''] ?? sentences[code]
}

/** How long to wait before the next try. */
export const waitSentence = (seconds: number): string =>
  `Too many tries in a row. Wait ${seconds === 1 ? '1 second' : `${String(seconds)} seconds`}, then try again.`

type Problem = 'missing' | 'short' | 'long' | 'wrong'

/** The one sentence of a question, where the general one would not help. By the name of the answer in the shared schemas. */
const questionSentences: Readonly<Record<string, Partial<Record<Problem, string>>>> = {
  channel: { missing: 'Say how you were in touch.' },
  kind: { missing: 'Choose what kind it is.' },
  what: { missing: 'Write what happened.', short: 'Write what happened.' },
  clientName: { missing: 'Write the client’s name.' },
  court: { missing: 'Write which court it is.' },
  current: { missing: 'Write the passphrase you use now.' },
  direction: { missing: 'Say who got in touch.' },
  idleMinutes: { wrong: 'Write a whole number of minutes from 1 to 60.' },
  name: { missing: 'Write a name.' },
  openedOn: { missing: 'Write the day the case was opened.' },
  ownerId: { missing: 'Choose who has this case.', wrong: 'Choose who has this case.' },
  passphrase: {
    missing: 'Write a passphrase.',
    short: 'Use at least 12 characters.',
  },
  reason: { missing: 'Say why, in a few words.', short: 'Say why, in a few words.' },
  recoveryKey: { missing: 'Type the recovery key as it is printed.' },
  reference: { missing: 'Write a reference.' },
  result: { missing: 'Write how it ended.' },
  role: { missing: 'Choose a role.' },
  said: { missing: 'Write what was said.' },
  status: { missing: 'Choose where the case stands.' },
  text: { missing: 'Write what the court directed, or remove this one.' },
  title: { missing: 'Write what is to be done.' },
  userId: { missing: 'Choose who you are.' },
  userName: { missing: 'Write your name.' },
}
const dayNames: ReadonlySet<string> = new Set([
  'born',
  'closedOn',
  'day',
  'nextReview',
  'openedOn',
  'promiseKeptOn',
  'promisedBy',
  'reportedOn',
  'untilDay',
])

/** What of a zod issue is needed to put it in words. */
export type FieldIssue = Pick<z.core.$ZodIssue, 'code' | 'message' | 'path'> & {
  minimum?: number | bigint
  maximum?: number | bigint
  origin?: string
}

/** What is wrong with one answer: the sentence beside the field. */
export function fieldSentence(issue: FieldIssue): string {
  const rule = ruleSentences[issue.message]
  if (rule !== undefined) return rule
  if (issue.code === 'custom') return issue.message // a sentence already: a question's own check wrote it
  const field = issue.path.findLast((part): part is string => typeof part === 'string' && part !== 'value') ?? ''
  const problem = problemOf(issue)
  const own = questionSentences[field]?.[problem]
  if (own !== undefined) return own
  if (problem === 'wrong' && dayNames.has(field)) return 'Write the date like 24/11/26 or 24 Nov 2026.'
  return generalSentence(problem, issue)
}

function problemOf({ code, origin, minimum, message }: FieldIssue): Problem {
  if (code === 'too_small') return origin !== 'string' ? 'wrong' : minimum === 1 ? 'missing' : 'short'
  if (code === 'too_big') return origin === 'string' ? 'long' : 'wrong'
  if (code === 'invalid_value' || code === 'invalid_union') return 'missing'
  // zod says what it found instead of a value only in its message.
  return code === 'invalid_type' && /received (undefined|null)/.test(message) ? 'missing' : 'wrong'
}

function generalSentence(problem: Problem, { minimum, maximum }: FieldIssue): string {
  if (problem === 'missing') return 'Answer this question.'
  if (problem === 'short') return `Write a little more: at least ${Number(minimum).toLocaleString('en-GB')} characters.`
  if (problem === 'long') return `This is too long. Use at most ${Number(maximum).toLocaleString('en-GB')} characters.`
  if (minimum !== undefined) return `Write a number that is at least ${Number(minimum).toLocaleString('en-GB')}.`
  if (maximum !== undefined) return `Write a number that is at most ${Number(maximum).toLocaleString('en-GB')}.`
  return 'Check this answer.'
}
