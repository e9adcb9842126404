import { h, type FunctionalComponent, type VNodeChild } from 'vue'
import { live } from '../live.ts'
import { caseText } from './CaseText.ts'
import { parseMarkdown, type Block } from './blocks.ts'
import type { Inline } from './inline.ts'

const nameOf = (userid: string) => live.phones.find((phone) => phone.userid === userid)?.name ?? userid

function link(href: string | null, text: string): VNodeChild {
  if (href === null) return h('span', { class: 'md-link' }, text)
  return h('a', { class: 'md-link', href, target: '_blank', rel: 'noopener noreferrer nofollow' }, text)
}

function inline(piece: Inline): VNodeChild {
  switch (piece.kind) {
    case 'text':
      return caseText(piece.text)
    case 'code':
      return h('code', piece.text)
    case 'strong':
    case 'em':
      return h(piece.kind, piece.children.map(inline))
    case 'font':
      return h('span', { class: `md-${piece.color}` }, piece.children.map(inline))
    case 'link':
      return link(piece.href, piece.text)
    case 'mention':
      return h('span', { class: 'md-mention' }, `@${nameOf(piece.userid)}`)
  }
}

const line = (pieces: readonly Inline[]) => pieces.map(inline)
const row = (tag: 'th' | 'td', cells: readonly (readonly Inline[])[]) =>
  h(
    'tr',
    cells.map((cell) => h(tag, line(cell))),
  )

function block(one: Block): VNodeChild {
  switch (one.kind) {
    case 'heading':
      return h('p', { class: `md-heading md-h${one.level}` }, line(one.line))
    case 'list':
      return h(
        one.ordered ? 'ol' : 'ul',
        one.ordered ? { start: one.start } : {},
        one.items.map((item) => h('li', line(item))),
      )
    case 'quote':
      return h('blockquote', one.blocks.map(block))
    case 'code':
      return h('pre', one.text)
    case 'table':
      return h('table', [
        h('thead', row('th', one.head)),
        h(
          'tbody',
          one.rows.map((cells) => row('td', cells)),
        ),
      ])
    case 'rule':
      return h('hr')
    case 'paragraph':
      return h(
        'p',
        one.lines.flatMap((pieces, index) => (index === 0 ? line(pieces) : [h('br'), ...line(pieces)])),
      )
  }
}

/** WeCom markdown as elements and text nodes. */
export const MarkdownText: FunctionalComponent<{ text: string }> = (props) =>
  h('div', { class: 'md' }, parseMarkdown(props.text).map(block))
MarkdownText.props = { text: { type: String, required: true } }
