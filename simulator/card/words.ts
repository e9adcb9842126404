import type { Card } from '../chat/bubbles.ts'
import { fields, items, string } from './loose.ts'

/** What a reader sees of a card, line by line. */
export function visibleText(card: Card): string {
  const main = fields(card['main_title'])
  const emphasis = fields(card['emphasis_content'])
  const quote = fields(card['quote_area'])
  const area = fields(card['image_text_area'])
  const rows = items(card['horizontal_content_list']).map((row) => `${string(row['keyname'])} ${string(row['value'])}`)
  const sections = items(card['vertical_content_list']).flatMap((s) => [s['title'], s['desc']])
  const lines = [
    fields(card['source'])['desc'],
    ...[main['title'], main['desc'], emphasis['title'], emphasis['desc'], quote['title'], quote['quote_text']],
    ...[area['title'], area['desc'], card['sub_title_text'], ...rows, ...sections],
    ...items(card['jump_list']).map((jump) => jump['title']),
    ...items(card['button_list']).map((button) => button['text']),
    fields(card['submit_button'])['text'],
  ]
  return lines.map(string).filter(Boolean).join('\n')
}
