import * as z from 'zod'
import { TimelineFilter } from '../../../shared/features/events.ts'

const { text, kinds, from, to, file } = TimelineFilter.shape

/** What the address of a case's overview holds: what of its timeline is listed. Never fails. */
export const TimelineSearch = z.object({
  text: text.default('').catch(''),
  kinds: kinds.default([]).catch([]),
  from: from.default(null).catch(null),
  to: to.default(null).catch(null),
  file: file.default('any').catch('any'),
})
