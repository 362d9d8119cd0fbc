import type { BundleVersion } from '../../../shared/features/bundles.ts'
import { count } from '../../../shared/wording/when.ts'
import { Muted, Text } from '../../ui/Text.tsx'

/** What a version holds, and the page on which each document begins. `page` counts the PDF's pages from 1. */
export function Preview({ version, page }: { version: BundleVersion; page: number }) {
  return (
    <div className="wm-made-body">
      <ol className="wm-made-list">
        {version.documents.map(({ entry, title, label, pages, firstPage }) => (
          <li key={entry} aria-current={page >= firstPage && page < firstPage + pages ? 'true' : undefined}>
            <Text>{title}</Text>{' '}
            <Muted>
              from page {label}, {count(pages, 'page')}
            </Muted>
          </li>
        ))}
      </ol>
    </div>
  )
}
