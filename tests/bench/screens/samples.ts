/** Milliseconds, by the name of the tab: the first time that a tab of a case is opened, and later times. */
export type Samples = {
  first: Record<string, number[]>
  again: Record<string, number[]>
  captures: number[]
}
export const samplesFile = 'samples.json'

/** Milliseconds from the click on "Open" to the first page of a document of 500 pages. */
export const firstPageFile = 'first-page.json'

/** Milliseconds between frames: of the caseload while it was scrolled and while it was sorted, and of an empty page. */
export type Frames = { scrolled: number[]; sorted: number[]; empty: number[] }
export const framesFile = 'frames.json'
