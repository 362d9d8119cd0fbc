import { useState } from 'react'
import type { EventId } from '../../../shared/kernel/ids.ts'
import { useCall, usePages } from '../../lib/api.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FilterToggle } from '../../ui/FilterChips.tsx'
import { Spacer } from '../../ui/Layout.tsx'
import { Toolbar } from '../../ui/Toolbar.tsx'
import { WithdrawRecord } from '../../ui/WithdrawRecord.tsx'
import { LoadedRecord } from '../../ui/LoadedRecord.tsx'
import { RecordButton } from '../../ui/RecordButton.tsx'
import { RecordScreen } from '../../ui/RecordScreen.tsx'
import { AssessmentVersions } from './AssessmentVersions.tsx'
import { EditAssessment } from './EditAssessment.tsx'
import { NewAssessment } from './NewAssessment.tsx'
import { useRiskActions, type AnyAssessment, type RiskActions } from './risk-actions.ts'
import { useRiskPlace, type RiskPlace } from './risk-place.ts'
import { RiskDetail } from './RiskDetail.tsx'
import { RiskTable } from './RiskTable.tsx'

/** The risk assessments of a case, newest first, each by the form as it was asked. */
export function RiskScreen() {
  const place = useRiskPlace()
  const { caseId, search } = place
  const assessments = usePages('riskAssessments.listForCase', { caseId, withdrawn: search.withdrawn })
  const closed = useCall('cases.find', { id: caseId }).data?.status === 'closed'
  const [withdrawing, setWithdrawing] = useState<AnyAssessment | null>(null)
  const actions = useRiskActions({ place, closed, askReason: setWithdrawing })
  return (
    <RecordScreen
      noun="assessments"
      header={<RiskToolbar place={place} closed={closed} />}
      read={assessments}
      list={
        <RiskTable
          assessments={assessments}
          place={place}
          actions={actions}
          empty={<Nothing place={place} closed={closed} />}
        />
      }
      beside={
        search.mode === 'new' || search.selected !== undefined ? (
          <Beside place={place} actions={actions} closed={closed} />
        ) : null
      }
      wide={search.mode !== undefined}
    >
      <WithdrawRecord record={withdrawing} onClose={() => setWithdrawing(null)} />
    </RecordScreen>
  )
}

function RiskToolbar({ place, closed }: { place: RiskPlace; closed: boolean }) {
  return (
    <Toolbar label="Risk assessments">
      <FilterToggle label="Entered in error" on={place.search.withdrawn} onChange={place.showWithdrawn} />
      <Spacer />
      <RecordButton label="Assess risk" closed={closed} onRecord={place.record} />
    </Toolbar>
  )
}

function Nothing({ place, closed }: { place: RiskPlace; closed: boolean }) {
  return (
    <EmptyState
      icon="risk"
      title="No assessment yet"
      action={
        closed ? undefined : (
          <Button kind="primary" icon="add" onClick={place.record}>
            Assess risk
          </Button>
        )
      }
    >
      Choose a form, or write down your own judgement with its reasons. Risk changes: assess again after every incident.
    </EmptyState>
  )
}

type BesideProps = { place: RiskPlace; actions: RiskActions; closed: boolean }

/** What stands beside the list, if anything. */
function Beside(props: BesideProps) {
  const { selected, mode } = props.place.search
  if (mode === 'new') return <NewAssessment key={props.place.search.form} place={props.place} />
  if (selected === undefined) return null
  return <Selected key={selected} id={selected} {...props} />
}

/** Read by itself, with its form: the list has neither answers nor labels. */
function Selected({ id, ...rest }: BesideProps & { id: EventId }) {
  const found = useCall('riskAssessments.find', { id })
  return (
    <LoadedRecord found={found} label="Loading the assessment">
      {assessment => <WithPack assessment={assessment} {...rest} />}
    </LoadedRecord>
  )
}

type WithPackProps = BesideProps & Pick<Parameters<typeof RiskDetail>[0], 'assessment'>
function WithPack({ assessment, place, ...rest }: WithPackProps) {
  const found = useCall('instruments.find', assessment.instrument)
  return (
    <LoadedRecord found={found} label="Loading the form">
      {pack => {
        const given = { assessment, pack, place }
        if (place.search.mode === 'edit') return <EditAssessment {...given} />
        if (place.search.mode === 'versions') return <AssessmentVersions {...given} />
        return <RiskDetail {...given} {...rest} />
      }}
    </LoadedRecord>
  )
}
