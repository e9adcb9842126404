import {
  LoopPlugin,
  officeMarkup,
  xml,
  type ScopeData,
  type Tag,
  type TemplateContext,
  type TextNodeTag,
} from 'easy-template-x'
import { textOf } from '../docx/node.ts'
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
      takeOutOfItsOwnParagraph(ends[0], 'next')
      takeOutOfItsOwnParagraph(ends[1], 'previous')
    }
    await super.containerTagReplacements(tags, data, context)
  }
}

function endsOf(tags: readonly Tag[]): Ends | null {
  const [open, close] = [tags.at(0), tags.at(-1)]
  return open?.placement === 'TextNode' && close?.placement === 'TextNode' ? [open, close] : null
}

/** What stands before {#…} or behind {/…} in the same paragraph is not repeated, and not left out. */
function areParagraphs([open, close]: Ends): boolean {
  const [first, last] = [
    query.containingParagraphNode(open.xmlTextNode),
    query.containingParagraphNode(close.xmlTextNode),
  ]
  if (first.parentNode !== last.parentNode) return false
  return textOf(first).trim().startsWith(open.rawText) && textOf(last).trim().endsWith(close.rawText)
}

/** A tag on a line of its own would be repeated as an empty line: it moves into the paragraph beside it. */
function takeOutOfItsOwnParagraph(tag: TextNodeTag, side: 'next' | 'previous'): void {
  const own = query.containingParagraphNode(tag.xmlTextNode)
  const around = own.parentNode?.childNodes ?? []
  const beside = around[around.indexOf(own) + (side === 'next' ? 1 : -1)]
  if (beside === undefined || !query.isParagraphNode(beside) || !isAlone(tag.xmlTextNode, tag.rawText)) return
  const run = query.containingRunNode(tag.xmlTextNode)
  xml.modify.remove(run)
  const properties = beside.childNodes?.findIndex((each) => query.isParagraphPropertiesNode(each)) ?? -1
  if (side === 'next') xml.modify.insertChild(beside, run, properties + 1)
  else xml.modify.appendChild(beside, run)
  xml.modify.remove(own)
}
