import * as z from 'zod'
import { CalendarDay } from '../kernel/dates.ts'
import { BundleProfileId } from '../rules/bundle-profiles.ts'
import { StoredFile } from './files.ts'
import { KeyBytes } from './keys.ts'
import { PaperContent } from './papers.ts'

const line = (most: number) => z.string().trim().min(1).max(most)
/** A day, or words where there is no day: "undated", "March 2026". */
const DocumentDate = line(40).nullable().default(null)

/** What a bundle is made of, as the command line is given it. Files are paths, relative to the spec. */
export const BundleSpec = z.strictObject({
  profile: BundleProfileId,
  title: line(300),
  court: line(200).nullable().default(null),
  caseNumber: line(80).nullable().default(null),
  hearingDate: CalendarDay.nullable().default(null),
  sections: z
    .array(
      z.strictObject({
        title: line(1_000),
        documents: z
          .array(z.strictObject({ title: line(1_000), date: DocumentDate, file: z.string().min(1).max(4_096) }))
          .max(5_000),
      }),
    )
    .min(1)
    .max(200),
})
export type BundleSpec = z.infer<typeof BundleSpec>

const { size, sha256 } = StoredFile.shape
const Path = z.string().min(1)

/** Where the bytes of a document come from: a file, a sealed file of the vault, or a paper that is laid out for the bundle. */
export const DocumentSource = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('path'), path: Path }),
  z.strictObject({ is: z.literal('sealed'), path: Path, key: KeyBytes, size, sha256 }),
  z.strictObject({ is: z.literal('paper'), paper: PaperContent }),
])
export type DocumentSource = z.infer<typeof DocumentSource>

/** Where a finished file goes: readable, or sealed under a key, so that nothing plain ever touches the disk. */
export const OutputTarget = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('path'), path: Path }),
  z.strictObject({ is: z.literal('sealed'), path: Path, key: KeyBytes }),
])
export type OutputTarget = z.infer<typeof OutputTarget>

/** The work of the job that builds a bundle. `file` is what the problems of a document are told under. */
export const BundleWork = z.strictObject({
  ...BundleSpec.shape,
  sections: z.array(
    z.strictObject({
      title: z.string(),
      documents: z.array(
        z.strictObject({ title: z.string(), date: z.string().nullable(), file: z.string(), from: DocumentSource }),
      ),
    }),
  ),
  /** Where the finished bundle goes. An earlier file there stays until the new one is whole. */
  to: OutputTarget,
  /** Tried in turn on every locked file. */
  passwords: z.array(z.string()),
  /** Documents, counted through all sections from 0, that ended an earlier try: they get a sheet that says so. */
  refused: z.array(z.int().nonnegative()),
})
export type BundleWork = z.infer<typeof BundleWork>

export const bundleProblemCodes = [
  'file-missing',
  'file-unreadable',
  'file-empty',
  'file-too-large',
  'file-locked',
  'file-damaged',
  'file-dangerous',
  'vault-copy-damaged',
  'kind-unknown',
  'kind-word',
  'kind-picture',
  'kind-recording',
  'no-pages',
  'repaired',
  'pages-recovered',
  'page-redrawn',
  'page-unreadable',
  'notes-removed',
  'hidden-removed',
  'outside-removed',
  'letters-missing',
] as const
/** Something a person should look at. The first thirteen leave the document out; the others say how it differs from its file. */
export const BundleProblem = z.strictObject({
  file: z.string(),
  code: z.enum(bundleProblemCodes),
  message: z.string(),
})
export type BundleProblem = z.infer<typeof BundleProblem>
export type BundleProblemCode = BundleProblem['code']

export const BundleReport = z.strictObject({
  pages: z.int().nonnegative(),
  documents: z.array(
    z.strictObject({
      title: z.string(),
      /** Of its first page, as stamped there. */
      label: z.string(),
      /** Counts the PDF's pages from 1. */
      firstPage: z.int().positive(),
      pages: z.int().positive(),
    }),
  ),
  problems: z.array(BundleProblem),
})
export type BundleReport = z.infer<typeof BundleReport>

/** What the job answers: the report, with the size in bytes and the SHA-256 of the finished bundle's plain bytes. */
export const BuiltBundle = z.strictObject({ ...BundleReport.shape, size, sha256 })
export type BuiltBundle = z.infer<typeof BuiltBundle>

/** The same for the store: with where it went, and under what each document was asked for, in their order. */
export const KeptBundle = z.strictObject({ ...BuiltBundle.shape, to: OutputTarget, files: z.array(z.string()) })
export type KeptBundle = z.infer<typeof KeptBundle>
