import { useState } from 'react'
import type { EventId } from '../../../shared/kernel/ids.ts'
import { useCall, usePages } from '../../lib/api.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { FilterToggle } from '../../ui/FilterChips.tsx'
import { Fill, Screen, Spacer, Split } from '../../ui/Layout.tsx'
import { useListKeys } from '../../ui/list-focus.ts'
import { LoadingState } from '../../ui/LoadingState.tsx'
import { useShortcut } from '../../ui/shortcuts.ts'
import { Toolbar } from '../../ui/Toolbar.tsx'
import { WithdrawRecord } from '../../ui/WithdrawRecord.tsx'
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
  useShortcut('N', 'Assess risk', { run: place.record, enabled: !closed })
  useListKeys()
  return (
    <Screen fill header={<RiskToolbar place={place} closed={closed} />}>
      <Split
        list={
          <Fill>
            {assessments.error ? (
              <ErrorState
                error={assessments.error}
                title="The assessments could not be read"
                onRetry={assessments.refetch}
              />
            ) : assessments.isPending ? (
              <LoadingState label="Loading assessments" shape="list" />
            ) : (
              <RiskTable
                assessments={assessments}
                place={place}
                actions={actions}
                empty={<Nothing place={place} closed={closed} />}
              />
            )}
          </Fill>
        }
        detail={
          search.mode === 'new' || search.selected !== undefined ? (
            <Beside place={place} actions={actions} closed={closed} />
          ) : null
        }
        wide={search.mode !== undefined}
      />
      <WithdrawRecord record={withdrawing} onClose={() => setWithdrawing(null)} />
    </Screen>
  )
}

function RiskToolbar({ place, closed }: { place: RiskPlace; closed: boolean }) {
  return (
    <Toolbar label="Risk assessments">
      <FilterToggle label="Entered in error" on={place.search.withdrawn} onChange={place.showWithdrawn} />
      <Spacer />
      <Button
        kind="primary"
        icon="add"
        shortcut="N"
        onClick={place.record}
        disabled={closed}
        disabledReason={closed ? 'This case is closed. Open it again to assess risk.' : undefined}
      >
        Assess risk
      </Button>
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
  if (found.data) return <WithPack assessment={found.data} {...rest} />
  return found.error ? (
    <ErrorState error={found.error} onRetry={() => void found.refetch()} />
  ) : (
    <LoadingState label="Loading the assessment" shape="detail" />
  )
}

type WithPackProps = BesideProps & Pick<Parameters<typeof RiskDetail>[0], 'assessment'>
function WithPack({ assessment, place, ...rest }: WithPackProps) {
  const found = useCall('instruments.find', assessment.instrument)
  const pack = found.data
  if (!pack)
    return found.error ? (
      <ErrorState error={found.error} onRetry={() => void found.refetch()} />
    ) : (
      <LoadingState label="Loading the form" shape="detail" />
    )
  const given = { assessment, pack, place }
  if (place.search.mode === 'edit') return <EditAssessment {...given} />
  if (place.search.mode === 'versions') return <AssessmentVersions {...given} />
  return <RiskDetail {...given} {...rest} />
}
