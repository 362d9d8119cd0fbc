import type { Instrument } from '../../../shared/rules/instruments.ts'
import { sentenceFor } from '../../../shared/wording/errors.ts'
import { inEffectWords, instrumentStatusWords, scoringWords } from '../../../shared/wording/instruments.ts'
import { count } from '../../../shared/wording/when.ts'
import { useCommand } from '../../lib/api.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Stack } from '../../ui/Layout.tsx'
import { LineList } from '../../ui/LineList.tsx'
import { PropertyList } from '../../ui/PropertyList.tsx'
import { Section } from '../../ui/Section.tsx'
import { toast } from '../../ui/toast.ts'

type LoadInstrumentProps = { json: string; instrument: Instrument; onClose: () => void }

/** A form as it would be asked, to be looked at before it is loaded for good. */
export function LoadInstrument({ json, instrument, onClose }: LoadInstrumentProps) {
  const load = useCommand('instruments.load')
  const { title, version, items, source, licence, status, reviewAfterDays } = instrument
  const confirm = () =>
    load.mutate(
      { json },
      {
        onSuccess: () => {
          toast(`${title}, version ${String(version)}, is loaded`)
          onClose()
        },
      },
    )
  const footer = (
    <>
      <Button onClick={onClose}>Cancel</Button>
      <Button kind="primary" busy={load.isPending} onClick={confirm}>
        Load this form
      </Button>
    </>
  )
  const rows = [
    { label: 'Title', value: title },
    { label: 'Version', value: String(version) },
    { label: 'Questions', value: count(items.length, 'question') },
    { label: 'Counting', value: scoringWords(instrument) ?? 'Nothing is counted: the level is a judgement alone' },
    { label: 'In use', value: inEffectWords(instrument) ?? 'Always' },
    {
      label: 'Review',
      value: reviewAfterDays === null ? 'Only after events' : `After ${count(reviewAfterDays, 'day')}`,
    },
    { label: 'Source', value: source, note: instrumentStatusWords[status] },
    { label: 'Licence', value: licence },
  ]
  return (
    <Dialog title="Load this form?" open onClose={onClose} footer={footer}>
      <Stack gap={5}>
        {load.error && (
          <Banner tone="danger" title="This form was not loaded" announced>
            {sentenceFor(load.error)}
          </Banner>
        )}
        <PropertyList rows={rows} />
        {groupsOf(instrument).map(([group, labels]) => (
          <Section key={group} title={group} level={3}>
            <LineList label={group} rows={labels.map(label => ({ key: label, line: label }))} />
          </Section>
        ))}
      </Stack>
    </Dialog>
  )
}

function groupsOf({ items }: Instrument): [string, string[]][] {
  const groups = Map.groupBy(items, item => item.group)
  return [...groups].map(([group, found]) => [group, found.map(({ label }) => label)])
}
