import './line-group.css'
import { Icon } from './Icon.tsx'
import type { IconName } from './icon-names.ts'
import { LineLink } from './LineGroup.tsx'

type Grade = 'now' | 'soon' | 'check'
export type Reason = { key: string; grade: Grade; gradeWords: string; words: string; onOpen: () => void }

const pictures: Record<Grade, IconName> = { now: 'danger', soon: 'warning', check: 'help' }

/** Why something can't be left as it is: a picture and a tone for how pressing, and each a way to what says so. */
export function ReasonList({ label, reasons, more }: { label: string; reasons: readonly Reason[]; more?: string }) {
  return (
    <ul aria-label={label} className="wm-reasons">
      {reasons.map(({ key, grade, gradeWords, words, onOpen }) => (
        <li key={key}>
          <span data-grade={grade}>
            <Icon name={pictures[grade]} size={14} label={gradeWords} />
          </span>
          <LineLink onOpen={onOpen}>{words}</LineLink>
        </li>
      ))}
      {more !== undefined && <li>{more}</li>}
    </ul>
  )
}
