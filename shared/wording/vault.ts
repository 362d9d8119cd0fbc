import type { BackupPlace, CopyProblem } from '../features/backup-place.ts'
import type { Check, SinceBackup, Verification } from '../features/vault.ts'
import type { UserRole } from '../features/users.ts'
import { london, type CalendarDay, type Instant } from '../kernel/dates.ts'
import { dayOf, daysBetween, showMoment } from '../kernel/uk-dates.ts'
import { count } from './when.ts'

/** Opens the practice vault. Printed on its lock screen: nothing real belongs in there. */
export const practicePassphrase = 'practice practice'
export const practiceUserName = 'Practice advocate'

/** On the neutral screen while it can't be unlocked yet: true behind a lock and at a slow start, and no word of what the work is. */
export const waitingWords =
  'Still getting ready. If Waymark was in the middle of something, it finishes that first. This takes a minute at most.'

export const roleWords: Record<UserRole, string> = { advocate: 'Advocate', manager: 'Manager' }
export const roleHints: Record<UserRole, string> = {
  advocate: 'Works with cases.',
  manager: 'Works with cases, adds and removes people, changes the vault’s rules, replaces the recovery key.',
}

/** Why a key printed on paper matters, in the words of every screen that asks for it. */
export const recoveryKeyWords =
  'The recovery key opens the vault when a passphrase is forgotten. Without it and without a passphrase nobody can open the vault: not you, not us.'
/** What the printed sheet says. Whoever finds it must not learn what Waymark is for. */
export const recoverySheet = {
  title: 'Recovery key for Waymark',
  madeOn: 'Made on',
  keep: [
    'Keep this sheet where you keep other important papers, away from the computer: a locked drawer or a safe.',
    'Do not photograph it, and do not send it to anyone.',
    'It works once. Using it gives you a new key: print that one and destroy this sheet.',
  ],
} as const

/** Work worth naming while it goes on. Other jobs last half a second, or are followed where they were begun. */
export const jobWords: Readonly<Partial<Record<string, string>>> = {
  'vault.backup': 'Backing up',
  'vault.backUpDaily': 'Today’s backup',
  'vault.verify': 'Checking the vault',
  'bundles.build': 'Making a bundle',
  'bundles.search': 'Searching a bundle',
}

/** Work worth naming after a lock that met it. */
export const lockedJobWords: typeof jobWords = {
  ...jobWords,
  'attachments.add': 'Attaching a file',
  'backupPlace.copy': 'Copying a backup to the second place',
  'bundles.export': 'Saving a copy of a bundle',
  'documents.add': 'Adding a document',
  'documents.export': 'Exporting a document',
  'documents.replace': 'Replacing a document’s file',
  'papers.make': 'Making a paper',
}

export const verificationParts: Record<keyof Verification, string> = {
  database: 'Database pages',
  foreignKeys: 'Links between records',
  auditChain: 'Record of changes',
  files: 'Documents',
}
const checkedNouns: Record<keyof Verification, [one: string, many: string]> = {
  database: ['page', 'pages'],
  foreignKeys: ['link', 'links'],
  auditChain: ['change', 'changes'],
  files: ['document', 'documents'],
}

/** What a verification found, by rule. */
export const verificationRules: Readonly<Record<string, string>> = {
  'audit-empty': 'The record of changes is empty, which it never is.',
  'audit-head-changed': 'The record of changes does not end where it should.',
  'audit-head-missing': 'The end of a record of changes is missing.',
  'audit-row-changed': 'An entry in the record of changes was altered.',
  'audit-row-missing': 'An entry in the record of changes is missing.',
  'file-changed': 'A document is not what was stored.',
  'file-cut': 'A document is cut short.',
  'file-key': 'The key of a document does not open it.',
  'file-missing': 'A document is missing.',
  'file-stray': 'There is a file that belongs to no record.',
  'page-damaged': 'A part of the database is damaged.',
  'parent-missing': 'A record belongs to another one that is not there.',
}
/** A rule we have no words for is still counted and shown. */
export const verificationRule = (rule: string): string => verificationRules[rule] ?? 'Something is not as it should be.'

/** 1,204 changes checked, nothing wrong. */
export function checkSentence(part: keyof Verification, { ok, checked, problems }: Check): string {
  const [one, many] = checkedNouns[part]
  const amount = checked === 0 ? 'Checked' : `${checked.toLocaleString('en-GB')} ${checked === 1 ? one : many} checked`
  if (ok && problems.length === 0) return `${amount}, nothing wrong.`
  return `${amount}, ${problems.length === 1 ? '1 problem' : `${problems.length.toLocaleString('en-GB')} problems`}.`
}

/** 840 bytes, 12 kB, 3.4 MB, 1.2 GB: as file managers count, in thousands. */
export function sizeWords(bytes: number): string {
  if (bytes < 1_000) return `${String(bytes)} bytes`
  const units = ['kB', 'MB', 'GB', 'TB']
  const step = Math.min(Math.floor(Math.log10(bytes) / 3), units.length)
  const amount = bytes / 1_000 ** step
  return `${amount.toLocaleString('en-GB', { maximumFractionDigits: amount < 10 ? 1 : 0 })} ${units[step - 1] ?? ''}`
}

type BackupsNow = { newestAt: Instant | null; failed: boolean; today: CalendarDay }
/** What is wrong with the backups, for the first screen: the last one is 3 days old. Null: nothing is. */
export function backupLine({ newestAt, failed, today }: BackupsNow): string | null {
  const days = newestAt === null ? null : daysBetween(dayOf(newestAt, london), today)
  const age =
    days === null ? 'There is no backup yet.' : days > 1 ? `The last backup is ${count(days, 'day')} old.` : null
  if (failed) return ['Today’s backup could not be made.', age].filter(part => part !== null).join(' ')
  return age
}

const copyProblems: Record<CopyProblem, string> = {
  missing: 'it was not there',
  full: 'it is full',
  failed: 'the copy could not be written or did not match',
}
/** Since 20 Nov 2026, 08:31 backups have not been copied to “Stick”: it was not there. Null where all is well. */
export function copyLine({ name, problem }: BackupPlace): string | null {
  if (problem === null) return null
  return `Since ${showMoment(problem.since, london)} backups have not been copied to “${name}”: ${copyProblems[problem.why]}.`
}

/** The last copy is of the backup of 20 Nov 2026, 08:31. */
export function lastCopyLine({ last, behind }: Pick<BackupPlace, 'last' | 'behind'>): string {
  if (last === null) return 'Nothing has been copied there yet.'
  return `The last copy is of the backup of ${showMoment(last.madeAt, london)}${behind ? '' : ', the newest there is'}.`
}

/** What a restore would lose, as far as that can be said. */
export function sinceBackupLine(since: SinceBackup): string {
  if (since.outcome === 'unreadable')
    return 'The present vault or this backup can’t be read, so nobody can say what was written after it.'
  const { changes, records, lastAt } = since
  if (lastAt === null) return 'Nothing was written after this backup. Restoring it loses nothing.'
  return `${count(changes, 'change')} to ${count(records, 'record')} since, the last on ${showMoment(lastAt, london)}. They will not be in the restored vault.`
}
