import type { Block, Cell, Row, Sides, Table } from './model.ts'
import { attribute, child, childrenNamed, childrenOf, type XmlNode } from './node.ts'
import { nearest, number, points, toggled, value, type Props, type Styles } from './styles.ts'

const SIDES = ['top', 'bottom', 'left', 'right'] as const
type Side = (typeof SIDES)[number]
/** Where inner lines are drawn on each side of a cell. */
const INNER = { top: 'w:insideH', bottom: 'w:insideH', left: 'w:insideV', right: 'w:insideV' } as const
/** Newer files say start and end. */
const OTHER = { top: 'top', bottom: 'bottom', left: 'start', right: 'end' } as const
type Place = Readonly<Record<Side, boolean>>

export function tableOf(node: XmlNode, styles: Styles, blocksIn: (cell: XmlNode) => readonly Block[]): Table {
  const own = child(node, 'w:tblPr')
  const style = value(child(own, 'w:tblStyle')) ?? styles.usual('table')
  const props = [...(own === null ? [] : [own]), ...styles.chain(style, 'w:tblPr')]
  const grid = childrenNamed(child(node, 'w:tblGrid'), 'w:gridCol').map((each) =>
    points(Number(attribute(each, 'w:w'))),
  )
  const rows = rowNodes(node)
  return {
    kind: 'table',
    left: points(number(props, 'w:tblInd', 'w:w')),
    centred: value(nearest(props, 'w:jc')) === 'center',
    columns: grid,
    rows: rows.map((row, index) => rowOf(row, grid.length, [index === 0, index === rows.length - 1], props, blocksIn)),
  }
}

/** Rows may be wrapped, as by a content control. */
const rowNodes = (node: XmlNode): XmlNode[] =>
  childrenOf(node).flatMap((each) => {
    if (each.nodeName === 'w:tr') return [each]
    return each.nodeName === 'w:tblPr' || each.nodeName === 'w:tblGrid' ? [] : rowNodes(each)
  })

const cellNodes = (node: XmlNode): XmlNode[] =>
  childrenOf(node).flatMap((each) => (each.nodeName === 'w:tc' ? [each] : cellNodes(each)))

function rowOf(
  node: XmlNode,
  columns: number,
  [top, bottom]: readonly [boolean, boolean],
  table: Props,
  blocksIn: (cell: XmlNode) => readonly Block[],
): Row {
  const props = childrenNamed(node, 'w:trPr')
  let column = number(props, 'w:gridBefore', 'w:val') ?? 0
  const cells = cellNodes(node).map((cell) => {
    const own = childrenNamed(cell, 'w:tcPr')
    const span = number(own, 'w:gridSpan', 'w:val') ?? 1
    const at = column
    column += span
    const place = { top, bottom, left: at === 0, right: column >= columns }
    return { ...cellOf(own, table, place), column: at, span, blocks: blocksIn(cell) }
  })
  const height = points(number(props, 'w:trHeight', 'w:val'))
  return { cells, height, whole: toggled(props, 'w:cantSplit'), header: toggled(props, 'w:tblHeader') }
}

function cellOf(own: Props, table: Props, place: Place): Pick<Cell, 'merge' | 'vertical' | 'borders' | 'margins'> {
  const merge = nearest(own, 'w:vMerge')
  const vertical = value(nearest(own, 'w:vAlign'))
  return {
    merge: merge === null ? 'none' : value(merge) === 'restart' ? 'begins' : 'continues',
    vertical: vertical === 'center' || vertical === 'bottom' ? vertical : 'top',
    borders: sides((side) => border(own, table, side, place[side])),
    margins: sides((side) => margin(own, table, side)),
  }
}

const sides = (of: (side: Side) => number): Sides => ({
  top: of('top'),
  bottom: of('bottom'),
  left: of('left'),
  right: of('right'),
})

function border(own: Props, table: Props, side: Side, outer: boolean): number {
  const cell = nearest(own, 'w:tcBorders')
  const around = nearest(table, 'w:tblBorders')
  const said =
    child(cell, `w:${side}`) ??
    child(cell, `w:${OTHER[side]}`) ??
    (outer ? (child(around, `w:${side}`) ?? child(around, `w:${OTHER[side]}`)) : child(around, INNER[side]))
  if (said === null || ['none', 'nil'].includes(value(said) ?? 'none')) return 0
  // eighths of a point
  return Math.max(0.5, Number(attribute(said, 'w:sz') ?? 4) / 8)
}

function margin(own: Props, table: Props, side: Side): number {
  const said = [nearest(own, 'w:tcMar'), nearest(table, 'w:tblCellMar')]
    .flatMap((each) => [child(each, `w:${side}`), child(each, `w:${OTHER[side]}`)])
    .find((each) => each !== null)
  if (said) return points(Number(attribute(said, 'w:w')))
  return side === 'left' || side === 'right' ? 5.4 : 0
}
