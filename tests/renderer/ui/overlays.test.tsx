import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Button } from '../../../renderer/ui/Button.tsx'
import { CommandPalette } from '../../../renderer/ui/CommandPalette.tsx'
import { ConfirmDialog } from '../../../renderer/ui/ConfirmDialog.tsx'
import { ContextMenu } from '../../../renderer/ui/ContextMenu.tsx'
import { Dialog } from '../../../renderer/ui/Dialog.tsx'
import { Menu } from '../../../renderer/ui/Menu.tsx'
import { ShortcutSheet } from '../../../renderer/ui/ShortcutSheet.tsx'
import { useShortcut } from '../../../renderer/ui/shortcuts.ts'
import { announce, toast, toasts } from '../../../renderer/ui/toast.ts'
import { fakeBridge } from '../support/fake-bridge.ts'
import { renderPart } from '../support/render.tsx'

beforeEach(() => void fakeBridge())
afterEach(() => toasts.set([]))

describe('asking before something is withdrawn', () => {
  function Withdraw({ onConfirm }: { onConfirm: (reason: string) => void }) {
    const [open, setOpen] = useState(false)
    return (
      <>
        <Button onClick={() => setOpen(true)}>Withdraw</Button>
        <ConfirmDialog
          title="Mark as entered in error?"
          open={open}
          onClose={() => setOpen(false)}
          confirmLabel="Mark it"
          tone="danger"
          onConfirm={onConfirm}
          reason={{ label: 'Why is it wrong?' }}
        >
          It stays in the history.
        </ConfirmDialog>
      </>
    )
  }

  test('takes no for an answer only with a reason', async () => {
    const onConfirm = vi.fn()
    renderPart(<Withdraw onConfirm={onConfirm} />)
    const user = userEvent.setup()
    await user.click(screen.getByRole('button', { name: 'Withdraw' }))
    const dialog = await screen.findByRole('dialog', { name: 'Mark as entered in error?' })
    await user.click(within(dialog).getByRole('button', { name: 'Mark it' }))
    expect(within(dialog).getByText('Say why, in a few words.')).toBeTruthy()
    await user.type(within(dialog).getByRole('textbox', { name: 'Why is it wrong?' }), '  Wrong client ')
    await user.click(within(dialog).getByRole('button', { name: 'Mark it' }))
    expect(onConfirm.mock.calls).toEqual([['Wrong client']])
  })

  test('closes on Escape and gives the focus back', async () => {
    renderPart(<Withdraw onConfirm={vi.fn()} />)
    const user = userEvent.setup()
    const opener = screen.getByRole('button', { name: 'Withdraw' })
    await user.click(opener)
    await screen.findByRole('dialog')
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await waitFor(() => expect(document.activeElement).toBe(opener))
  })
})

describe('menus', () => {
  const items = (chosen: (id: string) => void) => [
    { id: 'open', label: 'Open', onSelect: () => chosen('open') },
    { separator: true as const },
    { id: 'close', label: 'Close the case', disabled: 'A hearing is still to come', onSelect: () => chosen('close') },
  ]

  test('say why something can not be chosen', async () => {
    const chosen = vi.fn()
    renderPart(<Menu label="More" items={items(chosen)} />)
    await userEvent.click(screen.getByRole('button', { name: 'More' }))
    const held = await screen.findByRole('menuitem', { name: /A hearing is still to come/ })
    await userEvent.click(held, { pointerEventsCheck: 0 })
    expect(chosen).not.toHaveBeenCalled()
    await userEvent.click(screen.getByRole('menuitem', { name: 'Open' }))
    expect(chosen).toHaveBeenCalledWith('open')
  })

  test('open on right click and Shift+F10, but leave text boxes their own', async () => {
    renderPart(
      <ContextMenu items={items(vi.fn())}>
        <button type="button">Card</button>
        <input aria-label="Note" />
      </ContextMenu>,
    )
    const user = userEvent.setup()
    await user.pointer({ keys: '[MouseRight]', target: screen.getByLabelText('Note') })
    expect(screen.queryByRole('menu')).toBeNull()
    screen.getByRole('button', { name: 'Card' }).focus()
    await user.keyboard('{Shift>}{F10}{/Shift}')
    expect(await screen.findByRole('menuitem', { name: 'Open' })).toBeTruthy()
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull())
    expect(document.activeElement?.textContent).toBe('Card')
  })
})

