import { useState } from 'react'
import type { Output } from '../../../shared/contract/contract.ts'
import type { Identifier } from '../../../shared/features/identifiers.ts'
import type { Guidance, RevealPurpose } from '../../../shared/features/safe-contact.ts'
import {
  agreementWords,
  hoursWords,
  identifierKindWords,
  planQuestions as questions,
  purposesOf,
  purposeWords,
  revealRuleWords,
  watchedWords,
} from '../../../shared/wording/safe-contact.ts'
import { sentenceFor } from '../../../shared/wording/errors.ts'
import { useCommand } from '../../lib/api.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { ChoiceField } from '../../ui/ChoiceField.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Row, Stack } from '../../ui/Layout.tsx'
import { PropertyList } from '../../ui/PropertyList.tsx'
import { TextField } from '../../ui/TextField.tsx'

type Answer = Output<'identifiers.reveal'>
const shortestReason = 10

/** A call or text that a number was just shown for. `safely` is what the answer said: by the plan, or for a reason. */
export type ShownFor = { channel: 'phone' | 'text-message'; safely: 'yes' | 'no' }
type RevealProps = {
  identifier: Identifier
  onClose: () => void
  /** Goes on to record the call; where it isn't given, that isn't offered. */
  onRecord?: ((call: ShownFor) => void) | undefined
}

/** Asks what a confidential value is wanted for, and shows it only if the plan, or a reason, allows it. */
export function Reveal({ identifier, onClose, onRecord }: RevealProps) {
  const [purpose, setPurpose] = useState<RevealPurpose>(purposesOf[identifier.kind][0] ?? 'check')
  const [reason, setReason] = useState('')
  const reveal = useCommand('identifiers.reveal')
  const answer = reveal.data
  const ask = (override: string | null) => reveal.mutate({ id: identifier.id, purpose, override })
  const options = purposesOf[identifier.kind].map(value => ({ value, label: purposeWords[value] }))
  const name = [identifierKindWords[identifier.kind], identifier.label].filter(Boolean).join(', ')
  return (
    <Dialog title={name} open onClose={onClose}>
      <Stack gap={5}>
        {answer?.outcome === 'shown' ? (
          <Shown answer={answer} purpose={purpose} onClose={onClose} onRecord={onRecord} />
        ) : (
          <>
            <ChoiceField
              label="What do you need it for?"
              options={options}
              value={purpose}
              onChange={value => {
                setPurpose(options.find(option => option.value === value)?.value ?? 'check')
                reveal.reset()
              }}
            />
            {reveal.error && <Banner tone="danger" title={sentenceFor(reveal.error)} announced />}
            {answer ? (
              <Withheld
                answer={answer}
                reason={reason}
                onReason={setReason}
                onOverride={() => ask(reason.trim())}
                busy={reveal.isPending}
              />
            ) : (
              <Row>
                <Button kind="primary" icon="unlock" busy={reveal.isPending} onClick={() => ask(null)}>
                  Ask for it
                </Button>
                <span className="wm-hint">Asking is recorded in the history of the case.</span>
              </Row>
            )}
          </>
        )}
      </Stack>
    </Dialog>
  )
}

const channels: Partial<Record<RevealPurpose, ShownFor['channel']>> = { call: 'phone', text: 'text-message' }
type ShownProps = Omit<RevealProps, 'identifier'> & {
  answer: Extract<Answer, { outcome: 'shown' }>
  purpose: RevealPurpose
}

function Shown({ answer, purpose, onClose, onRecord }: ShownProps) {
  const channel = channels[purpose]
  const watched = purpose === 'email' && answer.guidance ? watchedWords[answer.guidance.emailWatched] : null
  const record = () => {
    onClose()
    if (channel) onRecord?.({ channel, safely: answer.rule === 'overridden' ? 'no' : 'yes' })
  }
  return (
    <>
      <Banner
        tone={answer.rule === 'overridden' ? 'warning' : 'success'}
        title={revealRuleWords[answer.rule]}
        announced
      />
      {watched !== null && <Banner tone="warning" title={watched} announced />}
      {answer.guidance && <Mind guidance={answer.guidance} />}
      <p className="wm-revealed">{answer.value}</p>
      <Row justify="end">
        {channel && onRecord && (
          <Button icon={channel === 'phone' ? 'phone' : 'contact'} onClick={record}>
            {channel === 'phone' ? 'Record this call' : 'Record this text'}
          </Button>
        )}
        <Button kind="primary" onClick={onClose}>
          Hide it again
        </Button>
      </Row>
    </>
  )
}

type WithheldProps = {
  answer: Extract<Answer, { outcome: 'withheld' }>
  reason: string
  onReason: (reason: string) => void
  onOverride: () => void
  busy: boolean
}

function Withheld({ answer, reason, onReason, onOverride, busy }: WithheldProps) {
  const short = reason.trim().length < shortestReason
  return (
    <>
      <Banner tone="danger" title={`Not shown. ${revealRuleWords[answer.rule]}`} announced>
        {answer.guidance && answer.guidance.windows.length > 0
          ? `Agreed hours: ${answer.guidance.windows.map(hoursWords).join('; ')}.`
          : undefined}
      </Banner>
      <TextField
        label="Reason to look all the same"
        hint="Only if it can’t wait. The reason is kept in the history with your name."
        lines={2}
        maxLength={500}
        value={reason}
        onChange={text => onReason(text ?? '')}
      />
      <Row justify="end">
        <Button
          kind="danger"
          busy={busy}
          disabledReason={short ? 'Write a few words first.' : undefined}
          onClick={onOverride}
        >
          Show it for this reason
        </Button>
      </Row>
    </>
  )
}

function Mind({ guidance }: { guidance: Guidance }) {
  const rows = [
    { label: questions.askFor, value: guidance.askFor },
    { label: questions.codeWord, value: guidance.codeWord },
    { label: questions.whoMayAnswer, value: guidance.whoMayAnswer },
    {
      label: questions.voicemail,
      value: agreementWords[guidance.voicemail],
      note: guidance.voicemailScript ?? undefined,
    },
    { label: questions.withheldNumber, value: agreementWords[guidance.withheldNumber] },
    { label: questions.interpreter, value: guidance.interpreter },
    { label: questions.sharedDevices, value: guidance.sharedDevices },
  ]
  return <PropertyList columns={2} rows={rows.filter(({ value }) => value !== null)} />
}
