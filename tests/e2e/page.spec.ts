import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './launch.ts'

test('only styles with the nonce of this load apply, and no script but the built one runs', async ({ app }) => {
  const applied = await app.window.evaluate(() => {
    const marked = document.createElement('p')
    document.body.append(marked)
    const colourWith = (nonce: string): string => {
      const style = document.createElement('style')
      style.nonce = nonce
      style.textContent = 'p { outline-color: rgb(1, 2, 3) }'
      document.head.append(style)
      const { outlineColor } = getComputedStyle(marked)
      style.remove()
      return outlineColor
    }
    const script = document.createElement('script')
    script.textContent = 'window.ran = true'
    document.head.append(script)
    const nonce = document.querySelector<HTMLMetaElement>('meta[name=style-nonce]')?.content ?? ''
    return { nonce, with: colourWith(nonce), without: colourWith(''), ran: Reflect.get(window, 'ran') === true }
  })
  expect(applied).toMatchObject({ with: 'rgb(1, 2, 3)', ran: false })
  expect(applied.without).not.toBe('rgb(1, 2, 3)')
  await app.window.reload()
  const next = await app.window.locator('meta[name=style-nonce]').getAttribute('content')
  expect(next).not.toBe(applied.nonce)
})

test('the title never changes, and what the page keeps never reaches the disk', async ({ app }) => {
  const marker = 'marker-that-no-file-may-hold'
  await app.window.evaluate(async text => {
    document.title = text
    localStorage.setItem('key', text)
    sessionStorage.setItem('key', text)
    document.cookie = `key=${text}`
    await new Promise(resolve => (indexedDB.open(text).onsuccess = resolve))
  }, marker)
  const title = await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle())
  expect(title).toBe('Waymark')
  await app.electron.close()
  const holding = filesIn(app.profileFolder).filter(path => readFileSync(path).includes(marker))
  expect(holding).toEqual([])
})

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(name => join(folder, name))
    .filter(path => statSync(path, { throwIfNoEntry: false })?.isFile() === true)
