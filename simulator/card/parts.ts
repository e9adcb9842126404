import { refuse } from '../codes.ts'
import { address, flag, list, oneOf, part, required, text, unique, type Fields } from './fields.ts'

const KEY = { bytes: 1024 } as const
const OPTION_ID = { bytes: 128 } as const

/** Where a tap leads: 1 an address, 2 a mini program, and 3 what the caller says. */
function target(from: Fields, kinds: readonly number[]): number {
  const type = oneOf(from, 'type', kinds)
  if (type === 1) address(from, 'url')
  if (type === 2) required(from, 'appid', {}, 'card-appid')
  text(from, 'pagepath')
  return type
}

export function checkSource(card: Fields): void {
  const source = part(card, 'source')
  if (!source) return
  text(source, 'icon_url')
  text(source, 'desc', { chars: 13 })
  oneOf(source, 'desc_color', [0, 1, 2, 3])
}

export function checkMenu(card: Fields): void {
  const menu = part(card, 'action_menu')
  if (!menu) return
  text(menu, 'desc')
  const actions = list(menu, 'action_list', 3, 'parameter', 1) ?? refuse('parameter', 'action_list is missing')
  for (const action of actions) required(action, 'text', {}, 'parameter')
  const keys = actions.map((action) => required(action, 'key', KEY, 'parameter'))
  unique(keys, 'card-menu-key')
}

/** Returns the title, empty when there is none. */
export function checkMainTitle(card: Fields): string {
  const main = part(card, 'main_title')
  if (!main) return ''
  text(main, 'desc', { chars: 30 })
  return text(main, 'title', { chars: 26 })
}

export function checkQuoteArea(card: Fields): void {
  const area = part(card, 'quote_area')
  if (!area) return
  target(area, [0, 1, 2])
  text(area, 'title')
  text(area, 'quote_text')
}

export function checkRows(card: Fields, knows: (userid: string) => boolean): void {
  for (const row of list(card, 'horizontal_content_list', 6, 'card-rows') ?? []) {
    const type = oneOf(row, 'type', [0, 1, 3])
    required(row, 'keyname', {}, 'card-keyname')
    text(row, 'keyname', { chars: 5 })
    text(row, 'value', { chars: 26 })
    if (type === 1) address(row, 'url')
    if (type === 3 && !knows(required(row, 'userid', {}, 'card-userid'))) refuse('card-userid', 'no such person')
  }
}

export function checkJumps(card: Fields): void {
  for (const jump of list(card, 'jump_list', 3, 'card-jumps') ?? []) {
    required(jump, 'title', {}, 'card-title')
    text(jump, 'title', { chars: 13 })
    const type = target(jump, [0, 1, 2, 3])
    if (type === 3) required(jump, 'question', { bytes: 200 }, 'parameter')
  }
}

export function checkAction(card: Fields, isRequired: boolean): void {
  const action = part(card, 'card_action')
  if (action) target(action, [0, 1, 2])
  else if (isRequired) refuse('card-action', 'card_action is missing')
}

export function checkEmphasis(card: Fields): void {
  const emphasis = part(card, 'emphasis_content')
  if (!emphasis) return
  text(emphasis, 'title', { chars: 10 })
  text(emphasis, 'desc', { chars: 15 })
}

/** Returns whether there is a picture. */
export function checkPictures(card: Fields): boolean {
  const image = part(card, 'card_image')
  if (image) checkImage(image)
  const area = part(card, 'image_text_area')
  if (area) {
    target(area, [0, 1, 2])
    text(area, 'title')
    text(area, 'desc')
    required(area, 'image_url', {}, 'card-image')
  }
  return image !== null || area !== null
}

function checkImage(image: Fields): void {
  required(image, 'url', {}, 'card-image')
  const ratio = image['aspect_ratio'] ?? 1.3
  if (typeof ratio !== 'number' || ratio < 1.3 || ratio > 2.25) refuse('parameter', 'aspect_ratio: 1.3 to 2.25')
}

export function checkSections(card: Fields): void {
  for (const section of list(card, 'vertical_content_list', 4, 'card-sections') ?? []) {
    required(section, 'title', {}, 'card-title')
    text(section, 'title', { chars: 26 })
    text(section, 'desc', { chars: 112 })
  }
}

export function checkButtons(card: Fields): void {
  const buttons = list(card, 'button_list', 6, 'parameter', 1) ?? refuse('parameter', 'button_list is missing')
  for (const button of buttons) required(button, 'text', { chars: 10 }, 'card-button-text')
  for (const { style } of buttons)
    if (style !== undefined && ![1, 2, 3, 4].includes(style as number)) refuse('parameter', 'button.style')
  const keys = buttons.map((button) => required(button, 'key', KEY, 'card-button-key'))
  unique(keys, 'card-button-key')
}

export function checkSubmit(card: Fields): void {
  const submit = part(card, 'submit_button') ?? refuse('card-submit-key', 'submit_button is missing')
  required(submit, 'text', { chars: 10 }, 'card-submit-text')
  required(submit, 'key', KEY, 'card-submit-key')
}

/** A drop-down; returns its question_key. */
export function checkSelection(selection: Fields): string {
  text(selection, 'title', { chars: 13 })
  text(selection, 'selected_id')
  flag(selection, 'disable')
  checkOptions(selection, 10, 10)
  return required(selection, 'question_key', KEY, 'card-question-key')
}

export function checkCheckbox(card: Fields): void {
  const box = part(card, 'checkbox') ?? refuse('parameter', 'checkbox is missing')
  required(box, 'question_key', KEY, 'card-question-key')
  oneOf(box, 'mode', [0, 1])
  flag(box, 'disable')
  for (const option of checkOptions(box, 20, 11)) flag(option, 'is_checked')
}

function checkOptions(from: Fields, most: number, chars: number): readonly Fields[] {
  const options = list(from, 'option_list', most, 'card-options', 1) ?? refuse('card-options', 'option_list is missing')
  const ids = options.map((option) => required(option, 'id', OPTION_ID, 'card-option-id'))
  unique(ids, 'card-option-id')
  for (const option of options) required(option, 'text', { chars }, 'card-option-text')
  return options
}
