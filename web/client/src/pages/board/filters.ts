import type { LocationQuery } from 'vue-router'
import type { BoardRow } from '../../../../board/row.ts'

export const FILTER_NAMES = ['town', 'station', 'village', 'item', 'level', 'source'] as const
export type FilterName = (typeof FILTER_NAMES)[number]
/** What the board is narrowed to; it stands in the address of the page. */
export type Filters = Readonly<Partial<Record<FilterName, string>>>

export function filtersOf(query: LocationQuery): Filters {
  return Object.fromEntries(
    FILTER_NAMES.flatMap((name) => {
      const value = query[name]
      return typeof value === 'string' && value !== '' ? [[name, value]] : []
    }),
  )
}

const FIELDS = {
  town: 'town',
  station: 'lead',
  village: 'placeCode',
  item: 'item',
  level: 'level',
  source: 'source',
} as const satisfies Record<FilterName, keyof BoardRow>

/** Is the case one of those that are asked for? The store asks the same. */
export const fits = (row: BoardRow, filters: Filters): boolean =>
  FILTER_NAMES.every((name) => filters[name] === undefined || filters[name] === row[FIELDS[name]])
