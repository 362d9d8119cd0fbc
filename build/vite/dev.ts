import { randomBytes } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build, createServer, type InlineConfig, type Plugin, type Rolldown, type ViteDevServer } from 'vite'
import { type OnScreen, startOnScreen } from './on-screen.ts'
import { root } from '../setup/places.mjs'
import { mainConfig, preloadConfig, rendererConfig, type Target, workersConfig } from './configs.ts'

// Never out/app: what is built for development must not be where a release is packed from.
const folder = join(root, 'out/dev')
const nonce = randomBytes(18).toString('base64')

// The page's own policy, but for what hot reload needs: its socket, and one script and its styles by nonce.
const policy = [
  "default-src 'none'",
  `script-src 'self' 'nonce-${nonce}'`,
  `style-src 'self' 'nonce-${nonce}'`,
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "connect-src 'self' ws://127.0.0.1:*",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

const withStyleNonce: Plugin = {
  name: 'waymark:style-nonce',
  transformIndexHtml: html => html.replace('name="style-nonce" content=""', `name="style-nonce" content="${nonce}"`),
}

async function servePage(): Promise<{ server: ViteDevServer; address: string }> {
  const config = rendererConfig({ folder, developmentServer: null })
  const server = await createServer({
    ...config,
    plugins: [...(config.plugins ?? []), withStyleNonce],
    html: { cspNonce: nonce },
    server: { host: '127.0.0.1', headers: { 'Content-Security-Policy': policy } },
  })
  await server.listen()
  const address = server.resolvedUrls?.local[0]
  if (address === undefined) throw new Error('Vite has no address to serve the page at')
  return { server, address }
}

/** Builds at once and again after each change; resolves after the first build. */
async function keepBuilt(config: InlineConfig, onRebuilt: () => void): Promise<Rolldown.RolldownWatcher> {
  const watcher = await build({ ...config, build: { ...config.build, watch: {} } })
  if (!('on' in watcher)) throw new Error('Vite did not watch')
  let isFirst = true
  await new Promise<void>((resolve, reject) => {
    watcher.on('event', event => {
      if (event.code === 'ERROR' && isFirst) reject(event.error)
      if (event.code !== 'END') return
      if (!isFirst) onRebuilt()
      isFirst = false
      resolve()
    })
  })
  return watcher
}

async function develop(): Promise<void> {
  const executable = process.env['WAYMARK_ELECTRON']
  if (executable === undefined) throw new Error('Start this with: npm run dev')
  await prepareFolder()
  const { server, address } = await servePage()
  let running: OnScreen | null = null
  let restart: NodeJS.Timeout | undefined
  const start = async (): Promise<void> => {
    const before = running
    running = null
    before?.child.kill()
    await before?.ended // it holds the lock that lets one instance run
    const now = await startOnScreen({ command: executable, args: [folder], stdout: 'inherit' })
    running = now
    // The last window closed, or Ctrl+C: an app that was replaced is not the end.
    void now.ended.then(async code => {
      if (running !== now) return
      await server.close()
      process.exit(code)
    })
  }
  const onRebuilt = (): void => {
    clearTimeout(restart)
    restart = setTimeout(() => void start(), 200)
  }
  const target: Target = { folder, developmentServer: address }
  for (const config of [mainConfig(target), preloadConfig(target), workersConfig(target)])
    if (config) await keepBuilt(config, onRebuilt)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => running?.child.kill())
  await start()
}

async function prepareFolder(): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const description = { name: 'waymark-dev', version: '0.0.0', type: 'module', main: 'main.js' }
  await writeFile(join(folder, 'package.json'), JSON.stringify(description))
}

await develop()
