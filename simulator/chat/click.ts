import type { Bubble } from '../api.ts'
import { questionsOf, tapsOf, type Tap } from '../card/keys.ts'
import { string } from '../card/loose.ts'
import type { Platform } from '../platform.ts'
import { words } from '../wording.ts'
import type { Card } from './bubbles.ts'
import { tell } from './deliver.ts'
import { Impossible } from './impossible.ts'
import { sayText, type Said } from './say.ts'
import { canSee } from './where.ts'

/** `stale`: a button of an earlier version, on a phone that has not yet drawn the new one. `selected` by question_key. */
export type ClickOptions = Readonly<{ stale?: boolean; selected?: Readonly<Record<string, readonly string[]>> }>
export type Clicked = Readonly<{ msgid: string | null }>

/** A person taps a button, a submit button, an entry of the menu or a question of a card he sees. */
export function clickCard(
  platform: Platform,
  userid: string,
  bubbleId: string,
  key: string,
  options: ClickOptions,
): Clicked {
  const bubble = platform.bubbles.get(bubbleId)
  if (!bubble) throw new Impossible(words.noBubble, 404)
  const chat = { type: bubble.chatType, id: bubble.chat } as const
  if (!bubble.card || !canSee(platform, userid, chat)) throw new Impossible(words.noCard)
  const { card, tap } = find(platform, bubble, userid, key, options.stale ?? false)
  if (tap.kind === 'question') return ask(platform, userid, bubble, key)
  const taskId = string(card['task_id'])
  const detail = { card_type: card['card_type'], event_key: key, task_id: taskId, ...selection(card, tap, options) }
  const event = { eventtype: 'template_card_event', template_card_event: detail }
  const msgid = tell(platform, {
    kind: 'card',
    from: userid,
    chat,
    body: { msgtype: 'event', event },
    card: { bubbleId, taskId },
  })
  return { msgid }
}

function find(platform: Platform, bubble: Bubble, userid: string, key: string, stale: boolean) {
  const current = bubble.cardFor[userid] ?? bubble.card
  const versions = stale ? platform.bubbles.versions(bubble.id).toReversed() : current ? [current] : []
  for (const card of versions) {
    const tap = tapsOf(card).find((one) => one.key === key)
    if (tap) return { card, tap }
  }
  throw new Impossible(words.noKey, 409)
}

/** A prepared question goes to the bot as if the person had typed it. */
function ask(platform: Platform, userid: string, { chatType, chat }: Bubble, question: string): Said {
  if (chatType === 'single') return sayText(platform, userid, question, {})
  return sayText(platform, userid, `${words.mention(platform.settings.bot.name)} ${question}`, { chatid: chat })
}

/** What is chosen in the card's lists goes with its buttons, not with the menu. */
function selection(card: Card, tap: Tap, { selected = {} }: ClickOptions): Readonly<Record<string, unknown>> {
  const questions = questionsOf(card)
  if (tap.kind === 'menu' || questions.length === 0) return {}
  const known = new Set(questions.map((question) => question.key))
  if (Object.keys(selected).some((key) => !known.has(key))) throw new Impossible(words.noOption)
  const items = questions.map((question) => {
    const chosen = selected[question.key] ?? question.chosen
    const fits = chosen.every((id) => question.options.includes(id)) && (question.many || chosen.length <= 1)
    if (!fits || (question.disabled && selected[question.key])) throw new Impossible(words.noOption)
    return { question_key: question.key, option_ids: { option_id: [...chosen] } }
  })
  return { selected_items: { selected_item: items } }
}
