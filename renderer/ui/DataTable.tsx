import './data.css'
import { memo, useMemo, type ReactNode } from 'react'
import { Icon } from './Icon.tsx'
import type { MenuItem } from './MenuItems.tsx'
import { useDensity } from './ThemeProvider.tsx'
import { announce } from './toast.ts'
import { rowHeights } from './tokens.ts'
import { useList } from './use-list.tsx'

export type Column<Row> = {
  id: string
  header: string
  cell: (row: Row) => ReactNode
  /** A track of the grid: '2fr', '120px', 'minmax(160px, 1fr)'. */
  width?: string | undefined
  align?: 'start' | 'end' | undefined
  sortable?: boolean | undefined
  /** Names the row for screen readers. The first column does unless another says so. */
  rowHeader?: boolean | undefined
  /** Left out where the table is narrower than 720, 1000 or 1240 px. */
  hideBelow?: 'tight' | 'narrow' | 'medium' | 'wide' | undefined
}
export type Sort = { by: string; direction: 'asc' | 'desc' }
type DataTableProps<Row> = {
  label: string
  rows: readonly Row[]
  rowKey: (row: Row) => string
  columns: readonly Column<Row>[]
  sort?: Sort | undefined
  onSort?: ((sort: Sort) => void) | undefined
  selected?: string | null | undefined
  /** Follows the focus. Without it a click opens the row. */
  onSelect?: ((row: Row) => void) | undefined
  onOpen?: ((row: Row) => void) | undefined
  rowMenu?: ((row: Row) => readonly MenuItem[]) | undefined
  onNearEnd?: (() => void) | undefined
  /** How many there are in all, loaded or not. */
  total?: number | undefined
  empty?: ReactNode
  busy?: boolean | undefined
  rowLines?: 1 | 2 | undefined
  /** Marks a row at its edge. Say the same in a cell, in words. */
  rowTone?: ((row: Row) => 'overdue' | 'danger' | 'breach' | undefined) | undefined
}

const hiddenBelow = { tight: 520, narrow: 720, medium: 1000, wide: 1240 }

/** A long list in columns. Sorting is asked for, not done: the store sorts. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, rows, sort, onSort, onSelect, rowMenu, busy = false, rowLines = 1 } = props
  const height = rowHeights[useDensity()][rowLines === 2 ? 'double' : 'single']
  const total = props.total ?? rows.length
  const { box, virtualizer, width, drawn, handlers, menu } = useList<Row>({
    items: rows,
    itemKey: props.rowKey,
    height,
    above: headerHeight,
    total,
    selected: props.selected,
    onSelect,
    onOpen: props.onOpen,
    menuOf: rowMenu,
    onNearEnd: props.onNearEnd,
  })
  const columns = useShownColumns(props.columns, width)
  const tracks = [...columns.map(column => column.width ?? '1fr'), ...(rowMenu ? ['36px'] : [])].join(' ')
  if (rows.length === 0 && !busy && props.empty !== undefined)
    return <div className="wm-table-empty">{props.empty}</div>
  return (
    <div
      ref={box}
      role="grid"
      aria-label={label}
      aria-rowcount={total + 1}
      aria-busy={busy}
      className="wm-table"
      style={{ '--wm-tracks': tracks } as React.CSSProperties} // custom properties are not in React's type
      {...handlers}
    >
      <TableHead columns={columns} sort={sort} onSort={onSort} withMenu={rowMenu !== undefined} />
      <div role="rowgroup" className="wm-table-body" style={{ height: virtualizer.getTotalSize() }}>
        {drawn.map(({ item, ...place }) => (
          <TableRow
            key={props.rowKey(item)}
            {...place}
            row={item}
            columns={columns}
            height={height}
            tone={props.rowTone?.(item)}
            selectable={onSelect !== undefined}
            withMenu={rowMenu !== undefined}
          />
        ))}
      </div>
      {menu}
    </div>
  )
}

const headerHeight = 32

/** The same array while the same columns show, so that rows that did not change are not drawn again. */
function useShownColumns<Row>(all: readonly Column<Row>[], width: number): readonly Column<Row>[] {
  const step = Object.values(hiddenBelow).filter(needed => width >= needed).length
  return useMemo(() => {
    const shown = Object.values(hiddenBelow).slice(0, step)
    return all.filter(({ hideBelow }) => hideBelow === undefined || shown.includes(hiddenBelow[hideBelow]))
  }, [all, step])
}

