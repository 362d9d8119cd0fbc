/** Milliseconds, by the name of the tab: the first time that a tab of a case is opened, and later times. */
export type Samples = {
  first: Record<string, number[]>
  again: Record<string, number[]>
  captures: number[]
}
export const samplesFile = 'samples.json'
