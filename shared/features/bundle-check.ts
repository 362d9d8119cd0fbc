import * as z from 'zod'
import { BundleProfileId } from '../rules/bundle-profiles.ts'

/** The work of the job that checks a finished bundle. */
export const BundleCheckWork = z.strictObject({
  path: z.string().min(1),
  profile: BundleProfileId,
  /** What must not be in it: addresses, numbers, names. Null: no list was given, and nothing is searched for. */
  terms: z.array(z.string().max(500)).max(10_000).nullable(),
})

export const bundleCheckIds = [
  'opens',
  'page-limit',
  'labels',
  'stamps',
  'stamps-clear',
  'index',
  'links',
  'bookmarks',
  'opening-view',
  'title-and-language',
  'orientation',
  'size',
  'text-layer',
  'hidden-data',
  'terms',
] as const
/** One question about a bundle and its answer. `error` means that it should not be filed as it is. */
export const BundleCheck = z.strictObject({
  id: z.enum(bundleCheckIds),
  severity: z.enum(['error', 'warning', 'info']),
  ok: z.boolean(),
  /** Pages of the PDF that it is about, from 1. */
  pages: z.array(z.int().positive()),
  message: z.string().min(1),
})
export type BundleCheck = z.infer<typeof BundleCheck>
export type BundleCheckId = BundleCheck['id']

export const BundleCheckReport = z.strictObject({
  pages: z.int().nonnegative(),
  checks: z.array(BundleCheck),
  /** No check of severity `error` failed. Never a promise that nothing confidential is in the bundle. */
  ok: z.boolean(),
})
export type BundleCheckReport = z.infer<typeof BundleCheckReport>
