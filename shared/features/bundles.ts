import * as z from 'zod'
import { command, job, native, Nothing, query, savedOrConflict } from '../kernel/call.ts'
import { CalendarDay, Instant } from '../kernel/dates.ts'
import { EventStamp, Page, pageOf, Revision, When } from '../kernel/event.ts'
import { BundleVersionId, CaseId, EventId, FileId, FileToken, IdentifierId, UserId } from '../kernel/ids.ts'
import { overrideReason } from '../kernel/reason.ts'
import { BundleProfileId } from '../rules/bundle-profiles.ts'
import { BundleWork, KeptBundle } from './bundle-work.ts'
import { documentCalls, DocumentKind } from './documents.ts'
import { IdentifierKind } from './identifiers.ts'
import { KeyBytes } from './keys.ts'
import { PaperKind } from './papers.ts'
import { PersonRole } from './people.ts'
import { opening } from './reading.ts'

const line = (most: number) => z.string().trim().min(1).max(most)

/** Title and date begin as the document's and are the bundle's own from then on. */
export const BundleEntry = z.discriminatedUnion('is', [
  z.strictObject({
    is: z.literal('document'),
    id: EventId,
    /** One file of the document; null: the newest when the bundle is made. */
    fileId: FileId.nullable(),
    title: line(300),
    date: line(40).nullable(),
  }),
  z.strictObject({ is: z.literal('paper'), paper: PaperKind, title: line(300) }),
])
export type BundleEntry = z.infer<typeof BundleEntry>
export const BundleSection = z.strictObject({ title: line(300), entries: z.array(BundleEntry).max(2_000) })
export type BundleSection = z.infer<typeof BundleSection>

/** What an entry is told apart by: each document and each paper stands in a bundle once. */
export const entryKey = (entry: BundleEntry): string => (entry.is === 'document' ? entry.id : entry.paper)

/** What goes into a bundle and in which order: the same for a new one, an edit, a draft and the command line. */
export const BundleDraft = z
  .strictObject({
    title: line(200),
    profile: BundleProfileId,
    court: line(200).nullable(),
    caseNumber: line(80).nullable(),
    hearingId: EventId.nullable(),
    /** The day of the hearing as the bundle prints it. */
    hearingDay: CalendarDay.nullable(),
    sections: z.array(BundleSection).min(1).max(60),
  })
  .refine(({ sections }) => sections.flatMap(({ entries }) => entries).length <= 2_000, {
    error: 'too-many-in-bundle',
    path: ['sections'],
  })
  .refine(
    ({ sections }) => {
      const keys = sections.flatMap(({ entries }) => entries).map(entryKey)
      return new Set(keys).size === keys.length
    },
    { error: 'entry-twice', path: ['sections'] },
  )
export type BundleDraft = z.infer<typeof BundleDraft>

/**
 * Whether a version may leave the vault. `unsearched`: nobody has looked for confidential details. `outdated`: they have changed
 * since it was searched. `found`: some were found. `overridden`: somebody lets it go out all the same. None of them means "safe".
 */
export const BundleRelease = z.enum(['unsearched', 'outdated', 'found', 'overridden', 'nothing-found'])
export type BundleRelease = z.infer<typeof BundleRelease>

/** One finished bundle. Versions are never changed and never deleted. */
export const BundleVersionRow = z.strictObject({
  id: BundleVersionId,
  bundleId: EventId,
  number: z.int().positive(),
  /** Of the record that it was made from. */
  revision: Revision,
  pages: z.int().nonnegative(),
  size: z.int().nonnegative(),
  sha256: z.string(),
  madeAt: Instant,
  madeBy: UserId,
  /** The number of an earlier version with the very same bytes. */
  sameAs: z.int().positive().nullable(),
  release: BundleRelease,
})
export type BundleVersionRow = z.infer<typeof BundleVersionRow>

