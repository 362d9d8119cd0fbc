import * as z from 'zod'
import { TaskId } from '../../../shared/kernel/ids.ts'

/** What the address of the screen holds: which tasks are listed, and which one is beside the list. Never fails. */
export const TasksSearch = z.object({
  show: z.enum(['open', 'done', 'withdrawn']).default('open').catch('open'),
  selected: TaskId.optional().catch(undefined),
  mode: z.enum(['versions']).optional().catch(undefined),
})
export type TasksSearch = z.infer<typeof TasksSearch>
