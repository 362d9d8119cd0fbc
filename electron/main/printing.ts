import { BrowserWindow, session, type Session } from 'electron'
import type { OpenedReading } from '../../shared/features/reading.ts'
import { AppError } from '../../shared/kernel/errors.ts'
import type { Reader } from '../reader.ts'
import { rendererOrigin, rendererScheme } from './renderer-protocol.ts'

type Opened = Extract<OpenedReading, { is: 'open' }>
export type Printing = {
  /**
   * Draws every page of what is opened, then shows the system's dialog. Answers false where the person cancels that; throws
   * `cancelled` where it was ended before, `unavailable` where printing failed.
   */
  print: (open: () => Promise<Opened>) => Promise<boolean>
  /** Ends it, with every picture that was drawn for it: somebody stopped it, or a lock. */
  end: () => void
}
/** How many pages are drawn. All of them: the system's dialog is next. */
type Tell = (progress: { done: number; total: number }) => void
/** One print from the ask to the end: only one goes on at a time. */
type Turn = { over: boolean; window: BrowserWindow | null }

/** Dots an inch: what an office printer shows of small print. */
const resolution = 200

/**
 * Prints what the reader has open. A window that shows a PDF prints a blank page, so it prints pictures of its pages: in a window that
 * nobody sees, without scripts, in a session of its own that is kept in memory.
 */
export function makePrinting(reader: Reader, tell: Tell): Printing {
  let current: Turn | null = null
  let last: Promise<unknown> = Promise.resolve()
  const end = (): void => {
    if (!current) return
    current.over = true
    current.window?.destroy()
    current = null
  }
  const run = async (turn: Turn, open: () => Promise<Opened>): Promise<boolean> => {
    const opened = await open()
    try {
      return await printOpened(turn, { opened, reader, tell })
    } catch (cause) {
      if (turn.over) throw new AppError('cancelled')
      throw cause instanceof AppError ? cause : new AppError('unavailable', { rule: 'not-printed' }, { cause })
    } finally {
      if (current === turn) end()
      await reader.ask('reading.close', { readingId: opened.readingId }).catch(() => undefined) // a lock has closed it
    }
  }
  return {
    end,
    async print(open) {
      end()
      const turn: Turn = { over: false, window: null }
      current = turn
      await last // until it has let go of the session
      const running = run(turn, open)
      last = running.catch(() => undefined)
      return running
    },
  }
}

type Work = { opened: Opened; reader: Reader; tell: Tell }
async function printOpened(turn: Turn, work: Work): Promise<boolean> {
  if (turn.over) throw new AppError('cancelled')
  const pages = servePages(turn, work)
  const window = openHidden(pages.session)
  turn.window = window
  try {
    return await Promise.race([printFrom(window, pages.problem), ended(window)])
  } finally {
    pages.forget()
  }
}

const openHidden = (own: Session): BrowserWindow =>
  new BrowserWindow({
    title: 'Waymark',
    show: false,
    webPreferences: { session: own, sandbox: true, javascript: false, spellcheck: false, devTools: false },
  })

async function printFrom(window: BrowserWindow, problem: () => AppError | null): Promise<boolean> {
  await window.loadURL(rendererOrigin) // settles when every picture is there
  const found = problem()
  if (found) throw found
  return askSystem(window)
}

/** A window that a lock takes away answers no dialog any more: whoever waits for it is told. */
function ended(window: BrowserWindow): Promise<never> {
  const closed = new Promise<never>((_resolve, reject) => {
    window.once('closed', () => reject(new AppError('cancelled')))
  })
  closed.catch(() => undefined) // where it is closed because it has printed
  return closed
}

/** The name of the print job is the window's title, which says nothing of anyone. */
const askSystem = (window: BrowserWindow): Promise<boolean> =>
  new Promise((resolve, reject) => {
    window.webContents.print(
      { silent: false, printBackground: true, margins: { marginType: 'none' }, pageSize: 'A4' },
      (printed, reason) => {
        if (printed) resolve(true)
        else if (/cancel/i.test(reason)) resolve(false)
        else reject(new AppError('unavailable', { rule: 'not-printed' }))
      },
    )
  })

/** One after the other, so that whoever reads on the screen meanwhile need not wait for them all. None once it is over or one failed. */
function servePages(turn: Turn, { opened: { readingId, pages }, reader, tell }: Work) {
  const own: Session = session.fromPartition('printing')
  let problem: AppError | null = null
  let done = 0
  let before: Promise<unknown> = Promise.resolve()
  const tellNow = () => {
    if (!turn.over) tell({ done, total: pages.length })
  }
  const draw = async (page: number): Promise<Response> => {
    const size = pages[page]
    if (!size || turn.over || problem) return new Response(null, { status: 404 })
    const turned = size.width > size.height ? 90 : 0 // paper is upright
    const picture = await reader.picture({ readingId, page, scale: resolution / 72, turn: turned })
    done += 1
    tellNow()
    return new Response(picture, { headers: { 'Content-Type': 'image/jpeg', 'Cache-Control': 'no-store' } })
  }
  own.protocol.handle(rendererScheme.scheme, request => {
    const { pathname } = new URL(request.url)
    if (pathname === '/') return new Response(sheet(pages.length), { headers: sheetHeaders })
    if (pathname === '/print.css') return new Response(style, { headers: { 'Content-Type': 'text/css' } })
    const number = /^\/pages\/(\d+)$/.exec(pathname)?.[1]
    if (number === undefined) return new Response(null, { status: 404 })
    const drawn = before.then(() => draw(Number(number)))
    before = drawn.catch((cause: unknown) => (problem ??= AppError.from(cause)))
    return drawn
  })
  tellNow()
  return {
    session: own,
    problem: () => problem,
    forget: () => own.protocol.unhandle(rendererScheme.scheme),
  }
}

const sheetHeaders = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': "default-src 'none'; img-src 'self'; style-src 'self'",
  'Cache-Control': 'no-store',
}
const sheet = (pages: number): string =>
  `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Waymark</title><link rel="stylesheet" href="/print.css"></head><body>${Array.from({ length: pages }, (_, page) => `<div><img src="/pages/${String(page)}" alt=""></div>`).join('')}</body></html>`
// A hair less than the paper: rounding must not push a line of nothing onto a page of its own.
const style = `@page { size: A4; margin: 0 }
html, body { margin: 0; padding: 0; background: white }
div { width: 210mm; height: 296.9mm; overflow: hidden; break-after: page; break-inside: avoid }
div:last-child { break-after: auto }
img { display: block; width: 100%; height: 100%; object-fit: contain }`
