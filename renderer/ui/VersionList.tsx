import './VersionList.css'
import { Button } from './Button.tsx'
import { DiffView, type DiffField } from './DiffView.tsx'
import { Row, Spacer } from './Layout.tsx'
import { Heading, Muted, Text } from './Text.tsx'

export type ShownVersion = {
  revision: number
  byline: string
  note: string | null
  /** What changed against the version before. */
  fields: readonly DiffField[]
  /** False: an older version of the app wrote it in a form that this one can't put back. */
  readable: boolean
}
type VersionListProps = {
  /** Newest first. */
  versions: readonly ShownVersion[]
  busy: boolean
  /** Missing: the record can't be changed now. */
  onPutBack: ((revision: number) => void) | undefined
  /** What a state is called where "version" means something else. */
  noun?: string | undefined
}

/** How a record stood after each save, with what changed, and the way back. */
export function VersionList({ versions, busy, onPutBack, noun = 'version' }: VersionListProps) {
  return (
    <ol className="wm-versions" reversed>
      {versions.map((version, index) => (
        <li key={version.revision}>
          <Row gap={2}>
            <Heading level={3}>
              {noun.replace(/^./, letter => letter.toUpperCase())} {String(version.revision)}
            </Heading>
            {index === 0 && <Muted>as it stands now</Muted>}
            <Spacer />
            {index > 0 && onPutBack && version.readable && (
              <Button kind="quiet" size="small" icon="undo" busy={busy} onClick={() => onPutBack(version.revision)}>
                Put this {noun} back
              </Button>
            )}
          </Row>
          <Muted>{version.byline}</Muted>
          {version.note !== null && <Text>{version.note}</Text>}
          {version.fields.length > 0 && <DiffView beforeTitle="Before" afterTitle="After" fields={version.fields} />}
        </li>
      ))}
    </ol>
  )
}
