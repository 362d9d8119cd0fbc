import type { Random } from './random.ts'

// Given names of many places; family names that nobody has.
const women = [
  ...['Amara', 'Bronwen', 'Catarina', 'Dilys', 'Ewa', 'Farah', 'Grace', 'Hina', 'Ines', 'Jaspreet', 'Kasia', 'Leila'],
  ...['Mei', 'Nasreen', 'Oluchi', 'Priya', 'Rhiannon', 'Sorcha', 'Tamsin', 'Ursula', 'Vanda', 'Wanjiru', 'Yasmin'],
  ...['Zofia', 'Abena', 'Beatriz', 'Carys', 'Dorothy', 'Esther', 'Fiona', 'Gulnaz', 'Heather', 'Ioana', 'Joyce'],
  ...['Kamala', 'Lucia', 'Marsha', 'Nadia', 'Orla', 'Pauline', 'Rukhsana', 'Sunita', 'Thandiwe', 'Valerie', 'Wen'],
]
const men = [
  ...['Alun', 'Benedict', 'Callum', 'Dariusz', 'Emeka', 'Farid', 'Gethin', 'Hamza', 'Idris', 'Joel', 'Kwame', 'Liam'],
  ...['Mateusz', 'Nathaniel', 'Owain', 'Piotr', 'Rashid', 'Stefan', 'Tariq', 'Umar', 'Victor', 'Winston', 'Yusuf'],
  ...['Zoltan', 'Arjun', 'Bogdan', 'Clive', 'Desmond', 'Errol', 'Graham', 'Harjit', 'Ivor', 'Jerome', 'Keith'],
]
const family = [
  ...['Testwood', 'Sampleson', 'Fictor', 'Placeholt', 'Examplar', 'Mockford', 'Pretendley', 'Imagin', 'Storyham'],
  ...['Inventaar', 'Madeuply', 'Nobodi', 'Fablewick', 'Notarelle', 'Draftwell', 'Supposing', 'Figmentova', 'Demokhan'],
  ...[
    'Fakenham-Test',
    'Mythwright',
    'Unrealska',
    'Specimenko',
    'Trialsworth',
    'Stand-Inn',
    'Dummett-Sample',
    'Legendre',
  ],
  ...['Blankenfeld', 'Hypothecary', 'Wouldbee', 'Neverson', 'Rolefield', 'Lookalikou', 'Simulacra', 'Patternby'],
]
const towns = ['Exampleton', 'Testbury', 'Sampleford', 'Fictonbridge', 'Mockham St Mary']
const streets = ['Sample Street', 'Placeholder Road', 'Test Lane', 'Example Terrace', 'Fiction Close']
const ranks = ['PC', 'PC', 'DC', 'PS', 'DS']
const officers = ['Mockley', 'Placeholder', 'Samplewright', 'Testerton', 'Fictionby', 'Draftley', 'Standby', 'Nonsuch']
export const forces = ['Exampleshire Police', 'Testmouth Constabulary', 'Sampleford Police']
export const courtTowns = ['Exampleton', 'Testbury', 'Sampleford'] as const
/** Who else works here, so that a caseload is a team's. */
export const colleagues = ['Ngozi Practiceby', 'Siân Trialmere'] as const

export type Sex = 'woman' | 'man'
/** Full names that are told apart: all of them once before any comes again. */
export function namer(random: Random): (sex: Sex) => string {
  const names = (given: readonly string[]) => {
    const all = given.flatMap(first => family.map(last => `${first} ${last}`))
    let left: string[] = []
    return () => {
      if (left.length === 0) left = random.shuffled(all)
      return left.pop() ?? ''
    }
  }
  const next = { woman: names(women), man: names(men) }
  return sex => next[sex]()
}

export const officerName = (random: Random): string => `${random.pick(ranks)} ${random.pick(officers)}`
/** From the numbers that Ofcom keeps for drama: nobody has one. */
export const mobile = (random: Random): string => `07700 900${String(random.whole(0, 999)).padStart(3, '0')}`
/** The same, for a line in no area of the country. */
export const landline = (random: Random): string => `01632 960${String(random.whole(0, 999)).padStart(3, '0')}`
/** A domain that is kept for examples. */
export const email = (random: Random, name: string): string =>
  `${(name.split(' ')[0] ?? 'somebody').toLowerCase()}.${String(random.whole(10, 99))}@example.com`
/** A postcode of ZZ is nowhere. */
export const address = (random: Random): string =>
  `${String(random.whole(1, 180))} ${random.pick(streets)}, ${random.pick(towns)}, ZZ${String(random.whole(1, 9))} ${String(random.whole(1, 9))}ZZ`
/** No series of number plates begins with Q and ends so. */
export const vehicle = (random: Random): string =>
  `${random.pick(['Grey van', 'Black hatchback', 'White pick-up', 'Blue saloon'])}, plate QQ${String(random.whole(10, 99))} ZZZ`
export const crimeReference = (random: Random, year: string): string =>
  `EX/${String(random.whole(10_000, 99_999))}/${year.slice(2, 4)}`
export const logNumber = (random: Random): string => `Log ${String(random.whole(100, 999))}`
