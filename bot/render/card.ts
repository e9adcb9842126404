import type { TemplateCard } from '@wecom/aibot-node-sdk'
import { oneLine as line } from '../text/clean.ts'
import type { CardLimits } from './look.ts'

const GREY = 0
const RED = 2
/** Filled for what is usually done next, outlined for the rest. */
const STYLE = { first: 1, other: 2 } as const

export type Button = Readonly<{ key: string; text: string }>
/** A card before it is cut to what a door takes. */
export type CardPlan = Readonly<{
  id: string
  source: string
  red: boolean
  title: string
  desc: string
  body: string
  quote?: Readonly<{ title: string; text: string }> | null
  rows: readonly Readonly<{ name: string; value: string }>[]
  buttons: readonly Button[]
}>

/** A card with buttons, every part cut to what the door takes. */
export function buttonCard(plan: CardPlan, limits: CardLimits): TemplateCard {
  return {
    card_type: 'button_interaction',
    task_id: plan.id,
    ...frame(plan, limits),
    button_list: distinct(plan.buttons).slice(0, limits.buttons).map(button(limits)),
  }
}

/** A card that leads to a page: the platform insists on one. */
export function noticeCard(plan: CardPlan, url: string, limits: CardLimits): TemplateCard {
  return { card_type: 'text_notice', ...frame(plan, limits), card_action: { type: 1, url } }
}

function frame(plan: CardPlan, limits: CardLimits): Omit<TemplateCard, 'card_type'> {
  const body = line(plan.body, limits.subTitle)
  const rows = plan.rows.filter(({ value }) => line(value, 1) !== '').slice(0, limits.rows)
  return {
    source: { desc: line(plan.source, limits.source), desc_color: plan.red ? RED : GREY },
    main_title: { title: line(plan.title, limits.title), desc: line(plan.desc, limits.desc) },
    ...(body ? { sub_title_text: body } : {}),
    ...quoteArea(plan.quote, limits),
    ...(rows.length > 0 ? { horizontal_content_list: rows.map(contentRow(limits)) } : {}),
  }
}

const contentRow =
  (limits: CardLimits) =>
  ({ name, value }: CardPlan['rows'][number]) => ({
    keyname: line(name, limits.rowName),
    value: line(value, limits.rowValue),
  })

function quoteArea(quote: CardPlan['quote'], limits: CardLimits): Pick<TemplateCard, 'quote_area'> {
  const text = line(quote?.text ?? '', limits.quote)
  return quote && text ? { quote_area: { type: 0, title: line(quote.title, limits.quoteTitle), quote_text: text } } : {}
}

const button =
  (limits: CardLimits) =>
  ({ key, text }: Button, i: number) => ({
    key,
    text: line(text, limits.buttonText),
    style: i === 0 ? STYLE.first : STYLE.other,
  })

export const distinct = (buttons: readonly Button[]): Button[] => [...new Map(buttons.map((b) => [b.key, b])).values()]
