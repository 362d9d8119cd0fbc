import { useState } from 'react'
import type { AdvocateLoad } from '../../../shared/features/cases.ts'
import { caseloadRuleOn, type CaseloadRule } from '../../../shared/rules/caseload.ts'
import { ruleStatusWords } from '../../../shared/wording/cases.ts'
import { useToday } from '../../lib/today.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Stack } from '../../ui/Layout.tsx'
import { LoadMeter } from '../../ui/LoadMeter.tsx'
import { OneLine } from '../../ui/OneLine.tsx'
import { Muted } from '../../ui/Text.tsx'
import type { CaseloadPlace } from './caseload-place.ts'

/** What each advocate carries beside the yardstick, heaviest first. Pressing one lists their cases. */
export function CaseloadLoad({ place, loads }: { place: CaseloadPlace; loads: readonly AdvocateLoad[] }) {
  const rule = caseloadRuleOn(useToday())
  const [explained, setExplained] = useState(false)
  const mark = rule?.openCases ?? null
  const most = Math.max((mark ?? 0) * 1.4, ...loads.map(({ open }) => open))
  const why = rule && (
    <Button kind="quiet" size="small" icon="info" onClick={() => setExplained(true)}>
      Why {rule.openCases}?
    </Button>
  )
  return (
    <OneLine label="Open cases of each advocate" end={why}>
      {loads.map(({ userId, name, open }) => (
        <LoadMeter
          key={userId}
          name={name}
          value={open}
          mark={mark}
          most={most}
          on={place.filter.owner === userId}
          onChange={on => place.change({ owner: on ? userId : 'all' })}
        />
      ))}
      {rule && explained && <Explained rule={rule} onClose={() => setExplained(false)} />}
    </OneLine>
  )
}

function Explained({ rule, onClose }: { rule: CaseloadRule; onClose: () => void }) {
  return (
    <Dialog title={`Why ${String(rule.openCases)} open cases?`} open onClose={onClose} size="small">
      <Stack gap={3}>
        <p>{rule.says}.</p>
        <Muted>
          {rule.source}. {ruleStatusWords[rule.status]}
        </Muted>
      </Stack>
    </Dialog>
  )
}
