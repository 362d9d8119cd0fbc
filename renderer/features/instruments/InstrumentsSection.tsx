import { useState } from 'react'
import { longestInstrument, type InstrumentRow } from '../../../shared/features/instruments.ts'
import { london } from '../../../shared/kernel/dates.ts'
import { dayOf, showDay } from '../../../shared/kernel/uk-dates.ts'
import type { Instrument } from '../../../shared/rules/instruments.ts'
import { readInstrument } from '../../../shared/rules/read-instrument.ts'
import { inEffectWords, instrumentStatusWords, refusedForm } from '../../../shared/wording/instruments.ts'
import { count } from '../../../shared/wording/when.ts'
import { useCall } from '../../lib/api.ts'
import { useSession } from '../../lib/session.ts'
import { useUserNames } from '../../lib/user-names.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { ChooseTextFile } from '../../ui/ChooseTextFile.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { LineList } from '../../ui/LineList.tsx'
import { LoadingState } from '../../ui/LoadingState.tsx'
import { Section } from '../../ui/Section.tsx'
import { TwoLines } from '../../ui/TwoLines.tsx'
import { ExampleInstrument } from './ExampleInstrument.tsx'
import { LoadInstrument } from './LoadInstrument.tsx'

type Chosen = { json: string; instrument: Instrument }

/** The risk forms of this vault: those that come with Waymark, and those that the organisation loaded. */
export function InstrumentsSection() {
  const forms = useCall('instruments.list', {})
  const isManager = useSession(({ actor }) => actor?.role === 'manager')
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [showsExample, setShowsExample] = useState(false)
  const choose = (json: string) => {
    const read = json.length > longestInstrument ? { rule: 'instrument-too-long' } : readInstrument(json)
    setRefusal('rule' in read ? refusedForm(read.rule, 'at' in read ? read.at : undefined) : null)
    setChosen('rule' in read ? null : { json, instrument: read.instrument })
  }
  const actions = (
    <>
      <Button size="small" kind="quiet" onClick={() => setShowsExample(true)}>
        Show an example
      </Button>
      <ChooseTextFile
        label="Load a form…"
        accept=".json,application/json"
        disabledReason={isManager ? undefined : 'A manager of this vault loads forms.'}
        onChosen={choose}
      />
    </>
  )
  return (
    <Section
      title="Risk forms"
      hint="Waymark brings short labels of its own. If your organisation may use the wording of a published form, load it here as a JSON file. A version that was loaded never changes: earlier assessments rest on it."
      actions={actions}
    >
      {refusal !== null && (
        <Banner tone="danger" title="This form can’t be loaded" announced onDismiss={() => setRefusal(null)}>
          {refusal}
        </Banner>
      )}
      {forms.error && (
        <ErrorState error={forms.error} title="The forms could not be read" onRetry={() => void forms.refetch()} />
      )}
      {forms.isPending && <LoadingState label="Reading the forms" rows={3} />}
      {forms.data && <FormList rows={forms.data.rows} />}
      {chosen && <LoadInstrument {...chosen} onClose={() => setChosen(null)} />}
      <ExampleInstrument open={showsExample} onClose={() => setShowsExample(false)} />
    </Section>
  )
}

function FormList({ rows }: { rows: readonly InstrumentRow[] }) {
  const nameOf = useUserNames()
  const underOf = (row: InstrumentRow): string => {
    const { loadedAt, loadedBy, items, status } = row
    const from =
      loadedAt === null || loadedBy === null
        ? 'Comes with Waymark'
        : `Loaded ${showDay(dayOf(loadedAt, london))} by ${nameOf(loadedBy)}`
    const asked = items === 0 ? 'no questions' : count(items, 'question')
    return [from, asked, instrumentStatusWords[status], inEffectWords(row)].filter(Boolean).join(' · ')
  }
  return (
    <LineList
      label="Risk forms"
      rows={rows.map(row => ({
        key: `${row.id} ${String(row.version)}`,
        faint: !row.newest,
        line: (
          <TwoLines
            top={`${row.title}, version ${String(row.version)}${row.newest ? '' : ' (replaced)'}`}
            under={underOf(row)}
          />
        ),
      }))}
    />
  )
}
