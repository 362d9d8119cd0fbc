import './ConflictView.css'
import './form.css'
import { useEffect, useRef, useState } from 'react'
import type { ErrorShape } from '../../shared/kernel/errors.ts'
import { sentenceFor } from '../../shared/wording/errors.ts'
import { Banner } from './Banner.tsx'
import { Button } from './Button.tsx'
import { countPicked, pickedWords } from './conflict-words.ts'
import { DiffView, type DiffField } from './DiffView.tsx'
import { changedBy, chosenFrom, type ChangedBy, type Picks, type ThreeWay } from './three-way.ts'

type ConflictViewProps<Draft> = {
  who: string
  when: string
  versions: ThreeWay<Draft>
  /** `before` is theirs, `after` is one's own. */
  fields: readonly DiffField[]
  saveLabel?: string | undefined
  busy: boolean
  error: ErrorShape | null
  onSave: (chosen: Draft) => void
  onEdit: (chosen: Draft) => void
  onTakeTheirs: () => void
  canKeepBoth?: ((id: string) => boolean) | undefined
}

/**
 * Somebody else saved in between: both versions, question by question. Each answer starts at whoever changed it, so that
 * saving undoes nobody's work; what both changed is to be chosen. Nothing typed is lost.
 */
export function ConflictView<Draft extends object>(props: ConflictViewProps<Draft>) {
  const { who, when, versions, fields, busy, error, canKeepBoth } = props
  const changers = fields.map(field => ({ ...field, by: changedBy(field.id, versions) }))
  const [picks, setPicks] = useState<Picks>(() =>
    Object.fromEntries(changers.map(({ id, by }) => [id, by === 'theirs' ? 'before' : 'after'])),
  )
  const root = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // The form that it takes the place of had the focus, and had been scrolled.
    root.current?.focus({ preventScroll: true })
    root.current?.scrollIntoView({ block: 'start' })
  }, [])
  return (
    <div ref={root} tabIndex={-1} className="wm-conflict">
      <Banner tone="warning" title={`${who} saved other changes while you were writing`} announced>
        Their version was saved {when}. Yours is kept as a draft. {pickedWords(countPicked(changers))}
      </Banner>
      {error && <Banner tone="danger" title={sentenceFor(error)} announced />}
      <DiffView
        beforeTitle={`${who}’s version`}
        afterTitle="Yours"
        fields={order.flatMap(by => changers.filter(one => one.by === by))}
        marks={marksOf(changers)}
        picks={picks}
        onPick={(id, pick) => setPicks({ ...picks, [id]: pick })}
        canKeepBoth={canKeepBoth}
      />
      <div className="wm-form-footer">
        <Button kind="primary" busy={busy} onClick={() => props.onSave(chosenFrom(versions, picks))}>
          {props.saveLabel ?? 'Save the chosen answers'}
        </Button>
        <Button onClick={() => props.onEdit(chosenFrom(versions, picks))}>Edit with the chosen answers</Button>
        <Button onClick={props.onTakeTheirs}>Take theirs</Button>
      </div>
    </div>
  )
}

/** What has to be chosen stands first. What both say the same is only counted: the way to the buttons would be long. */
const order = ['unknown', 'both', 'theirs', 'yours', null] as const
const marks = {
  unknown: { words: 'Differs: choose', urgent: true },
  both: { words: 'Both changed: choose', urgent: true },
  theirs: { words: 'Only they changed it', urgent: false },
  yours: { words: 'Only you changed it', urgent: false },
}
const marksOf = (changers: readonly { id: string; by: ChangedBy | null }[]) =>
  Object.fromEntries(changers.flatMap(({ id, by }) => (by === null ? [] : [[id, marks[by]] as const])))
