import type { TemplateCard } from '@wecom/aibot-node-sdk'
import { oneLine as line } from '../text/clean.ts'

/** The platform's limits for the AI bot's cards, in code points unless it says bytes. */
export const CARD_LIMITS = {
  source: 13,
  title: 26,
  desc: 30,
  subTitle: 112,
  rows: 6,
  rowName: 5,
  rowValue: 26,
  quote: 112,
  buttons: 6,
  buttonText: 10,
  keyBytes: 1024,
  taskIdBytes: 128,
} as const

const GREY = 0
const RED = 2
/** Filled for what is usually done next, outlined for the rest. */
const STYLE = { first: 1, other: 2 } as const

export type Button = Readonly<{ key: string; text: string }>
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

/**
 * A card with buttons, every part cut to what the platform takes. All our cards are of this one type: a notice card
 * would need a link to jump to, which the platform insists on and we have none.
 */
export function buttonCard(plan: CardPlan): TemplateCard {
  const limits = CARD_LIMITS
  const body = line(plan.body, limits.subTitle)
  const rows = plan.rows.filter(({ value }) => line(value, 1) !== '').slice(0, limits.rows)
  return {
    card_type: 'button_interaction',
    task_id: plan.id,
    source: { desc: line(plan.source, limits.source), desc_color: plan.red ? RED : GREY },
    main_title: { title: line(plan.title, limits.title), desc: line(plan.desc, limits.desc) },
    ...(body ? { sub_title_text: body } : {}),
    ...quoteArea(plan.quote),
    ...(rows.length > 0
      ? {
          horizontal_content_list: rows.map((r) => ({
            keyname: line(r.name, limits.rowName),
            value: line(r.value, limits.rowValue),
          })),
        }
      : {}),
    button_list: distinct(plan.buttons).slice(0, limits.buttons).map(button),
  }
}

function quoteArea(quote: CardPlan['quote']): Pick<TemplateCard, 'quote_area'> {
  const text = line(quote?.text ?? '', CARD_LIMITS.quote)
  return quote && text
    ? { quote_area: { type: 0, title: line(quote.title, CARD_LIMITS.rowValue), quote_text: text } }
    : {}
}

const button = ({ key, text }: Button, i: number) => ({
  key,
  text: line(text, CARD_LIMITS.buttonText),
  style: i === 0 ? STYLE.first : STYLE.other,
})

const distinct = (buttons: readonly Button[]): Button[] => [...new Map(buttons.map((b) => [b.key, b])).values()]
