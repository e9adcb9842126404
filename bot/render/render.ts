import type { TemplateCard } from '@wecom/aibot-node-sdk'
import type { NoticeBody, OutboxRow } from '../../domain/notice.ts'
import type { Town } from '../../domain/town.ts'
import { alertWords } from '../wording/alerts.ts'
import { answerWords } from '../wording/answers.ts'
import { commandWords } from '../wording/command.ts'
import { reporterWords } from '../wording/reporter.ts'
import { unitWords } from '../wording/unit.ts'
import type { Body, Kind, Say, Words } from '../wording/words.ts'
import { CARDS } from './cards.ts'
import { merge } from './merge.ts'

/** One message: a card where the notice has one, and always the same in words, for where no card can go. */
export type Rendered = Readonly<{ text: string; card: TemplateCard | null }>

/** Every kind of notice has words; a kind without them does not compile. */
const WORDS: Words = { ...reporterWords, ...unitWords, ...commandWords, ...alertWords, ...answerWords }

/** What to send for these rows, which share one recipient: one row as it is, several as one merged text. Throws on no rows. */
export function render(rows: readonly OutboxRow[], towns: readonly Town[]): Rendered {
  const [row] = rows
  if (!row) throw new Error('nothing to render')
  const say: Say = { group: isGroup(row), towns }
  if (rows.length > 1)
    return { text: merge(rows.map((r) => ({ kind: r.body.kind, text: textOf(r.body.kind, r.body, say) }))), card: null }
  return { text: textOf(row.body.kind, row.body, say), card: cardOf(row.body) }
}

function isGroup({ to }: OutboxRow): boolean {
  return to.kind === 'group' || (to.kind === 'chat' && to.chat.type === 'group')
}

function textOf<K extends Kind>(kind: K, body: Body<K>, say: Say): string {
  return WORDS[kind](body, say)
}

function cardOf(body: NoticeBody): TemplateCard | null {
  return make(body.kind, body)
}

function make<K extends Kind>(kind: K, body: Body<K>): TemplateCard | null {
  const card = CARDS[kind]
  return card ? card(body) : null
}
