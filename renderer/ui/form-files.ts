import { create } from 'zustand'
import type { EventId, FileToken } from '../../shared/kernel/ids.ts'

/** A file that waits in a form for its save. Where it lies on the disk stays unknown here. */
export type FormFile = { name: string; token: () => Promise<FileToken> }

// Kept beside the drafts, so that a form may be closed and opened again. A lock forgets them with the page.
const useWaiting = create<Readonly<Record<string, readonly FormFile[]>>>()(() => ({}))
const handedOver = new Map<EventId, readonly FormFile[]>()
const none: readonly FormFile[] = []

export const useFormFiles = (draftKey: string): readonly FormFile[] => useWaiting(all => all[draftKey] ?? none)
export const keepFormFiles = (draftKey: string, files: readonly FormFile[]): void =>
  useWaiting.setState({ [draftKey]: files })
export const forgetFormFiles = (draftKey: string): void => keepFormFiles(draftKey, none)

/** The form is saved: its files now wait for the record, whose own list of files takes them. */
export function handFilesOver(draftKey: string, to: EventId): void {
  const files = useWaiting.getState()[draftKey] ?? none
  if (files.length > 0) handedOver.set(to, files)
  forgetFormFiles(draftKey)
}

/** What was handed to a record, once. */
export function takeHandedFiles(eventId: EventId): readonly FormFile[] {
  const files = handedOver.get(eventId) ?? none
  handedOver.delete(eventId)
  return files
}
