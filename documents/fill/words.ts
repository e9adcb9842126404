import { officeMarkup, TemplatePlugin, xml, type ScopeData, type Tag, type XmlTextNode } from 'easy-template-x'
import { textOf } from '../docx/node.ts'

/** What a tag is replaced with. Null is a `blank` to be filled in by hand, or an empty cell of a form; '' leaves nothing. */
export type Words = Readonly<{ _type: 'words'; text: string | null; blank: string }>

const { query, modify } = officeMarkup

/**
 * Puts text in the place of a tag, in the look of the tag. Each line of it becomes a paragraph like the one the tag
 * stands in: line breaks inside of one paragraph would neither be indented nor justified.
 */
export class WordsPlugin extends TemplatePlugin {
  readonly contentType = 'words'

  override simpleTagReplacements(tag: Tag, data: ScopeData): void {
    // what describes a picture of the template is read by nobody who reads a document
    if (tag.placement === 'Attribute') return modify.removeTag(tag)
    const { text, blank } = data.getScopeData() as unknown as Words
    const cell = query.containingTableCellNode(tag.xmlTextNode)
    const alone = isAlone(tag.xmlTextNode, tag.rawText)
    if (text === '' && alone && !cell) return xml.modify.remove(query.containingParagraphNode(tag.xmlTextNode))
    fillIn(tag.xmlTextNode, (text ?? (alone && cell ? '' : blank)).split('\n'))
  }
}

/** The tag is all that its paragraph says. */
export function isAlone(tag: XmlTextNode, rawText: string): boolean {
  return textOf(query.containingParagraphNode(tag)).trim() === rawText
}

function fillIn(tag: XmlTextNode, lines: readonly string[]): void {
  const [first = '', ...more] = lines
  set(tag, first)
  let last = tag
  for (const line of more) last = inNextParagraph(last, line)
}

function set(node: XmlTextNode, text: string): void {
  node.textContent = text
  modify.setSpacePreserveAttribute(query.containingTextNode(node))
}

/** Parts the paragraph behind `node`; what followed it follows the new text. */
function inNextParagraph(node: XmlTextNode, text: string): XmlTextNode {
  const own = query.containingTextNode(node)
  const next = xml.create.cloneNode(own, true)
  xml.modify.insertAfter(next, own)
  const [made] = next.childNodes ?? []
  if (made === undefined || !xml.query.isTextNode(made)) throw new Error('a text node without text')
  modify.splitParagraphByTextNode(query.containingParagraphNode(made), made, false)
  set(made, text)
  return made
}
