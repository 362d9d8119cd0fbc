import * as z from 'zod'
import { deriveKey } from './derive-key.job.ts'
import { exportFile } from './export-file.job.ts'
import { copyBackup } from './copy-backup.job.ts'
import { finishBackup } from './finish-backup.job.ts'
import { sealIntoVault } from './seal-file.job.ts'
import { serveJobs } from './serve-job.ts'
import { verifyFiles } from './verify-files.job.ts'

// Entry of every job process: each does one piece of work and is ended, or serves until it is ended.

z.config({ jitless: true })
serveJobs(
  {
    'derive-key': deriveKey,
    'seal-file': sealIntoVault,
    'verify-files': verifyFiles,
    'finish-backup': finishBackup,
    'export-file': exportFile,
    'copy-backup': copyBackup,
    'make-paper': async (work, context) => (await import('./make-paper.job.ts')).makePaper(work, context),
    // Only who builds a bundle waits for MuPDF and the fonts.
    'build-bundle': async (work, context) => (await import('./bundle/build-bundle.ts')).buildBundle(work, context),
    'check-bundle': async (work, context) =>
      (await import('./bundle-check/check-bundle.ts')).checkBundle(work, context),
    'search-bundle': async (work, context) =>
      (await import('./bundle-check/search-bundle.ts')).searchBundle(work, context),
  },
  { 'build-bundle': async () => (await import('./bundle/prepare.ts')).prepareBundles() },
  { reader: async () => (await import('./reader/reader.ts')).makeReading() },
)
