import type { TemplateCard } from '@wecom/aibot-node-sdk'
import { CARD_LIMITS, type CardLimits } from './look.ts'

const length = (text: string | undefined): number => [...(text ?? '')].length
const bytes = (text: string | undefined): number => Buffer.byteLength(text ?? '')

/** What the platform would not accept of a card, one sentence each, without quoting it; empty when it is fine. */
export function checkCard(card: TemplateCard, limits: CardLimits = CARD_LIMITS.aibot): string[] {
  return [checkFrame, checkTexts, checkRows, checkButtons].flatMap((check) => check(card, limits))
}

function checkFrame(
  { card_type: type, task_id: id = '', main_title: title }: TemplateCard,
  limits: CardLimits,
): string[] {
  return faults([
    ['card_type is not button_interaction', type !== 'button_interaction'],
    ['task_id is missing or has a forbidden character', !/^[0-9A-Za-z_@-]+$/.test(id)],
    ['task_id is too long', bytes(id) > limits.taskIdBytes],
    ['main_title.title is missing', length(title?.title) === 0],
  ])
}

function checkTexts(
  { source, main_title: title, sub_title_text: sub, quote_area: quote }: TemplateCard,
  limits: CardLimits,
): string[] {
  return faults([
    ['source.desc is too long', length(source?.desc) > limits.source],
    ['main_title.title is too long', length(title?.title) > limits.title],
    ['main_title.desc is too long', length(title?.desc) > limits.desc],
    ['sub_title_text is too long', length(sub) > limits.subTitle],
    ['quote_area.quote_text is too long', length(quote?.quote_text) > limits.quote],
  ])
}

function checkRows({ horizontal_content_list: rows = [] }: TemplateCard, limits: CardLimits): string[] {
  return faults([
    ['horizontal_content_list is too long', rows.length > limits.rows],
    [
      'a keyname is missing or too long',
      rows.some((r) => length(r.keyname) === 0 || length(r.keyname) > limits.rowName),
    ],
    ['a value is too long', rows.some((r) => length(r.value) > limits.rowValue)],
  ])
}

function checkButtons({ button_list: buttons = [] }: TemplateCard, limits: CardLimits): string[] {
  return faults([
    ['button_list is empty or too long', buttons.length === 0 || buttons.length > limits.buttons],
    [
      'a button text is missing or too long',
      buttons.some((b) => length(b.text) === 0 || length(b.text) > limits.buttonText),
    ],
    ['a button key is missing or too long', buttons.some((b) => bytes(b.key) === 0 || bytes(b.key) > limits.keyBytes)],
    ['two buttons have the same key', new Set(buttons.map((b) => b.key)).size < buttons.length],
  ])
}

/** The same of a card that leads to a page, as group robots send them. */
export function checkNotice(card: TemplateCard, limits: CardLimits = CARD_LIMITS.webhook): string[] {
  const { card_type: type, main_title: title, card_action: action, card_image: image, sub_title_text: sub } = card
  const isNews = type === 'news_notice'
  return [
    ...faults([
      ['card_type is no notice', type !== 'text_notice' && !isNews],
      ['title and sub_title_text are missing', length(title?.title) === 0 && (isNews || length(sub) === 0)],
      ['card_action is missing', !action || (action.type === 1 && !action.url)],
      ['card_image is missing', isNews && !image?.url],
      ['card_image is too wide or too high', isNews && !within(image?.aspect_ratio, 1.3, 2.25)],
    ]),
    ...checkTexts(card, limits),
    ...checkRows(card, limits),
  ]
}

const within = (ratio: number | undefined, least: number, most: number): boolean =>
  ratio === undefined || (ratio >= least && ratio <= most)

const faults = (rules: readonly (readonly [fault: string, broken: boolean])[]): string[] =>
  rules.flatMap(([fault, broken]) => (broken ? [fault] : []))
