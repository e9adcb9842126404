import { columnOf, type Column } from '../../../../../domain/board/columns.ts'
import { byUrgency } from '../../../../../domain/board/urgency.ts'
import type { BoardRow, Changed } from '../../../../board/row.ts'

/** One column as far as it is on the screen: the first rows of `total`. */
export type ColumnState = Readonly<{
  name: Column
  total: number
  overdue: number
  emergency: number
  rows: readonly BoardRow[]
}>

/**
 * The columns after some cases changed. A case that would stand below the last row on the screen is left to the next
 * reading of the column; the counts are the server's, which knows also what is not on the screen.
 */
export function applied(
  columns: readonly ColumnState[],
  changes: readonly Changed[],
  wanted: (row: BoardRow) => boolean,
): readonly ColumnState[] {
  const last = new Map(changes.map((change) => [change.no, change]))
  return columns.map((column) => {
    const left = column.rows.filter(({ no }) => !last.has(no))
    const come = [...last.values()].flatMap(({ row }) => (row && standsIn(row, column.name) && wanted(row) ? row : []))
    if (left.length === column.rows.length && come.length === 0) return column
    const whole = column.rows.length >= column.total
    const rows = [...left, ...come].toSorted(byUrgency)
    return { ...column, rows: whole ? rows : rows.slice(0, atLeast(rows, left)) }
  })
}

/** What stands behind the last known row may have others before it that were never read. */
function atLeast(rows: readonly BoardRow[], left: readonly BoardRow[]): number {
  const last = left.at(-1)
  return last ? rows.findIndex(({ no }) => no === last.no) + 1 : rows.length
}

const standsIn = (row: BoardRow, name: Column): boolean =>
  columnOf(row.stage) === name && (name !== 'done' || row.finishedAt !== null)

/** Columns whose first rows have to be read again: there are more than are shown, and fewer are shown than should be. */
export const tooShort = (columns: readonly ColumnState[], page: number): boolean =>
  columns.some(({ rows, total }) => rows.length < Math.min(page, total))

/** Those that are on the screen for the first time, and were made since the board was read. */
export function newcomers(
  before: readonly ColumnState[],
  after: readonly ColumnState[],
  since: string,
): readonly BoardRow[] {
  const known = new Set(before.flatMap(({ rows }) => rows.map(({ no }) => no)))
  return after.flatMap(({ rows }) => rows.filter(({ no, createdAt }) => !known.has(no) && createdAt >= since))
}

/** Cases on the screen whose clock was over between two instants. */
export function turnedOver(columns: readonly ColumnState[], from: number, to: number): readonly BoardRow[] {
  return columns.flatMap(({ rows }) =>
    rows.filter(({ dueAt }) => {
      const due = dueAt === null ? null : Date.parse(dueAt)
      return due !== null && due > from && due <= to
    }),
  )
}
