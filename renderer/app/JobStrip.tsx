import { jobWords } from '../../shared/wording/vault.ts'
import { callOrThrow } from '../lib/api.ts'
import { useJobs, type JobProgress } from '../lib/jobs.ts'
import { Button } from '../ui/Button.tsx'
import { ProgressBar } from '../ui/ProgressBar.tsx'

const labelOf = ({ name }: JobProgress): string | undefined => jobWords[name]

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
