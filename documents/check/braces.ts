import { childrenOf, textOf, type XmlNode } from '../docx/node.ts'
import { partsOf } from '../docx/parts.ts'
import { FAULTS } from '../wording-faults.ts'

const SPEAKS = /^word\/(document|header\d*|footer\d*)\.xml$/u
const PAIR = /\{[^{}]*\}/gu
const FULL_WIDTH = /\uFF5B[^\uFF5B\uFF5D{}]{1,20}[\uFF5D}]|\{[^{}]{1,20}\uFF5D/u
/** A brace without its other half, with as much of what stands beside it as shows where it is. */
const LONE = /\{[^{}]{0,20}|[^{}]{0,20}\}/u

/** Braces that are no tag: the library would let them stand as they are, in a document that is served on somebody. */
export function faultOfBraces(file: string, docx: Uint8Array): string | null {
  const parts = partsOf(docx)
  const roots = parts.paths.filter((path) => SPEAKS.test(path)).map((path) => parts.part(path)?.root)
  for (const text of roots.flatMap((root) => (root === undefined ? [] : paragraphs(root)))) {
    const fullWidth = FULL_WIDTH.exec(text)?.[0]
    if (fullWidth !== undefined) return FAULTS.fullWidth(file, fullWidth)
    const lone = LONE.exec(text.replace(PAIR, ''))?.[0]
    if (lone !== undefined) return FAULTS.broken(file, lone)
  }
  return null
}

const paragraphs = (node: XmlNode): string[] =>
  childrenOf(node).flatMap((each) => (each.nodeName === 'w:p' ? [textOf(each)] : paragraphs(each)))
