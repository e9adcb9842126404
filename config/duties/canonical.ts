import type { Duty, Station } from '../../domain/town.ts'
import { writtenOut } from './above.ts'
import { alike } from './alike.ts'
import { guessedMode } from './guess.ts'
import { COLUMNS, isHeading, type Header } from './header.ts'
import { recordOf } from './list.ts'
import type { Line } from './table.ts'
import { unitsIn } from './units.ts'
import { BETWEEN, DAY, HEADINGS, NOTHING, NUMBERED, PENALTY_FOR, REMARK, TOTAL, VALUES } from './wording-columns.ts'
import { wordingDuties as words } from './wording-duties.ts'

/** Units of the township, and those that may as well be a department outside. */
const OWN = ['lead', 'assist']
const OUTSIDE = ['approve', 'supervise', 'punish']
const DAYS = ['valid_from', 'valid_until', 'mentor_until']

type Town = Readonly<{ name: string; stations: readonly Station[]; duties: readonly Duty[] }>
/** A row of the source, as duties.csv has it: a cell for each of its columns. */
export type Row = Readonly<{ sheet?: string; row: number; cells: Readonly<Record<string, string>> }>
/** What was taken otherwise than it is written; `row` null: of the whole table. */
export type Note = Readonly<{ sheet?: string; row: number | null; said: string }>
/** A department's table in the form of duties.csv. */
export type Draft = Readonly<{ rows: readonly Row[]; headings: ReadonlyMap<string, string>; notes: readonly Note[] }>

/** Brings a table into the form of duties.csv: units by name, modes and days in Chinese. What the table has no column for stays as it is. */
export function canonical(header: Header, town: Town, sheet = ''): Draft {
  const notes: Note[] = []
  const kept = new Map(town.duties.map((duty) => [duty.code.toLowerCase(), duty]))
  const body = writtenOut(header.body.filter((line) => isItem(line, header, notes)))
  const rows = body.map((line) => withMode(rowOf(line, header, town, kept, notes), sheet, town, notes))
  const usual = COLUMNS.map((column) => [column, HEADINGS[column]?.[1] ?? column] as const)
  const written = [...header.at].map(([column, i]) => [column, squeeze(header.headings[i] ?? column)] as const)
  return { rows, headings: new Map([...usual, ...written]), notes: [...aboutHeader(header, town), ...notes] }
}

/** A mode that is written, here or in the present list, stays. */
function withMode({ row, cells }: Row, sheet: string, { stations }: Town, notes: Note[]): Row {
  const isOurs = (unit: string) => stations.some(({ id }) => id === unit)
  const guess = cells['mode'] ? null : guessedMode({ sheet, punish: cells['punish'] ?? '', isOurs })
  if (!guess) return { row, cells }
  const mode = modeName(guess.mode)
  const said = guess.why === 'sheet' ? words.modeBySheet(sheet, mode) : words.modeByPunish(cells['punish'] ?? '', mode)
  notes.push({ row: guess.why === 'sheet' ? null : row, said })
  return { row, cells: { ...cells, mode: guess.mode } }
}

const modeName = (mode: string): string =>
  Object.entries(VALUES['mode'] ?? {}).find(([, value]) => value === mode)?.[0] ?? mode

const squeeze = (heading: string): string => heading.replace(/\s+/gu, '')

function aboutHeader({ at, serial, unused, headings }: Header, { duties }: Town): Note[] {
  const missing = COLUMNS.filter((column) => !at.has(column)).map((column) => HEADINGS[column]?.[1] ?? column)
  const said = [
    ...(serial ? [words.serialAsCode(headings[at.get('code') ?? 0] ?? '')] : []),
    ...(unused.length > 0 ? [words.unusedColumns(unused.map(squeeze))] : []),
    ...(missing.length > 0 ? [duties.length > 0 ? words.keptColumns(missing) : words.noColumns(missing)] : []),
  ]
  return said.map((each) => ({ row: null, said: each }))
}

/** Neither the header once more nor a remark: a single cell that is no item. */
function isItem({ row, values }: Line, { headings, at }: Header, notes: Note[]): boolean {
  if (isHeading(values, headings)) {
    notes.push({ row, said: words.headerAgain })
    return false
  }
  const [only = '', ...more] = values.filter((value) => value !== '')
  const lead = values[at.get('lead') ?? -1] ?? ''
  if (TOTAL.test(only) && (lead === '' || /^\d/u.test(lead))) {
    notes.push({ row, said: words.total(only) })
    return false
  }
  const inName = values.indexOf(only) === at.get('name')
  const remark = more.length === 0 && (REMARK.test(only) || (!inName && /\p{Script=Han}/u.test(only)))
  if (remark) notes.push({ row, said: words.remark(only) })
  return !remark
}

