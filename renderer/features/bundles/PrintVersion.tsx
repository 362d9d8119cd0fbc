import { useState } from 'react'
import type { BundleVersion } from '../../../shared/features/bundles.ts'
import { sentenceFor } from '../../../shared/wording/errors.ts'
import { count } from '../../../shared/wording/when.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Row, Stack } from '../../ui/Layout.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { Text } from '../../ui/Text.tsx'
import { heldBack } from './held-back.ts'
import { usePrinting, type Printing } from './use-printing.ts'

/** Prints a version by the system's dialog, once the person knows what printing leaves behind. */
export function PrintVersion({ version }: { version: BundleVersion }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button size="small" icon="print" disabledReason={heldBack[version.release]} onClick={() => setOpen(true)}>
        Print…
      </Button>
      {open && <PrintDialog version={version} onClose={() => setOpen(false)} />}
    </>
  )
}

function PrintDialog({ version, onClose }: { version: BundleVersion; onClose: () => void }) {
  const printing = usePrinting(version, onClose)
  const { error, begin, stop } = printing
  const goesOn = printing.stage !== 'not-begun'
  const leave = goesOn ? stop : onClose
  return (
    <Dialog title={`Print version ${String(version.number)}`} open onClose={leave} size="small">
      <Stack gap={4}>
        <Text size="small">
          {count(version.pages, 'page')} on A4, one side each unless the printer turns them. The printing system, and a
          printer shared with others, may keep a copy that Waymark can’t take back: choose one you trust, and fetch the
          paper at once. The history keeps that printing was begun.
        </Text>
        {goesOn && <GoingOn printing={printing} pages={version.pages} />}
        {error && <Banner tone="danger" title={sentenceFor(error)} announced />}
        <Row gap={2}>
          <Button kind="primary" icon="print" busy={goesOn} onClick={begin}>
            Choose a printer…
          </Button>
          <Button onClick={leave}>{goesOn ? 'Stop printing' : 'Cancel'}</Button>
        </Row>
      </Stack>
    </Dialog>
  )
}

/** How far it is: a long bundle takes a minute until the system can ask for a printer. */
function GoingOn({ printing: { stage, progress }, pages }: { printing: Printing; pages: number }) {
  if (stage === 'asked')
    return (
      <Banner tone="info" title="Choose a printer in the system’s window" announced>
        It can take a moment to open. This closes by itself once the pages are handed over.
      </Banner>
    )
  const { done, total } = progress ?? { done: 0, total: pages }
  return (
    <ProgressBar
      label={`Preparing page ${Math.min(done + 1, total).toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')}`}
      note=""
      {...{ done, total }}
    />
  )
}
