import { readFileSync } from 'node:fs'
import { BundleCheckReport } from '../../../shared/features/bundle-check.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import { BundleProfileId } from '../../../shared/rules/bundle-profiles.ts'
import { startJob } from '../../jobs/job-host.ts'
import { command } from '../command.ts'
import { startJobProcess } from '../job-process.ts'
import { typedPath } from '../places.ts'
import { tellProgress } from '../progress.ts'

export const bundleCheck = command({
  words: 'bundle check',
  takes: 'FILE --profile general|family [--terms FILE]',
  says: 'Checks a finished bundle with another reader. What is wrong is a result, not an error. The terms file has one a line.',
  needs: ['profile'],
  may: ['terms'],
  named: true,
  async run({ name, profile, terms }, { signal }): Promise<BundleCheckReport> {
    const kind = BundleProfileId.safeParse(profile)
    if (!kind.success) throw new AppError('invalid-input', { rule: 'no-such-profile', field: 'profile' })
    const progress = tellProgress()
    const running = startJob({
      channel: startJobProcess(),
      job: 'check-bundle',
      work: {
        path: typedPath(name),
        profile: kind.data,
        terms: terms === undefined ? null : termsIn(typedPath(terms)),
      },
      onProgress: done => progress.tell('bundle check', done),
    })
    signal.addEventListener('abort', running.cancel, { once: true })
    try {
      return BundleCheckReport.parse(await running.done)
    } finally {
      signal.removeEventListener('abort', running.cancel)
      progress.end()
    }
  },
})

function termsIn(path: string): string[] {
  try {
    return readFileSync(path, 'utf8')
      .replace(/^\ufeff/, '')
      .split(/\r?\n/)
      .map(line => line.trim())
      .filter(line => line !== '')
  } catch (cause) {
    throw new AppError('file-unreadable', { rule: 'file-missing' }, { cause })
  }
}
