/** One figure beside its peer, measured in the same run. `ratio` is value over peer value; it should not pass `goal`. */
export type Result = {
  name: string
  unit: string
  value: number
  peer: string
  peerValue: number
  ratio: number
  goal: number
}
export type Figure = { name: string; unit: string; peer: string; goal: number }

export const result = (figure: Figure, value: number, peerValue: number): Result => ({
  ...figure,
  value: rounded(value),
  peerValue: rounded(peerValue),
  ratio: rounded(value / peerValue),
})
const rounded = (value: number): number => Number(value.toPrecision(3))

/** Milliseconds of the quickest quarter's last run: the first ones warm up, and what other programs take is not ours. */
export async function quickMs(runs: number, work: () => unknown): Promise<number> {
  const times: number[] = []
  for (let run = -2; run < runs; run += 1) {
    const began = performance.now()
    await work()
    if (run >= 0) times.push(performance.now() - began)
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 4)] ?? 0
}

/** Two pieces of work in turns, so that a busy moment of the machine falls on both. */
export async function medianMsOfBoth(runs: number, one: () => unknown, two: () => unknown): Promise<[number, number]> {
  const times: [number[], number[]] = [[], []]
  for (let run = -2; run < runs; run += 1)
    for (const [index, work] of [one, two].entries()) {
      const began = performance.now()
      await work()
      if (run >= 0) times[index as 0 | 1].push(performance.now() - began) // two of them, so 0 or 1
    }
  return [middle(times[0]), middle(times[1])]
}

export const middle = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
