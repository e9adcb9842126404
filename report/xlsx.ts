import writeExcelFile, { type Cell } from 'write-excel-file/node'
import { columnWidths } from '../domain/text/columns.ts'
import type { Report, Table, Value } from './tables.ts'

const HEAD = { fontWeight: 'bold', backgroundColor: '#e8f0fb', wrap: true } as const

/** A workbook with a sheet for each table. A text is a text: what begins with = + - @ is never worked out. */
export function xlsxOf({ title, notes, tables }: Report): Promise<Buffer> {
  const sheets = tables.map((table, n) => ({
    sheet: table.name,
    data: [
      ...(n === 0 ? [[title], ...notes.map((note) => [note])].map((row) => row.map(text)) : []),
      table.head.map((word) => ({ ...text(word), ...HEAD })),
      ...table.rows.map((row) => row.map(cellOf)),
    ],
    columns: widths(table),
    stickyRowsCount: n === 0 ? 0 : 1,
  }))
  return writeExcelFile(sheets).toBuffer()
}

const text = (value: string) => ({ type: String, value })

function cellOf(value: Value): Cell {
  if (value === null) return null
  if (typeof value === 'string') return text(value)
  if (typeof value === 'number') return { type: Number, value }
  return { type: Number, value: value.share, format: '0.0%' }
}

const widths = ({ head, rows }: Table) => columnWidths([head, ...rows.map((row) => row.map(shownAs))])

/** A number is short, however it is shown. */
const shownAs = (value: Value): string => (typeof value === 'string' ? value : '00.0%')
