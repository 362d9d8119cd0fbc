import { expect, test } from 'vitest'
import { rendererPath, withStyleNonce } from '../../electron/main/renderer-protocol.ts'

test.each([
  ['waymark-app://app/', 'index.html'],
  ['waymark-app://app/index.html', 'index.html'],
  ['waymark-app://app/assets/index-Ab_1.js', 'assets/index-Ab_1.js'],
  ['waymark-app://app/case/0193-ab/timeline?kind=incident', 'index.html'], // a screen: the page's router reads it
])('%s is answered from %s', (address, path) => {
  expect(rendererPath(address)).toBe(path)
})

test.each([
  'waymark-app://app/..%2fmain.js',
  'waymark-app://app/%2e%2e%2f%2e%2e%2fetc/passwd',
  'waymark-app://app/..%5cmain.js',
  'waymark-app://app/assets/.hidden.js',
  'waymark-app://app//etc/passwd.js',
  'waymark-app://app/assets/%00.js',
  'waymark-app://app/C:/x.js',
  'waymark-app://elsewhere/index.html',
  'https://app/index.html',
  'file:///etc/passwd',
  'not an address',
])('%s is refused', address => {
  expect(rendererPath(address)).toBeNull()
})

test('dots in the middle of an address never climb out of the folder', () => {
  expect(rendererPath('waymark-app://app/assets/../../main.js')).toBe('main.js') // inside the renderer folder: not there
})

test('the style nonce reaches the page', () => {
  const page = '<head>\n<meta name="style-nonce" content="" />\n</head>'
  expect(withStyleNonce(page, 'abc+/1')).toContain('<meta name="style-nonce" content="abc+/1" />')
})
