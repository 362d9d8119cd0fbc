import type { Input, NameOf, Output } from '../../shared/contract/contract.ts'
import type { OpenedReading, PagePicture } from '../../shared/features/reading.ts'
import { AppError } from '../../shared/kernel/errors.ts'
import type { ReadingId } from '../../shared/kernel/ids.ts'
import { callOrThrow } from './api.ts'

/** Four bytes a pixel: red, green, blue and 255, row by row. */
export type Picture = Omit<PagePicture, 'packing'>
type On<Name extends NameOf<'native'>> = (input: Input<Name>) => Promise<Output<Name>>
/** Something to be read on the screen: how it is opened, and how its pages are asked for. All of them throw `AppError`. */
export type ReadingSource = {
  open: () => Promise<OpenedReading>
  unlock: On<'reading.unlock'>
  draw: (input: Input<'reading.draw'>) => Promise<Picture>
  text: On<'reading.text'>
  search: On<'reading.search'>
  outline: On<'reading.outline'>
  close: On<'reading.close'>
}

/** What a call of a feature opens: `readingOf('documents.open', { id, fileId })`. Make one for each thing that is shown. */
export const readingOf = <Name extends NameOf<'reading'>>(name: Name, input: Input<Name>): ReadingSource => ({
  open: () => callOrThrow(name, input),
  unlock: asked => callOrThrow('reading.unlock', asked),
  draw: async asked => unpacked(await callOrThrow('reading.draw', asked)),
  text: asked => callOrThrow('reading.text', asked),
  search: asked => callOrThrow('reading.search', asked),
  outline: asked => callOrThrow('reading.outline', asked),
  close: asked => callOrThrow('reading.close', asked),
})

async function unpacked({ packing, pixels, ...picture }: PagePicture): Promise<Picture> {
  const plain = packing === 'none' ? pixels : await inflated(pixels)
  if (plain.length !== 4 * picture.width * picture.height) throw new AppError('internal', { rule: 'unexpected-answer' })
  return { ...picture, pixels: plain }
}

async function inflated(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const { writable, readable } = new DecompressionStream('deflate-raw')
  const writer = writable.getWriter()
  const written = writer.write(bytes).then(() => writer.close())
  const plain = await new Response(readable).arrayBuffer()
  await written
  return new Uint8Array(plain)
}

/** Has the process that reads get ready, where somebody is likely to open something soon. */
export const prepareReading = (): void => void callOrThrow('reading.prepare', {}).catch(() => undefined)

export type ReadingState =
  | { is: 'opening' }
  | { is: 'locked'; error: AppError | null; busy: boolean }
  | { is: 'failed'; error: AppError }
  | { is: 'open'; opened: OpenedReading & { is: 'open' } }
export type ReadingSession = {
  begin: () => void
  end: () => void
  unlock: (password: string) => void
  /** Asks about what is open; opens it anew where it was closed in between. Waits while it is locked. */
  ask: <Answer>(work: (id: ReadingId) => Promise<Answer>) => Promise<Answer>
}

const isClosed = (cause: unknown): boolean => cause instanceof AppError && cause.code === 'not-found'

/** One opening of a source, from the ask to the end. `ready` settles when its pages can be asked for. */
type Opening = { id: ReadingId | null; ready: Promise<ReadingId>; settle: (opened: OpenedReading) => void }

/** `tell` says whether it is still wanted. */
function openOnce(source: ReadingSource, tell: (mine: Opening, state: ReadingState) => boolean): Opening {
  let resolve: (id: ReadingId) => void = () => undefined
  let reject: (error: AppError) => void = () => undefined
  const ready = new Promise<ReadingId>((fulfil, fail) => ([resolve, reject] = [fulfil, fail]))
  ready.catch(() => undefined) // said on the screen
  const mine: Opening = {
    id: null,
    ready,
    settle(opened) {
      mine.id = opened.readingId
      const state: ReadingState =
        opened.is === 'open' ? { is: 'open', opened } : { is: 'locked', error: null, busy: false }
      if (!tell(mine, state)) closeQuietly(source, mine)
      else if (opened.is === 'open') resolve(opened.readingId)
    },
  }
  source.open().then(mine.settle, (cause: unknown) => {
    const error = AppError.from(cause)
    tell(mine, { is: 'failed', error })
    reject(error)
  })
  return mine
}

function closeQuietly(source: ReadingSource, { id }: Opening): void {
  if (id) source.close({ readingId: id }).catch(() => undefined) // it was closed already
}

/** Keeps one thing open while it is shown: the process that reads may close it, or be ended by another page of it. */
export function readingSession(source: ReadingSource, tell: (state: ReadingState) => void): ReadingSession {
  let current: Opening | null = null
  const begin = (): Opening => {
    current = openOnce(source, (mine, state) => {
      if (current !== mine) return false
      tell(state)
      return true
    })
    return current
  }
  return {
    begin: () => void begin(),
    end() {
      if (current) closeQuietly(source, current)
      current = null
    },
    unlock(password) {
      const mine = current
      if (!mine?.id) return
      tell({ is: 'locked', error: null, busy: true })
      source.unlock({ readingId: mine.id, password }).then(mine.settle, (cause: unknown) => {
        if (current !== mine) return
        if (isClosed(cause))
          begin() // and asks for the password again
        else tell({ is: 'locked', error: AppError.from(cause), busy: false })
      })
    },
    async ask(work) {
      const mine = current
      if (!mine) throw new AppError('cancelled')
      try {
        return await work(await mine.ready)
      } catch (cause) {
        // Somebody else may have opened it anew by now.
        if (!isClosed(cause) || current === null) throw cause
        return work(await (current === mine ? begin() : current).ready)
      }
    },
  }
}
