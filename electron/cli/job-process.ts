import { join } from 'node:path'
import type { Channel } from '../channel.ts'
import { startChildProcess } from '../child-process.ts'

/** A job process that Node runs from its source. */
export const startJobProcess = (): Channel =>
  startChildProcess({ entry: join(import.meta.dirname, '../jobs/job.ts'), node: process.execPath, stderr: 'ignore' })
