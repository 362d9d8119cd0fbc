import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { BundleSpec, type BundleReport, type BundleWork } from '../../../shared/features/bundle-work.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import { buildWithRetries } from '../../bundle-jobs.ts'
import { command } from '../command.ts'
import { startJobProcess } from '../job-process.ts'
import { typedPath } from '../places.ts'
import { tellProgress } from '../progress.ts'

export const bundleBuild = command({
  words: 'bundle build',
  takes: '--spec FILE --out FILE [--password FILE]',
  says: 'Builds a numbered court bundle from the files that a spec lists. The password file has one password a line.',
  secretFiles: ['--password'],
  needs: ['spec', 'out'],
  may: ['password'],
  async run({ spec, out, password }, { signal }): Promise<BundleReport> {
    const progress = tellProgress()
    try {
      const { pages, documents, problems } = await buildWithRetries({
        work: workOf(typedPath(spec), typedPath(out), password === undefined ? [] : passwordsIn(typedPath(password))),
        startProcess: startJobProcess,
        signal,
        onProgress: done => progress.tell('bundle build', done),
      })
      return { pages, documents, problems }
    } finally {
      progress.end()
    }
  },
})

/** Paths of a spec are relative to it; problems are told under the names it uses. */
function workOf(specPath: string, to: string, passwords: string[]): BundleWork {
  const { sections, ...spec } = specIn(specPath)
  const folder = dirname(specPath)
  return {
    ...spec,
    sections: sections.map(section => ({
      ...section,
      documents: section.documents.map(document => ({
        ...document,
        from: { is: 'path', path: resolve(folder, document.file) },
      })),
    })),
    to: { is: 'path', path: to },
    passwords,
    refused: [],
  }
}

function specIn(path: string): BundleSpec {
  const text = readText(path)
  try {
    const parsed = BundleSpec.safeParse(JSON.parse(text))
    if (parsed.success) return parsed.data
    const { path: field = [] } = parsed.error.issues[0] ?? {}
    throw new AppError('invalid-input', { rule: 'spec-incomplete', field: field.join('.') })
  } catch (cause) {
    throw cause instanceof AppError ? cause : new AppError('invalid-input', { rule: 'spec-not-json' }, { cause })
  }
}

const passwordsIn = (path: string): string[] =>
  readText(path)
    .split(/\r?\n/)
    .filter(line => line !== '')

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8').replace(/^\ufeff/, '')
  } catch (cause) {
    throw new AppError('file-unreadable', { rule: 'file-missing' }, { cause })
  }
}
