import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Scalar,
  type YAMLMap,
  type YAMLParseError,
  type YAMLSeq,
} from 'yaml'
import type { Where } from '../fault.ts'
import { nearest } from '../nearest.ts'
import { wording } from '../wording.ts'
import type { Cell } from './cell.ts'
import { type Notes, refuse, warn } from './notes.ts'
import { readText } from './source.ts'

type Content = YAMLMap | YAMLSeq | Scalar
type Sheet = Readonly<{ notes: Notes; document: Document.Parsed; lines: LineCounter }>

/** A place in a YAML file: a node (null when missing or empty) and where it stands. */
export type Spot = Readonly<{ sheet: Sheet; where: Where; node: Content | null }>

function syntaxFault(notes: Notes, file: string, text: string, error: YAMLParseError): void {
  const line = error.linePos?.[0].line ?? null
  const written = line === null ? '' : (text.split('\n')[line - 1] ?? '')
  refuse(notes, { file, line, field: wording.yamlField }, wording.badYaml(error.code, written))
}

/** Opens a YAML file; null (with faults) when it cannot be read. An empty file is an empty mapping. */
export async function readYaml(notes: Notes, file: string, optional = false): Promise<Spot | null> {
  const text = await readText(notes, file, optional)
  return text === null ? null : parseYaml(notes, file, text)
}

function parseYaml(notes: Notes, file: string, text: string): Spot | null {
  const lines = new LineCounter()
  try {
    const document = parseDocument(text, { lineCounter: lines, stringKeys: false, logLevel: 'silent' })
    for (const error of document.errors) syntaxFault(notes, file, text, error)
    if (document.errors.length > 0) return null
    const sheet = { notes, document, lines }
    return { sheet, where: { file, line: 1, field: '' }, node: resolve(sheet, document.contents) }
  } catch {
    // the parser recurses: absurdly deep nesting overflows its stack
    refuse(notes, { file, line: null, field: wording.yamlField }, wording.badYaml('NESTING', ''))
    return null
  }
}

function resolve(sheet: Sheet, node: unknown): Content | null {
  const target = isAlias(node) ? node.resolve(sheet.document) : node
  if (isScalar(target) && (target.value === null || target.value === '')) return null
  return isMap(target) || isSeq(target) || isScalar(target) ? target : null
}

const lineOf = (sheet: Sheet, node: unknown): number | null => {
  const range = isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? node.range : null
  return range ? sheet.lines.linePos(range[0]).line : null
}

const keyText = (key: unknown): string => (isScalar(key) ? (key.source ?? String(key.value)) : '')
const joined = (parent: string, key: string): string => (parent === '' ? key : `${parent}.${key}`)

/** The fields of a mapping, by key. A key that is not in `known` is warned of; something else than a mapping is a fault. */
export function fieldsOf(spot: Spot, known: readonly string[]): (key: string) => Spot {
  const { sheet, node, where } = spot
  if (node !== null && !isMap(node)) refuse(sheet.notes, where, wording.notMapping(where.field, known))
  const pairs = isMap(node) ? node.items : []
  for (const { key } of pairs) {
    const name = keyText(key)
    const at = { ...where, line: lineOf(sheet, key) ?? where.line, field: joined(where.field, name) }
    if (!known.includes(name)) warn(sheet.notes, at, wording.unknownKey(name, nearest(name, known)))
  }
  return (key) => {
    const pair = pairs.find((candidate) => keyText(candidate.key) === key)
    const line = lineOf(sheet, pair?.key) ?? where.line
    return { sheet, where: { ...where, line, field: joined(where.field, key) }, node: resolve(sheet, pair?.value) }
  }
}

/** The items of a list; one value stands for a list of one, nothing for an empty list. Counted from 1 in the field name. */
export function itemsOf(spot: Spot): Spot[] {
  const { sheet, node, where } = spot
  if (node === null) return []
  if (!isSeq(node)) return [spot]
  return node.items.map((item, index) => ({
    sheet,
    where: { ...where, line: lineOf(sheet, item) ?? where.line, field: `${where.field}[${index + 1}]` },
    node: resolve(sheet, item),
  }))
}

/** One value, as it was written (007 stays 007). */
export function cellOf(spot: Spot): Cell {
  const { sheet, node, where } = spot
  if (node === null) return { where, text: null }
  if (!isScalar(node)) {
    refuse(sheet.notes, where, wording.notScalar(where.field))
    return { where, text: null, refused: true }
  }
  const written = typeof node.value === 'string' ? node.value : (node.source ?? String(node.value))
  const text = written.trim()
  return { where, text: text === '' ? null : text }
}

export const cellsOf = (spot: Spot): Cell[] =>
  itemsOf(spot)
    .map(cellOf)
    .filter((cell) => cell.text !== null)
