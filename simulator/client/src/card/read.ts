import { webAddress } from '../markdown/inline.ts'
import { list, number, object, text, type Loose } from './loose.ts'

export type Titled = Readonly<{ title: string; desc: string }>
export type Button = Readonly<{ text: string; key: string; style: number; disabled: boolean }>
export type Option = Readonly<{ id: string; text: string; chosen: boolean }>
/** A question on a card: a drop-down (`select`), one of several (`one`) or any of several (`many`). */
export type Question = Readonly<{
  key: string
  title: string
  kind: 'select' | 'one' | 'many'
  disabled: boolean
  options: readonly Option[]
}>
export type Row = Readonly<{ key: string; value: string; href: string | null; userid: string }>
export type Jump = Readonly<{ title: string; href: string | null; question: string }>
export type Picture = Readonly<{ src: string | null; address: string; title: string; desc: string }>

/** A template card as the page shows it, whichever of the five kinds it is. */
export type CardModel = Readonly<{
  type: string
  source: Readonly<{ text: string; color: number }>
  menu: Readonly<{ desc: string; actions: readonly Button[] }>
  main: Titled
  href: string | null
  picture: Picture | null
  quote: Titled | null
  emphasis: Titled | null
  subTitle: string
  rows: readonly Row[]
  sections: readonly Titled[]
  questions: readonly Question[]
  buttons: readonly Button[]
  submit: Button | null
  jumps: readonly Jump[]
}>

const titled = (value: Loose, title: string, desc: string): Titled => ({
  title: text(value[title]),
  desc: text(value[desc]),
})
const titledOrNull = (from: unknown, title: string, desc: string): Titled | null => {
  const found = titled(object(from), title, desc)
  return found.title || found.desc ? found : null
}

const button = (value: Loose, disabled = false): Button => ({
  text: text(value['text']),
  key: text(value['key']),
  style: number(value['style']) || 1,
  disabled,
})
const buttons = (value: unknown) => list(value).map((one) => button(one))

/** An address on the page's own server: no scheme, no other host. */
const own = (address: string) => (/^[a-z][a-z\d+.-]*:|^[\\/]{2}/i.test(address) ? null : address)

/** Pictures are loaded only from the page's own server: the demo must work with no network. */
function picture(card: Loose): Picture | null {
  const side = object(card['image_text_area'])
  const address = text(object(card['card_image'])['url']) || text(side['image_url'])
  if (!address) return null
  return { src: own(address), address, ...titled(side, 'title', 'desc') }
}

const row = (value: Loose): Row => ({
  key: text(value['keyname']),
  value: text(value['value']),
  href: number(value['type']) === 1 ? webAddress(text(value['url'])) : null,
  userid: number(value['type']) === 3 ? text(value['userid']) : '',
})

const jump = (value: Loose): Jump => ({
  title: text(value['title']),
  href: number(value['type']) === 1 ? webAddress(text(value['url'])) : null,
  question: number(value['type']) === 3 ? text(value['question']) : '',
})

function question(value: unknown, kind: Question['kind']): Question[] {
  const asked = object(value)
  const chosen = text(asked['selected_id'])
  const options = list(asked['option_list']).map((one) => {
    const id = text(one['id'])
    return { id, text: text(one['text']), chosen: one['is_checked'] === true || (chosen !== '' && id === chosen) }
  })
  const key = text(asked['question_key'])
  return key && options.length > 0
    ? [{ key, title: text(asked['title']), kind, disabled: asked['disable'] === true, options }]
    : []
}

const questions = (card: Loose): Question[] => [
  ...question(card['button_selection'], 'select'),
  ...question(card['checkbox'], number(object(card['checkbox'])['mode']) === 1 ? 'many' : 'one'),
  ...list(card['select_list']).flatMap((one) => question(one, 'select')),
]

/** After a click an update may carry `replace_text`: the one button left, which can no longer be clicked. */
function buttonsOf(card: Loose): Button[] {
  const replaced = text(card['replace_text'])
  return replaced ? [button({ text: replaced, style: 4 }, true)] : buttons(card['button_list'])
}

/** Reads a card as the bot sent it; whatever is missing or of another shape is left out. */
export function readCard(card: Loose): CardModel {
  const menu = object(card['action_menu'])
  const submit = button(object(card['submit_button']))
  const action = object(card['card_action'])
  return {
    type: text(card['card_type']),
    source: { text: text(object(card['source'])['desc']), color: number(object(card['source'])['desc_color']) },
    menu: { desc: text(menu['desc']), actions: buttons(menu['action_list']) },
    main: titled(object(card['main_title']), 'title', 'desc'),
    href: number(action['type']) === 1 ? webAddress(text(action['url'])) : null,
    picture: picture(card),
    quote: titledOrNull(card['quote_area'], 'title', 'quote_text'),
    emphasis: titledOrNull(card['emphasis_content'], 'title', 'desc'),
    subTitle: text(card['sub_title_text']),
    rows: list(card['horizontal_content_list']).map(row),
    sections: list(card['vertical_content_list']).map((one) => titled(one, 'title', 'desc')),
    questions: questions(card),
    buttons: buttonsOf(card),
    submit: submit.key ? submit : null,
    jumps: list(card['jump_list']).map(jump),
  }
}
