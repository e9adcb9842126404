import type { Card } from '../chat/bubbles.ts'
import { fields, items, string } from './loose.ts'

/** What a reader sees of a card, line by line. */
export function visibleText(card: Card): string {
  const area = fields(card['image_text_area'])
  const lines: readonly unknown[] = [
    fields(card['source'])['desc'],
    ...of(card['main_title'], 'title', 'desc'),
    ...of(card['emphasis_content'], 'title', 'desc'),
    ...of(card['quote_area'], 'title', 'quote_text'),
    area['title'],
    area['desc'],
    card['sub_title_text'],
    ...items(card['horizontal_content_list']).map((row) => of(row, 'keyname', 'value').join(' ')),
    ...items(card['vertical_content_list']).flatMap((section) => of(section, 'title', 'desc')),
    ...items(card['jump_list']).map((jump) => jump['title']),
    ...items(card['button_list']).map((button) => button['text']),
    fields(card['submit_button'])['text'],
  ]
  return lines.map(string).filter(Boolean).join('\n')
}

const of = (part: unknown, ...names: readonly string[]) => names.map((name) => string(fields(part)[name]))
