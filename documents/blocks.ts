import {
  LoopPlugin,
  officeMarkup,
  xml,
  type ScopeData,
  type Tag,
  type TemplateContext,
  type TextNodeTag,
} from 'easy-template-x'
import { isAlone } from './words.ts'

const { query } = officeMarkup
type Ends = readonly [open: TextNodeTag, close: TextNodeTag]

/**
 * Repeats whole paragraphs wherever {#…} begins one and {/…} ends one: what people expect, where the library would
 * join paragraphs to each other. Rows of a table and parts of a sentence are repeated as it does.
 */
export class BlocksPlugin extends LoopPlugin {
  override async containerTagReplacements(tags: Tag[], data: ScopeData, context: TemplateContext): Promise<void> {
    const ends = endsOf(tags)
    if (ends !== null && areParagraphs(ends)) {
      ends[0].options = { ...ends[0].options, loopOver: 'paragraph' }
      takeOutOfItsOwnParagraph(ends[0])
    }
    await super.containerTagReplacements(tags, data, context)
  }
}

function endsOf(tags: readonly Tag[]): Ends | null {
  const [open, close] = [tags.at(0), tags.at(-1)]
  return open?.placement === 'TextNode' && close?.placement === 'TextNode' ? [open, close] : null
}

function areParagraphs([open, close]: Ends): boolean {
  const [one, other] = [open, close].map(({ xmlTextNode }) => query.containingParagraphNode(xmlTextNode))
  if (one === undefined || other === undefined || one.parentNode !== other.parentNode) return false
  return one !== other || isWhole(one, open.rawText, close.rawText)
}

function isWhole(paragraph: Parameters<typeof query.isParagraphNode>[0], open: string, close: string): boolean {
  const text = textIn(paragraph).trim()
  return text.startsWith(open) && text.endsWith(close)
}

function textIn(node: Parameters<typeof query.isParagraphNode>[0]): string {
  if (xml.query.isTextNode(node)) return node.textContent
  return (node.childNodes ?? []).map(textIn).join('')
}

/** A tag on a line of its own would be repeated as an empty line: it moves to the beginning of the paragraph that follows. */
function takeOutOfItsOwnParagraph(open: TextNodeTag): void {
  const own = query.containingParagraphNode(open.xmlTextNode)
  const next = own.nextSibling
  if (next === undefined || !query.isParagraphNode(next) || !isAlone(open.xmlTextNode, open.rawText)) return
  const run = query.containingRunNode(open.xmlTextNode)
  xml.modify.remove(run)
  const [first] = next.childNodes ?? []
  if (first === undefined) xml.modify.appendChild(next, run)
  else if (query.isParagraphPropertiesNode(first)) xml.modify.insertAfter(run, first)
  else xml.modify.insertBefore(run, first)
  xml.modify.remove(own)
}
