import { cleanup, configure } from '@testing-library/react'
import { afterEach, vi } from 'vitest'

// What a browser has and jsdom lacks, as far as our components ask for it.
class NoObserver {
  observe = () => undefined
  unobserve = () => undefined
  disconnect = () => undefined
}

/** Import for its effect, first, in every renderer test (the support files do). */
export function fillJsdom(): void {
  const noMatch = (media: string) => ({
    matches: false,
    media,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    addListener: () => undefined,
    removeListener: () => undefined,
    dispatchEvent: () => false,
    onchange: null,
  })
  Object.assign(window, {
    matchMedia: noMatch,
    ResizeObserver: NoObserver,
    IntersectionObserver: NoObserver,
    scrollTo: () => undefined,
  })
  Object.assign(Element.prototype, { scrollIntoView: () => undefined, scrollTo: () => undefined })
  // A row of a list has a height, or a list of rows without one takes a row in its middle for the first.
  Object.defineProperty(HTMLElement.prototype, 'offsetHeight', {
    configurable: true,
    get(this: HTMLElement) {
      return this.dataset['index'] === undefined ? 0 : 40
    },
  })
  if (!('fonts' in document)) {
    const fonts = { addEventListener: () => undefined, removeEventListener: () => undefined, ready: Promise.resolve() }
    Object.defineProperty(document, 'fonts', { value: fonts })
  }
}

// What is waited for comes at once on an idle machine; a busy one is no reason to fail.
configure({ asyncUtilTimeout: 8_000 })
vi.setConfig({ testTimeout: 30_000 })
fillJsdom()
afterEach(cleanup)
