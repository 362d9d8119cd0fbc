import * as z from 'zod'

/** Ids are UUIDv7 made in the store, one brand per kind of record, so that ids of two kinds can't be mixed up. */
export const CaseId = z.uuid().brand<'CaseId'>()
export type CaseId = z.infer<typeof CaseId>
export const PersonId = z.uuid().brand<'PersonId'>()
export type PersonId = z.infer<typeof PersonId>
export const IdentifierId = z.uuid().brand<'IdentifierId'>()
export type IdentifierId = z.infer<typeof IdentifierId>
export const EventId = z.uuid().brand<'EventId'>()
export type EventId = z.infer<typeof EventId>
export const TaskId = z.uuid().brand<'TaskId'>()
export type TaskId = z.infer<typeof TaskId>
export const CaseloadViewId = z.uuid().brand<'CaseloadViewId'>()
export type CaseloadViewId = z.infer<typeof CaseloadViewId>
export const UserId = z.uuid().brand<'UserId'>()
export type UserId = z.infer<typeof UserId>
export const SlotId = z.uuid().brand<'SlotId'>()
export type SlotId = z.infer<typeof SlotId>
export const FileId = z.uuid().brand<'FileId'>()
export type FileId = z.infer<typeof FileId>
export const BundleVersionId = z.uuid().brand<'BundleVersionId'>()
export type BundleVersionId = z.infer<typeof BundleVersionId>
export const JobId = z.uuid().brand<'JobId'>()
export type JobId = z.infer<typeof JobId>
/** A document that is open to be read. Made in main, and good for as long as the process that reads it. */
export const ReadingId = z.uuid().brand<'ReadingId'>()
export type ReadingId = z.infer<typeof ReadingId>
/** Which installation wrote an audit row: each keeps a hash chain of its own, so that two vaults can be merged one day. */
export const InstallationId = z.uuid().brand<'InstallationId'>()
export type InstallationId = z.infer<typeof InstallationId>

/** Stands for a path that main keeps. The screen only ever sees the token; the command line passes the path itself. */
export const FileToken = z.string().min(1).max(4096).brand<'FileToken'>()
export type FileToken = z.infer<typeof FileToken>
