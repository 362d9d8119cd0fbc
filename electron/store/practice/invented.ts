import type { Random } from './random.ts'

// Given names of many places; family names that nobody has.
const given = [
  ...['Amara', 'Bronwen', 'Chidi', 'Dilys', 'Ewa', 'Farah', 'Grace', 'Hina', 'Ines', 'Jaspreet', 'Kasia', 'Leila'],
  ...['Mei', 'Nasreen', 'Oluchi', 'Priya', 'Rhiannon', 'Sorcha', 'Tamsin', 'Ursula', 'Vanda', 'Wanjiru', 'Yasmin'],
  ...['Zofia', 'Alun', 'Benedict', 'Callum', 'Dariusz', 'Emeka', 'Farid', 'Gethin', 'Hamza', 'Idris', 'Joel'],
]
const family = [
  ...['Testwood', 'Sampleson', 'Fictor', 'Placeholt', 'Examplar', 'Mockford', 'Pretendley', 'Imagin', 'Storyham'],
  ...['Inventaar', 'Madeuply', 'Nobodi', 'Fablewick', 'Notarelle', 'Draftwell', 'Supposing', 'Figmentova', 'Demokhan'],
]
const towns = ['Exampleton', 'Testbury', 'Sampleford', 'Fictonbridge', 'Mockham St Mary']
const streets = ['Sample Street', 'Placeholder Road', 'Test Lane', 'Example Terrace', 'Fiction Close']
export const forces = ['Exampleshire Police', 'Testmouth Constabulary', 'Sampleford Police']
export const officers = ['PC Mockley', 'DC Placeholder', 'PS Samplewright', 'PC Testerton', 'DS Fictionby']
export const courts = ['Exampleton', 'Testbury', 'Sampleford']

export const fullName = (random: Random): string => `${random.pick(given)} ${random.pick(family)}`
/** From the numbers that Ofcom keeps for drama: nobody has one. */
export const mobile = (random: Random): string => `07700 900${String(random.whole(0, 999)).padStart(3, '0')}`
/** A postcode of ZZ is nowhere. */
export const address = (random: Random): string =>
  `${String(random.whole(1, 180))} ${random.pick(streets)}, ${random.pick(towns)}, ZZ${String(random.whole(1, 9))} ${String(random.whole(1, 9))}ZZ`
export const crimeReference = (random: Random): string =>
  `EX/${String(random.whole(10_000, 99_999))}/${String(random.whole(24, 26))}`
