import type { Verb } from '../domain/command/parse.ts'
import type { NoticeBody } from '../domain/notice.ts'
import type { Task } from '../domain/task.ts'
import { parseCaseNo } from '../domain/command/caseNo.ts'
import { factsOf } from '../domain/case/facts.ts'
import { findTown } from '../domain/people/directory.ts'
import { refusal } from './acts.ts'
import { maySpeakOf } from './cases.ts'
import { commands } from './commands.ts'
import type { Result, Turn } from './turn.ts'

const VIEWS: Readonly<Partial<Record<Verb, 'unit' | 'command' | 'reporter'>>> = {
  sign: 'unit',
  return: 'unit',
  arrive: 'unit',
  feedback: 'unit',
  finish: 'unit',
  detail: 'unit',
  assign: 'command',
  solved: 'reporter',
  unsolved: 'reporter',
  satisfied: 'reporter',
  dissatisfied: 'reporter',
  nudge: 'reporter',
  withdraw: 'reporter',
}

/** The question on the card is still open for whom it was asked. */
const NOT_REPORTER = refusal('not-reporter', null).note

/**
 * A tap on a card: key `verb:caseNo`, for the command room `assign:caseNo:station`.
 * The card is brought up to date whatever came of it, and then speaks for itself; 详情 changes nothing on it.
 */
export async function onClick(turn: Turn, key: string, cardId: string): Promise<Result> {
  const [verb = '', caseNo = '', arg = ''] = key.split(':')
  const view = isTapped(verb) ? VIEWS[verb] : undefined
  if (!isTapped(verb) || !view || !parseCaseNo(caseNo)) return refusal('unknown-card', null)
  const task = await turn.ctx.store.taskByCaseNo(caseNo)
  if (task && view !== 'reporter' && !turn.speaker.person) return refusal('not-staff', null)
  if (!task || !maySpeakOf(turn, task)) return refusal('unknown-card', null)
  const result = await commands[verb](turn, { caseNo }, arg)
  if (verb === 'detail' || result.note === NOT_REPORTER) return result
  const after = update(turn, result.decision?.task ?? task, cardId, view)
  return { ...result, answers: [after, ...(result.answers ?? []).filter((body) => body.kind !== 'done')] }
}

function update(turn: Turn, task: Task, cardId: string, view: 'unit' | 'command' | 'reporter'): NoticeBody {
  return { kind: 'card-update', facts: factsOf(task, findTown(turn.world, task.town)), cardId, view }
}

function isTapped(verb: string): verb is Verb {
  return Object.hasOwn(VIEWS, verb)
}
