/** One message channel between two processes, whichever kind of host the started one has. */
export type Channel = {
  readonly pid: number | undefined
  post: (message: unknown) => void
  onMessage: (listener: (message: unknown) => void) => void
  onEnd: (listener: () => void) => void
  kill: () => void
}
type UtilityLike = {
  pid: number | undefined
  postMessage: (message: unknown) => void
  on: (event: 'message', listener: (message: unknown) => void) => unknown
  once: (event: 'exit', listener: () => void) => unknown
  kill: () => boolean
}
type ChildLike = {
  pid?: number | undefined
  connected: boolean
  send: (message: object) => boolean
  on: (event: 'message', listener: (message: unknown) => void) => unknown
  once: (event: 'exit', listener: () => void) => unknown
  kill: (signal: 'SIGKILL') => boolean
}
type ParentPort = {
  postMessage: (message: unknown) => void
  on: (event: 'message', listener: (event: { data: unknown }) => void) => unknown
}

/** The starter's end. Takes what `utilityProcess.fork` or `child_process.fork` (serialization 'advanced') gave back. */
export function channelTo(child: UtilityLike | ChildLike): Channel {
  return {
    get pid() {
      return child.pid
    },
    post(message) {
      if ('postMessage' in child) child.postMessage(message)
      else if (child.connected) child.send(message as object) // Node's type leaves out what it can send besides
    },
    onMessage: listener => void child.on('message', listener),
    onEnd: listener => void child.once('exit', listener),
    kill: () => void ('postMessage' in child ? child.kill() : child.kill('SIGKILL')),
  }
}

/** The started process's end. A child whose parent dies must end too; a utility process does so by itself. */
export function channelToStarter(): Pick<Channel, 'post' | 'onMessage'> {
  const { parentPort } = process as { parentPort?: ParentPort } // Electron adds it; the types here are Node's
  if (parentPort)
    return {
      post: message => parentPort.postMessage(message),
      onMessage: listener => void parentPort.on('message', event => listener(event.data)),
    }
  process.once('disconnect', () => process.exit())
  // Ctrl+C in a terminal reaches every process there: the starter alone decides what is finished and what is cancelled.
  for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => undefined)
  return {
    post: message => void process.send?.(message),
    onMessage: listener => void process.on('message', listener),
  }
}
