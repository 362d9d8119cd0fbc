import * as z from 'zod'
import { CalendarDay } from '../kernel/dates.ts'
import pack from './behaviours.json' with { type: 'json' }

/** Nine groups of what stalkers and abusers do (domain F2.26 to F2.34). */
export const BehaviourGroup = z.enum([
  'contact',
  'surveillance',
  'technology',
  'giving',
  'property',
  'threats',
  'third-parties',
  'publishing',
  'orders',
])
export type BehaviourGroup = z.infer<typeof BehaviourGroup>

/** Stable for good, such as CONTACT-CALL: records keep it, a pack may change its label. */
export const BehaviourCode = z
  .string()
  .regex(/^[A-Z]+(?:-[A-Z]+)+$/)
  .max(60)
  .brand<'BehaviourCode'>()
export type BehaviourCode = z.infer<typeof BehaviourCode>

export const BehaviourPack = z.strictObject({
  pack: z.literal('behaviours'),
  version: z.int(),
  effectiveFrom: CalendarDay,
  effectiveTo: CalendarDay.nullable(),
  source: z.string().min(1),
  status: z.enum(['verified', 'secondary', 'unverified']),
  groups: z.array(z.strictObject({ id: BehaviourGroup, label: z.string().min(1).max(40) })),
  behaviours: z.array(z.strictObject({ id: BehaviourCode, group: BehaviourGroup, label: z.string().min(1).max(60) })),
})
export type BehaviourPack = z.infer<typeof BehaviourPack>

// A test holds the file to the schema, so nothing is parsed at the start.
const shipped = pack as BehaviourPack // as above
export type Behaviour = BehaviourPack['behaviours'][number]

/** In the order in which a list offers them: group by group. */
export const behaviourGroups: BehaviourPack['groups'] = shipped.groups
export const behaviours: readonly Behaviour[] = shipped.behaviours
const byCode = new Map<string, Behaviour>(behaviours.map(behaviour => [behaviour.id, behaviour]))
const place = new Map<string, number>(behaviours.map(({ id }, index) => [id, index]))

export const isBehaviour = (code: string): boolean => byCode.has(code)
export const groupOf = (code: BehaviourCode): BehaviourGroup | null => byCode.get(code)?.group ?? null
export const codesOf = (group: BehaviourGroup): BehaviourCode[] =>
  behaviours.filter(behaviour => behaviour.group === group).map(({ id }) => id)

/** The pack's words for a code. A code that only an older or newer pack knows stands for itself. */
export const behaviourLabel = (code: BehaviourCode): string => byCode.get(code)?.label ?? code

/** Each code once, in the pack's order, those that it does not know last. */
export const inOrder = (codes: readonly BehaviourCode[]): BehaviourCode[] =>
  [...new Set(codes)].toSorted((one, other) => (place.get(one) ?? Infinity) - (place.get(other) ?? Infinity) || 0)
