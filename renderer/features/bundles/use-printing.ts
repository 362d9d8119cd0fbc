import type { BundleVersion } from '../../../shared/features/bundles.ts'
import type { AppError } from '../../../shared/kernel/errors.ts'
import { useCommand } from '../../lib/api.ts'
import { forgetPrinting, useJobs } from '../../lib/jobs.ts'
import { toast } from '../../ui/toast.ts'

type Progress = { done: number; total: number }
export type Printing = {
  /** `asked`: every page is drawn, and the system asks for a printer. */
  stage: 'not-begun' | 'drawing' | 'asked'
  progress: Progress | null
  error: AppError | null
  begin: () => void
  stop: () => void
}

const isDrawn = (progress: Progress | null): boolean => progress !== null && progress.done === progress.total

/** Prints a version: its pages are drawn, which can be stopped, then the system asks for a printer. `onEnd`: nothing is left to say here. */
export function usePrinting({ id }: Pick<BundleVersion, 'id'>, onEnd: () => void): Printing {
  const print = useCommand('bundles.print')
  const { mutate: stop } = useCommand('bundles.stopPrinting')
  const progress = useJobs(({ printing }) => printing)
  const end = (words: string, tone: 'success' | 'info' = 'info') => {
    onEnd()
    toast(words, { tone })
  }
  const begin = () => {
    forgetPrinting()
    print.mutate(
      { id },
      {
        onSuccess: ({ printed }) =>
          printed ? end('Handed to the printing system.', 'success') : end('Nothing was printed.'),
        onError: ({ code }) => code === 'cancelled' && end(stopped(isDrawn(useJobs.getState().printing))),
        onSettled: forgetPrinting,
      },
    )
  }
  return {
    stage: !print.isPending ? 'not-begun' : isDrawn(progress) ? 'asked' : 'drawing',
    ...{ progress, error: print.error, begin, stop: () => stop({}) },
  }
}

const stopped = (afterAsking: boolean): string =>
  afterAsking
    ? 'Stopped. If you had chosen a printer already, look whether it prints.'
    : 'Stopped. Nothing was printed.'
