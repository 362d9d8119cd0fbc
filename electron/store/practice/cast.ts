import { type namer, officerName, forces, type Sex } from './invented.ts'
import type { Random } from './random.ts'

/** What the suspect is to the client: the classes of domain F2.36 that this caseload has. */
export type Relation = 'partner' | 'colleague' | 'neighbour' | 'met' | 'relative'

/** Who is in a story. */
export type Cast = {
  relation: Relation
  /** The same in words, as the record of the suspect has it. */
  relationWords: string
  client: { name: string; sex: Sex }
  suspect: { name: string; sex: Sex }
  children: readonly string[]
  witness: string | null
  force: string
  /** Who has the case at the police, in turn. */
  officers: readonly [string, string]
  collarNumbers: readonly [string, string]
}

type Names = ReturnType<typeof namer>
const relationWords: Record<Relation, Record<Sex, readonly string[]>> = {
  partner: {
    woman: ['Former partner', 'Former wife', 'Former girlfriend'],
    man: ['Former partner', 'Former husband', 'Former boyfriend'],
  },
  colleague: { woman: ['Colleague', 'Former colleague'], man: ['Colleague', 'Former colleague', 'Customer at work'] },
  neighbour: { woman: ['Neighbour'], man: ['Neighbour', 'Neighbour, upstairs'] },
  met: { woman: ['Met once through an app'], man: ['Met once through an app', 'Met at a class', 'Not known before'] },
  relative: { woman: ['Sister-in-law'], man: ['Brother', 'Cousin', 'Former brother-in-law'] },
}

/** People for one case. Most clients are women and most suspects men, as in the figures; not all. */
export function castFrom(random: Random, names: Names, chosen: Relation | null): Cast {
  const relation =
    chosen ?? random.pick(['partner', 'partner', 'partner', 'partner', 'colleague', 'neighbour', 'met', 'relative'])
  const clientSex: Sex = random.chance(0.8) ? 'woman' : 'man'
  const other: Sex = clientSex === 'woman' ? 'man' : 'woman'
  const suspectSex = random.chance(0.88) ? other : clientSex
  const hasChildren = relation === 'partner' || relation === 'relative'
  const children = Array.from({ length: hasChildren ? random.whole(0, 2) : 0 }, () =>
    names(random.pick(['woman', 'man'])),
  )
  const number = () => String(random.whole(1_000, 9_999))
  return {
    relation,
    relationWords: random.pick(relationWords[relation][suspectSex]),
    client: { name: names(clientSex), sex: clientSex },
    suspect: { name: names(suspectSex), sex: suspectSex },
    children,
    witness: random.chance(0.4) ? names(random.pick(['woman', 'man'])) : null,
    force: random.pick(forces),
    officers: [officerName(random), officerName(random)],
    collarNumbers: [number(), number()],
  }
}

const numbers = { few: ['three', 'four', 'five', 'six'], many: ['seven', 'nine', 'eleven', 'fourteen', 'nineteen'] }
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const words = {
  client: {
    woman: { she: 'she', her: 'her', hers: 'her', herself: 'herself' },
    man: { she: 'he', her: 'him', hers: 'his', herself: 'himself' },
  },
  suspect: {
    woman: { he: 'she', him: 'her', his: 'her', person: 'woman' },
    man: { he: 'he', him: 'him', his: 'his', person: 'man' },
  },
} as const

/**
 * A story's words for these people. `{she}` `{her}` `{hers}` `{herself}` are the client (hers: of the client), `{he}` `{him}` `{his}`
 * the suspect; `{few}` `{many}` `{day}` vary. With a capital where the word begins a sentence.
 */
export function told(text: string, { client, suspect }: Pick<Cast, 'client' | 'suspect'>, random: Random): string {
  const given: Record<string, string> = { ...words.client[client.sex], ...words.suspect[suspect.sex] }
  return text.replaceAll(/\{(\w)(\w+)\}/g, (_whole, first: string, rest: string) => {
    const name = first.toLowerCase() + rest
    const word =
      name === 'few' || name === 'many'
        ? random.pick(numbers[name])
        : name === 'day'
          ? random.pick(weekdays)
          : (given[name] ?? name)
    return first === first.toLowerCase() ? word : word.charAt(0).toUpperCase() + word.slice(1)
  })
}
