import { XMLBuilder } from 'fast-xml-parser'
import type { Context as KoaContext } from 'koa'
import { OPEN } from '../wording/open.ts'
import { OpenFault } from './fault.ts'

type Value = string | number | boolean | null | readonly string[] | readonly Fields[]
export type Fields = { readonly [name: string]: Value }
/** How the members of a list are called in XML, which JSON leaves out. */
const MEMBERS: Readonly<Record<string, string>> = {
  endpoints: 'endpoint',
  formats: 'format',
  attributes: 'attribute',
}
/** `item` null = not a list, but one */
export type Shape = Readonly<{ root: string; item: string | null }>

const xml = new XMLBuilder({})

/** GeoReport v2: a list in JSON, the same within a root element in XML; by the ending of the path. */
export function answerAs(ctx: KoaContext, format: string, { root, item }: Shape, rows: readonly Fields[]): void {
  if (format === 'json') {
    ctx.type = 'application/json; charset=utf-8'
    ctx.body = JSON.stringify(item === null ? rows[0] : rows)
    return
  }
  ctx.type = 'text/xml; charset=utf-8'
  ctx.body = `<?xml version="1.0" encoding="utf-8"?>${xml.build({ [root]: item === null ? named(rows[0] ?? {}) : { [item]: rows.map(named) } })}`
}

function named(fields: Fields): object {
  const entries = Object.entries(fields).map(([name, value]) => {
    const member = MEMBERS[name]
    return [name, member !== undefined && Array.isArray(value) ? { [member]: value.map(within) } : value] as const
  })
  return Object.fromEntries(entries)
}

const within = (value: string | Fields): string | object => (typeof value === 'string' ? value : named(value))

export function formatOf(written: string | undefined): 'json' | 'xml' {
  if (written === 'json' || written === 'xml') return written
  throw new OpenFault(404, OPEN.strangeFormat)
}

/** W3 note on ISO 8601, to the second. */
export const instantOf = (at: Date | null): string | null => at && at.toISOString().replace(/\.\d{3}Z$/, 'Z')
