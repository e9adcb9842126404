import type { Draft, Note } from './canonical.ts'
import { complete } from './complete.ts'
import { modeIn } from './guess.ts'
import { dutyTable, dutyTables, type DutyTable } from './header.ts'
import type { Place } from './places.ts'
import type { Table } from './table.ts'
import { ALL_SHEETS } from './wording-columns.ts'
import { wordingDuties as words } from './wording-duties.ts'

type Town = Pick<Place, 'name' | 'stations' | 'duties'>

/** A list as one draft: of the only table that is one, of the sheet that was asked for, or of all sheets together. */
export async function draftOf(tables: readonly Table[], town: Town, sheet?: string): Promise<Draft> {
  const all = sheet !== undefined && ALL_SHEETS.test(sheet.trim()) && !tables.some(({ name }) => name === sheet)
  const found = all ? dutyTables(tables) : ([dutyTable(tables, sheet)] as const)
  const several = found.length > 1
  const drafts = await Promise.all(
    found.map((table) => (several ? named(table, town) : complete(table.header, town, table.name))),
  )
  const from = tables.length > 1 && found[0].name !== '' ? [words.readFrom(found.map(({ name }) => name))] : []
  return {
    rows: drafts.flatMap(({ rows }) => rows),
    headings: drafts[0]?.headings ?? new Map(),
    notes: [...from.map((said): Note => ({ row: null, said })), ...drafts.flatMap(({ notes }) => notes)],
  }
}

/** One sheet of several: its rows say where they stand, and a number that serves as code is told from that of another sheet. */
async function named({ name, header }: DutyTable, town: Town): Promise<Draft> {
  const [short = name] = modeIn(name) ?? []
  const own = short.replace(/[^\p{L}\p{N}]/gu, '').slice(0, 20)
  const at = header.at.get('code') ?? -1
  const numbered = header.serial
    ? header.body.map(({ row, values }) => ({ row, values: values.map((v, i) => prefixed(v, i === at, own)) }))
    : header.body
  const { rows, headings, notes } = await complete({ ...header, body: numbered }, town, name)
  return {
    rows: rows.map((row) => ({ ...row, sheet: name })),
    headings,
    notes: notes.map((note) => (note.row === null ? note : { ...note, sheet: name })),
  }
}

const prefixed = (value: string, isCode: boolean, by: string): string =>
  isCode && /^\d+$/u.test(value) ? `${by}${value}` : value
