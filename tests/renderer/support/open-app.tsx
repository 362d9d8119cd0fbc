import './jsdom.ts'
import { RouterProvider } from '@tanstack/react-router'
import { configure, fireEvent, screen } from '@testing-library/react'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import { newRouter, type AppRouter } from '../../../renderer/app/routes.tsx'
import { beginSession } from '../../../renderer/lib/session.ts'
import { toasts } from '../../../renderer/ui/toast.ts'
import { ThemeProvider } from '../../../renderer/ui/ThemeProvider.tsx'
import { renderBare } from './bare.tsx'
import { users } from './casework-data.ts'
import { fakeBridge, type FakeBridge, type Handlers } from './fake-bridge.ts'
import { casework, caseworkHandlers, type Casework } from './fake-casework.ts'

// Whole screens are drawn here, and the machine may be busy: patience costs nothing where a test passes.
configure({ asyncUtilTimeout: 8_000 })

export type OpenedApp = { user: UserEvent; bridge: FakeBridge; work: Casework; router: AppRouter }

/** The open app at an address, over a small service's records that the test may change first; `more` answers other calls. */
export async function openApp(
  path: string,
  change: (work: Casework) => void = () => undefined,
  more: Handlers = {},
): Promise<OpenedApp> {
  const work = casework()
  change(work)
  const bridge = fakeBridge({ ...caseworkHandlers(work), ...more })
  return { ...(await mount(path)), bridge, work }
}

/** The same app as after a lock or a restart: nothing but what the bridge keeps. */
export async function mount(path: string): Promise<Pick<OpenedApp, 'user' | 'router'>> {
  toasts.set([])
  const [first] = users
  if (first) beginSession({ actor: first, practice: false, recoveryConfirmed: true })
  const router = newRouter(path)
  renderBare(
    <ThemeProvider>
      <RouterProvider router={router} />
    </ThemeProvider>,
  )
  await screen.findByRole('main')
  return { user: userEvent.setup({ delay: null }), router }
}

/** What stands in a field. */
export const valueOf = (field: HTMLElement): string => (field as HTMLInputElement).value // the caller found it by its label

/** The box of a question that also offers reasons why there is no answer. */
export function boxOf(question: string | RegExp): HTMLElement {
  const found = screen.getAllByLabelText(question).find(element => element instanceof HTMLInputElement)
  if (!found) throw new Error('No such box')
  return found
}

/** Fills a field at once: drawing a whole form for each letter is what a browser is quick at, not jsdom. */
export const fill = (field: HTMLElement, text: string): boolean => fireEvent.change(field, { target: { value: text } })
