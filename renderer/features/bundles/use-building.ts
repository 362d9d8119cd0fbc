import { useEffect } from 'react'
import type { Input } from '../../../shared/contract/contract.ts'
import { sentenceFor } from '../../../shared/wording/errors.ts'
import { callOrThrow, useJob } from '../../lib/api.ts'
import { useJobs } from '../../lib/jobs.ts'
import { toast } from '../../ui/toast.ts'

export type Building = {
  start: (input: Input<'bundles.build'>) => void
  cancel: () => void
  /** How far it is; null while nothing is made. It goes on when somebody leaves the screen. */
  progress: { done: number; total: number } | null
}

/** Makes versions of bundles, and follows what is being made. */
export function useBuilding(): Building {
  const build = useJob('bundles.build')
  const running = useJobs(({ byId }) => Object.values(byId).find(({ name }) => name === 'bundles.build') ?? null)
  const start: Building['start'] = input =>
    build.mutate(input, {
      onSuccess: ({ number, problems }) =>
        problems.length === 0
          ? toast(`Version ${String(number)} is made`)
          : toast(`Version ${String(number)} is made. Look at what was noticed.`, { tone: 'warning' }),
      onError: error => toast(sentenceFor(error), { tone: error.code === 'cancelled' ? 'info' : 'danger' }),
    })
  const waiting = build.isPending ? { done: 0, total: 0 } : null
  const progress = running ?? waiting
  const busy = progress !== null
  useEffect(() => {
    if (!busy) callOrThrow('bundles.prepareBuild', {}).catch(() => undefined) // it only makes the next one quicker
  }, [busy])
  return { start, cancel: build.cancel, progress }
}
