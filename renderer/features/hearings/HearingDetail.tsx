import type { ReactNode } from 'react'
import type { Hearing } from '../../../shared/features/hearings.ts'
import { showDay } from '../../../shared/kernel/uk-dates.ts'
import {
  clientRequiredWords,
  hearingDay,
  hearingQuestions as questions,
  hearingState,
  kindWords,
  modeWords,
} from '../../../shared/wording/hearings.ts'
import { showWhen } from '../../../shared/wording/when.ts'
import { useToday } from '../../lib/today.ts'
import { Button } from '../../ui/Button.tsx'
import { DetailPane } from '../../ui/DetailPane.tsx'
import { Row, Stack } from '../../ui/Layout.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { PropertyList } from '../../ui/PropertyList.tsx'
import { EnteredInError, RecordStamp } from '../../ui/RecordStamp.tsx'
import { useShortcut } from '../../ui/shortcuts.ts'
import { ClashBanner } from './ClashBanner.tsx'
import type { HearingActions } from './hearing-actions.ts'
import { Directions, Measures, Moves, Outcome } from './HearingParts.tsx'
import { HearingPill } from './HearingPill.tsx'
import { HearingTasks } from './HearingTasks.tsx'
import type { HearingsPlace } from './hearings-place.ts'

type DetailProps = { hearing: Hearing; place: HearingsPlace; actions: HearingActions; closed: boolean }

/** One hearing, whole, beside the list. */
export function HearingDetail({ hearing, place, actions, closed }: DetailProps) {
  const today = useToday()
  const editable = hearing.withdrawnReason === null && !closed
  useShortcut('E', 'Edit this hearing', { run: () => place.edit(hearing.id), enabled: editable })
  useShortcut('Escape', 'Close this hearing', place.close)
  const { kind, court, when, outcome } = hearing
  const ahead = outcome === null && hearing.withdrawnReason === null
  return (
    <DetailPane
      title={showWhen(when)}
      subtitle={`${kindWords(kind)} · ${court}`}
      onClose={place.close}
      actions={
        <>
          {editable && (
            <Button size="small" icon="edit" onClick={() => place.edit(hearing.id)} shortcut="E">
              Edit
            </Button>
          )}
          <Menu label="More about this hearing" items={actions.menuOf(hearing)} />
        </>
      }
    >
      <Stack gap={5}>
        <EnteredInError record={hearing} actions={actions} />
        <NextStep hearing={hearing} place={place} closed={!editable} onPrint={() => actions.print(hearing)} />
        {ahead && <ClashBanner caseId={hearing.caseId} day={hearingDay(when, today)} exceptId={hearing.id} />}
        <div>
          {outcome !== null && <Outcome hearing={hearing} onNext={place.select} />}
          <Measures hearing={hearing} />
          <HearingTasks hearing={hearing} closed={closed} />
          <Directions hearing={hearing} />
          <Moves hearing={hearing} />
        </div>
        <Listing hearing={hearing} />
        <RecordStamp record={hearing} onVersions={() => place.showVersions(hearing.id)} />
      </Stack>
    </DetailPane>
  )
}

type StepProps = { hearing: Hearing; place: HearingsPlace; closed: boolean; onPrint: () => void }

/** How it stands, and what is to be done about it. */
function NextStep({ hearing, place, closed, onPrint }: StepProps) {
  const state = hearingState(hearing, useToday())
  const { id } = hearing
  const buttons: ReactNode[] = []
  if (!closed && (state === 'outcome-missing' || state === 'today'))
    buttons.push(
      <Button key="outcome" kind="primary" size="small" icon="check" onClick={() => place.outcome(id)}>
        Record the outcome
      </Button>,
    )
  if (!closed && state === 'awaiting-date')
    buttons.push(
      <Button key="next" kind="primary" size="small" icon="forward" onClick={() => place.listNext(id)}>
        Record the next hearing
      </Button>,
    )
  if (!closed && hearing.outcome === null)
    buttons.push(
      <Button key="move" size="small" icon="calendar" onClick={() => place.move(id)}>
        Move
      </Button>,
    )
  if (!closed && (state === 'coming' || state === 'today'))
    buttons.push(
      <Button key="bundle" size="small" icon="bundle" onClick={() => place.makeBundle(id)}>
        Make a bundle
      </Button>,
    )
  if (state === 'coming' || state === 'today')
    buttons.push(
      <Button key="print" size="small" icon="print" onClick={onPrint}>
        Print the day sheet
      </Button>,
    )
  return (
    <Stack gap={3} align="start">
      <HearingPill hearing={hearing} />
      {buttons.length > 0 && <Row gap={2}>{buttons}</Row>}
    </Stack>
  )
}

function Listing({ hearing }: { hearing: Hearing }) {
  const { courtToldOn, mode, clientRequired } = hearing
  return (
    <PropertyList
      rows={[
        { label: questions.clientRequired, value: clientRequiredWords[clientRequired] },
        { label: questions.whoAttends, value: hearing.whoAttends },
        { label: questions.arrivalPlan, value: hearing.arrivalPlan },
        { label: questions.bring, value: hearing.bring },
        { label: questions.interpreter, value: hearing.interpreter },
        { label: questions.room, value: hearing.room },
        { label: questions.listingNote, value: hearing.listingNote },
        { label: questions.caseNumber, value: hearing.caseNumber },
        { label: questions.courtAddress, value: hearing.courtAddress },
        { label: questions.mode, value: modeWords[mode] },
        ...(mode === 'in-person' ? [] : [{ label: questions.link, value: hearing.link }]),
        { label: questions.courtToldOn, value: courtToldOn && showDay(courtToldOn) },
        { label: questions.judge, value: hearing.judge },
        { label: questions.purpose, value: hearing.purpose },
      ]}
    />
  )
}
