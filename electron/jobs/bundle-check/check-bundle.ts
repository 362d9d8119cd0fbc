import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import {
  BundleCheckWork,
  type BundleCheck,
  type BundleCheckId,
  type BundleCheckReport,
} from '../../../shared/features/bundle-check.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import { bundleProfileOn, type BundleProfile } from '../../../shared/rules/bundle-profiles.ts'
import { bundleCheckWords, noTermsGiven } from '../../../shared/wording/bundle-checks.ts'
import type { JobContext } from '../serve-job.ts'
import { hasHiddenData, pagesOfHiddenData } from './hidden-data.ts'
import { findNumbers, wrongBookmarks, wrongIndex, wrongLabels, wrongLinks, type Numbered } from './numbers.ts'
import { withoutText, wronglyTurned, wrongSize } from './pages.ts'
import { readBundle, type ReadBundle } from './read-bundle.ts'
import { findTerms } from './terms.ts'

/** What one question found: the pages at fault, and whether anything is, since some faults are of no page. */
type Finding = { wrong: boolean; pages: readonly number[] }
type Checking = { read: ReadBundle; numbered: Numbered; bytes: Buffer; profile: BundleProfile }

/** Checks a finished bundle with another reader than the one that made it. What is wrong with it is a result, not an error. */
export async function checkBundle(given: unknown, { signal, report }: JobContext): Promise<BundleCheckReport> {
  const { path, profile: profileId, terms } = BundleCheckWork.parse(given)
  const profile = bundleProfileOn(profileId, null)
  if (!profile) throw new AppError('invalid-input', { rule: 'no-profile-then' })
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new AppError('file-unreadable', { rule: 'file-missing' }, { cause })
  })
  const read = await readBundle(new Uint8Array(bytes), (done, total) => {
    signal.throwIfAborted()
    report({ done, total })
  }).catch((cause: unknown) => {
    signal.throwIfAborted()
    if (cause instanceof AppError && cause.code === 'file-unreadable') return null
    throw cause
  })
  if (read === null) return { pages: 0, checks: [answer('opens', 'error', { wrong: true, pages: [] })], ok: false }
  const checks = answers({ read, numbered: findNumbers(read), bytes, profile }, { terms, name: basename(path) })
  return { pages: read.pages.length, checks, ok: !checks.some(({ ok, severity }) => !ok && severity === 'error') }
}

function answers(
  checking: Checking,
  { terms, name }: { terms: readonly string[] | null; name: string },
): BundleCheck[] {
  const { read, numbered, profile, bytes } = checking
  const tooLong = profile.pageLimit !== null && read.pages.length > profile.pageLimit
  const missing = pagesWhere(numbered.stamps, stamp => stamp === null)
  const crowded = pagesWhere(numbered.stamps, stamp => stamp !== null && !stamp.isClear)
  const shown = read.opens?.page === 1 && read.opens.zoom === 1 && read.mode === 'UseOutlines'
  const named = text(read.info['Title']) !== '' && text(read.info['Language']) !== ''
  return [
    answer('opens', 'error', none),
    answer('page-limit', profile.pageLimitBlocks ? 'error' : 'warning', { wrong: tooLong, pages: [] }),
    answer('labels', 'error', onPages(wrongLabels(read, profile))),
    answer('stamps', 'error', onPages(missing)),
    answer('stamps-clear', 'warning', onPages(crowded)),
    answer('index', 'error', wrongIndex(read, numbered)),
    answer('links', 'error', wrongLinks(read, numbered)),
    answer('bookmarks', 'error', wrongBookmarks(read, numbered)),
    answer('opening-view', 'warning', { wrong: !shown, pages: [] }),
    answer('title-and-language', 'warning', { wrong: !named, pages: [] }),
    answer('orientation', 'error', onPages(wronglyTurned(read))),
    answer('size', 'warning', onPages(wrongSize(read))),
    answer('text-layer', 'warning', onPages(withoutText(read, numbered))),
    answer('hidden-data', 'error', { wrong: hasHiddenData(read, bytes), pages: pagesOfHiddenData(read) }),
    terms === null
      ? { id: 'terms', severity: 'info', ok: true, pages: [], message: noTermsGiven }
      : answer('terms', 'error', findTerms(read, terms, name)),
  ]
}

const none: Finding = { wrong: false, pages: [] }
const onPages = (pages: readonly number[]): Finding => ({ wrong: pages.length > 0, pages })
const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')
const pagesWhere = <Item>(items: readonly Item[], isWrong: (item: Item) => boolean): number[] =>
  items.flatMap((item, page) => (isWrong(item) ? [page + 1] : []))

const answer = (id: BundleCheckId, severity: BundleCheck['severity'], { wrong, pages }: Finding): BundleCheck => ({
  id,
  severity,
  ok: !wrong,
  pages: [...pages],
  message: wrong ? bundleCheckWords[id].failed : bundleCheckWords[id].passed,
})