type TableRowProps<Row> = {
  row: Row
  columns: readonly Column<Row>[]
  index: number
  start: number
  height: number
  tone: string | undefined
  chosen: boolean
  active: boolean
  openable: boolean
  selectable: boolean
  withMenu: boolean
}

/** Drawn again only when something about it changed: a list that scrolls draws the rows that come, not those that stay. */
const TableRow = memo(function TableRow<Row>(props: TableRowProps<Row>) {
  const { row, columns, index, start, height } = props
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={props.selectable ? props.chosen : undefined}
      className="wm-table-row"
      data-index={index}
      data-openable={props.openable || undefined}
      data-tone={props.tone}
      tabIndex={props.active ? 0 : -1}
      style={{ height, transform: `translateY(${String(start)}px)` }}
    >
      <Cells row={row} columns={columns} />
      {props.withMenu && <RowMenuButton />}
    </div>
  )
}) as <Row>(props: TableRowProps<Row>) => ReactNode // memo forgets that a component is generic

function Cells<Row>({ row, columns }: { row: Row; columns: readonly Column<Row>[] }) {
  const named = columns.some(({ rowHeader }) => rowHeader)
  return columns.map(({ id, cell, align, rowHeader }, index) => (
    <div
      key={id}
      role={(rowHeader ?? (!named && index === 0)) ? 'rowheader' : 'gridcell'}
      className="wm-table-cell"
      data-align={align}
    >
      {cell(row)}
    </div>
  ))
}

/** For the mouse: keyboards have Shift+F10. */
function RowMenuButton() {
  return (
    <div role="gridcell" className="wm-table-menu">
      <button
        type="button"
        tabIndex={-1}
        aria-label="Actions"
        className="wm-icon-button"
        data-size="small"
        data-row-menu
      >
        <Icon name="more" />
      </button>
    </div>
  )
}

type HeadProps<Row> = {
  columns: readonly Column<Row>[]
  sort: Sort | undefined
  onSort: ((sort: Sort) => void) | undefined
  withMenu: boolean
}

function TableHead<Row>({ columns, sort, onSort, withMenu }: HeadProps<Row>) {
  const press = (column: Column<Row>) => {
    const direction = sort?.by === column.id && sort.direction === 'asc' ? 'desc' : 'asc'
    onSort?.({ by: column.id, direction })
    announce(`Sorted by ${column.header}, ${direction === 'asc' ? 'ascending' : 'descending'}`)
  }
  return (
    <div role="rowgroup" className="wm-table-head">
      <div role="row" aria-rowindex={1} className="wm-table-headers">
        {columns.map(column => {
          const direction = sort?.by === column.id ? sort.direction : undefined
          const sorted = direction === undefined ? 'none' : direction === 'asc' ? 'ascending' : 'descending'
          return (
            <div
              key={column.id}
              role="columnheader"
              aria-sort={column.sortable ? sorted : undefined}
              className="wm-table-header"
              data-align={column.align}
            >
              {column.sortable && onSort ? (
                <button type="button" onClick={() => press(column)}>
                  {column.header}
                  <Icon name={direction === undefined ? 'sort' : direction === 'asc' ? 'up' : 'down'} size={14} />
                </button>
              ) : (
                column.header
              )}
            </div>
          )
        })}
        {withMenu && (
          <div role="columnheader" className="wm-table-header">
            <span className="wm-hidden">Actions</span>
          </div>
        )}
      </div>
    </div>
  )
}
