import { exportFile } from '../../electron/jobs/export-file.job.ts'
import { buildBundle } from '../../electron/jobs/bundle/build-bundle.ts'
import { withOrigins } from '../../electron/bundle-jobs.ts'
import { searchBundle } from '../../electron/jobs/bundle-check/search-bundle.ts'
import { copyBackup } from '../../electron/jobs/copy-backup.job.ts'
import { finishBackup } from '../../electron/jobs/finish-backup.job.ts'
import { makePaper } from '../../electron/jobs/make-paper.job.ts'
import { sealIntoVault } from '../../electron/jobs/seal-file.job.ts'
import type { Jobs } from '../../electron/jobs/serve-job.ts'
import { verifyFiles } from '../../electron/jobs/verify-files.job.ts'
import { BundleWork } from '../../shared/features/bundle-work.ts'
import { contract, type NameOf } from '../../shared/contract/contract.ts'

const jobs: Jobs = {
  'seal-file': sealIntoVault,
  'verify-files': verifyFiles,
  'finish-backup': finishBackup,
  'export-file': exportFile,
  'copy-backup': copyBackup,
  'search-bundle': searchBundle,
  'build-bundle': async (work, context) => withOrigins(BundleWork.parse(work), await buildBundle(work, context)),
  'make-paper': makePaper,
}

/** Does a job's work in this process. Key derivation is left out: at its real cost it takes half a second. */
export function runJobHere(
  name: NameOf<'job'>,
  work: unknown,
  signal = new AbortController().signal,
): Promise<unknown> {
  const job = jobs[contract[name].job]
  if (!job) throw new Error(`No job for ${name} here`)
  return job(work, { signal, report: () => undefined })
}
