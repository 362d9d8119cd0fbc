import type { Appearance } from '../features/settings.ts'

type Words<Key extends keyof Appearance> = Record<Appearance[Key], string>
export const schemeWords: Words<'scheme'> = { system: 'Same as this machine', light: 'Light', dark: 'Dark' }
export const contrastWords: Words<'contrast'> = { system: 'Same as this machine', normal: 'Normal', high: 'High' }
export const densityWords: Words<'density'> = { comfortable: 'Comfortable', compact: 'Compact' }
export const singleKeyWords: Words<'singleKeys'> = { on: 'On', off: 'Off' }

/** What Waymark promises and what it can't. Each is a fact about how it works, not an advertisement. */
export const promises: readonly { title: string; text: string }[] = [
  {
    title: 'Nothing leaves this machine by itself',
    text: 'Waymark never uses a network. There is no account, no cloud and no update check. What you export or print on purpose is yours to look after.',
  },
  {
    title: 'Everything is encrypted',
    text: 'Cases, notes, documents, drafts and backups are encrypted while they lie on the disk. Locking ends the part of Waymark that holds the keys.',
  },
  {
    title: 'Nothing is silently lost or changed',
    text: 'Half-written words are kept as drafts. Every change of a record is kept with who made it and when. A record entered in error stays readable, with the reason.',
  },
  {
    title: 'What it can’t do',
    text: 'It can’t protect you from somebody who watches the screen while it is unlocked, or from spyware on this machine. It can’t open a vault without a passphrase or the recovery key.',
  },
]
export const licenceWords =
  'Waymark is free software under the GNU Affero General Public License, version 3 or later. It comes without any warranty.'
