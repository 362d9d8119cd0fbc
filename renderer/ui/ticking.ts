import type { Task } from '../../shared/features/tasks.ts'
import { useCommand } from '../lib/api.ts'
import { toast } from './toast.ts'

const changedMeanwhile =
  'Someone else changed this task just now. It has been read again: check it, then try once more.'
const refused = 'That could not be saved. Nothing was changed. Try again.'

type Answer = { outcome: 'saved'; record: Task } | { outcome: 'conflict' }
/** What is said once a task was changed, with the way back where there is one. */
export const said = (words: string, undo?: (now: Task) => void) => ({
  onSuccess: (answer: Answer) => {
    if (answer.outcome === 'conflict') return void toast(changedMeanwhile, { tone: 'warning' })
    const { record } = answer
    toast(words, undo && { action: { label: 'Undo', onSelect: () => undo(record) } })
  },
  onError: () => toast(refused, { tone: 'danger' }),
})

/** Ticking off and its way back, each with the other as its undo. */
export function useTicking() {
  const complete = useCommand('tasks.complete')
  const reopen = useCommand('tasks.reopen')
  const reopenNow = ({ id, revision }: Task) => reopen.mutate({ id, revision }, said('The task is open again'))
  const toggle = (task: Task) => {
    if (task.done !== null) reopenNow(task)
    else complete.mutate({ id: task.id, revision: task.revision }, said('Done', reopenNow))
  }
  return { toggle }
}
