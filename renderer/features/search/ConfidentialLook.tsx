import type { ConfidentialHit } from '../../../shared/features/search.ts'
import { sentenceFor } from '../../../shared/wording/errors.ts'
import { confidentialFound, confidentialLook } from '../../../shared/wording/search.ts'
import { useCommand } from '../../lib/api.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Row } from '../../ui/Layout.tsx'
import { OneLine } from '../../ui/OneLine.tsx'
import { Muted } from '../../ui/Text.tsx'

type LookProps = { text: string; onOpen: (hit: ConfidentialHit) => void }

/** Whether what was typed could be a whole number, e-mail address, account or vehicle. */
const couldBeWhole = (text: string): boolean => (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0) >= 5 && /[\d@]/.test(text)

/** The one way to learn whose confidential number this is: pressed on purpose, and recorded. */
export function ConfidentialLook({ text, onOpen }: LookProps) {
  const look = useCommand('search.confidential')
  if (!couldBeWhole(text)) return null
  const [first, ...others] = look.data?.rows ?? []
  if (first)
    return (
      <Banner
        tone="info"
        announced
        title={confidentialFound(first.kind)}
        actions={
          <Row gap={2}>
            {[first, ...others].map(hit => (
              <Button key={hit.personId} size="small" icon="person" onClick={() => onOpen(hit)}>
                {hit.name}, {hit.reference}
              </Button>
            ))}
          </Row>
        }
      />
    )
  if (look.isSuccess) return <Banner tone="info" announced title={confidentialLook.none} />
  if (look.error) return <Banner tone="danger" announced title={sentenceFor(look.error)} />
  return (
    <OneLine
      label="Confidential numbers"
      end={
        <Button size="small" icon="lock" busy={look.isPending} onClick={() => look.mutate({ value: text })}>
          {confidentialLook.label}
        </Button>
      }
    >
      <Muted>{confidentialLook.says}</Muted>
    </OneLine>
  )
}