describe('shortcuts', () => {
  function Screen({ ran }: { ran: (what: string) => void }) {
    useShortcut('Mod+K', 'Go to or do', { run: () => ran('palette'), group: 'Everywhere' })
    useShortcut('N', 'New contact', () => ran('new'))
    return <input aria-label="Note" />
  }

  test('with Ctrl work while typing; single letters do not', async () => {
    const ran = vi.fn()
    renderPart(<Screen ran={ran} />)
    const user = userEvent.setup()
    await user.keyboard('n')
    await user.type(screen.getByLabelText('Note'), 'n')
    await user.keyboard('{Control>}k{/Control}')
    expect(ran.mock.calls).toEqual([['new'], ['palette']])
  })

  test('of the screen do nothing behind a dialog, and work again once it is closed', async () => {
    const ran = vi.fn()
    function Asking() {
      const [open, setOpen] = useState(true)
      return (
        <>
          <Screen ran={ran} />
          <Dialog title="Sure?" open={open} onClose={() => setOpen(false)}>
            Is it?
          </Dialog>
        </>
      )
    }
    renderPart(<Asking />)
    await userEvent.keyboard('n{Control>}k{/Control}')
    expect(ran).not.toHaveBeenCalled()
    await userEvent.click(screen.getByRole('button', { name: 'Close' }))
    await userEvent.keyboard('n')
    expect(ran.mock.calls).toEqual([['new']])
  })

  test('are listed in the sheet while they work', () => {
    renderPart(
      <>
        <Screen ran={vi.fn()} />
        <ShortcutSheet open onClose={vi.fn()} />
      </>,
    )
    const sheet = screen.getByRole('dialog', { name: 'Keyboard shortcuts' })
    expect(within(sheet).getByText('Go to or do').nextElementSibling?.textContent).toBe('CtrlK')
    expect(within(sheet).getByText('New contact')).toBeTruthy()
  })
})

test('the palette finds by typing, moves by arrows and picks with Enter', async () => {
  const onPick = vi.fn()
  const onClose = vi.fn()
  const items = ['Today', 'Caseload', 'Reports, closed', 'Record a police contact', 'Lock now']
  renderPart(
    <CommandPalette open onClose={onClose} onPick={onPick} items={items.map(label => ({ id: label, label }))} />,
  )
  const user = userEvent.setup()
  const box = screen.getByRole('combobox', { name: 'Go to or do' })
  await waitFor(() => expect(document.activeElement).toBe(box))
  await user.keyboard('{ArrowDown}')
  expect(screen.getByRole('option', { selected: true }).textContent).toBe('Caseload')
  await user.type(box, 'rpc')
  expect(screen.getByRole('option', { selected: true }).textContent).toBe('Record a police contact')
  await user.keyboard('{Enter}')
  expect(onPick).toHaveBeenCalledWith({ id: 'Record a police contact', label: 'Record a police contact' })
  expect(onClose).toHaveBeenCalled()
  await user.type(box, 'zzz')
  expect(screen.getByText('Nothing by that name')).toBeTruthy()
})

describe('messages', () => {
  test('are said in a live region, and offer their action', async () => {
    const undo = vi.fn()
    renderPart(<p>Screen</p>)
    act(() => toast('Contact saved', { action: { label: 'Undo', onSelect: undo } }))
    const region = screen.getByRole('region', { name: 'Messages' })
    expect(region.getAttribute('aria-live')).toBe('polite')
    await userEvent.click(within(region).getByRole('button', { name: 'Undo' }))
    expect(undo).toHaveBeenCalledOnce()
    expect(within(region).queryByText('Contact saved')).toBeNull()
  })

  test('pass by themselves only where they ask for nothing', () => {
    vi.useFakeTimers()
    renderPart(<p>Screen</p>)
    act(() => {
      toast('Saved')
      toast('Not saved', { tone: 'danger' })
    })
    act(() => void vi.advanceTimersByTime(6000))
    expect(screen.queryByText('Saved')).toBeNull()
    expect(screen.getByText('Not saved')).toBeTruthy()
    vi.useRealTimers()
  })

  test('for screen readers only are said and not drawn', () => {
    renderPart(<p>Screen</p>)
    act(() => announce('12 cases found'))
    expect(screen.getByText('12 cases found').closest('.wm-hidden')?.getAttribute('aria-live')).toBe('polite')
  })
})

test('a button that is held says why and does nothing', async () => {
  const onClick = vi.fn()
  renderPart(
    <Button disabledReason="Only a manager can do this." onClick={onClick}>
      Export
    </Button>,
  )
  const button = screen.getByRole('button', { name: 'Export' })
  await userEvent.click(button)
  expect(onClick).not.toHaveBeenCalled()
  expect(document.activeElement).toBe(button)
  expect(await screen.findByText('Only a manager can do this.')).toBeTruthy()
})
