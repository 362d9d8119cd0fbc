const begin = Date.parse('1800-01-01T00:00:00.000Z')
const end = Date.parse('2300-01-01T00:00:00.000Z')
const room = 2 ** 24

/**
 * Where an event stands in the search index: by its minute, then by its `seq`; an unknown date first. The index reads its rows
 * in this order, forwards or back, so that the newest hits are found without looking at all the others.
 */
export function searchRowOf(from: string | null, seq: number): number {
  if (seq >= room) throw new RangeError('Too many events for the search index')
  const moment = from === null ? begin : Math.min(Math.max(Date.parse(from), begin + 60_000), end)
  return Math.floor((moment - begin) / 60_000) * room + seq
}
