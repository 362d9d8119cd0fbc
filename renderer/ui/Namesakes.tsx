import { useDeferredValue } from 'react'
import type { CaseId } from '../../shared/kernel/ids.ts'
import { whereWords } from '../../shared/wording/person-matches.ts'
import { useCall } from '../lib/api.ts'
import { Banner } from './Banner.tsx'

type NamesakesProps = { name: string | null | undefined; exceptCaseId?: CaseId | null }

/** Says who has this full name already, beneath the question for it, so that a conflict is seen before anything is saved. */
export function Namesakes({ name, exceptCaseId = null }: NamesakesProps) {
  const typed = useDeferredValue(name?.trim() ?? '')
  const found = useCall(
    'people.namesakes',
    { name: typed.slice(0, 160), exceptCaseId },
    { enabled: /\S\s+\S/.test(typed), keepPrevious: true },
  ).data
  if (!found || found.rows.length === 0 || !/\S\s+\S/.test(typed)) return null
  return (
    <Banner tone="warning" title="This name is in Waymark already" announced>
      <ul className="wm-banner-list">
        {found.rows.map(other => (
          <li key={other.personId}>
            {other.name}, {whereWords(other)}
          </li>
        ))}
      </ul>
      Check who it is before you go on: one of them may be a client, the other a suspect.
    </Banner>
  )
}
