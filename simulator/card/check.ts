import { refuse } from '../codes.ts'
import { list, part, required, text, unique, type Fields } from './fields.ts'
import {
  checkAction,
  checkButtons,
  checkCheckbox,
  checkEmphasis,
  checkJumps,
  checkMainTitle,
  checkMenu,
  checkPictures,
  checkQuoteArea,
  checkRows,
  checkSections,
  checkSelection,
  checkSource,
  checkSubmit,
} from './parts.ts'

const TASK_ID = /^[0-9A-Za-z_\-@]+$/

/** What each kind of card must have beyond what all may have. */
const KINDS: Readonly<Record<string, (card: Fields, title: string) => void>> = {
  text_notice(card, title) {
    checkAction(card, true)
    checkEmphasis(card)
    const sub = text(card, 'sub_title_text', { chars: 112 })
    if (!title && !sub) refuse('card-title', 'main_title.title or sub_title_text')
    checkTaskId(card, part(card, 'action_menu') !== null)
  },
  news_notice(card, title) {
    needTitle(title)
    checkAction(card, true)
    if (!checkPictures(card)) refuse('card-image', 'card_image or image_text_area')
    checkSections(card)
    checkTaskId(card, part(card, 'action_menu') !== null)
  },
  button_interaction(card, title) {
    needTitle(title)
    checkAction(card, false)
    text(card, 'sub_title_text', { chars: 112 })
    checkButtons(card)
    const selection = part(card, 'button_selection')
    if (selection) checkSelection(selection)
    checkTaskId(card, true)
  },
  vote_interaction(card, title) {
    needTitle(title)
    checkCheckbox(card)
    checkSubmit(card)
    checkTaskId(card, true)
  },
  multiple_interaction(card, title) {
    needTitle(title)
    const selects = list(card, 'select_list', 3, 'card-selects', 1) ?? refuse('card-selects', 'select_list is missing')
    unique(selects.map(checkSelection), 'card-question-key')
    checkSubmit(card)
    checkTaskId(card, true)
  },
}

/** Refuses a card that WeCom would not take. `knows` says whether a userid on it exists. */
export function checkCard(card: Fields, knows: (userid: string) => boolean): void {
  const type = card['card_type']
  const kind = typeof type === 'string' && Object.hasOwn(KINDS, type) ? KINDS[type] : undefined
  if (!kind) refuse('card-type')
  checkSource(card)
  checkMenu(card)
  const title = checkMainTitle(card)
  checkQuoteArea(card)
  checkRows(card, knows)
  checkJumps(card)
  kind(card, title)
  const feedback = part(card, 'feedback')
  if (feedback) required(feedback, 'id', { bytes: 256 }, 'parameter')
}

function needTitle(title: string): void {
  if (!title) refuse('card-title', 'main_title.title')
}

function checkTaskId(card: Fields, isRequired: boolean): void {
  const id = text(card, 'task_id', { bytes: 128 }, 'task-id')
  if (!id && isRequired) refuse('task-id', 'missing')
  if (id && !TASK_ID.test(id)) refuse('task-id', 'only 0-9 A-Z a-z _ - @')
}
