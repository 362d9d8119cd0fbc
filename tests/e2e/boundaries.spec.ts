import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { lock } from './lock.ts'
import { expect, test } from './with-vault.ts'

// What a hostile page would try first, in the built app.

test('the page has three functions and nothing more', async ({ unlocked }) => {
  const names = await unlocked.window.evaluate(() => Object.keys(Reflect.get(window, 'app') as object).sort())
  expect(names).toEqual(['call', 'fileTokens', 'onPush'])
})

test('no address but our own can be reached, framed or opened', async ({ unlocked }) => {
  const { window: page, electron } = unlocked
  const outcome = await page.evaluate(async () => {
    const fetched = await fetch('https://example.org/').then(
      () => 'reached',
      () => 'refused',
    )
    const image = await new Promise(resolve => {
      const element = new Image()
      element.onload = () => resolve('reached')
      element.onerror = () => resolve('refused')
      element.src = 'https://example.org/a.png'
    })
    const opened = window.open('https://example.org/') === null ? 'refused' : 'reached'
    const files = await fetch('file:///etc/passwd').then(
      () => 'reached',
      () => 'refused',
    )
    window.location.href = 'https://example.org/'
    return { fetched, image, opened, files }
  })
  expect(outcome).toEqual({ fetched: 'refused', image: 'refused', opened: 'refused', files: 'refused' })
  // Playwright waits for a refused navigation for ever, so main is asked where the page is.
  const stayed = await electron.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    return { address: contents?.getURL(), text: String(await contents?.executeJavaScript('document.body.innerText')) }
  })
  expect(stayed.address).toMatch(/^waymark-app:\/\/app\//)
  expect(stayed.text).toContain('Alex Example')
  expect(electron.windows()).toHaveLength(1)
})

test('script from a string does not run', async ({ unlocked }) => {
  const outcome = await unlocked.window.evaluate(() => {
    const element = document.createElement('script')
    element.textContent = 'window.ran = true'
    document.body.append(element)
    const image = document.createElement('div')
    image.innerHTML = '<img src="x" onerror="window.ran = true">'
    document.body.append(image)
    return new Promise(resolve => setTimeout(() => resolve(Reflect.get(window, 'ran') ?? 'did not run'), 300))
  })
  expect(outcome).toBe('did not run')
})

test('permissions, downloads and developer tools are refused', async ({ unlocked }) => {
  const { window, electron } = unlocked
  const permissions = await window.evaluate(async () => {
    const names = ['notifications', 'geolocation', 'camera', 'microphone', 'clipboard-read'] as PermissionName[]
    const states = await Promise.all(names.map(name => navigator.permissions.query({ name })))
    return states.map(({ state }) => state)
  })
  expect(new Set(permissions)).toEqual(new Set(['denied']))
  const devTools = await electron.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    window?.webContents.openDevTools()
    return new Promise(resolve => setTimeout(() => resolve(window?.webContents.isDevToolsOpened()), 500))
  })
  expect(devTools).toBe(false)
  const downloaded = await electron.evaluate(({ session }) => {
    const page = session.fromPartition('waymark')
    return new Promise(resolve => {
      page.once('will-download', event => resolve(event.defaultPrevented ? 'refused' : 'begun'))
      setTimeout(() => resolve('refused'), 1_000)
      page.downloadURL('waymark-app://app/index.html')
    })
  })
  expect(downloaded).toBe('refused')
})

type Reply = { ok: boolean; value?: unknown; error?: { code: string; details: Record<string, string> } }
test('the bridge refuses what is not a call, a path in the place of a token, and more fields than there are', async ({
  unlocked,
}) => {
  const replies = await unlocked.window.evaluate(async () => {
    const { call } = Reflect.get(window, 'app') as { call: (name: unknown, input: unknown) => Promise<Reply> }
    const asks: [unknown, unknown][] = [
      ['constructor', {}],
      ['__proto__', {}],
      ['vault.noSuchCall', {}],
      [{ is: 'files' }, {}],
      ['vaultFolder.use', { which: 'folder', folder: '/etc' }],
      ['vault.backup', { folder: '/tmp' }],
      ['vault.status', { more: 1 }],
      ['cases.list', null],
    ]
    return Promise.all(asks.map(([name, input]) => call(name, input)))
  })
  expect(replies.map(reply => reply.ok)).toEqual(replies.map(() => false))
})

test('before unlock the page gets nothing but the lock’s own calls', async ({ unlocked }) => {
  const locked = await lock(unlocked.electron)
  const reply = await locked.page.evaluate(() => {
    const { call } = Reflect.get(window, 'app') as { call: (name: unknown, input: unknown) => Promise<Reply> }
    return call('users.list', {})
  })
  expect(reply).toEqual({ ok: false, error: { code: 'locked', details: {} } })
})

test('nothing readable lies outside the vault', async ({ unlocked }, info) => {
  await unlocked.window.getByText('Alex Example').click()
  await unlocked.window.getByRole('heading', { name: 'Alex Example' }).waitFor()
  await unlocked.electron.close()
  const folder = info.outputPath('machine')
  const words = ['Alex Example', 'Robin Example', unlocked.passphrase].flatMap(word => [
    Buffer.from(word, 'utf8'),
    Buffer.from(word, 'utf16le'),
  ])
  const told = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .filter(path => words.some(word => readFileSync(path).includes(word)))
  expect(told).toEqual([])
})
