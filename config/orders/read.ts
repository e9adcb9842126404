import { dateOf } from '../../domain/calendar/written.ts'
import { instant } from '../../domain/calendar/zone.ts'
import type { HandedIn } from '../../domain/open/kinds.ts'
import type { Contact } from '../../domain/open/sender.ts'
import type { RowFault } from '../duties/rowFault.ts'
import { type Line, NotATable, type Table } from '../duties/table.ts'
import type { Words } from '../fault.ts'
import type { OrderColumn, OrderMap } from './map.ts'
import { LAST_MINUTE, MOMENT, wordingOrders as words } from './wording-orders.ts'

/** An order, and whom the hotline says it is from: the two never stand together but here. */
export type ReadOrder = Readonly<{ order: HandedIn; contact: Contact }>

type Header = Readonly<{ at: ReadonlyMap<OrderColumn, number>; body: readonly Line[] }>

const WITHIN = 15
const MOST = { no: 64, text: 5000, place: 200, matter: 60, name: 40 } as const

/** The orders of the hotline's table, and every fault of every row; a number that stands there twice is one order. Throws NotATable. */
export function ordersIn(tables: readonly Table[], town: string, map: OrderMap) {
  const header = tables.flatMap(({ lines }) => headerOf(lines, map) ?? [])[0]
  if (!header) throw new NotATable(words.noHeader([...map.columns.values()].slice(0, 2)))
  for (const [column, heading] of map.columns) if (!header.at.has(column)) throw new NotATable(words.noColumn(heading))
  if (header.body.length === 0) throw new NotATable(words.noRows())
  const faults: RowFault[] = []
  const all = header.body.map((line) => orderOf(line, header, town, map, faults))
  const orders = [...new Map(all.toReversed().map((each) => [each.order.no, each])).values()].toReversed()
  return { orders, twice: all.length - orders.length, faults }
}

/** The first line that has both of the headings nothing can be without. */
function headerOf(lines: readonly Line[], { columns }: OrderMap): Header | null {
  for (const [index, { values }] of lines.slice(0, WITHIN).entries()) {
    const headings = values.map(plain)
    const at = new Map(
      [...columns].flatMap(([column, heading]) => {
        const found = headings.indexOf(plain(heading))
        return found < 0 ? [] : ([[column, found]] as const)
      }),
    )
    if (at.has('no') && at.has('text')) return { at, body: lines.slice(index + 1) }
  }
  return null
}

const plain = (heading: string): string =>
  heading
    .normalize('NFKC')
    .replace(/[\s*:]/gu, '')
    .toLowerCase()

function orderOf(
  { row, values }: Line,
  { at }: Header,
  town: string,
  { columns, items }: OrderMap,
  faults: RowFault[],
): ReadOrder {
  const cell = (column: OrderColumn): string => values[at.get(column) ?? -1] ?? ''
  const heading = (column: OrderColumn): string => columns.get(column) ?? column
  const fault = (column: OrderColumn, said: Words): void =>
    void faults.push({ file: null, row, column: heading(column), ...said })
  const needed = (column: OrderColumn): string => {
    if (cell(column) === '') fault(column, words.empty(heading(column)))
    return cell(column)
  }
  const short = (column: 'place' | 'matter' | 'name'): string => [...cell(column)].slice(0, MOST[column]).join('')

  const no = needed('no')
  if (no !== '' && (no.length > MOST.no || /\s/u.test(no))) fault('no', words.badNo())
  const text = needed('text')
  if (text.length > MOST.text) fault('text', words.tooLong(MOST.text))
  const phone = cell('phone').replace(/\s/gu, '')
  if (phone !== '' && !/^\+?[\d-]{5,20}$/u.test(phone)) fault('phone', words.badPhone())
  const until = cell('answer_by')
  const answerBy = until === '' ? null : momentOf(until)
  if (until !== '' && answerBy === null) fault('answer_by', words.badMoment(until.slice(0, 30)))
  const matter = short('matter')
  const order: HandedIn = {
    system: '12345',
    no,
    town,
    text,
    place: short('place'),
    spot: null,
    matter: matter === '' ? null : matter,
    item: items.get(cell('matter')) ?? null,
    answerBy: answerBy?.toISOString() ?? null,
  }
  return { order, contact: { name: short('name'), phone } }
}

/** The instant in Shanghai; null = none. */
function momentOf(written: string): Date | null {
  const [, year, month, date, hour, minute = '0'] = MOMENT.exec(written.trim()) ?? []
  const day = dateOf(year, month, date)
  if (day === '') return null
  const minutes = hour === undefined ? LAST_MINUTE : Number(hour) * 60 + Number(minute)
  return minutes <= 24 * 60 && Number(minute) < 60 ? instant(day, minutes) : null
}
