import type { Pages } from '../../lib/api.ts'

/** What shows more of a list, for its group. */
export const moreOf = <Row>({ rows, total, hasNext, isFetching, fetchNext }: Pages<Row>) =>
  hasNext ? { left: total - rows.length, busy: isFetching, onMore: fetchNext } : undefined
