import { isOpen, type PoliceReport, type ReportSilence } from '../../../shared/features/police-reports.ts'
import { dayOf, showDay } from '../../../shared/kernel/uk-dates.ts'
import { limitFromLastIncident } from '../../../shared/rules/time-limits.ts'
import { yesNoWords } from '../../../shared/wording/orders.ts'
import { channelWords } from '../../../shared/wording/police-contacts.ts'
import {
  clockWords,
  differenceWords,
  notLawWords,
  offenceFacts,
  offenceName,
  outcomeWords,
  policeReportQuestions as questions,
  reclassificationWords,
  recordedWords,
  reportDay,
  silenceSentences,
  summaryOffences,
} from '../../../shared/wording/police-reports.ts'
import { showWhen } from '../../../shared/wording/when.ts'
import { useCall } from '../../lib/api.ts'
import { useToday } from '../../lib/today.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { DetailPane } from '../../ui/DetailPane.tsx'
import { Row, Stack } from '../../ui/Layout.tsx'
import { BelongsTogether } from '../../ui/LinkedRecords.tsx'
import { Menu } from '../../ui/Menu.tsx'
import type { MenuItem } from '../../ui/MenuItems.tsx'
import { PropertyList, type Property } from '../../ui/PropertyList.tsx'
import type { RecordActions } from '../../ui/record-actions.ts'
import { EnteredInError, RecordStamp } from '../../ui/RecordStamp.tsx'
import { Section } from '../../ui/Section.tsx'
import { useShortcut } from '../../ui/shortcuts.ts'
import { Muted, Prose } from '../../ui/Text.tsx'
import { OutcomePill } from './PoliceReportTable.tsx'
import type { PoliceReportPlace } from './police-report-place.ts'

type DetailProps = {
  report: PoliceReport
  silence: ReportSilence | undefined
  place: PoliceReportPlace
  actions: RecordActions
  menu: readonly MenuItem[]
  closed: boolean
}

/** One police report, whole: what police recorded beside what the advocate believes, and how long they have been silent. */
export function PoliceReportDetail({ report, silence, place, actions, menu, closed }: DetailProps) {
  const editable = report.withdrawnReason === null && !closed
  useShortcut('E', 'Edit this report', { run: () => place.edit(report.id), enabled: editable })
  useShortcut('Escape', 'Close this report', place.close)
  const difference = differenceWords(report)
  return (
    <DetailPane
      title={`Reported ${showWhen(report.when)}`}
      subtitle={channelWords[report.channel]}
      onClose={place.close}
      actions={
        <>
          {editable && (
            <Button size="small" icon="edit" onClick={() => place.edit(report.id)} shortcut="E">
              Edit
            </Button>
          )}
          <Menu label="More about this report" items={menu} />
        </>
      }
    >
      <Stack gap={4}>
        <EnteredInError record={report} actions={actions} />
        {isOpen(report.outcome) && (
          <Row>
            <OutcomePill report={report} />
          </Row>
        )}
        {difference !== null && <Banner tone="warning" title={difference} />}
        <PropertyList rows={classification(report)} />
        {!isOpen(report.outcome) && <PropertyList rows={whatCameOfIt(report)} />}
        <Silence silence={silence} />
        <Clock report={report} />
        <PropertyList rows={whatIsKnown(report)} />
        {report.note !== null && (
          <Section title={questions.note} level={3}>
            <Prose>{report.note}</Prose>
          </Section>
        )}
        <BelongsTogether id={report.id} label={questions.links} />
        <RecordStamp record={report} onVersions={() => place.showVersions(report.id)} />
      </Stack>
    </DetailPane>
  )
}

/** What is known of an offence, and whether it was law on the day of the report. */
function offenceNote(id: string | null, { when }: PoliceReport): string | undefined {
  if (id === null) return undefined
  const notLaw = notLawWords(id, reportDay(when))
  return [notLaw && `${notLaw}.`, offenceFacts(id)].filter(Boolean).join(' ') || undefined
}

function classification(report: PoliceReport): Property[] {
  const { recordedAs, recordedOn, believedToBe, reclassifications } = report
  const { offence, note } = believedToBe
  const recorded = recordedAs.value?.offence ?? null
  const rows: Property[] = [
    {
      label: questions.recordedAs,
      value: recorded === null ? recordedWords(recordedAs) : offenceName(recorded),
      missing: recordedAs.missing,
      note: offenceNote(recorded, report),
    },
    { label: questions.recordedOn, value: recordedOn && showDay(recordedOn) },
    {
      label: questions.believedToBe,
      value: offence && offenceName(offence),
      note: offenceNote(offence, report),
    },
  ]
  if (note !== null) rows.push({ label: 'Why you believe so', value: <Prose>{note}</Prose> })
  if (reclassifications.length > 0)
    rows.push({
      label: questions.reclassifications,
      value: <Prose>{reclassifications.map(reclassificationWords).join('\n')}</Prose>,
    })
  return rows
}

function Silence({ silence }: Pick<DetailProps, 'silence'>) {
  if (!silence) return null
  return (
    <Section title="Silence" level={3}>
      {silenceSentences(silence).map(sentence => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Section>
  )
}

/** Six months from the last incident, for offences that can only go to a magistrates' court. */
function Clock({ report }: { report: PoliceReport }) {
  const today = useToday()
  const offences = summaryOffences(report)
  const last = useCall('incidents.summary', { caseId: report.caseId }, { enabled: offences.length > 0 }).data?.last
  if (offences.length === 0 || last === undefined) return null
  const limit = last && limitFromLastIncident(dayOf(last.at, last.zone))
  return (
    <Section title="Time limit" level={3}>
      {limit === null ? (
        <Muted>No incident with a date is recorded in this case, so no day can be counted.</Muted>
      ) : (
        offences.map(offence => <p key={offence.id}>{clockWords(offence, limit, today)}</p>)
      )}
    </Section>
  )
}

const whatCameOfIt = ({ outcome }: PoliceReport): Property[] => [
  { label: questions.outcome, value: outcomeWords(outcome) },
  { label: 'Outcome on', value: outcome.on && showDay(outcome.on) },
  { label: 'Reason', value: outcome.reason && <Prose>{outcome.reason}</Prose> },
]

function whatIsKnown(report: PoliceReport): Property[] {
  const { officer, collarNumber, force, logNumber, crimeReference, linkedByPolice } = report
  return [
    { label: questions.crimeReference, value: crimeReference },
    { label: questions.logNumber, value: logNumber },
    { label: questions.officer, value: officer.value, missing: officer.missing },
    { label: questions.collarNumber, value: collarNumber.value, missing: collarNumber.missing },
    { label: questions.force, value: force.value, missing: force.missing },
    { label: questions.linkedByPolice, value: yesNoWords[linkedByPolice] },
  ]
}
