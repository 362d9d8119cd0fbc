import type { QueryClient } from '@tanstack/react-query'
import { contract, isCallName, type CallName } from '../../shared/contract/contract.ts'
import type { AnyCall } from '../../shared/kernel/call.ts'
import { EventKind } from '../../shared/kernel/event.ts'

/** What every dated record shows up in, whatever its kind. An incident or a hearing may make a safe-contact plan count no more. */
const followsFromEvent = ['timeline', 'history', 'case', 'search', 'safe-contact'] as const

/** The tags of what a call makes stale. */
export function staleTags(name: CallName): ReadonlySet<string> {
  const call: AnyCall = contract[name]
  if (call.kind !== 'command' && call.kind !== 'job') return new Set()
  const kinds = call.event === undefined ? [] : call.event === 'any-event' ? EventKind.options : [call.event]
  const follows = kinds.length > 0 ? followsFromEvent : []
  const tags = [...kinds, ...follows, ...(call.touches ?? [])]
  // The first screen looks at all cases, so whatever changes in one of them may show there.
  return new Set(tags.length === 0 ? [] : [...tags, 'today'])
}

/**
 * Reads again whatever a call has made stale: what is on screen once the next frame is drawn, so that the word that it is saved
 * waits for no list.
 */
export async function markStale(client: QueryClient, name: CallName): Promise<void> {
  const tags = staleTags(name)
  if (tags.size === 0) return
  const isStale = ({ queryKey }: { queryKey: readonly unknown[] }) => tags.has(tagOf(queryKey[0]))
  await client.invalidateQueries({ predicate: isStale, refetchType: 'none' })
  await nextFrame()
  await client.refetchQueries({ predicate: query => isStale(query) && query.state.isInvalidated, type: 'active' })
}

/** A window that nobody sees draws no frames: then a moment has to do. */
const nextFrame = (): Promise<void> =>
  new Promise(resolve => {
    const timer = setTimeout(resolve, 60)
    requestAnimationFrame(() => {
      clearTimeout(timer)
      setTimeout(resolve, 0)
    })
  })

function tagOf(name: unknown): string {
  if (typeof name !== 'string' || !isCallName(name)) return ''
  const call: AnyCall = contract[name]
  return call.kind === 'query' ? call.tag : ''
}
