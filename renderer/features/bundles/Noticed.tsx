import type { BundleVersion } from '../../../shared/features/bundles.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Text } from '../../ui/Text.tsx'

type NoticedProps = { version: BundleVersion; onPage: (page: number) => void }

/** What the engine had to leave out, mend or draw anew, each with the document that it is about. */
export function Noticed({ version: { problems, documents }, onPage }: NoticedProps) {
  if (problems.length === 0)
    return (
      <EmptyState icon="document" title="Nothing was noticed">
        Every document was taken in as its file is.
      </EmptyState>
    )
  return (
    <div className="wm-made-body">
      <ul className="wm-made-list">
        {problems.map(({ entry, code, message }) => {
          const document = documents.find(one => one.entry === entry)
          return (
            <li key={`${entry} ${code}`}>
              <Text strong>{document?.title ?? 'The bundle'}</Text>{' '}
              {document && (
                <Button size="small" kind="quiet" onClick={() => onPage(document.firstPage)}>
                  Page {document.label}
                </Button>
              )}
              <div>{message}</div>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
