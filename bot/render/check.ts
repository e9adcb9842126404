import type { TemplateCard } from '@wecom/aibot-node-sdk'
import { CARD_LIMITS } from './card.ts'

const length = (text: string | undefined): number => [...(text ?? '')].length
const bytes = (text: string | undefined): number => Buffer.byteLength(text ?? '')

/** What the platform would not accept of a card, one sentence each, without quoting it; empty when it is fine. */
export function checkCard(card: TemplateCard): string[] {
  return [...checkFrame(card), ...checkTexts(card), ...checkRows(card), ...checkButtons(card)]
}

function checkFrame({ card_type: type, task_id: id = '', main_title: title }: TemplateCard): string[] {
  return faults([
    ['card_type is not button_interaction', type !== 'button_interaction'],
    ['task_id is missing or has a forbidden character', !/^[0-9A-Za-z_@-]+$/.test(id)],
    ['task_id is too long', bytes(id) > CARD_LIMITS.taskIdBytes],
    ['main_title.title is missing', length(title?.title) === 0],
  ])
}

function checkTexts({ source, main_title: title, sub_title_text: sub, quote_area: quote }: TemplateCard): string[] {
  return faults([
    ['source.desc is too long', length(source?.desc) > CARD_LIMITS.source],
    ['main_title.title is too long', length(title?.title) > CARD_LIMITS.title],
    ['main_title.desc is too long', length(title?.desc) > CARD_LIMITS.desc],
    ['sub_title_text is too long', length(sub) > CARD_LIMITS.subTitle],
    ['quote_area.quote_text is too long', length(quote?.quote_text) > CARD_LIMITS.quote],
  ])
}

function checkRows({ horizontal_content_list: rows = [] }: TemplateCard): string[] {
  return faults([
    ['horizontal_content_list is too long', rows.length > CARD_LIMITS.rows],
    [
      'a keyname is missing or too long',
      rows.some((r) => length(r.keyname) === 0 || length(r.keyname) > CARD_LIMITS.rowName),
    ],
    ['a value is too long', rows.some((r) => length(r.value) > CARD_LIMITS.rowValue)],
  ])
}

function checkButtons({ button_list: buttons = [] }: TemplateCard): string[] {
  return faults([
    ['button_list is empty or too long', buttons.length === 0 || buttons.length > CARD_LIMITS.buttons],
    [
      'a button text is missing or too long',
      buttons.some((b) => length(b.text) === 0 || length(b.text) > CARD_LIMITS.buttonText),
    ],
    [
      'a button key is missing or too long',
      buttons.some((b) => bytes(b.key) === 0 || bytes(b.key) > CARD_LIMITS.keyBytes),
    ],
    ['two buttons have the same key', new Set(buttons.map((b) => b.key)).size < buttons.length],
  ])
}

const faults = (rules: readonly (readonly [fault: string, broken: boolean])[]): string[] =>
  rules.flatMap(([fault, broken]) => (broken ? [fault] : []))
