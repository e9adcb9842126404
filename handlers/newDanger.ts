import type { Question } from '../domain/decision.ts'
import { chosenCase } from '../domain/understand/choice.ts'
import { dangerOf } from '../domain/understand/danger.ts'
import { maySpeakOf } from './cases.ts'
import { dangerInstead, report } from './report.ts'
import { relaysOf, type Result, type Turn } from './turn.ts'

export function isEmergency(turn: Turn, text: string): boolean {
  return turn.world.towns.some((town) => dangerOf(text, town) !== null)
}

/** A danger by its very words: an answer that only sounds alarmed is an answer. */
export function saysDanger(turn: Turn, text: string): boolean {
  return turn.world.towns.some((town) => dangerOf(text, { ...town, hearing: null }) !== null)
}

/** A danger said in place of an answer, or to a case that is none: a case of its own. Null where it belongs to what is known. */
export async function newDanger(
  turn: Turn,
  text: string,
  question: Question | null,
  quoted: string | null,
): Promise<Result | null> {
  if (question?.asks === 'problem' || (question && isChoice(turn, question, text))) return null
  if (question?.asks === 'place' || question?.asks === 'same' || question?.asks === 'which')
    return dangerInstead(turn, question, text)
  if (question?.asks === 'insist') return { ...(await report(turn, text)), ask: null }
  const asked = question?.asks === 'relay' ? relaysOf(turn)[0] : question
  const caseNo = asked && 'caseNo' in asked ? asked.caseNo : quoted
  if (!caseNo) return null
  const task = await turn.ctx.store.taskByCaseNo(caseNo)
  if (!task || task.level === 'emergency' || !maySpeakOf(turn, task)) return null
  return report(turn, text, { near: task.place })
}

/** He says which case it is; a danger in his own words goes with it. */
function isChoice(turn: Turn, question: Question, text: string): boolean {
  if (question.asks !== 'same' && question.asks !== 'which') return false
  const chosen = chosenCase(text, question.cases)
  const isCase = chosen !== 'none' && chosen !== 'unclear'
  return question.asks === 'same' && isCase ? true : chosen !== 'unclear' && !saysDanger(turn, text)
}
