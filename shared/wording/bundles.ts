import type { BundleProblemCode } from '../features/bundle-work.ts'

/** What is wrong with one file of a bundle, and what to do. Never quotes the file. */
export const bundleProblemSentences: Record<BundleProblemCode, string> = {
  'file-missing': 'This file is not there. Check its name and folder, then build again.',
  'file-unreadable': 'This file could not be read. Check that it opens elsewhere and that you may read it.',
  'file-empty': 'This file is empty. Get it again from where it came.',
  'file-too-large': 'This file is larger than 1 GB. Split it, then build again.',
  'file-locked':
    'This file is locked with a password. Open it elsewhere, save a copy without the password, and put that in its place.',
  'file-damaged': 'This file is too damaged to be read. Get it again, or print and scan it.',
  'file-dangerous':
    'This file could not be read safely: it needs far more time or memory than it should. Print and scan it.',
  'vault-copy-damaged':
    'The copy of this document in the vault is missing or damaged. Restore it from a backup, or add it again.',
  'kind-unknown': 'This kind of file can’t go into a bundle. Save it as PDF, JPEG, PNG or plain text.',
  'kind-word': 'A Word document can’t go into a bundle as it is. Save it as PDF, then build again.',
  'kind-picture':
    'A picture of this kind (WebP, HEIC) can’t go into a bundle as it is. Open it in another program, save it as JPEG, and put that in its place.',
  'kind-recording':
    'A recording can’t go into a bundle. Put in a note of what can be heard or seen in it, and of where it is kept.',
  'no-pages': 'This file has no pages.',
  repaired: 'This file was damaged and has been repaired. Compare it with the original.',
  'pages-recovered':
    'The list of pages in this file is lost. Those found are in the bundle: check that all are there, and in order.',
  'page-redrawn': 'Some pages were damaged and are in the bundle as pictures. Compare them with the original.',
  'page-unreadable': 'Some pages could not be read, and a sheet in their place says so.',
  'notes-removed': 'The text of notes stuck to its pages was left out. What can be seen on the pages is kept.',
  'hidden-removed': 'Layers that this file hides were left out.',
  'outside-removed': 'What lay outside the visible part of its pages was left out.',
  'letters-missing': 'Some letters of the title or text can’t be printed and show as boxes.',
}

/** What the bundle itself prints. */
export const bundleWords = {
  index: 'Index',
  caseNumber: 'Case number',
  hearing: 'Hearing',
  document: 'Document',
  date: 'Date',
  page: 'Page',
  empty: 'No documents in this section',
  notIncluded: 'This document is not in the bundle',
  pageNotIncluded: 'This page could not be read',
} as const
