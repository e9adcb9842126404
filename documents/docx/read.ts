import type { Reader } from './inline.ts'
import type { Block, Doc, Edges, Page } from './model.ts'
import { attribute, child, childrenNamed, childrenOf, type XmlNode } from './node.ts'
import { numberingOf, type Numbering } from './numbering.ts'
import { paragraphOf } from './paragraph.ts'
import { MAIN, partsOf, type Part, type Parts } from './parts.ts'
import { points, stylesOf, toggled, type Styles } from './styles.ts'
import { tableOf } from './table.ts'

type Source = Readonly<{ parts: Parts; styles: Styles; numbering: Numbering }>
const PROPERTIES = new Set(['w:tcPr', 'w:sectPr', 'w:sdtPr', 'w:sdtEndPr'])

/** Reads what our templates use, and what people usually change in Word or WPS; of the rest, its text. */
export function readDocx(docx: Uint8Array): Doc {
  const parts = partsOf(docx)
  const main = parts.part(MAIN)
  if (main === null) throw new Error(`${MAIN} is missing: this is no .docx`)
  const styles = stylesOf(parts.part('word/styles.xml')?.root ?? null)
  const source = { parts, styles, numbering: numberingOf(parts.part('word/numbering.xml')?.root ?? null) }
  const body = child(main.root, 'w:body')
  const section = child(body, 'w:sectPr')
  return {
    page: pageOf(section),
    headers: edges(section, 'w:headerReference', main, source),
    footers: edges(section, 'w:footerReference', main, source),
    blocks: body === null ? [] : blocksIn(body, main, source),
  }
}

function blocksIn(node: XmlNode, part: Part, source: Source): Block[] {
  const reader: Reader = { parts: source.parts, part, styles: source.styles }
  return childrenOf(node).flatMap((each): Block[] => {
    if (PROPERTIES.has(each.nodeName)) return []
    if (each.nodeName === 'w:tbl') return [tableOf(each, source.styles, (cell) => blocksIn(cell, part, source))]
    if (each.nodeName !== 'w:p') return blocksIn(each, part, source)
    const { paragraph, boxes } = paragraphOf(each, reader, source.numbering)
    const ends = child(child(each, 'w:pPr'), 'w:sectPr') === null ? [] : [{ kind: 'break' as const, page: true }]
    return [
      { ...paragraph, pieces: [...paragraph.pieces, ...ends] },
      ...boxes.flatMap((box) => blocksIn(box, part, source)),
    ]
  })
}

/** A4 with the margins of Word where nothing is said. */
function pageOf(section: XmlNode | null): Page {
  const [size, margin] = [child(section, 'w:pgSz'), child(section, 'w:pgMar')]
  const length = (node: XmlNode | null, name: string, otherwise: number) =>
    Math.abs(points(Number(attribute(node, name) ?? otherwise)))
  return {
    ...{ width: length(size, 'w:w', 11_906), height: length(size, 'w:h', 16_838) },
    ...{ top: length(margin, 'w:top', 1440), bottom: length(margin, 'w:bottom', 1440) },
    ...{ left: length(margin, 'w:left', 1800), right: length(margin, 'w:right', 1800) },
    ...{ header: length(margin, 'w:header', 851), footer: length(margin, 'w:footer', 992) },
  }
}

function edges(section: XmlNode | null, name: string, main: Part, source: Source): Edges {
  const references = childrenNamed(section, name)
  const blocks = (type: string): Block[] => {
    const found = references.find((each) => attribute(each, 'w:type') === type) ?? null
    const path = main.target(attribute(found, 'r:id') ?? '')
    const part = path === null ? null : source.parts.part(path)
    return part === null ? [] : blocksIn(part.root, part, source)
  }
  const own = section !== null && toggled([section], 'w:titlePg')
  return { usual: blocks('default'), first: own ? blocks('first') : null }
}
