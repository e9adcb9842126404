import type { TemplateCard } from '@wecom/aibot-node-sdk'
import type { PartCard } from '../../domain/book/said.ts'
import { cardFirst } from '../../domain/digest/oneMessage.ts'
import type { NoticeBody, OutboxRow } from '../../domain/notice.ts'
import type { Town } from '../../domain/town.ts'
import { plain } from '../text/plain.ts'
import { admissionWords } from '../wording/admission.ts'
import { machineWords } from '../wording/alarm.ts'
import { alertWords } from '../wording/alerts.ts'
import { answerWords } from '../wording/answers.ts'
import { dutyWords } from '../wording/duty.ts'
import { commandWords } from '../wording/command.ts'
import { FIRST_CONTACT, FIRST_CONTACT_SHORT, privacyWords } from '../wording/privacy.ts'
import { fileWords } from '../wording/file.ts'
import { openWords } from '../wording/open.ts'
import { partWords } from '../wording/parts.ts'
import { reporterWords } from '../wording/reporter.ts'
import { unitWords } from '../wording/unit.ts'
import { webWords } from '../wording/web.ts'
import type { Body, Kind, Say, Words } from '../wording/words.ts'
import { buttonCard, type CardPlan } from './card.ts'
import { CARDS } from './cards.ts'
import { LOOKS, type Look } from './look.ts'
import { merge } from './merge.ts'

/** One message: a card where the notice has one and the door takes it, and always the same in words, for where no card can go. */
export type Rendered = Readonly<{ text: string; card: TemplateCard | null }>

/** Every kind of notice has words; a kind without them does not compile. */
const WORDS: Words = {
  ...reporterWords,
  ...unitWords,
  ...commandWords,
  ...alertWords,
  ...answerWords,
  ...dutyWords,
  ...admissionWords,
  ...privacyWords,
  ...partWords,
  ...fileWords,
  ...openWords,
  ...webWords,
  ...machineWords,
}

/** What to send for these rows, which share one recipient: one row as it is, several as one merged text. Throws on no rows. */
export function render(rows: readonly OutboxRow[], towns: readonly Town[], look: Look = LOOKS.aibot): Rendered {
  const plan = look.card && planOf(rows)
  const card = plan && look.card ? buttonCard(plan, look.card) : null
  return { text: wordsOf(rows, towns, look), card }
}

/** The words alone. */
export function wordsOf(rows: readonly OutboxRow[], towns: readonly Town[], look: Look): string {
  const [row] = rows
  if (!row) throw new Error('nothing to render')
  const menu = look.menu && planOf(rows) !== null
  const say: Say = { group: isGroup(row) && !look.deaf, towns, deaf: look.deaf, menu }
  const said = cardFirst(rows).map(({ body }) => ({ kind: body.kind, text: textOf(body.kind, body, say) }))
  const text = said.length > 1 ? merge(said, look.bytes) : (said[0]?.text ?? '')
  return look.marks === 'plain' ? plain(text) : text
}

/** The card of a single notice that has one, before it is cut to what a door takes. */
export function planOf(rows: readonly OutboxRow[]): CardPlan | null {
  const [row, ...others] = cardFirst(rows)
  return row && others.length === 0 ? make(row.body.kind, row.body) : null
}

function isGroup({ to }: OutboxRow): boolean {
  return to.kind === 'group' || (to.kind === 'chat' && to.chat.type === 'group')
}

function textOf<K extends Kind>(kind: K, body: Body<K>, say: Say): string {
  const inside = partOf(body)
  if (inside) return textOf(inside.kind, inside, say)
  const words = WORDS[kind](body, say)
  return body.footer ? `${words}\n${FIRST_CONTACT[body.footer]}` : words
}

function make<K extends Kind>(kind: K, body: Body<K>): CardPlan | null {
  const inside = partOf(body)
  if (inside) return make(inside.kind, inside)
  const card = CARDS[kind]
  const plan = card ? card(body) : null
  return plan && body.footer ? { ...plan, quote: FIRST_CONTACT_SHORT[body.footer] } : plan
}

/** What stands on a card of a part of the house that takes the place of another. */
function partOf(body: NoticeBody): PartCard | null {
  return body.kind === 'card-update' && body.view === 'part' ? { ...body.body, cardId: body.cardId } : null
}
