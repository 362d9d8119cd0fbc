import type { BundleDraft, BundlePlace, BundleRelease, BundleSearchFound } from '../features/bundles.ts'
import type { Hearing } from '../features/hearings.ts'
import type { IdentifierKind } from '../features/identifiers.ts'
import type { BundleProfile } from '../rules/bundle-profiles.ts'
import { kindWords } from './hearings.ts'
import { personRoleWords } from './people.ts'
import { count } from './when.ts'

export const bundleQuestions: Record<keyof BundleDraft, string> = {
  title: 'Title',
  profile: 'Kind of court',
  court: 'Court',
  caseNumber: 'Case number',
  hearingId: 'Hearing',
  hearingDay: 'Day of the hearing',
  sections: 'Contents',
}
export const bundleHints = {
  title: 'It is printed on the index, such as the names of the parties.',
  hearingDay: 'Printed on the index. It also decides which rules the bundle follows.',
} as const

/** Whether a version may leave the vault, in a few words. Never "safe": a search finds only what it looks for. */
export const releaseWords: Record<BundleRelease, string> = {
  unsearched: 'Not searched yet',
  outdated: 'To be searched again',
  found: 'Confidential details found',
  overridden: 'Found, let go out',
  'nothing-found': 'Nothing found',
}

const kindNouns: Record<IdentifierKind, [one: string, many: string]> = {
  phone: ['phone number', 'phone numbers'],
  email: ['e-mail address', 'e-mail addresses'],
  handle: ['account', 'accounts'],
  address: ['address', 'addresses'],
  vehicle: ['vehicle', 'vehicles'],
  alias: ['other name', 'other names'],
}
type Whose = BundleSearchFound['searched'][number]

/** Phone number of Alex Example (client). Never the number itself. */
export const whoseWords = ({ kind, person, role }: Pick<Whose, 'kind' | 'person' | 'role'>): string =>
  `${kindNouns[kind][0].replace(/^./, letter => letter.toUpperCase())} of ${person} (${personRoleWords[role].toLowerCase()})`

/** 2 phone numbers and 1 address of Alex Example (client); one line for each person. */
export function searchedWords(searched: readonly Whose[]): string[] {
  const people = new Map<string, Whose[]>()
  for (const one of searched) {
    const key = `${one.person} (${personRoleWords[one.role].toLowerCase()})`
    people.set(key, [...(people.get(key) ?? []), one])
  }
  return Array.from(people, ([person, theirs]) => {
    const kinds = Object.groupBy(theirs, ({ kind }) => kind)
    const parts = Object.entries(kinds).map(([kind, list]) => count(list.length, ...kindNouns[kind as IdentifierKind])) // keys of the grouping
    return `${listWords(parts)} of ${person}`
  })
}

const listWords = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`

export const placeWords: Record<BundlePlace, string> = {
  bookmarks: 'in a bookmark',
  links: 'in a link',
  details: 'in the title or details of the file',
  labels: 'in a page label',
}

/** What a rule's source is worth. */
export const profileStatusWords: Record<BundleProfile['status'], string> = {
  verified: 'Checked against the published text',
  secondary: 'As others report it; not checked against the text',
  unverified: 'Not checked: ask the court if it matters',
}

/** Bundle 2026-12-03 v2.pdf: says nothing of who it is about. */
export const bundleFileName = (day: string | null, number: number): string =>
  `Bundle${day === null ? '' : ` ${day}`} v${String(number)}.pdf`

const bundled = ['application/pdf', 'image/jpeg', 'image/png', 'text/plain']
/** What is in the way of a file of this kind, before anybody has tried; null where nothing is known to be. */
export function notForBundle(mediaType: string | null): string | null {
  if (mediaType === null || bundled.includes(mediaType)) return null
  if (mediaType.startsWith('image/')) return 'Save as JPEG first'
  return /^(audio|video)\//.test(mediaType) ? 'Can’t be printed' : 'Save as PDF first'
}
/** Beside the button that chooses all: those that can't go in are not among them. */
export const leftOutWords = (many: number): string =>
  `${count(many, 'document')} can’t go in as ${many === 1 ? 'it is' : 'they are'}`

/** Grace Example: Trial. What a bundle is called until somebody calls it something else: two of one case are told apart. */
export const bundleTitleFor = (client: string, hearing: Pick<Hearing, 'kind'> | null): string =>
  (hearing === null ? client : `${client}: ${kindWords(hearing.kind)}`).slice(0, 200)

type PagesCounted = { known: number; openPapers: number; openDocuments: number; papers: number; version: number | null }
/** At least 43 pages and the index. Not counted before it is made: 5 papers and 2 documents. Papers as long as in version 1. */
export function pageCountLines(counted: PagesCounted): { headline: string; rest: string | null } {
  const { known, openPapers, openDocuments, papers, version } = counted
  const open = [
    ...(openPapers > 0 ? [count(openPapers, 'paper')] : []),
    ...(openDocuments > 0 ? [count(openDocuments, 'document')] : []),
  ]
  if (known === 0 && open.length > 0)
    return { headline: open.join(' and '), rest: 'Pages are counted when it is made.' }
  const least = open.length > 0 ? 'At least ' : papers > 0 ? 'About ' : ''
  const rest = [
    open.length > 0 && `Not counted before it is made: ${open.join(' and ')}.`,
    papers > 0 && version !== null && `Papers as long as in version ${String(version)}.`,
  ].filter(part => part !== false)
  return {
    headline: `${least}${count(known, 'page')} and the index`,
    rest: rest.length === 0 ? null : rest.join(' '),
  }
}
