// Drawing commands may say what is never seen: remarks, and texts that stand for what is drawn when somebody copies it or has it
// read out. Whoever opens a bundle with more than a reader of PDF finds them, and no search of the words on its pages does.

const [percent, slash] = [37, 47]
const [opening, closing, less, greater, backslash] = [40, 41, 60, 62, 92]
const isSpace = (code: number | undefined): boolean => code === 0 || code === 9 || code === 10 || code === 12 || code === 13 || code === 32 // prettier-ignore
const isDelimiter = (code: number): boolean => '()<>[]{}/%'.includes(String.fromCharCode(code))
const isRegular = (code: number | undefined): boolean => code !== undefined && !isSpace(code) && !isDelimiter(code)

/** A remark, or a dictionary with a text in it. */
const mayTell = /%|<<[^<>()]*[(<]/

/** The commands without remarks, and without what is written beside a mark. Null: there is nothing of that kind. */
export function withoutSaid(content: Buffer): Buffer | null {
  if (!mayTell.test(content.toString('latin1'))) return null
  const kept: Uint8Array[] = []
  let [from, at, inPicture] = [0, 0, false]
  const leaveOut = (until: number, instead = ''): void => {
    kept.push(content.subarray(from, at), Buffer.from(instead))
    from = at = until
  }
  while (at < content.length) {
    const code = content[at] ?? 0
    if (code === percent) leaveOut(afterRemark(content, at))
    else if (code === opening) at = afterText(content, at)
    else if (code === less && content[at + 1] === less) {
      const end = afterDictionary(content, at)
      const mark = wordAt(content, afterSpace(content, end))
      const bare = bareMarks.get(mark.word)
      if (bare === undefined) at = end
      else leaveOut(mark.end, ` ${bare}`)
    } else if (code === less) at = after(content, greater, at)
    else if (code === slash) at = wordAt(content, at + 1).end
    else if (isRegular(code)) {
      const { word, end } = wordAt(content, at)
      at = inPicture && word === 'ID' ? afterPicture(content, end) : end
      inPicture = word === 'BI' || (inPicture && word !== 'ID')
    } else at += 1
  }
  return kept.length === 0 ? null : Buffer.concat([...kept, content.subarray(from)])
}
/** The same marks without a dictionary. */
const bareMarks: ReadonlyMap<string, string> = new Map([
  ['BDC', 'BMC'],
  ['DP', 'MP'],
])

function wordAt(content: Buffer, at: number): { word: string; end: number } {
  let end = at
  while (isRegular(content[end])) end += 1
  return { word: content.toString('latin1', at, end), end }
}

function afterSpace(content: Buffer, at: number): number {
  let end = at
  for (;;) {
    while (isSpace(content[end])) end += 1
    if (content[end] !== percent) return end
    end = afterRemark(content, end)
  }
}

function afterRemark(content: Buffer, at: number): number {
  let end = at
  while (end < content.length && content[end] !== 10 && content[end] !== 13) end += 1
  return end
}

function after(content: Buffer, code: number, at: number): number {
  const found = content.indexOf(code, at)
  return found < 0 ? content.length : found + 1
}

function afterText(content: Buffer, at: number): number {
  let end = at
  for (let open = 0; end < content.length; end += 1) {
    const code = content[end]
    if (code === backslash) end += 1
    else if (code === opening) open += 1
    else if (code === closing && --open === 0) return end + 1
  }
  return content.length
}

function afterDictionary(content: Buffer, at: number): number {
  let end = at
  for (let open = 0; end < content.length;) {
    const code = content[end]
    const twice = content[end + 1] === code
    if (code === percent) end = afterRemark(content, end)
    else if (code === opening) end = afterText(content, end)
    else if (code === less) {
      open += twice ? 1 : 0
      end = twice ? end + 2 : after(content, greater, end)
    } else if (code === greater && twice) {
      end += 2
      if (--open === 0) return end
    } else end += 1
  }
  return content.length
}

const looked = 16
/** The bytes of a picture among the commands end where EI stands alone and commands go on. */
function afterPicture(content: Buffer, at: number): number {
  for (let found = content.indexOf('EI', at); found >= 0; found = content.indexOf('EI', found + 2)) {
    const next = content.subarray(found + 2, found + 2 + looked)
    const goesOn = next.every(code => (code >= 32 && code < 127) || isSpace(code))
    if (isSpace(content[found - 1]) && goesOn && (next.length === 0 || isSpace(next[0]))) return found + 2
  }
  return content.length
}