/** A document as it came to stand in a version. `fileId` is null for a paper; `newest`: not a file that was asked for by name. */
export const FoundDocument = z.strictObject({
  entry: z.string(),
  title: z.string(),
  /** Of its first page, as stamped there. */
  label: z.string(),
  /** Counts the PDF's pages from 1. */
  firstPage: z.int().positive(),
  pages: z.int().positive(),
  fileId: FileId.nullable(),
  newest: z.boolean(),
})
export type FoundDocument = z.infer<typeof FoundDocument>
/** What a person should look at before the court does, and the entry that it is about. */
export const FoundProblem = z.strictObject({ entry: z.string(), code: z.string(), message: z.string() })
export type FoundProblem = z.infer<typeof FoundProblem>

/** Where in a bundle something was found, beside its pages. */
export const BundlePlace = z.enum(['bookmarks', 'links', 'details', 'labels'])
export type BundlePlace = z.infer<typeof BundlePlace>
const Whose = z.strictObject({
  identifierId: IdentifierId,
  kind: IdentifierKind,
  label: z.string().nullable(),
  person: z.string(),
  role: PersonRole,
})
/** What a search looked for, whose it was, and where it was found: never the values. */
export const BundleSearchFound = z.strictObject({
  searched: z.array(Whose),
  hits: z.array(z.strictObject({ ...Whose.shape, pages: z.array(z.int().positive()), places: z.array(BundlePlace) })),
  /** Pages that could not be searched, since they have no text: pictures and scans. */
  withoutText: z.array(z.int().positive()),
  /** Pages whose text was searched and that have a picture beside it, such as a screenshot in a letter. */
  withPictures: z.array(z.int().positive()),
})
export type BundleSearchFound = z.infer<typeof BundleSearchFound>

export const BundleVersion = z.strictObject({
  ...BundleVersionRow.shape,
  fileId: FileId,
  /** Of the rule pack that the profile came from. */
  profileVersion: z.int(),
  documents: z.array(FoundDocument),
  problems: z.array(FoundProblem),
  search: z.strictObject({ ...BundleSearchFound.shape, at: Instant, by: UserId }).nullable(),
  override: z.strictObject({ reason: z.string(), at: Instant, by: UserId }).nullable(),
})
export type BundleVersion = z.infer<typeof BundleVersion>

/** What has changed since the newest version was made: the record, files of its documents, or records that its papers tell of. */
export const BundleChanges = z.strictObject({ record: z.boolean(), files: z.boolean(), papers: z.boolean() })
export type BundleChanges = z.infer<typeof BundleChanges>

export const Bundle = z.strictObject({
  ...BundleDraft.shape,
  ...EventStamp.shape,
  newest: BundleVersionRow.nullable(),
  changed: BundleChanges,
})
export type Bundle = z.infer<typeof Bundle>

const { title, profile, hearingDay } = BundleDraft.shape
export const BundleRow = z.strictObject({
  ...EventStamp.shape,
  ...{ title, profile, hearingDay },
  documents: z.int().nonnegative(),
  newest: BundleVersionRow.nullable(),
})
export type BundleRow = z.infer<typeof BundleRow>

/** A document of the case as a bundle needs it. */
export const BundleMaterial = z.strictObject({
  id: EventId,
  title: z.string(),
  kind: DocumentKind,
  when: When,
  described: z.boolean(),
  withdrawn: z.boolean(),
  mediaType: z.string().nullable(),
  /** Null: nobody has counted them yet. */
  pages: z.int().nonnegative().nullable(),
})
export type BundleMaterial = z.infer<typeof BundleMaterial>

const { work: exportWork, done: exportDone } = documentCalls['documents.export']
const saved = savedOrConflict(Bundle, BundleDraft)

