import type * as z from 'zod'
import type { DraftValues } from '../../shared/features/drafts.ts'
import { callOrThrow } from './api.ts'

export type Draft = z.infer<typeof DraftValues>

const underWay = new Set<Promise<unknown>>()
const flushers = new Set<() => void>()

/** Keeps a half-typed form, or the place to come back to, in the vault. A failure is quiet: the next keystroke tries again. */
export const writeDraft = (key: string, values: Draft): Promise<void> =>
  track(callOrThrow('drafts.write', { key, values }))

/** What was kept under this key, or null. Rejects where the vault can't say. */
export async function readDraft(key: string): Promise<Draft | null> {
  const { draft } = await callOrThrow('drafts.read', { key })
  return draft?.values ?? null
}

/** Forgets a draft: its words are saved, or were thrown away on purpose. */
export const dropDraft = (key: string): Promise<void> => track(callOrThrow('drafts.drop', { key }))

/** `flush` is called when the vault is about to lock: it writes what its form has not written yet. Gives back the way out. */
export function beforeLock(flush: () => void): () => void {
  flushers.add(flush)
  return () => void flushers.delete(flush)
}

/** Writes every half-typed word and waits until the vault has them all. */
export async function flushDrafts(): Promise<void> {
  for (const flush of flushers) flush()
  await Promise.all(underWay)
}

async function track(call: Promise<unknown>): Promise<void> {
  const settled = call.catch(() => undefined)
  underWay.add(settled)
  await settled
  underWay.delete(settled)
}
