import { join } from 'node:path'
import { utilityProcess } from 'electron'
import { channelTo, type Channel } from '../channel.ts'
import { startChildProcess } from '../child-process.ts'

const neededNodeApi = 10 // better-sqlite3 13 crashes the process on less, so this is asked before it is loaded

/** How to start the store and the jobs: a utility process where Electron's Node will do, else a Node that is at hand. */
export function makeProcesses(folder: string): { startStore: () => Channel; startJob: () => Channel } {
  const start = (name: 'store' | 'job'): Channel => {
    const entry = join(folder, `${name}.js`)
    if (Number(process.versions['napi']) < neededNodeApi)
      return startChildProcess({ entry: unpacked(entry), node: nodeAtHand(), stderr: 'ignore' })
    return channelTo(utilityProcess.fork(entry, [], { stdio: 'ignore', env: {}, serviceName: `Waymark ${name}` }))
  }
  let warm = start('job') // a process takes a quarter of a second to start: one waits, so that unlocking doesn't
  let warmIsAlive = true
  const watch = (channel: Channel): Channel => {
    channel.onEnd(() => {
      if (channel === warm) warmIsAlive = false
    })
    return channel
  }
  watch(warm)
  return {
    startStore: () => start('store'),
    startJob() {
      const ready = warmIsAlive ? warm : start('job')
      warm = watch(start('job'))
      warmIsAlive = true
      return ready
    },
  }
}

/** Only the compatibility runtime needs one: from the setting up in development, beside the app in a test package. */
const nodeAtHand = (): string => process.env['WAYMARK_NODE'] ?? join(process.resourcesPath, 'node', 'node')

/** A plain Node reads no archive, so the test package keeps these files beside it. */
const unpacked = (entry: string): string => entry.replace(/app\.asar(?=[\\/])/, 'app.asar.unpacked')
