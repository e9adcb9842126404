import type { CaseRef } from '../../domain/command/parse.ts'
import type { CaseInHand } from '../../domain/case/draft.ts'
import type { PartCard } from '../../domain/book/said.ts'
import { factsOf } from '../../domain/case/facts.ts'
import { confirmRecord, mayNotConfirm, returnRecord, TEXT_NAME } from '../../domain/evidence/confirm.ts'
import { isRecord, recordsOf, type RecordEntry } from '../../domain/evidence/record.ts'
import { cardIdOf, viewOf } from '../../domain/evidence/view.ts'
import type { RefusalReason } from '../../domain/refusal.ts'
import { refusal } from '../acts.ts'
import { isTap, type Result, type Turn } from '../turn.ts'
import { recordCase, recordNamed, shownBody } from './record.ts'

type Found = Readonly<{ hand: CaseInHand; entry: RecordEntry }>

/** The record this officer is asked to confirm: by its number, else the latest of the case that waits for him. */
async function waiting(turn: Turn, ref: CaseRef | null): Promise<Found | Result> {
  const found = await recordCase(turn, ref)
  if ('note' in found) return found
  const { hand } = found
  const records = recordsOf(hand)
  const his = records.findLast(({ state, data }) => state === 'asked' && data.second === turn.speaker.userid)
  const entry = recordNamed(hand, ref) ?? his ?? records.at(-1)
  return entry ? { hand, entry } : refusal('record-none', hand)
}

/** 确认笔录: only the tap on what was read confirms it; typed, it is shown to be tapped. */
export async function onConfirm(turn: Turn, ref: CaseRef | null, rest: string): Promise<Result> {
  const found = await waiting(turn, ref)
  if ('note' in found) return found
  const { hand, entry } = found
  const actor = { userid: turn.speaker.userid }
  if (!isTap(turn)) {
    const reason = mayNotConfirm(hand, entry, actor, turn.world)
    if (reason) return refusal(reason, hand)
    return { note: 'showed it to be confirmed', answers: [shownBody(hand, entry, null, []), cardOf(hand, entry)] }
  }
  const reason = mayNotConfirm(hand, entry, actor, turn.world)
  if (reason || entry.data.text === null) return refusedTap(reason ?? 'record-unconfirmed', found)
  const { sha256, mime, bytes } = await turn.ctx.media.keep(Buffer.from(entry.data.text), TEXT_NAME)
  const outcome = confirmRecord(hand, entry, actor, rest, { sha256, mime, bytes }, turn.world)
  if (!outcome.ok) return refusedTap(outcome.reason, found)
  const confirmed = (outcome.decision.entries ?? []).find(isRecord) ?? entry
  return { note: `confirmed ${entry.no}`, decision: outcome.decision, card: cardOf(hand, confirmed) }
}

/** 退回笔录 n 哪里不对. */
export async function onReturnRecord(turn: Turn, ref: CaseRef | null, rest: string): Promise<Result> {
  const found = await waiting(turn, ref)
  if ('note' in found) return found
  const { hand, entry } = found
  const actor = { userid: turn.speaker.userid }
  const reason = mayNotConfirm(hand, entry, actor, turn.world)
  if (reason) return isTap(turn) ? refusedTap(reason, found) : refusal(reason, hand)
  if (!rest) {
    const body = { kind: 'record-why', facts: factsOf(hand.task, hand.town), no: entry.no } as const
    return { note: 'asked why', answers: [body], ask: { asks: 'words', verb: 'record-return', no: entry.no, lead: '' } }
  }
  const outcome = returnRecord(hand, entry, actor, rest, turn.world)
  if (!outcome.ok) return refusal(outcome.reason, hand)
  const back = (outcome.decision.entries ?? []).find(isRecord) ?? entry
  return { note: `returned ${entry.no}`, decision: outcome.decision, answers: [shownBody(hand, back, null, [])] }
}

/** The card says how it stands now. */
function refusedTap(reason: RefusalReason, { hand, entry }: Found): Result {
  return { ...refusal(reason, hand), card: cardOf(hand, entry) }
}

const cardOf = ({ task, town }: CaseInHand, entry: RecordEntry) =>
  ({
    kind: 'record-card',
    facts: factsOf(task, town),
    cardId: `${cardIdOf(entry)}_s`,
    record: viewOf(entry, town),
    digest: entry.data.digest ?? '',
  }) as const satisfies PartCard
