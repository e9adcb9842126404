/** A drawing in points, from the left of its column and the top of its strip; of a text `y` is the base line. */
export type Item =
  | Readonly<{
      kind: 'text'
      x: number
      y: number
      text: string
      width: number
      size: number
      bold: boolean
      underline: boolean
      /** between its characters */
      spacing: number
    }>
  | Readonly<{ kind: 'rule'; x: number; y: number; toX: number; toY: number; width: number }>
  | Readonly<{ kind: 'picture'; x: number; y: number; width: number; height: number; bytes: Uint8Array }>

/** One line of text: what is never parted over two pages. */
export type Strip = Readonly<{
  kind: 'strip'
  height: number
  /** above and below it; not above at the top of a page */
  before: number
  after: number
  items: readonly Item[]
  keepNext: boolean
  pageBefore: boolean
}>

export type Drawn = Readonly<{ width: number; height: number; items: readonly Item[] }>

export function moved(item: Item, x: number, y: number): Item {
  const there = { x: item.x + x, y: item.y + y }
  return item.kind === 'rule' ? { ...item, ...there, toX: item.toX + x, toY: item.toY + y } : { ...item, ...there }
}
