import { useBlocker } from '@tanstack/react-router'

export type LeaveGuard = { asking: boolean; stay: () => void; leave: () => void }

/** Stops a change of screen while something is unsaved, until the person has said what they want. */
export function useLeaveGuard(isUnsaved: () => boolean): LeaveGuard {
  const blocker = useBlocker({ shouldBlockFn: isUnsaved, withResolver: true, enableBeforeUnload: false })
  const asking = blocker.status === 'blocked'
  return { asking, stay: () => blocker.reset?.(), leave: () => blocker.proceed?.() }
}
