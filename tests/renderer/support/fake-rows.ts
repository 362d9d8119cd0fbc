import { AppError } from '../../../shared/kernel/errors.ts'

/** The row of that id; `not-found` without one. */
export const find = <Row extends { id: string }>(rows: Row[], id: string): Row => {
  const row = rows.find(one => one.id === id)
  if (!row) throw new AppError('not-found')
  return row
}
/** Puts a row in place of the one with its id, and answers it. */
export const put = <Row extends { id: string }>(rows: Row[], row: Row): Row => {
  rows.splice(
    rows.findIndex(one => one.id === row.id),
    1,
    row,
  )
  return row
}
