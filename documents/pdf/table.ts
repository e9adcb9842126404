import type { Block, Cell, Row, Sides, Table } from '../docx/model.ts'
import type { Room } from './breaking.ts'
import type { Item, Strip } from './strip.ts'
import { moved } from './strip.ts'

/** A row that may be parted, or several that one cell holds together; `y` of a box is from the top of them. */
export type Flowing = Readonly<{ kind: 'row'; height: number; boxes: readonly Box[]; whole: boolean; header: boolean }>
export type Box = Readonly<{
  x: number
  y: number
  width: number
  height: number
  strips: readonly Strip[]
  borders: Sides
  margins: Sides
  vertical: Cell['vertical']
}>

/** How what stands in a cell becomes lines. */
type Inside = (blocks: readonly Block[], room: Room) => Strip[]

/** The rows of a table from top to bottom. */
export function rowsOf(table: Table, room: Room, inside: Inside): Flowing[] {
  const columns = fitted(table, room.width)
  const total = columns.reduce((sum, each) => sum + each, 0)
  const left = table.centred ? (room.width - total) / 2 : Math.max(0, Math.min(table.left, room.width - total))
  return groups(table.rows).flatMap((rows) => {
    const alone = rows.map((row) => flowing(row, columns, left, room, inside))
    const together = rows.length > 1 ? joined(rows, alone) : null
    return together !== null && together.height <= room.height ? [together] : alone
  })
}

/** As wide as they are said to be, and no wider than the paper. */
function fitted({ columns, rows }: Table, width: number): number[] {
  const needed = Math.max(1, ...rows.flatMap(({ cells }) => cells.map(({ column, span }) => column + span)))
  const known = columns.length >= needed && columns.every((each) => each > 0)
  const all = known ? columns : Array.from({ length: needed }, () => width / needed)
  const scale = Math.min(1, width / all.reduce((sum, each) => sum + each, 0))
  return all.map((each) => each * scale)
}

/** Rows that a cell reaches over belong together. */
function groups(rows: readonly Row[]): Row[][] {
  const all: Row[][] = []
  for (const row of rows) {
    const last = all.at(-1)
    if (last !== undefined && row.cells.some(({ merge }) => merge === 'continues')) last.push(row)
    else all.push([row])
  }
  return all
}

function flowing(row: Row, columns: readonly number[], left: number, room: Room, inside: Inside): Flowing {
  const sum = (from: number, to: number) => columns.slice(from, to).reduce((all, each) => all + each, 0)
  const boxes = row.cells.map((cell) => {
    const width = sum(cell.column, cell.column + cell.span)
    const inner = { width: Math.max(1, width - cell.margins.left - cell.margins.right), height: room.height }
    const strips = cell.merge === 'continues' ? [] : inside(cell.blocks, inner)
    const { borders, margins, vertical } = cell
    return { x: left + sum(0, cell.column), y: 0, width, height: 0, strips, borders, margins, vertical }
  })
  const height = Math.max(row.height, ...row.cells.map((cell, at) => (cell.merge === 'none' ? needs(boxes[at]) : 0)))
  return {
    ...{ kind: 'row', height, whole: row.whole, header: row.header },
    boxes: boxes.map((box) => ({ ...box, height })),
  }
}

export const needs = (box: Box | undefined): number =>
  box === undefined ? 0 : heightOf(box.strips) + box.margins.top + box.margins.bottom

export const heightOf = (strips: readonly Strip[]): number =>
  strips.reduce((sum, { before, height, after }) => sum + before + height + after, 0)

/** One box for each cell that reaches over rows, as tall as they are together; the last row makes the room that is missing. */
function joined(rows: readonly Row[], alone: readonly Flowing[]): Flowing {
  const tops = alone.map((_, at) => alone.slice(0, at).reduce((sum, { height }) => sum + height, 0))
  const ends = (at: number, column: number) => {
    let last = at
    while (rows[last + 1]?.cells.some((cell) => cell.merge === 'continues' && cell.column === column)) last += 1
    return last
  }
  const boxes = alone.flatMap((row, at) =>
    row.boxes.flatMap((box, index) => {
      const cell = rows[at]?.cells[index]
      if (cell === undefined || cell.merge === 'continues') return []
      const last = ends(at, cell.column)
      const height = alone.slice(at, last + 1).reduce((sum, each) => sum + each.height, 0)
      return [{ ...box, y: tops[at] ?? 0, height, last }]
    }),
  )
  const total = alone.reduce((sum, { height }) => sum + height, 0)
  const missing = Math.max(0, ...boxes.map((box) => needs(box) - box.height))
  const grown = boxes.map((box) => (box.last === rows.length - 1 ? { ...box, height: box.height + missing } : box))
  return { kind: 'row', height: total + missing, boxes: grown, whole: true, header: false }
}

/** A row with its lines, from its own top. */
export const drawnRow = ({ boxes }: Flowing): Item[] => boxes.flatMap((box) => [...outline(box), ...content(box)])

function outline({ x, y, width, height, borders }: Box): Item[] {
  const [right, bottom] = [x + width, y + height]
  const rule = (thick: number, ...[fromX, fromY, toX, toY]: [number, number, number, number]): Item[] =>
    thick === 0 ? [] : [{ kind: 'rule', x: fromX, y: fromY, toX, toY, width: thick }]
  return [
    ...rule(borders.top, x, y, right, y),
    ...rule(borders.bottom, x, bottom, right, bottom),
    ...rule(borders.left, x, y, x, bottom),
    ...rule(borders.right, right, y, right, bottom),
  ]
}

function content(box: Box): Item[] {
  const free = Math.max(0, box.height - needs(box))
  const shift = { top: 0, center: free / 2, bottom: free }[box.vertical]
  return stacked(box.strips, box.x + box.margins.left, box.y + box.margins.top + shift)
}

export function stacked(strips: readonly Strip[], x: number, from: number): Item[] {
  let y = from
  return strips.flatMap(({ before, height, after, items }) => {
    const top = y + before
    y = top + height + after
    return items.map((item) => moved(item, x, top))
  })
}
