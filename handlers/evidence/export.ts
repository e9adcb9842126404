import type { CaseRef } from '../../domain/command/parse.ts'
import type { CaseInHand } from '../../domain/case/draft.ts'
import type { Context, TimerRow } from '../../context.ts'
import type { Decision } from '../../domain/decision.ts'
import { factsOf } from '../../domain/case/facts.ts'
import { LEAST_REASON } from '../../domain/case/reveal.ts'
import { exported, mayExport, tooLarge } from '../../domain/evidence/export.ts'
import { MOST_SENT } from '../../domain/evidence/limits.ts'
import { isReason } from '../../domain/privacy/asksWho.ts'
import { mask } from '../../domain/privacy/mask.ts'
import { OPEN_STAGES } from '../../domain/task.ts'
import { notFound, refusal } from '../acts.ts'
import { findCase, ofMyUnit } from '../cases.ts'
import type { Result, Turn } from '../turn.ts'

/** 取证 n 理由: the evidence of a case as a package that can be checked by itself, to him alone. */
export async function onExport(turn: Turn, ref: CaseRef | null, rest: string): Promise<Result> {
  if (!turn.speaker.person) return refusal('not-staff', null)
  const found = await findCase(turn, ref, () => ofMyUnit(turn, OPEN_STAGES), 'nothing-to-do')
  if (!found.ok) return notFound(found)
  const { hand } = found
  if (!mayExport(hand, turn.speaker.userid)) return refusal('export-who', hand)
  if (!isReason(rest, LEAST_REASON)) return askWhy(hand, rest.trim() !== '')
  return packed(turn, hand, rest)
}

function askWhy({ task, town }: CaseInHand, short: boolean): Result {
  const ask = { asks: 'words', verb: 'evidence-export', no: task.caseNo, lead: '' } as const
  return {
    note: 'asked why',
    answers: [{ kind: 'evidence-why', facts: factsOf(task, town), ...(short ? { short } : {}) }],
    ask,
  }
}

async function packed(turn: Turn, hand: CaseInHand, why: string): Promise<Result> {
  const { ctx, speaker, row, world } = turn
  const files = await ctx.store.attachments(hand.task.id)
  if (tooLarge(files)) return refusal('export-large', hand)
  if (!ctx.packEvidence) return refusal('export-off', hand)
  const zip = await ctx.packEvidence(hand.task.caseNo, speaker.userid, mask(why).text)
  if (!zip || zip.length > MOST_SENT) return refusal('export-large', hand)
  const name = `${hand.task.caseNo}.zip`
  const { sha256, mime } = await ctx.media.keep(zip, name)
  const decision = exported(hand, speaker.userid, why, { sha256, name, mime }, world)
  const count = files.filter((file) => file.sha256 !== null).length
  const alone = row.chat.type === 'group'
  const body = { kind: 'evidence-sent', facts: factsOf(hand.task, hand.town), files: count, alone } as const
  return { note: 'exported', decision, answers: [body] }
}

/** What was sent is with him; here it lies no longer than it takes to send it. */
export async function packageGone(ctx: Context, { subject, kind }: TimerRow): Promise<Decision> {
  await ctx.media.remove([subject])
  return { timers: [{ subject, kind, dueAt: null, step: 0 }] }
}
