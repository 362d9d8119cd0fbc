import { expect, test } from 'vitest'
import { withoutSaid } from '../../electron/jobs/bundle/said-beside.ts'

const cleaned = (commands: string): string | undefined =>
  withoutSaid(Buffer.from(commands, 'latin1'))?.toString('latin1')

test.each([
  ['a text for what is drawn', '/Span <</ActualText(a \\) b)>> BDC (x) Tj EMC', '/Span  BMC (x) Tj EMC'],
  ['one in hexadecimal, among others', '/P <</MCID 1/A<</B[<00>]>>>>BDC 1 g', '/P  BMC 1 g'],
  ['one at a single point', '/Span<</Alt(a)>>DP 1 g', '/Span BMC'.replace('BMC', 'MP') + ' 1 g'],
  ['a remark, up to the end of its line', '1 g % said\n0 g', '1 g \n0 g'],
  ['a remark in front of the mark', '/P <</A(b)>> %c\nBDC 1 g', '/P  BMC 1 g'],
])('%s is left out', (_name, given, left) => expect(cleaned(given)).toBe(left))

const picture = 'BI /W 2 /H 1 ID \u00ff%<<(\u0000 EI\u00ff\u0001 more EI\nQ'
test.each([
  ['a sign for a hundredth in a text', '(100% <<(a)>> BDC) Tj'],
  ['the bytes of a picture', picture],
  ['a mark with numbers alone', '/P <</MCID 0>> BDC (x) Tj EMC'],
  ['a dictionary that is no mark’s', '/X <</A(b)>> sh'],
  ['a name with the letters of a picture', '/BI gs /ID gs (50%) Tj'],
  ['a text that never ends', '(100% and so on'],
])('%s stays as it is', (_name, given) => expect(cleaned(given) ?? given).toBe(given))

test('a remark behind the bytes of a picture is left out, and those stay', () => {
  expect(cleaned(`${picture} % said`)).toBe(`${picture} `)
})
