import type { CaseRef } from '../domain/command/parse.ts'
import type { Decision } from '../domain/decision.ts'
import { askReporter } from '../domain/case/relay.ts'
import { OPEN_STAGES } from '../domain/task.ts'
import { carryOut, factsFor, notFound, refusal } from './acts.ts'
import { findCase, ofMyUnit } from './cases.ts'
import type { Result, Turn } from './turn.ts'

/** 问群众 n 问题 */
export async function onAskReporter(turn: Turn, ref: CaseRef | null, rest: string): Promise<Result> {
  if (!turn.speaker.person) return refusal('not-staff', null)
  const found = await findCase(turn, ref, () => ofMyUnit(turn, OPEN_STAGES), 'nothing-to-do')
  if (!found.ok) return notFound(found)
  const { hand } = found
  if (rest === '') return refusal('relay-how', hand)
  const outcome = askReporter(hand, { userid: turn.speaker.userid }, rest, turn.world)
  const count = hand.task.reporters.length
  const result = carryOut(hand, outcome, (task) => ({ kind: 'relayed', facts: factsFor(hand, task), count }))
  const { decision } = result
  return decision ? { ...result, decision: { ...decision, more: await listening(turn, hand.task.id) } } : result
}

/** What a reporter says next is his answer, unless he is just telling something else. */
async function listening(turn: Turn, taskId: string): Promise<Decision[]> {
  const task = await turn.ctx.store.task(taskId)
  const asked: Decision[] = []
  for (const { userid, chat } of task?.reporters ?? []) {
    const key = `${chat.via ?? 'aibot'}-${chat.id}-${userid}`
    const busy = await turn.ctx.store.conversation(key)
    if (!task || busy) continue
    const question = { asks: 'supplement', caseNo: task.caseNo } as const
    asked.push({ conversation: { key, value: { key, userid, chat, question, askedAt: turn.world.now } } })
  }
  return asked
}
