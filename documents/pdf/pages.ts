import type { Block, Doc, Edges, Page } from '../docx/model.ts'
import type { Count } from './breaking.ts'
import { parted } from './part.ts'
import { moved, type Drawn, type Item, type Strip } from './strip.ts'
import { flowOf, stripsOf } from './strips.ts'
import { drawnRow, heightOf, stacked, type Flowing } from './table.ts'

type Frame = Readonly<{ top: number; bottom: number; left: number; width: number }>

/** Every page with its header and footer. */
export function pagesOf(doc: Doc): Drawn[] {
  const frame = frameOf(doc)
  const bodies = new Pager(frame).fill(
    flowOf(doc.blocks, { width: frame.width, height: frame.bottom - frame.top }, null),
  )
  return bodies.map((items, index) => {
    const count = { page: index + 1, pages: bodies.length }
    const { width, height } = doc.page
    return { width, height, items: [...edgeItems(doc, frame, count), ...items] }
  })
}

/** A header or footer that is taller than the margin pushes the text aside. */
function frameOf({ page, headers, footers }: Doc): Frame {
  const width = Math.max(72, page.width - page.left - page.right)
  const tall = (edges: Edges) =>
    Math.max(...[edges.usual, edges.first ?? []].map((blocks) => heightOf(edgeStrips(blocks, page, width, null))))
  const top = Math.max(page.top, page.header + tall(headers))
  const bottom = page.height - Math.max(page.bottom, page.footer + tall(footers))
  return { top, bottom: Math.max(top + 72, bottom), left: page.left, width }
}

const edgeStrips = (blocks: readonly Block[], page: Page, width: number, count: Count): Strip[] =>
  stripsOf(blocks, { width, height: page.height / 3 }, count)

function edgeItems({ page, headers, footers }: Doc, { left, width }: Frame, count: NonNullable<Count>): Item[] {
  const [above, below] = [headers, footers].map(({ usual, first }) => {
    const blocks = count.page === 1 && first !== null ? first : usual
    return edgeStrips(blocks, page, width, count)
  })
  const footerTop = page.height - page.footer - heightOf(below ?? [])
  return [...stacked(above ?? [], left, page.header), ...stacked(below ?? [], left, footerTop)]
}

/** Puts what flows on one page after the other. */
class Pager {
  private readonly pages: Item[][] = [[]]
  private y: number
  private headers: Flowing[] = []
  private readonly frame: Frame

  constructor(frame: Frame) {
    this.frame = frame
    this.y = frame.top
  }

  fill(flow: readonly (Strip | Flowing)[]): readonly (readonly Item[])[] {
    flow.forEach((each, index) => {
      if (each.kind === 'row') return this.row(each)
      this.headers = []
      this.strip(each, keptWith(flow, index))
    })
    return this.pages
  }

  private strip(strip: Strip, kept: number): void {
    const tall = this.frame.bottom - this.frame.top
    const needed = strip.before + strip.height + (kept <= tall ? kept : 0)
    if (strip.pageBefore || this.y + needed > this.frame.bottom + SLACK) this.next(strip.pageBefore)
    const top = this.isFresh ? this.y : this.y + strip.before
    this.put(strip.items, top)
    this.y = top + strip.height + strip.after
  }

  private row(row: Flowing): void {
    if (row.header) this.headers.push(row)
    else if (this.headers.length > 0 && this.y === this.frame.top) this.again()
    const room = this.frame.bottom - this.y
    if (row.height <= room + SLACK) return this.putRow(row)
    const halves = row.whole && row.height <= this.frame.bottom - this.frame.top ? null : parted(row, room)
    if (halves !== null) this.putRow(halves[0])
    // a single line that is taller than a page is drawn, and cut off by the paper
    else if (this.isFresh) return this.putRow(row)
    this.next(false)
    if (!row.header) this.again()
    this.row(halves?.[1] ?? row)
  }

  private again(): void {
    for (const header of this.headers) this.putRow(header)
  }

  private putRow(row: Flowing): void {
    this.put(drawnRow(row), this.y)
    this.y += row.height
  }

  private put(items: readonly Item[], top: number): void {
    this.pages.at(-1)?.push(...items.map((item) => moved(item, this.frame.left, top)))
  }

  private next(wanted: boolean): void {
    if (this.isFresh && !wanted) return
    this.pages.push([])
    this.y = this.frame.top
  }

  private get isFresh(): boolean {
    const headers = this.headers.reduce((sum, { height }) => sum + height, 0)
    return this.y <= this.frame.top + headers
  }
}

/** What rounding adds up to over a page. */
const SLACK = 0.1

/** How much has to follow on the same page. */
function keptWith(flow: readonly (Strip | Flowing)[], index: number): number {
  let height = 0
  for (let at = index; flow[at]?.kind === 'strip' && (flow[at] as Strip).keepNext; at += 1) {
    const next = flow[at + 1]
    if (next === undefined) break
    height += next.kind === 'row' ? Math.min(next.height, 60) : next.before + next.height
  }
  return height
}
