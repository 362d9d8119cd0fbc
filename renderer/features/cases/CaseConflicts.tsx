import type { PersonMatch } from '../../../shared/features/people.ts'
import { conflictAdvice, whereWords } from '../../../shared/wording/person-matches.ts'
import { useCall } from '../../lib/api.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import type { CasePlace } from './case-place.ts'

/** A client here who may be a suspect elsewhere, or the other way round, until somebody has ruled it out. */
export function CaseConflicts({ place }: { place: CasePlace }) {
  const found = useCall('people.matches', { caseId: place.caseId }).data
  const conflicts = found?.rows.filter(({ conflict, decision }) => conflict && decision?.same !== false) ?? []
  return conflicts.map(match => (
    <Banner
      key={`${match.personId} ${match.other.personId}`}
      tone="danger"
      title={titleOf(match)}
      actions={
        <Button size="small" onClick={() => place.showPerson(match.personId)}>
          {match.decision === null ? 'Look and decide' : 'Show'}
        </Button>
      }
    >
      {match.other.name} is {whereWords(match.other)}. {conflictAdvice}
    </Banner>
  ))
}

const titleOf = ({ decision }: PersonMatch): string =>
  decision === null ? 'Possible conflict with another case' : 'Conflict with another case'
