import { useState } from 'react'
import type { BundleVersion } from '../../../shared/features/bundles.ts'
import { sentenceFor } from '../../../shared/wording/errors.ts'
import { count } from '../../../shared/wording/when.ts'
import { useCommand } from '../../lib/api.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Row, Stack } from '../../ui/Layout.tsx'
import { Text } from '../../ui/Text.tsx'
import { toast } from '../../ui/toast.ts'
import { heldBack } from './held-back.ts'

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
  const print = useCommand('bundles.print')
  const begin = () =>
    print.mutate(
      { id: version.id },
      {
        onSuccess({ printed }) {
          onClose()
          toast(printed ? 'Handed to the printing system.' : 'Nothing was printed.')
        },
      },
    )
  return (
    <Dialog title={`Print version ${String(version.number)}`} open onClose={onClose} size="small">
      <Stack gap={4}>
        <Text size="small">
          {count(version.pages, 'page')} on A4, one side each unless the printer turns them. The printing system, and a
          printer shared with others, may keep a copy that Waymark can’t take back: choose one you trust, and fetch the
          paper at once. The history keeps that printing was begun.
        </Text>
        {print.isPending && version.pages > 40 && <Text size="small">Drawing the pages. This can take a minute.</Text>}
        {print.error && <Banner tone="danger" title={sentenceFor(print.error)} announced />}
        <Row gap={2}>
          <Button kind="primary" icon="print" busy={print.isPending} onClick={begin}>
            Choose a printer…
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </Row>
      </Stack>
    </Dialog>
  )
}
