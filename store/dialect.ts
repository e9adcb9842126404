import { toJson } from './json.ts'
import type { Columns, Kind } from './tables.ts'

/**
 * What the two databases say differently. Every raw statement takes ONE parameter, the JSON text of its rows,
 * so that its text is constant and a group of any size is one statement per table.
 */
export type Dialect = Readonly<{
  name: 'sqlite' | 'postgresql'
  /** The rows of the parameter as a table `j` with these columns. */
  source(columns: Columns): string
  /** The values of the parameter, a JSON array of texts, as a sub-select of one column. */
  list: string
  /** Rows of a group as one JSON text: [type, at, data without these members at its top], in the order of a column. */
  grouped(type: string, at: string, data: string, without: readonly string[], by: string): string
  /** Is a text among those of a JSON list? Both are expressions. */
  holds(list: string, text: string): string
  /** The parameter for these rows. */
  json(columns: Columns, rows: readonly object[]): string
}>

const typeNames: Record<Kind, string> = {
  text: 'text',
  int: 'integer',
  bool: 'boolean',
  time: 'timestamptz',
  json: 'jsonb',
}

export const postgresql: Dialect = {
  name: 'postgresql',
  source: (columns) =>
    `json_to_recordset($1::json) AS j(${Object.entries(columns)
      .map(([name, kind]) => `"${name}" ${typeNames[kind]}`)
      .join(', ')})`,
  list: '(SELECT value FROM json_array_elements_text($1::json) AS items(value))',
  grouped: (type, at, data, without, by) =>
    `json_agg(json_build_array(${type}, ${at}, ${data} - ARRAY[${without.map((name) => `'${name}'`).join(', ')}]) ORDER BY ${by})::text`,
  holds: (list, text) => `jsonb_exists(${list}, ${text})`,
  json: (_columns, rows) => toJson(rows),
}

/**
 * Rows go in as arrays, half as long as objects. jsonb_each (SQLite 3.51) hands each row on in binary form;
 * with json_each every column would parse its row again, which takes four times as long.
 */
export const sqlite: Dialect = {
  name: 'sqlite',
  source: (columns) =>
    `(SELECT ${Object.keys(columns)
      .map((name, at) => `value ->> ${at} AS "${name}"`)
      .join(', ')} FROM jsonb_each(?)) AS j`,
  list: '(SELECT value FROM json_each(?))',
  grouped: (type, at, data, without, by) =>
    `json_group_array(json_array(${type}, ${at}, json_remove(${data}, ${without.map((name) => `'$.${name}'`).join(', ')})) ORDER BY ${by})`,
  holds: (list, text) => `EXISTS (SELECT 1 FROM json_each(${list}) AS held WHERE held.value = ${text})`,
  json: (columns, rows) => {
    const names = Object.keys(columns)
    return toJson(rows.map((row) => names.map((name) => inMilliseconds(Reflect.get(row, name)))))
  },
}

/** May there be something with this number? PostgreSQL refuses to compare with a larger one. */
export const isSeq = (seq: number): boolean => Number.isInteger(seq) && seq >= 0 && seq < 2 ** 31

const inMilliseconds = (value: unknown): unknown => (value instanceof Date ? value.getTime() : value)
