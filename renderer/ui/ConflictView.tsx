import './ConflictView.css'
import './form.css'
import { useEffect, useRef, useState } from 'react'
import type { ErrorShape } from '../../shared/kernel/errors.ts'
import { sentenceFor } from '../../shared/wording/errors.ts'
import { Banner } from './Banner.tsx'
import { Button } from './Button.tsx'
import { DiffView, type DiffField, type Pick } from './DiffView.tsx'

type Picks = Record<string, Pick>
type ConflictViewProps = {
  who: string
  when: string
  /** `before` is theirs, `after` is one's own. */
  fields: readonly DiffField[]
  busy: boolean
  error: ErrorShape | null
  onKeepMine: () => void
  onTakeTheirs: () => void
  /** Which answers to take from theirs, and of which to keep both texts. */
  onCombine: (fromTheirs: ReadonlySet<string>, both: ReadonlySet<string>) => void
  canKeepBoth?: ((id: string) => boolean) | undefined
}

/** Somebody else saved in between: both versions, question by question, and three ways on. Nothing typed is lost. */
export function ConflictView({
  who,
  when,
  fields,
  busy,
  error,
  onKeepMine,
  onTakeTheirs,
  onCombine,
  canKeepBoth,
}: ConflictViewProps) {
  const changed = fields.filter(({ before, after }) => (before ?? '') !== (after ?? ''))
  const same = fields.filter(field => !changed.includes(field))
  const [picks, setPicks] = useState<Picks>(() => Object.fromEntries(changed.map(({ id }) => [id, 'after'])))
  const picked = (pick: Pick) => new Set(fields.filter(({ id }) => picks[id] === pick).map(({ id }) => id))
  const root = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // The form that it takes the place of had the focus, and had been scrolled.
    root.current?.focus({ preventScroll: true })
    root.current?.scrollIntoView({ block: 'start' })
  }, [])
  return (
    <div ref={root} tabIndex={-1} className="wm-conflict">
      <Banner tone="warning" title={`${who} saved other changes while you were writing`} announced>
        Their version was saved {when}. Yours is kept as a draft. Choose which to keep, or take answers from both.
      </Banner>
      {error && <Banner tone="danger" title={sentenceFor(error)} announced />}
      <DiffView
        beforeTitle={`${who}’s version`}
        afterTitle="Yours"
        fields={[...changed, ...same]}
        picks={picks}
        onPick={(id, pick) => setPicks({ ...picks, [id]: pick })}
        canKeepBoth={canKeepBoth}
      />
      <div className="wm-form-footer">
        <Button kind="primary" busy={busy} onClick={onKeepMine}>
          Keep mine
        </Button>
        <Button onClick={onTakeTheirs}>Take theirs</Button>
        <Button onClick={() => onCombine(picked('before'), picked('both'))}>Edit with the chosen answers</Button>
      </div>
    </div>
  )
}
