import { inlineOf, lookOf, type Reader } from './inline.ts'
import type { Align, Paragraph } from './model.ts'
import { attribute, child, childrenNamed, type XmlNode } from './node.ts'
import type { Numbering } from './numbering.ts'
import { nearest, number, points, toggled, value, type Props } from './styles.ts'

const ALIGNS: Readonly<Record<string, Align>> = {
  center: 'center',
  right: 'right',
  end: 'right',
  both: 'both',
  distribute: 'both',
}

/** A paragraph, and the text boxes that hang on it. */
export function paragraphOf(node: XmlNode, reader: Reader, numbering: Numbering) {
  const own = child(node, 'w:pPr')
  const style = value(child(own, 'w:pStyle')) ?? reader.styles.usual('paragraph')
  const runProps = [...reader.styles.chain(style, 'w:rPr'), ...reader.styles.defaults('w:rPr')]
  const styled = [...(own === null ? [] : [own]), ...reader.styles.chain(style, 'w:pPr')]
  const numbered = numbering(nearest(styled, 'w:numPr'))
  const props = [...styled, ...(numbered?.props ?? []), ...reader.styles.defaults('w:pPr')]
  const { pieces, boxes } = inlineOf(node, reader, runProps)
  const look = lookOf(runProps)
  const [first] = pieces
  const size =
    first !== undefined && 'size' in first ? first.size : lookOf([...childrenNamed(own, 'w:rPr'), ...runProps]).size
  const label = numbered === null ? [] : [{ kind: 'text' as const, ...look, size, text: `${numbered.label} ` }]
  const paragraph: Paragraph = { kind: 'paragraph', ...placed(props, size), size, pieces: [...label, ...pieces] }
  return { paragraph, boxes }
}

function placed(props: Props, size: number): Omit<Paragraph, 'kind' | 'size' | 'pieces'> {
  return {
    align: ALIGNS[value(nearest(props, 'w:jc')) ?? ''] ?? 'left',
    left: indent(props, ['w:leftChars', 'w:startChars'], ['w:left', 'w:start'], size),
    right: indent(props, ['w:rightChars', 'w:endChars'], ['w:right', 'w:end'], size),
    first:
      indent(props, ['w:firstLineChars'], ['w:firstLine'], size) -
      indent(props, ['w:hangingChars'], ['w:hanging'], size),
    before: gap(props, 'w:before'),
    after: gap(props, 'w:after'),
    line: lineOf(props),
    keepNext: toggled(props, 'w:keepNext'),
    pageBefore: toggled(props, 'w:pageBreakBefore'),
    noWidows: nearest(props, 'w:widowControl') === null || toggled(props, 'w:widowControl'),
    tabs: tabsOf(props),
  }
}

/** WPS counts indents in hundredths of a character, which are worth more than the length beside them. */
function indent(props: Props, chars: readonly string[], lengths: readonly string[], size: number): number {
  const inChars = firstOf(props, 'w:ind', chars)
  return inChars ? (inChars / 100) * size : points(firstOf(props, 'w:ind', lengths))
}

const firstOf = (props: Props, element: string, names: readonly string[]): number | null =>
  names.map((name) => number(props, element, name)).find((found) => found !== null) ?? null

/** In hundredths of a line of 12 points, or as a length. */
function gap(props: Props, name: 'w:before' | 'w:after'): number {
  const lines = number(props, 'w:spacing', `${name}Lines`)
  return lines ? (lines / 100) * 12 : points(number(props, 'w:spacing', name))
}

function lineOf(props: Props): Paragraph['line'] {
  const line = number(props, 'w:spacing', 'w:line')
  const said = props.map((each) => attribute(child(each, 'w:spacing'), 'w:lineRule')).find((found) => found !== null)
  if (line === null) return { rule: 'auto', value: 1 }
  if (said === 'exact' || said === 'atLeast') return { rule: said, value: points(line) }
  return { rule: 'auto', value: line / 240 }
}

const tabsOf = (props: Props): number[] =>
  props
    .flatMap((each) => childrenNamed(child(each, 'w:tabs'), 'w:tab'))
    .filter((tab) => value(tab) !== 'clear')
    .map((tab) => points(Number(attribute(tab, 'w:pos'))))
    .toSorted((one, other) => one - other)
