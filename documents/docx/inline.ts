import { attribute, below, child, childrenOf, textOf, type XmlNode } from './node.ts'
import type { Look, Piece } from './model.ts'
import type { Part, Parts } from './parts.ts'
import { nearest, number, toggled, value, type Props, type Styles } from './styles.ts'

export type Reader = Readonly<{ parts: Parts; part: Part; styles: Styles }>
/** Text boxes stand inside of a paragraph and hold paragraphs: they are drawn behind it. */
type Inline = { pieces: Piece[]; boxes: XmlNode[]; fields: Field[] }
type Field = { code: string; shows: boolean }

/** Deleted while changes were recorded, or known to say nothing. */
const SILENT = new Set([
  'w:pPr',
  'w:rPr',
  'w:del',
  'w:moveFrom',
  'w:sdtPr',
  'w:sdtEndPr',
  'w:delText',
  '#text',
  '#comment',
])
const EMU = 12_700

export function inlineOf(paragraph: XmlNode, reader: Reader, props: Props) {
  const into: Inline = { pieces: [], boxes: [], fields: [] }
  for (const each of childrenOf(paragraph)) read(each, reader, props, into)
  return into
}

/** Whatever holds runs is looked into; so nothing that somebody wrote is lost for being in an element we do not know. */
function read(node: XmlNode, reader: Reader, props: Props, into: Inline): void {
  if (SILENT.has(node.nodeName)) return
  if (node.nodeName === 'w:r') return readRun(node, reader, props, into)
  if (node.nodeName === 'w:fldSimple' && fieldOf(attribute(node, 'w:instr') ?? '') !== null)
    return void into.pieces.push(...fieldPiece(attribute(node, 'w:instr') ?? '', lookOf(props)))
  for (const each of childrenOf(node)) read(each, reader, props, into)
}

function readRun(run: XmlNode, reader: Reader, outer: Props, into: Inline): void {
  const own = child(run, 'w:rPr')
  const style = reader.styles.chain(value(child(own, 'w:rStyle')), 'w:rPr')
  const props = [...(own === null ? [] : [own]), ...style, ...outer]
  if (toggled(props, 'w:vanish')) return
  for (const each of childrenOf(run)) readPiece(each, reader, lookOf(props), into)
}

export function lookOf(props: Props): Look {
  const underline = value(nearest(props, 'w:u')) ?? 'none'
  return {
    size: (number(props, 'w:sz', 'w:val') ?? 20) / 2,
    bold: toggled(props, 'w:b'),
    underline: underline !== 'none',
  }
}

function readPiece(node: XmlNode, reader: Reader, look: Look, into: Inline): void {
  if (readField(node, look, into)) return
  switch (node.nodeName) {
    case 'w:t':
      return void into.pieces.push({ kind: 'text', text: textOf(node), ...look })
    case 'w:noBreakHyphen':
      return void into.pieces.push({ kind: 'text', text: '-', ...look })
    case 'w:sym':
      return void into.pieces.push({ kind: 'text', text: symbol(node), ...look })
    case 'w:tab':
    case 'w:ptab':
      return void into.pieces.push({ kind: 'tab', ...look })
    case 'w:br':
    case 'w:cr':
      return void into.pieces.push({ kind: 'break', page: attribute(node, 'w:type') === 'page' })
    case 'mc:AlternateContent':
      // the same thing twice, for new programs and for old ones
      for (const each of childrenOf(child(node, 'mc:Choice') ?? child(node, 'mc:Fallback')))
        readPiece(each, reader, look, into)
      return
    case 'w:drawing':
    case 'w:pict':
      return readDrawing(node, reader, into)
    default:
  }
}

const symbol = (node: XmlNode): string =>
  String.fromCodePoint(Number.parseInt(attribute(node, 'w:char') ?? '', 16) || 0x25a1)

function readDrawing(node: XmlNode, { parts, part }: Reader, into: Inline): void {
  const box = below(node, 'w:txbxContent')
  if (box !== null) return void into.boxes.push(box)
  const id = attribute(below(node, 'a:blip'), 'r:embed')
  const path = id === null ? null : part.target(id)
  const bytes = path === null ? null : parts.bytes(path)
  const extent = below(node, 'wp:extent')
  const [width, height] = ['cx', 'cy'].map((side) => Number(attribute(extent, side)) / EMU)
  if (bytes !== null && width && height) into.pieces.push({ kind: 'picture', bytes, width, height })
}

/** Between its beginning and its end a field has its code, then what it last said: ours are counted anew, others keep what they said. */
function readField(node: XmlNode, look: Look, into: Inline): boolean {
  const open = into.fields.at(-1)
  if (node.nodeName === 'w:instrText') {
    if (open !== undefined) open.code += textOf(node)
    return true
  }
  if (node.nodeName !== 'w:fldChar') return open !== undefined && (!open.shows || fieldOf(open.code) !== null)
  const type = attribute(node, 'w:fldCharType')
  if (type === 'begin') into.fields.push({ code: '', shows: false })
  else if (type === 'separate' && open !== undefined) open.shows = true
  else if (type === 'end') into.pieces.push(...fieldPiece(into.fields.pop()?.code ?? '', look))
  return true
}

function fieldOf(code: string): 'page' | 'pages' | null {
  const [name] = code.trim().toUpperCase().split(/\s+/u)
  if (name === 'PAGE') return 'page'
  return name === 'NUMPAGES' || name === 'SECTIONPAGES' ? 'pages' : null
}

function fieldPiece(code: string, look: Look): Piece[] {
  const field = fieldOf(code)
  return field === null ? [] : [{ kind: 'field', field, ...look }]
}
