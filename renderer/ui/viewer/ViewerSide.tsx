import { useEffect, useRef, useState } from 'react'
import type { OutlineLine } from '../../../shared/features/reading.ts'
import { Tabs } from '../Tabs.tsx'
import { Thumbnails } from './Thumbnails.tsx'
import type { SideProps } from './viewer-props.ts'

const pagesTab = { id: 'pages', label: 'Pages' }

/** Beside the pages: all of them small, and the document's own bookmarks where it has any. */
export function ViewerSide(props: SideProps) {
  const lines = useOutline(props)
  const [chosen, setChosen] = useState<string | null>(null)
  const tabs = lines.length > 0 ? [{ id: 'bookmarks', label: 'Bookmarks' }, pagesTab] : [pagesTab]
  const tab = tabs.some(({ id }) => id === chosen) ? chosen : tabs[0]?.id
  return (
    <div className="wm-viewer-side">
      <Tabs label="Beside the pages" items={tabs} current={tab ?? 'pages'} onChange={setChosen}>
        {tab === 'bookmarks' ? <Bookmarks lines={lines} {...props} /> : <Thumbnails {...props} />}
      </Tabs>
    </div>
  )
}

function Bookmarks({ lines, current, goTo }: SideProps & { lines: readonly OutlineLine[] }) {
  const here = lines.findLastIndex(({ page }) => page <= current)
  const list = useRef<HTMLUListElement>(null)
  return (
    <ul ref={list} className="wm-viewer-bookmarks" aria-label="Bookmarks">
      {lines.map(({ title, page, depth }, index) => (
        <li key={`${String(index)} ${title}`}>
          <button
            type="button"
            aria-current={index === here || undefined}
            style={{ paddingInlineStart: 8 + 14 * Math.min(depth, 8) }}
            onClick={() => goTo(page)}
          >
            {title}
          </button>
        </li>
      ))}
    </ul>
  )
}

function useOutline({ source, session }: Pick<SideProps, 'source' | 'session'>): readonly OutlineLine[] {
  const [lines, setLines] = useState<readonly OutlineLine[]>([])
  useEffect(() => {
    let current = true
    session
      .ask(readingId => source.outline({ readingId }))
      .then(
        found => current && setLines(found.lines),
        () => undefined, // bookmarks that can't be read are none
      )
    return () => {
      current = false
    }
  }, [source, session])
  return lines
}
