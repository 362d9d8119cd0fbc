import './risk.css'
import type { RiskAssessment } from '../../../shared/features/risk-assessments.ts'
import { dayOf, showDay } from '../../../shared/kernel/uk-dates.ts'
import type { Instrument } from '../../../shared/rules/instruments.ts'
import {
  answerSourceWords,
  bandLine,
  itemAnswerWords,
  judgementWords,
  maracWords,
  notAPrediction,
  riskQuestions as questions,
  runningCount,
  scoreLine,
} from '../../../shared/wording/risk-assessments.ts'
import { ago, showWhen } from '../../../shared/wording/when.ts'
import { useToday } from '../../lib/today.ts'
import { Button } from '../../ui/Button.tsx'
import { DetailPane } from '../../ui/DetailPane.tsx'
import { Stack } from '../../ui/Layout.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { PropertyList } from '../../ui/PropertyList.tsx'
import { RiskPill } from '../../ui/RiskPill.tsx'
import { EnteredInError, RecordStamp } from '../../ui/RecordStamp.tsx'
import { Section } from '../../ui/Section.tsx'
import { useShortcut } from '../../ui/shortcuts.ts'
import { Muted, Prose } from '../../ui/Text.tsx'
import type { RiskActions } from './risk-actions.ts'
import type { RiskPlace } from './risk-place.ts'

type DetailProps = {
  assessment: RiskAssessment
  pack: Instrument
  place: RiskPlace
  actions: RiskActions
  closed: boolean
}

/** One assessment, whole: the level with its age, the reasons, then the answers by topic. */
export function RiskDetail({ assessment, pack, place, actions, closed }: DetailProps) {
  const editable = assessment.withdrawnReason === null && !closed
  useShortcut('E', 'Edit this assessment', { run: () => place.edit(assessment.id), enabled: editable })
  useShortcut('Escape', 'Close this assessment', place.close)
  return (
    <DetailPane
      title={showWhen(assessment.when)}
      subtitle={`${pack.title}, version ${String(pack.version)}`}
      onClose={place.close}
      actions={
        <>
          {editable && (
            <Button size="small" icon="edit" onClick={() => place.edit(assessment.id)} shortcut="E">
              Edit
            </Button>
          )}
          <Menu label="More about this assessment" items={actions.menuOf(assessment)} />
        </>
      }
    >
      <Stack gap={4}>
        <EnteredInError record={assessment} actions={actions} />
        <Level assessment={assessment} />
        <Texts assessment={assessment} />
        <PropertyList
          rows={[
            { label: questions.judgement, value: judgementWords[assessment.judgement] },
            {
              label: questions.nextReview,
              value: assessment.nextReview === null ? 'No day set' : showDay(assessment.nextReview),
            },
            { label: questions.marac, value: assessment.marac === null ? 'Left open' : maracWords[assessment.marac] },
          ]}
        />
        {pack.items.length > 0 && <Answers assessment={assessment} pack={pack} />}
        <RecordStamp record={assessment} onVersions={() => place.showVersions(assessment.id)} />
      </Stack>
    </DetailPane>
  )
}

function Level({ assessment: { level, score, when } }: Pick<DetailProps, 'assessment'>) {
  const today = useToday()
  const line = scoreLine(score)
  return (
    <Stack gap={2}>
      <div className="wm-risk-summary">
        <RiskPill
          level={level ?? 'unknown'}
          age={when.from === null ? undefined : ago(dayOf(when.from, when.zone), today)}
        />
        {line !== null && <span>{line}</span>}
      </div>
      {line !== null && <Muted>{[runningCount(score), bandLine(score)].filter(Boolean).join('. ')}.</Muted>}
      {line !== null && <Muted>{notAPrediction}</Muted>}
    </Stack>
  )
}

function Texts({ assessment }: Pick<DetailProps, 'assessment'>) {
  return (
    <div>
      {(['reason', 'clientView', 'escalation', 'note'] as const).map(name => {
        const words = assessment[name]
        return (
          words !== null && (
            <Section key={name} title={questions[name]} level={3}>
              <Prose>{words}</Prose>
            </Section>
          )
        )
      })}
    </div>
  )
}

function Answers({ assessment: { answers }, pack }: Pick<DetailProps, 'assessment' | 'pack'>) {
  const rows = pack.items.map(({ id, label }) => {
    const given = answers.find(({ item }) => item === id)
    const more = [given && given.source !== 'none' && answerSourceWords[given.source], given?.note].filter(Boolean)
    return {
      label,
      value: itemAnswerWords[given?.answer ?? 'not-asked'],
      note: more.length === 0 ? undefined : more.join(': '),
    }
  })
  return (
    <Section title={questions.answers} level={3}>
      <PropertyList rows={rows} />
    </Section>
  )
}