function rowOf({ row, values }: Line, { at }: Header, town: Town, kept: Kept, notes: Note[]): Row {
  const written = (column: string) => values[at.get(column) ?? -1] ?? ''
  const code = codeOf(written('code'), kept)
  if (code !== written('code') && code !== '') notes.push({ row, said: words.codeTidied(written('code'), code) })
  const before = kept.get(code.toLowerCase())
  const same = before && alike(before.name, plainValue('name', written('name')))
  if (before && !same && written('name') !== '') notes.push({ row, said: words.otherItem(code, before.name) })
  const old = cellsOf(same ? before : undefined)
  const value = (column: string): string => {
    if (column === 'code') return code
    const [now, before = ''] = [written(column), old[column]]
    // what stands as it stood is left alone
    if (!at.has(column) || now === before) return before
    if (OWN.includes(column)) return units(row, now, town, notes)
    return OUTSIDE.includes(column) ? outsider(now, town) : plainValue(column, now)
  }
  const cells = Object.fromEntries(COLUMNS.map((column) => [column, value(column)]))
  if (PENALTY_FOR.test(written('name')) && cells['name'] !== written('name'))
    notes.push({ row, said: words.nameCut(written('name'), cells['name'] ?? '') })
  return { row, cells }
}

type Kept = ReadonlyMap<string, Duty>

const cellsOf = (duty: Duty | undefined): Readonly<Record<string, string>> => {
  const record = duty ? recordOf(duty) : []
  return Object.fromEntries(COLUMNS.map((column, i) => [column, record[i] ?? '']))
}

/** 「cg 001」 is CG001, unless the present list writes it otherwise. */
function codeOf(written: string, kept: Kept): string {
  const code = written.normalize('NFKC').replace(/\s/gu, '')
  return kept.get(code.toLowerCase())?.code ?? code.toUpperCase()
}

function units(row: number, written: string, town: Town, notes: Note[]): string {
  const found = unitsIn(written, town)
  const guessed = found.filter((unit) => unit.guessed).map(({ id }) => nameOf(id, town))
  if (guessed.length > 0) notes.push({ row, said: words.unitGuessed(written, guessed) })
  return found.map(({ id }) => id).join('|')
}

/** Who is not called so here is a department elsewhere. */
function outsider(written: string, town: Town): string {
  const [unit, ...more] = unitsIn(written, town)
  return unit?.known && !unit.guessed && more.length === 0 ? unit.id : NOTHING.test(written) ? '' : written
}

const nameOf = (id: string, { stations }: Town): string => stations.find((station) => station.id === id)?.name ?? id

function plainValue(column: string, written: string): string {
  if (column === 'name')
    return written
      .replace(/\s*\n\s*/gu, '')
      .replace(NUMBERED, '')
      .replace(PENALTY_FOR, '$1')
  if (column === 'keywords') return keywords(written)
  if (DAYS.includes(column)) return dayOf(written)
  if (column in VALUES && NOTHING.test(written)) return VALUES[column]?.[written] ?? ''
  return VALUES[column]?.[written.replace(/\s/gu, '').toLowerCase()] ?? written
}

/** A slash stands between words unless the list has its own mark: 「24/7」 stays whole in 「24/7|」. */
function keywords(written: string): string {
  const between = /[|｜]/u.test(written) ? /[|｜\n]+/u : BETWEEN
  return written
    .split(between)
    .flatMap((word) => word.trim() || [])
    .join('|')
}

/** 2026/1/5, 2026.1.5, 2026年1月5日, 20260105 and Excel's own number of days. */
function dayOf(written: string): string {
  if (NOTHING.test(written)) return ''
  const found = DAY.exec(written)
  if (found) return [found[1], ...found.slice(2, 4).map((part) => part?.padStart(2, '0'))].join('-')
  if (/^20\d{6}$/u.test(written)) return written.replace(/(\d{4})(\d\d)(\d\d)/u, '$1-$2-$3')
  if (!/^[2-6]\d{4}(?:\.\d+)?$/u.test(written)) return written
  const DAY_MS = 86_400_000
  return new Date(Date.UTC(1899, 11, 30) + Math.floor(Number(written)) * DAY_MS).toISOString().slice(0, 10)
}
