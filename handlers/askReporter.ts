import type { CaseRef } from '../domain/command/parse.ts'
import type { Decision, Question, Relay } from '../domain/decision.ts'
import { isToldAlone } from '../domain/case/draft.ts'
import { openRelays, without } from '../domain/understand/relays.ts'
import { askReporter } from '../domain/case/relay.ts'
import { OPEN_STAGES } from '../domain/task.ts'
import { stillThere } from './alone.ts'
import { carryOut, factsFor, notFound, refusal } from './acts.ts'
import { findCase, ofMyUnit } from './cases.ts'
import { conversationKey, type Result, type Turn } from './turn.ts'

/** 问群众 n 问题 */
export async function onAskReporter(turn: Turn, ref: CaseRef | null, rest: string): Promise<Result> {
  if (!turn.speaker.person) return refusal('not-staff', null)
  const found = await findCase(turn, ref, () => ofMyUnit(turn, OPEN_STAGES), 'nothing-to-do')
  if (!found.ok) return notFound(found)
  const { hand } = found
  if (rest === '') return refusal('relay-how', hand)
  const outcome = askReporter(hand, { userid: turn.speaker.userid }, rest, turn.world)
  const count = await stillThere(turn, hand.task)
  if (outcome.ok && count === 0) return refusal('nobody-left', hand)
  const result = carryOut(hand, outcome, (task) => ({ kind: 'relayed', facts: factsFor(hand, task), count }))
  const { decision } = result
  return decision ? { ...result, decision: { ...decision, more: await listening(turn, result) } } : result
}

/** What a reporter says next is his answer; while he is asked something else, this question waits. */
async function listening(turn: Turn, { decision }: Result): Promise<Decision[]> {
  const { ctx, world, speaker } = turn
  const task = decision?.task
  const asked: Decision[] = []
  for (const reporter of task?.reporters ?? []) {
    const chat =
      task && isToldAlone(task, reporter) ? ({ type: 'single', id: reporter.userid } as const) : reporter.chat
    const { userid } = reporter
    const key = conversationKey({ channel: chat.via ?? 'aibot', chat, from: chat.type === 'single' ? chat.id : userid })
    const busy = await ctx.store.conversation(key)
    const relay: Relay = { caseNo: task?.caseNo ?? '', by: speaker.userid, at: world.now.toISOString() }
    const relays = [relay, ...without(openRelays(busy?.question, world.now), relay.caseNo)]
    const question: Question = busy ? { ...busy.question, relays } : { asks: 'relay', relays }
    const value = { key, userid, chat, question, askedAt: busy?.askedAt ?? world.now }
    asked.push({ conversation: { key, value } })
  }
  return asked
}