export const bundleCalls = {
  'bundles.record': command({
    input: z.strictObject({ caseId: CaseId, bundle: BundleDraft }),
    output: Bundle,
    event: 'bundle',
  }),
  'bundles.update': command({
    input: z.strictObject({ id: EventId, revision: Revision, bundle: BundleDraft }),
    output: saved,
    event: 'bundle',
  }),
  'bundles.find': query({ input: z.strictObject({ id: EventId }), output: Bundle, tag: 'bundle' }),
  /** The newest first. */
  'bundles.listForCase': query({
    input: z.strictObject({ caseId: CaseId, withdrawn: z.boolean(), page: Page }),
    output: pageOf(BundleRow),
    tag: 'bundle',
  }),
  /** Every document of a case, newest first, those without a date last: what a bundle can be made of. 5,000 at most. */
  'bundles.material': query({
    input: z.strictObject({ caseId: CaseId }),
    output: z.strictObject({ rows: z.array(BundleMaterial).max(5_000) }),
    tag: 'document',
  }),
  /** Every finished bundle of a record, the newest first; 200 at most. */
  'bundles.versions': query({
    input: z.strictObject({ id: EventId }),
    output: z.strictObject({ rows: z.array(BundleVersionRow).max(200) }),
    tag: 'bundle',
  }),
  'bundles.findVersion': query({
    input: z.strictObject({ id: BundleVersionId }),
    output: BundleVersion,
    tag: 'bundle',
  }),
  /** Opens a version to be read on the screen. */
  'bundles.open': opening({ input: z.strictObject({ id: BundleVersionId }) }),
  /** Lets one version go out in spite of what was found in it. The reason is kept with it and who gave it. */
  'bundles.override': command({
    input: z.strictObject({ id: BundleVersionId, reason: overrideReason(1_000) }),
    output: BundleVersion,
    event: 'bundle',
  }),
  /**
   * Makes the next version of a bundle from the revision that was looked at, and seals it into the vault. Nothing readable is written
   * outside. A document that can't be taken is a problem of the version, never the end of the work.
   */
  'bundles.build': job({
    job: 'build-bundle',
    input: z.strictObject({ id: EventId, revision: Revision }),
    work: BundleWork,
    done: KeptBundle,
    output: BundleVersion,
    finishesAfterLock: true,
    event: 'bundle',
    touches: ['document'], // their pages are counted by then
  }),
  /** Looks in one version for everything that is confidential in its case now, and keeps what it found. */
  'bundles.search': job({
    job: 'search-bundle',
    input: z.strictObject({ id: BundleVersionId }),
    work: z.strictObject({
      path: z.string(),
      key: KeyBytes,
      size: z.int().nonnegative(),
      sha256: z.string(),
      termsDigest: z.string(),
      wanted: z.array(z.strictObject({ identifierId: IdentifierId, terms: z.array(z.string()) })),
    }),
    done: z.strictObject({
      termsDigest: z.string(),
      hits: z.array(
        z.strictObject({
          identifierId: IdentifierId,
          pages: z.array(z.int().positive()),
          places: z.array(BundlePlace),
        }),
      ),
      withoutText: z.array(z.int().positive()),
      withPictures: z.array(z.int().positive()),
    }),
    output: BundleVersion,
    finishesAfterLock: true,
    event: 'bundle',
  }),
  /**
   * Writes a readable copy of a version into a folder outside the vault, under a free name, checked against its hash. Refused until
   * the version may go out, and for a name that has a confidential detail in it.
   */
  'bundles.export': job({
    job: 'export-file',
    input: z.strictObject({ id: BundleVersionId, folder: FileToken, name: line(150) }),
    ...{ work: exportWork, done: exportDone },
    output: z.strictObject({ name: z.string() }),
    files: ['folder'],
    touches: ['history'],
  }),
  /** Has a process get ready to make a version, so that it comes quickly. */
  'bundles.prepareBuild': native({ input: Nothing, output: Nothing }),
  /** Opens a version for paper. Refused until it may go out. */
  'bundles.openToPrint': opening({ input: z.strictObject({ id: BundleVersionId }) }),
  /** Keeps that a version is going to the printer, before its first page does. Refused until it may go out. */
  'bundles.notePrinting': command({
    input: z.strictObject({ id: BundleVersionId }),
    output: BundleVersion,
    event: 'bundle',
  }),
  /**
   * Prints a version by the system's dialog, with both calls above; how many pages are drawn comes by push. False where the person
   * cancels the dialog, `cancelled` where it was stopped before.
   */
  'bundles.print': native({
    input: z.strictObject({ id: BundleVersionId }),
    output: z.strictObject({ printed: z.boolean() }),
  }),
  /** Stops what is being printed; nothing where nothing is. */
  'bundles.stopPrinting': native({ input: z.strictObject({}), output: z.strictObject({}) }),
}
