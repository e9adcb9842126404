import type { Question } from '../domain/decision.ts'
import { OPEN_STAGES } from '../domain/task.ts'
import { factsOf } from '../domain/case/facts.ts'
import { findTown } from '../domain/people/directory.ts'
import { givesUp } from '../domain/understand/aside.ts'
import { reported } from './cases.ts'
import { mayBeSaid } from './here.ts'
import { pendingQuestion, type Result, type Turn } from './turn.ts'

/** What becomes of what he began to say, question by question; those that are not here go on. */
const DROPS: Readonly<Partial<Record<Question['asks'], 'report' | 'words'>>> = {
  place: 'report',
  problem: 'report',
  same: 'report',
  which: 'words',
  supplement: 'words',
  result: 'words',
  reason: 'words',
  feedback: 'words',
}

/** 「取消」, 「算了」 in place of an answer: no case, and nothing is written down. Null where nothing was begun. */
export async function onGivingUp(turn: Turn, said: string): Promise<Result | null> {
  return givesUp(said) ? dropped(turn) : null
}

/** 「撤回」 while a report is only being made means that one. */
export async function dropped(turn: Turn): Promise<Result | null> {
  const question = pendingQuestion(turn)
  const what = question && DROPS[question.asks]
  if (!what) return null
  const [open] = what === 'report' ? (await reported(turn, OPEN_STAGES)).filter((task) => mayBeSaid(turn, task)) : []
  const facts = open ? factsOf(open, findTown(turn.world, open.town)) : null
  return { note: `dropped the ${what}`, answers: [{ kind: 'dropped', what, open: facts }], ask: null }
}
