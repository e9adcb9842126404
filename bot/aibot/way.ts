import type { OutboxRow } from '../../domain/notice.ts'
import type { Rendered } from '../render/render.ts'
import { plain } from '../text/plain.ts'
import type { Memory } from './memory.ts'
import { answerCard, answerText, updateCard, welcome, type Post } from './bodies.ts'

/** An answer to the callback a row came from, in place of a push. */
export type Answer = Readonly<{ reqId: string; post: Post }>

/**
 * The direct answer this row may still give, or null: push. A callback takes one notice only, within its life, and
 * of its own kind: a click takes a new card, an entry a greeting, a message everything else.
 */
export function answerOf(
  rows: readonly OutboxRow[],
  said: Rendered,
  first: string,
  memory: Memory,
  now: Date,
): Answer | null {
  const [row] = rows
  if (!row?.reply || (row.reply.via ?? 'aibot') !== 'aibot') return null
  if (rows.length > 1 || row.reply.until <= now) return null
  const post = postOf(row, said, first)
  if (!post || !memory.claim(row.reply.reqId, row.id)) return null
  return { reqId: row.reply.reqId, post }
}

function postOf(row: OutboxRow, { card }: Rendered, first: string): Post | null {
  const { reqId = '', kind } = row.reply ?? {}
  const isUpdate = row.body.kind === 'card-update'
  if (kind === 'card') return isUpdate && card ? updateCard(reqId, card) : null
  if (isUpdate) return null
  if (kind === 'welcome') return card ? null : welcome(reqId, plain(first)) // not read as markdown
  return card ? answerCard(reqId, card) : answerText(reqId, row.id, first)
}
