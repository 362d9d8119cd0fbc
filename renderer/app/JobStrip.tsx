import type { CallName } from '../../shared/contract/contract.ts'
import { callOrThrow } from '../lib/api.ts'
import { useJobs, type JobProgress } from '../lib/jobs.ts'
import { Button } from '../ui/Button.tsx'
import { ProgressBar } from '../ui/ProgressBar.tsx'

/** The jobs worth a strip. Deriving a key takes half a second, and its button says that it is busy. */
const labels: Partial<Record<CallName, string>> = {
  'vault.backup': 'Backing up',
  'vault.verify': 'Checking the vault',
}
const labelOf = ({ name }: JobProgress): string | undefined => labels[name as CallName] // a name we don't have has no label

/** Work that goes on in the background, whichever screen is shown. */
export function JobStrip() {
  const byId = useJobs(state => state.byId)
  const shown = Object.values(byId).filter(job => labelOf(job) !== undefined)
  if (shown.length === 0) return null
  return (
    <section aria-label="Work going on" className="wm-jobs">
      {shown.map(job => (
        <div key={job.jobId} className="wm-job">
          <ProgressBar label={labelOf(job) ?? ''} done={job.done} total={job.total} />
          <Button size="small" kind="quiet" onClick={() => void cancel(job)}>
            Stop
          </Button>
        </div>
      ))}
    </section>
  )
}

const cancel = ({ jobId }: JobProgress) => callOrThrow('jobs.cancel', { jobId }).catch(() => undefined)
