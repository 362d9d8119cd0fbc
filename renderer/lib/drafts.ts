import type * as z from 'zod'
import type { DraftValues } from '../../shared/features/drafts.ts'
import type { Instant } from '../../shared/kernel/dates.ts'
import { callOrThrow } from './api.ts'

export type Draft = z.infer<typeof DraftValues>

const underWay = new Set<Promise<unknown>>()
const flushers = new Set<() => void>()

/**
 * Keeps a half-typed form, or the place to come back to, in the vault. A failure is quiet, since the next keystroke tries
 * again; the answer tells whether it is kept.
 */
export const writeDraft = (key: string, values: Draft): Promise<boolean> =>
  track(callOrThrow('drafts.write', { key, values }))

/** What was kept under this key and when, or null. Rejects where the vault can't say. */
export async function readKeptDraft(key: string): Promise<{ values: Draft; writtenAt: Instant } | null> {
  const { draft } = await callOrThrow('drafts.read', { key })
  return draft
}

/** The same without its time. */
export const readDraft = async (key: string): Promise<Draft | null> => (await readKeptDraft(key))?.values ?? null

/** Forgets a draft: its words are saved, or were thrown away on purpose. */
export const dropDraft = (key: string): Promise<boolean> => track(callOrThrow('drafts.drop', { key }))

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

async function track(call: Promise<unknown>): Promise<boolean> {
  const settled = call.then(
    () => true,
    () => false,
  )
  underWay.add(settled)
  const worked = await settled
  underWay.delete(settled)
  return worked
}
