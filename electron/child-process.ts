import { fork } from 'node:child_process'
import { channelTo, type Channel } from './channel.ts'

type ChildStart = {
  /** A store or job entry: the built file, or its source where Node runs TypeScript itself. */
  entry: string
  /** A Node of 22.14 or newer: better-sqlite3 needs Node-API 10. */
  node: string
  stderr: 'ignore' | 'inherit'
}

/** Starts a store or job in a plain Node process. It gets no environment but what Node itself needs: keys travel by message. */
export function startChildProcess({ entry, node, stderr }: ChildStart): Channel {
  const { PATH, HOME, LANG, SystemRoot } = process.env
  const child = fork(entry, [], {
    execPath: node,
    execArgv: [],
    detached: process.platform !== 'win32', // Ctrl+C is for the starter, which ends its processes in order
    serialization: 'advanced', // byte arrays don't survive the other one
    stdio: ['ignore', 'ignore', stderr, 'ipc'],
    env: Object.fromEntries(
      Object.entries({ PATH, HOME, LANG, SystemRoot }).filter(([, value]) => value !== undefined),
    ),
  })
  child.on('error', () => {
    // A failed start ends like any other death; Node itself tells no end of a process that never was.
    if (child.pid === undefined) child.emit('exit', null, null)
    else child.kill('SIGKILL')
  })
  return channelTo(child)
}
