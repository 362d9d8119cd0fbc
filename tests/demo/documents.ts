import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as mupdf from 'mupdf'
import { drawText } from '../../electron/jobs/bundle/text-pages.ts'

// What an advocate is handed in a case: typed statements, pictures of telephones, scanned letters, notes. All of it is invented.

/** Days of November on which the statements were made, the first one's first. */
export const statementDays = [3, 7, 9, 12, 15, 18, 21, 24, 26, 29]
const sentences = [
  'I came home a little after six and saw the same grey car at the end of the road.',
  'He did not get out. When I drew the curtains the headlights went on and he drove off slowly.',
  'I wrote the time down at once, as I had been asked to.',
  'The next morning there was a folded note under the windscreen wiper. I did not touch it and took a picture.',
  'My neighbour says that somebody rang at her door and asked when I leave for work.',
  'I have changed my way to work twice and have stopped going to the library on Thursdays.',
  'I told the officer that this was the fifth time, and asked that the reports be looked at together.',
  'I was told that each report had a number of its own and would be dealt with by itself.',
]

/** A page or more of numbered paragraphs, different for each number. */
function statement(number: number, paragraphs: number): string {
  const lines = Array.from({ length: paragraphs }, (_, at) => {
    const said = [0, 1, 2, 3].map(step => sentences[(at * 3 + number + step * 5) % sentences.length])
    return `${String(at + 1)}.  ${said.join(' ')}`
  })
  return [`Statement ${String(number)}`, 'Made for practice. Nobody in it exists.', ...lines].join('\n\n')
}

/** Words on a picture, as a telephone shows a message or a scanner a letter. */
function picture(words: readonly string[], { dark, turn }: { dark: boolean; turn: number }): mupdf.Pixmap {
  const [width, height] = dark ? [720, 1_280] : [1_240, 1_754]
  const pixmap = new mupdf.Pixmap(mupdf.ColorSpace.DeviceRGB, [0, 0, width, height], false)
  pixmap.clear(dark ? 24 : 244)
  const device = new mupdf.DrawDevice(mupdf.Matrix.identity, pixmap)
  const font = new mupdf.Font('Helvetica')
  const text = new mupdf.Text()
  const size = dark ? 30 : 34
  for (const [line, said] of words.entries()) {
    let x = 70
    for (const letter of said) {
      const glyph = font.encodeCharacter(letter.codePointAt(0) ?? 32)
      text.showGlyph(font, [size, 0, 0, -size, x, 200 + line * size * 1.7], glyph, letter.codePointAt(0) ?? 32, 0)
      x += font.advanceGlyph(glyph, 0) * size
    }
  }
  const shade = dark ? 0.92 : 0.12
  device.fillText(text, mupdf.Matrix.rotate(turn), mupdf.ColorSpace.DeviceRGB, [shade, shade, shade], 1)
  device.close()
  return pixmap
}

const messages = [
  ['Unknown number', '', 'I know you are in there.', 'Why is the light on?'],
  ['Unknown number', '', 'You looked nice today.', 'Blue suits you.'],
  ['Unknown number', '', 'You can block me.', 'I have more of these.'],
]
const letters = [
  [
    'Exampleton Police',
    '',
    'Your report has been recorded.',
    'An officer will be in touch',
    'within five working days.',
  ],
  ['Exampleton Housing', '', 'We have noted your wish to move.', 'A decision takes eight weeks.'],
]
const note = (day: number): string =>
  `Note of ${String(day)} November\n\nThree calls without a voice between nine and ten in the evening. The fourth left a message of breathing, 40 seconds. Kept on the telephone.\n`

/** Thirty files for a bundle, made anew in a folder. Answers their paths, in the order in which they are to be added. */
export async function writeDocuments(folder: string): Promise<string[]> {
  mkdirSync(folder, { recursive: true })
  const files: [string, Uint8Array][] = []
  for (let number = 1; number <= 8; number += 1) {
    const pixmap = picture(messages[number % messages.length] ?? [], { dark: true, turn: 0 })
    files.push([`Message ${String(number)} on the telephone.png`, pixmap.asPNG()])
  }
  for (let number = 1; number <= 6; number += 1) {
    const pixmap = picture(letters[number % letters.length] ?? [], { dark: false, turn: number % 2 === 0 ? 0.6 : -0.4 })
    files.push([`Scanned letter ${String(number)}.jpg`, pixmap.asJPEG(80, false)])
  }
  for (let number = 1; number <= 6; number += 1)
    files.push([`Note of calls ${String(number)}.txt`, Buffer.from(note(statementDays[number] ?? 1))])
  for (let number = 1; number <= 10; number += 1) {
    const { pdf } = await drawText(statement(number, 3 + ((number * 5) % 14)))
    files.push([`Statement ${String(number)} of ${String(statementDays[number - 1])} November.pdf`, pdf])
  }
  return files.map(([name, bytes]) => {
    const path = join(folder, name)
    writeFileSync(path, bytes)
    return path
  })
}
