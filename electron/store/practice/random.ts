/** Numbers that look random and are the same for the same seed. */
export type Random = {
  /** Both ends included. */
  whole: (lowest: number, highest: number) => number
  /** From 0 up to 1, that not included. */
  part: () => number
  chance: (probability: number) => boolean
  pick: <Item>(items: readonly Item[]) => Item
  /** The same items in another order. */
  shuffled: <Item>(items: readonly Item[]) => Item[]
}

/** Steps through a cycle of 2^32 (mulberry32): enough for stories, useless for secrets. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  const part = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const whole = (lowest: number, highest: number): number => lowest + Math.floor(part() * (highest - lowest + 1))
  return {
    whole,
    part,
    chance: probability => part() < probability,
    pick<Item>(items: readonly Item[]): Item {
      const item = items[whole(0, items.length - 1)]
      if (item === undefined) throw new RangeError('Nothing to pick from')
      return item
    },
    shuffled: items =>
      items
        .map(item => ({ item, at: part() }))
        .toSorted((one, other) => one.at - other.at)
        .map(({ item }) => item),
  }
}

export type Deck<Item> = { deal: (fits?: (item: Item) => boolean) => Item }
/** Deals items one by one in a random order, and all of them before any comes again. */
export function deckOf<Item>(random: Random, items: readonly Item[]): Deck<Item> {
  let left = random.shuffled(items)
  return {
    deal(fits = () => true) {
      let at = left.findIndex(fits)
      if (at < 0) {
        left = [...left, ...random.shuffled(items)]
        at = left.findIndex(fits)
      }
      const [item] = left.splice(at, 1)
      if (at < 0 || item === undefined) throw new RangeError('Nothing fits')
      return item
    },
  }
}
