import { readFileSync } from 'node:fs'
import type { Channel } from '../channel.ts'

const defaultLimit = 3 * 1024 ** 3
const pageSize = 4096

/**
 * Ends a job process whose resident memory passes the limit (bytes). From outside, since limits set inside don't bind
 * WebAssembly. Reads /proc, so that it watches on Linux alone; elsewhere the caller's own limits stand. The answer stops it.
 */
export function watchMemory(channel: Channel, limit = defaultLimit): () => void {
  if (process.platform !== 'linux') return () => undefined
  const timer = setInterval(() => {
    if (channel.pid !== undefined && residentBytes(channel.pid) > limit) channel.kill()
  }, 250)
  timer.unref()
  return () => clearInterval(timer)
}

function residentBytes(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${String(pid)}/statm`, 'utf8').split(' ')[1]) * pageSize
  } catch {
    return 0 // it has ended
  }
}
