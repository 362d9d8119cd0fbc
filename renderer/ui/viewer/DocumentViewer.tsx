import './viewer.css'
import { useId } from 'react'
import type { ErrorShape } from '../../../shared/kernel/errors.ts'
import { Button } from '../Button.tsx'
import { ErrorState } from '../ErrorState.tsx'
import { LoadingState } from '../LoadingState.tsx'
import { OpenedDocument } from './OpenedDocument.tsx'
import { UnlockDocument } from './UnlockDocument.tsx'
import { useReading } from './use-reading.ts'
import type { DocumentViewerProps } from './viewer-props.ts'

/** Pages of a document, drawn elsewhere: nothing of the document itself is in this window but pictures and words of its pages. */
export function DocumentViewer(props: DocumentViewerProps) {
  const { source, title, backTo, onBack, actions, instead } = props
  const { state, session, retry } = useReading(source)
  const id = useId()
  const heading = (
    <>
      {onBack && (
        <Button kind="quiet" size="small" icon="back" shortcut="Escape" onClick={onBack}>
          {backTo}
        </Button>
      )}
      <h2 id={id} className={onBack ? 'wm-viewer-title' : 'wm-hidden'}>
        {title}
      </h2>
    </>
  )
  return (
    <section aria-labelledby={id} className="wm-viewer">
      {state.is === 'open' ? (
        <OpenedDocument {...props} opened={state.opened} session={session} heading={heading} />
      ) : (
        <>
          <div className="wm-viewer-bar">
            {heading}
            <div className="wm-viewer-tools">{actions}</div>
          </div>
          <div className="wm-viewer-instead">
            {state.is === 'opening' && <LoadingState label="Opening the document" shape="text" />}
            {state.is === 'locked' && <UnlockDocument {...state} onUnlock={session.unlock} />}
            {state.is === 'failed' && (
              <ErrorState error={state.error} onRetry={mayHelp(state.error) ? retry : undefined} action={instead} />
            )}
          </div>
        </>
      )}
    </section>
  )
}

/** A file that can't be shown stays so, however often it is tried. */
const mayHelp = ({ code }: ErrorShape): boolean => code !== 'file-unreadable'
