import type { Check, Verification } from '../../../shared/features/vault.ts'
import { sentenceFor } from '../../../shared/wording/errors.ts'
import { checkSentence, verificationParts, verificationRule } from '../../../shared/wording/vault.ts'
import { useJob } from '../../lib/api.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Section } from '../../ui/Section.tsx'

/** Reads every page, link, change and document of the vault, and says what it found. */
export function Verify() {
  const verify = useJob('vault.verify')
  return (
    <Section
      title="Is it sound?"
      hint="Reads everything in the vault and compares it with its checksums. You can go on working."
      actions={
        <Button size="small" icon="check" busy={verify.isPending} onClick={() => verify.mutate({})}>
          Check the vault
        </Button>
      }
    >
      {verify.error && <Banner tone="danger" title={`Not checked. ${sentenceFor(verify.error)}`} announced />}
      {verify.data && <Report verification={verify.data} />}
    </Section>
  )
}

const parts = Object.keys(verificationParts) as (keyof Verification)[] // the keys it was declared with

function Report({ verification }: { verification: Verification }) {
  const isSound = parts.every(part => verification[part].ok)
  return (
    <>
      {isSound ? (
        <Banner tone="success" title="The vault is sound." announced />
      ) : (
        <Banner tone="danger" title="Something in the vault is damaged. Nothing was changed." announced>
          Make a copy of the vault’s folder, then lock Waymark and restore the last backup.
        </Banner>
      )}
      <ul className="wm-checks" aria-label="What was checked">
        {parts.map(part => (
          <PartReport key={part} part={part} check={verification[part]} />
        ))}
      </ul>
    </>
  )
}

function PartReport({ part, check }: { part: keyof Verification; check: Check }) {
  const rules = Map.groupBy(check.problems, ({ rule }) => rule)
  return (
    <li data-damaged={!check.ok || undefined}>
      <Icon name={check.ok ? 'success' : 'danger'} label={check.ok ? 'Sound' : 'Damaged'} />
      <div>
        <strong>{verificationParts[part]}</strong>
        <p>{checkSentence(part, check)}</p>
        {[...rules].map(([rule, problems]) => (
          <p key={rule}>
            {verificationRule(rule)}
            {problems.length > 1 && ` ${problems.length.toLocaleString('en-GB')} times.`}
          </p>
        ))}
      </div>
    </li>
  )
}
