export type Strength = { score: 0 | 1 | 2 | 3 | 4; words: string }

// Each guess costs the derivation of a key, about half a second of one machine. Ten thousand a second is a rich attacker.
const guessesPerSecond = 10_000
const minute = 60
const day = 24 * 60 * minute
const year = 365.25 * day

type Guesser = (passphrase: string, known: string[]) => number
let guesser: Promise<Guesser> | null = null

/** How long a passphrase would hold. `known` are words that somebody who knows the person would try first. */
export async function strengthOf(passphrase: string, known: readonly string[] = []): Promise<Strength> {
  guesser ??= loadGuesser()
  const guesses = (await guesser)(passphrase, ['waymark', ...known.flatMap(words => [words, ...words.split(/\s+/)])])
  return inWords(guesses / guessesPerSecond)
}

/** The word lists are large and only needed where a passphrase is made. */
async function loadGuesser(): Promise<Guesser> {
  const [{ ZxcvbnFactory }, common, english] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
  ])
  const zxcvbn = new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
  })
  // Spaces between common words count for much with zxcvbn, but an attacker who tries words tries them too.
  return (passphrase, known) =>
    Math.min(...[passphrase, passphrase.replaceAll(/[\s\-_.,]+/g, '')].map(text => zxcvbn.check(text, known).guesses))
}

function inWords(seconds: number): Strength {
  if (seconds < minute) return { score: 0, words: 'Somebody with good computers would guess it within a minute.' }
  if (seconds < day) return { score: 1, words: 'Somebody with good computers would guess it within a day.' }
  if (seconds < year)
    return { score: 2, words: 'Somebody with good computers would guess it within a year. One more word helps.' }
  if (seconds < 100 * year)
    return { score: 3, words: 'It would take somebody with good computers many years to guess.' }
  return { score: 4, words: 'It would take somebody with good computers centuries to guess.' }
}
