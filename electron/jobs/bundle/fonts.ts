import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import * as fontkit from 'fontkit'

// Fonts of the pages we make. Arimo has the widths of Arial, which the practice direction names; the others stand in for what it
// lacks. One weight each of those: a heading in Chinese is as light as its text, and 10 MB smaller.

export type FontId = 'text' | 'bold' | 'marks' | 'arabic' | 'gurmukhi' | 'bengali' | 'devanagari' | 'chinese'
const files: Record<FontId, string> = {
  text: 'arimo/400Regular/Arimo_400Regular.ttf',
  bold: 'arimo/700Bold/Arimo_700Bold.ttf',
  marks: 'arimo/400Regular/Arimo_400Regular.ttf',
  arabic: 'noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
  gurmukhi: 'noto-sans-gurmukhi/400Regular/NotoSansGurmukhi_400Regular.ttf',
  bengali: 'noto-sans-bengali/400Regular/NotoSansBengali_400Regular.ttf',
  devanagari: 'noto-sans-devanagari/400Regular/NotoSansDevanagari_400Regular.ttf',
  chinese: 'noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
}
const fallbacks: readonly FontId[] = ['marks', 'arabic', 'gurmukhi', 'bengali', 'devanagari', 'chinese']

const packages = createRequire(import.meta.url)
const fontPath = (id: FontId): string => packages.resolve(`@expo-google-fonts/${files[id]}`)

const bytes = new Map<FontId, Buffer>()
export function fontBytes(id: FontId): Buffer {
  const known = bytes.get(id)
  if (known) return known
  const whole = readFileSync(fontPath(id))
  const read = id === 'text' || id === 'bold' ? withoutShaping(whole) : whole
  bytes.set(id, read)
  return read
}

const forShaping = new Set(['GSUB', 'GPOS', 'GDEF', 'BASE', 'kern', 'DSIG'])
/**
 * The same font without its rules of shaping, which take fontkit a quarter of a second to read and which most titles don't need.
 * Letters with marks of their own, and Hebrew, take the whole font instead.
 */
function withoutShaping(font: Buffer): Buffer {
  const kept = Buffer.from(font)
  let tables = 0
  for (let entry = 0; entry < font.readUInt16BE(4); entry += 1) {
    const at = 12 + 16 * entry
    if (forShaping.has(font.toString('latin1', at, at + 4))) continue
    font.copy(kept, 12 + 16 * tables, at, at + 16)
    tables += 1
  }
  kept.writeUInt16BE(tables, 4)
  return kept
}
const needsShaping = (codePoint: number): boolean =>
  (codePoint >= 0x300 && codePoint < 0x370) || (codePoint >= 0x590 && codePoint < 0x600)

const opened = new Map<FontId, fontkit.Font>()
/** The font to measure and look up letters with. Read once in the life of a job. */
export function openFont(id: FontId): fontkit.Font {
  const known = opened.get(id)
  if (known) return known
  const font = fontkit.create(fontBytes(id)) as fontkit.Font // none of the files is a collection
  opened.set(id, font)
  return font
}

/** The font that has this letter, the wanted one where it can. Null: none has it. */
export function fontFor(codePoint: number, wanted: FontId): FontId | null {
  if (!needsShaping(codePoint) && openFont(wanted).hasGlyphForCodePoint(codePoint)) return wanted
  return fallbacks.find(id => openFont(id).hasGlyphForCodePoint(codePoint)) ?? null
}
