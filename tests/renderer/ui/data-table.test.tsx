import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { beforeEach, expect, test, vi } from 'vitest'
import { DataTable, type Column, type Sort } from '../../../renderer/ui/DataTable.tsx'
import { VirtualList } from '../../../renderer/ui/VirtualList.tsx'
import { fakeBridge } from '../support/fake-bridge.ts'
import { renderPart } from '../support/render.tsx'

type Row = { id: string; name: string }
const rowsUpTo = (count: number): Row[] =>
  Array.from({ length: count }, (_, index) => ({ id: `r${String(index)}`, name: `Client ${String(index)}` }))
const columns: Column<Row>[] = [
  { id: 'name', header: 'Client', cell: row => row.name, sortable: true },
  { id: 'id', header: 'Reference', cell: row => row.id },
]
beforeEach(() => void fakeBridge())

function Table({
  rows = rowsUpTo(500),
  onOpen,
  onNearEnd,
  total,
}: {
  rows?: Row[]
  onOpen?: (row: Row) => void
  onNearEnd?: () => void
  total?: number
}) {
  const [selected, setSelected] = useState<string | null>(null)
  const [sort, setSort] = useState<Sort>({ by: 'name', direction: 'asc' })
  return (
    <DataTable
      label="Cases"
      rows={rows}
      rowKey={row => row.id}
      columns={columns}
      sort={sort}
      onSort={setSort}
      selected={selected}
      onSelect={row => setSelected(row.id)}
      onOpen={onOpen}
      onNearEnd={onNearEnd}
      total={total}
      rowMenu={row => [{ id: 'note', label: `Note on ${row.name}`, onSelect: () => onOpen?.(row) }]}
      empty="No cases yet"
    />
  )
}
const focused = () => document.activeElement?.querySelector('[role="rowheader"]')?.textContent

test('draws only what is near the window and tells screen readers how many there are', () => {
  renderPart(<Table total={9000} />)
  const grid = screen.getByRole('grid', { name: 'Cases' })
  expect(grid.getAttribute('aria-rowcount')).toBe('9001')
  const drawn = within(grid).getAllByRole('row')
  expect(drawn.length).toBeLessThan(60)
  expect(drawn[1]?.getAttribute('aria-rowindex')).toBe('2')
})

test('arrow, Home, End and Page keys move the focus, which selects; Enter opens', async () => {
  const onOpen = vi.fn()
  renderPart(<Table onOpen={onOpen} />)
  const user = userEvent.setup()
  await user.click(screen.getByText('Client 0'))
  expect(focused()).toBe('Client 0')
  await user.keyboard('{ArrowDown}{ArrowDown}')
  expect(focused()).toBe('Client 2')
  expect(document.activeElement?.getAttribute('aria-selected')).toBe('true')
  await user.keyboard('{ArrowUp}{Enter}')
  expect(onOpen).toHaveBeenLastCalledWith({ id: 'r1', name: 'Client 1' })
  await user.keyboard('{End}')
  expect(focused()).toBe('Client 499')
  await user.keyboard('{PageUp}')
  expect(focused()).toBe('Client 480')
  await user.keyboard('{Home}')
  expect(focused()).toBe('Client 0')
})

test('is one stop for the Tab key', async () => {
  renderPart(
    <>
      <Table />
      <button type="button">After</button>
    </>,
  )
  const user = userEvent.setup()
  await user.click(screen.getByText('Client 3'))
  await user.tab()
  expect(document.activeElement?.textContent).toBe('After')
  await user.tab({ shift: true })
  expect(focused()).toBe('Client 3')
})

/** Turns its rows about on R, as a sort that comes back from the store does. */
function Turning() {
  const [rows, setRows] = useState(rowsUpTo(20))
  return (
    <div onKeyDown={event => event.key === 'r' && setRows(rows.toReversed())}>
      <Table rows={rows} />
    </div>
  )
}

test('keeps focus and selection on the same record when the rows change', async () => {
  renderPart(<Turning />)
  const user = userEvent.setup()
  await user.click(screen.getByText('Client 5'))
  await user.keyboard('r')
  const row = screen.getByText('Client 5').closest('[role="row"]')
  expect(row?.getAttribute('tabindex')).toBe('0')
  expect(row?.getAttribute('aria-selected')).toBe('true')
  expect(document.activeElement).toBe(row)
})

test('sorts by asking, and says how it is sorted', async () => {
  renderPart(<Table />)
  const header = screen.getByRole('columnheader', { name: /Client/ })
  expect(header.getAttribute('aria-sort')).toBe('ascending')
  await userEvent.click(within(header).getByRole('button'))
  expect(header.getAttribute('aria-sort')).toBe('descending')
  expect(screen.getByText('Sorted by Client, descending')).toBeTruthy()
  expect(screen.getByRole('columnheader', { name: 'Reference' }).hasAttribute('aria-sort')).toBe(false)
})

test('opens the menu of a row by right click and by Shift+F10, and gives the focus back', async () => {
  const onOpen = vi.fn()
  renderPart(<Table onOpen={onOpen} />)
  const user = userEvent.setup()
  await user.pointer({ keys: '[MouseRight]', target: screen.getByText('Client 4') })
  await user.click(await screen.findByRole('menuitem', { name: 'Note on Client 4' }))
  expect(onOpen).toHaveBeenLastCalledWith({ id: 'r4', name: 'Client 4' })
  await user.click(screen.getByText('Client 6'))
  await user.keyboard('{Shift>}{F10}{/Shift}')
  expect(await screen.findByRole('menuitem', { name: 'Note on Client 6' })).toBeTruthy()
  await user.keyboard('{Escape}')
  expect(focused()).toBe('Client 6')
})

test('asks for the next page near its end, and not when all are here', async () => {
  const onNearEnd = vi.fn()
  renderPart(<Table rows={rowsUpTo(100)} total={300} onNearEnd={onNearEnd} />)
  await userEvent.click(screen.getByText('Client 0'))
  expect(onNearEnd).not.toHaveBeenCalled()
  renderPart(<Table rows={rowsUpTo(10)} total={10} onNearEnd={onNearEnd} />)
  expect(onNearEnd).not.toHaveBeenCalled()
  renderPart(<Table rows={rowsUpTo(10)} total={300} onNearEnd={onNearEnd} />)
  expect(onNearEnd).toHaveBeenCalled()
})

test('says so when there is nothing', () => {
  renderPart(<Table rows={[]} />)
  expect(screen.getByText('No cases yet')).toBeTruthy()
})

test('a list of high items has the same keys', async () => {
  const onOpen = vi.fn()
  renderPart(
    <VirtualList
      label="Timeline"
      items={rowsUpTo(200)}
      itemKey={row => row.id}
      onOpen={onOpen}
      render={row => <p>{row.name}</p>}
    />,
  )
  const list = screen.getByRole('list', { name: 'Timeline' })
  const first = within(list).getAllByRole('listitem')[0]
  expect(first?.getAttribute('aria-setsize')).toBe('200')
  first?.focus()
  await userEvent.keyboard('{ArrowDown}{Enter}')
  expect(onOpen).toHaveBeenLastCalledWith({ id: 'r1', name: 'Client 1' })
})
