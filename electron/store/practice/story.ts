import type { Cast, Relation } from './cast.ts'

/** How far a campaign has come when such a thing happens: 1 contact, 2 turning up, 3 reaching in, 4 threat and force. */
export type Stage = 1 | 2 | 3 | 4
export type Story = {
  stage: Stage
  behaviours: readonly string[]
  clientSaid: string
  observed?: string
  othersSaid?: string
  opinion?: string
  place?: string
  /** Between these hours of the day, where the words say when. */
  hours?: readonly [number, number]
  /** To whom it can happen; anybody where left out. */
  of?: readonly Relation[]
  children?: true
}

export const suits = (story: Story, { relation, children }: Cast): boolean =>
  (story.of === undefined || story.of.includes(relation)) && (story.children === undefined || children.length > 0)
