import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { CustomScheme, Session } from 'electron'

/** Where the page lives: a scheme of our own, so that it has a real origin and needs no file access. */
export const rendererOrigin = 'waymark-app://app'
export const rendererScheme: CustomScheme = { scheme: 'waymark-app', privileges: { standard: true, secure: true } }

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

const policy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

// Every segment starts with a letter, digit, _ or -, so no spelling of `..` or of an absolute path gets through.
const safePath = /^(?:\/[\w-][\w.-]*)+$/

/** The path inside the renderer folder that an address asks for, or null if it asks for anything else. */
export function rendererPath(address: string): string | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  if (`${url.protocol}//${url.host}` !== rendererOrigin) return null
  if (url.pathname === '/') return 'index.html'
  if (!safePath.test(url.pathname)) return null
  // A screen's address has no extension: the page's own router reads it.
  return extname(url.pathname) === '' ? 'index.html' : url.pathname.slice(1)
}

/** Answers the page's requests from the built renderer folder and from nowhere else. */
export function serveRenderer(session: Session, folder: string): void {
  session.protocol.handle(rendererScheme.scheme, async request => {
    const path = rendererPath(request.url)
    const contentType = path === null ? undefined : contentTypes[extname(path)]
    if (path === null || contentType === undefined || request.method !== 'GET')
      return new Response(null, { status: 404 })
    const bytes = await readFile(join(folder, path)).catch(() => null)
    if (bytes === null) return new Response(null, { status: 404 })
    const nonce = randomBytes(18).toString('base64')
    const body = path === 'index.html' ? withStyleNonce(bytes.toString('utf8'), nonce) : new Uint8Array(bytes)
    return new Response(body, { headers: headersFor(contentType, nonce) })
  })
}

const headersFor = (contentType: string, nonce: string): Record<string, string> => ({
  'Content-Type': contentType,
  'Content-Security-Policy': policy(nonce),
  'X-Content-Type-Options': 'nosniff',
  'X-DNS-Prefetch-Control': 'off',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cache-Control': 'no-store',
})

/** The page's own styles carry this nonce; the page reads it from its meta element. */
export const withStyleNonce = (html: string, nonce: string): string =>
  html.replace('<meta name="style-nonce" content="" />', `<meta name="style-nonce" content="${nonce}" />`)
