import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Duty } from '../../domain/town.ts'
import { nearest } from '../nearest.ts'
import { newNotes, type Notes, refuse } from '../township/notes.ts'
import { cellOf, fieldsOf, readYaml, type Spot } from '../township/yaml.ts'
import { wordingOpen as words } from '../wording-open.ts'
import { isMap, isScalar } from 'yaml'

export const ORDER_COLUMNS = ['no', 'text', 'place', 'name', 'phone', 'matter', 'answer_by'] as const
export type OrderColumn = (typeof ORDER_COLUMNS)[number]
const NEEDED: readonly OrderColumn[] = ['no', 'text']

/** Which heading of the hotline's table is what; and, where they are given, which of its matters is which item of the duty list. */
export type OrderMap = Readonly<{
  columns: ReadonlyMap<OrderColumn, string>
  /** code of the item, by what the hotline calls the matter */
  items: ReadonlyMap<string, string>
}>

/** Reads a mapping file; null (with faults) when it cannot be read. */
export async function readOrderMap(notes: Notes, file: string, duties: readonly Duty[]): Promise<OrderMap | null> {
  const spot = await readYaml(notes, file)
  if (!spot) return null
  const at = fieldsOf(spot, ['columns', 'items'])
  return { columns: columnsOf(notes, at('columns')), items: itemsOf(notes, at('items'), duties) }
}

/**
 * Every mapping file of a township is looked at with the rest of it, so that its faults are known before it is needed. They
 * stop no start; of a duty list that could not be read nothing is said again.
 */
export async function checkOrderMaps(notes: Notes, dir: string, duties: readonly Duty[]): Promise<void> {
  const names = await readdir(dir).catch(() => [])
  const own = newNotes()
  for (const name of names.filter((each) => /^orders-[^/]+\.yaml$/u.test(each)).toSorted())
    if (duties.length > 0) await readOrderMap(own, join(dir, name), duties)
  notes.warnings.push(...own.faults, ...own.warnings)
}

function columnsOf(notes: Notes, spot: Spot): OrderMap['columns'] {
  const at = fieldsOf(spot, ORDER_COLUMNS)
  const found = ORDER_COLUMNS.flatMap((column) => {
    const cell = cellOf(at(column))
    if (cell.text === null && NEEDED.includes(column)) refuse(notes, cell.where, words.mapColumn(cell.where.field))
    return cell.text === null ? [] : ([[column, cell.text]] as const)
  })
  return new Map(found)
}

function itemsOf(notes: Notes, spot: Spot, duties: readonly Duty[]): OrderMap['items'] {
  const names = isMap(spot.node) ? spot.node.items.map(({ key }) => (isScalar(key) ? String(key.value) : '')) : []
  const at = fieldsOf(spot, names)
  const codes = duties.map(({ code }) => code)
  const found = names.flatMap((name) => {
    const cell = cellOf(at(name))
    if (cell.text === null) return []
    if (!codes.includes(cell.text)) refuse(notes, cell.where, words.unknownItem(cell.text, nearest(cell.text, codes)))
    return [[name, cell.text] as const]
  })
  return new Map(found)
}
