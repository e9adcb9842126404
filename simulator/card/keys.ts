import type { Card } from '../chat/bubbles.ts'
import { fields, items, string } from './loose.ts'

/** What a person may tap. */
export type Tap = Readonly<{ kind: 'button' | 'submit' | 'menu' | 'question'; key: string }>
export type Question = Readonly<{
  key: string
  many: boolean
  disabled: boolean
  options: readonly string[]
  chosen: readonly string[]
}>

const taps = (kind: Tap['kind'], list: unknown, name = 'key'): Tap[] =>
  items(list).flatMap((item) => (string(item[name]) ? [{ kind, key: string(item[name]) }] : []))

/** Every key on a card; a jump of type 3 is tapped by its question. */
export function tapsOf(card: Card): Tap[] {
  const questions = items(card['jump_list']).filter((jump) => jump['type'] === 3)
  return [
    ...(card['card_type'] === 'button_interaction' ? taps('button', card['button_list']) : []),
    ...(card['submit_button'] ? taps('submit', [card['submit_button']]) : []),
    ...taps('menu', fields(card['action_menu'])['action_list']),
    ...taps('question', questions, 'question'),
  ]
}

/** The questions of a card with what is chosen when nobody touches them: the first option of a drop-down, else what is checked. */
export function questionsOf(card: Card): Question[] {
  const drops = [fields(card['button_selection']), ...items(card['select_list'])].filter((s) =>
    string(s['question_key']),
  )
  const box = fields(card['checkbox'])
  return [...drops.map(dropDown), ...(string(box['question_key']) ? [checkbox(box)] : [])]
}

function dropDown(selection: Card): Question {
  const options = items(selection['option_list']).map((option) => string(option['id']))
  const chosen = options.find((id) => id === selection['selected_id']) ?? options[0]
  return { ...common(selection), many: false, options, chosen: chosen === undefined ? [] : [chosen] }
}

function checkbox(box: Card): Question {
  const options = items(box['option_list'])
  const checked = options.filter((option) => option['is_checked'] === true).map((option) => string(option['id']))
  const many = box['mode'] === 1
  return {
    ...common(box),
    many,
    options: options.map((o) => string(o['id'])),
    chosen: many ? checked : checked.slice(0, 1),
  }
}

const common = (question: Card) => ({ key: string(question['question_key']), disabled: question['disable'] === true })
