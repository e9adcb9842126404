import type { Station } from '../../domain/town.ts'
import type { Cells } from './edit.ts'
import { COLUMNS } from './header.ts'
import { HEADINGS, NAMED } from './wording-columns.ts'

/** What another list does to one item, in words. */
export type ItemChange = Readonly<{
  code: string
  name: string
  kind: 'added' | 'changed' | 'removed'
  fields: readonly Readonly<{ column: string; from: string; to: string }>[]
}>

/** What one list has otherwise than another, item by item; units by name. */
export function diffOf(old: readonly Cells[], next: readonly Cells[], stations: readonly Station[]): ItemChange[] {
  const before = new Map(old.map((cells) => [cells['code'] ?? '', cells]))
  const after = new Map(next.map((cells) => [cells['code'] ?? '', cells]))
  const say = speaker(stations)
  const named = (code: string, cells: Cells) => ({ code, name: cells['name'] ?? '' })
  const gone = old.filter(({ code = '' }) => !after.has(code))
  return [
    ...next.flatMap((cells): ItemChange[] => {
      const [code, was] = [cells['code'] ?? '', before.get(cells['code'] ?? '')]
      if (!was) return [{ ...named(code, cells), kind: 'added', fields: [] }]
      const fields = fieldsOf(was, cells, say)
      return fields.length === 0 ? [] : [{ ...named(code, cells), kind: 'changed', fields }]
    }),
    ...gone.map((cells): ItemChange => ({ ...named(cells['code'] ?? '', cells), kind: 'removed', fields: [] })),
  ]
}

type Say = (column: string, written: string) => string

const fieldsOf = (was: Cells, is: Cells, say: Say): ItemChange['fields'] =>
  COLUMNS.filter((column) => (was[column] ?? '') !== (is[column] ?? '')).map((column) => ({
    column: HEADINGS[column]?.[1] ?? column,
    from: say(column, was[column] ?? ''),
    to: say(column, is[column] ?? ''),
  }))

const UNITS = ['lead', 'assist', 'approve', 'supervise', 'punish']

function speaker(stations: readonly Station[]): Say {
  const names = new Map(stations.map(({ id, name }) => [id, name]))
  return (column, written) => {
    if (UNITS.includes(column))
      return written
        .split('|')
        .map((id) => names.get(id) ?? id)
        .join(NAMED.between)
    if (column === 'keywords') return written.split('|').join(NAMED.between)
    return NAMED.values[column]?.[written] ?? written
  }
}
