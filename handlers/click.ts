import type { Verb } from '../domain/command/parse.ts'
import type { NoticeBody } from '../domain/notice.ts'
import type { Task } from '../domain/task.ts'
import { parseCaseNo } from '../domain/command/caseNo.ts'
import { isShown } from '../domain/command/grammar.ts'
import { isPartVerb, type PartVerb } from '../domain/command/parts.ts'
import { refAt } from '../domain/command/reference.ts'
import { fold } from '../domain/text/fold.ts'
import { factsOf } from '../domain/case/facts.ts'
import { findTown } from '../domain/people/directory.ts'
import { refusal } from './acts.ts'
import { inHand, maySpeakOf } from './cases.ts'
import { commands } from './commands.ts'
import { onPick } from './pick.ts'
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

/** Refused like this, the question on the card is still open for whom it was asked. */
const LEFT_OPEN = (['not-reporter', 'not-command', 'unknown-station', 'empty-unit'] as const).map(
  (why) => refusal(why, null).note,
)

/**
 * A tap on a card: key `verb:caseNo`, for the command room `assign:caseNo:station`.
 * The card is brought up to date whatever came of it, and then speaks for itself; 详情 changes nothing on it.
 */
export async function onClick(turn: Turn, key: string, cardId: string): Promise<Result> {
  const [verb = '', caseNo = '', arg = '', ...more] = key.split(':')
  if (verb === 'pick') return onPick(turn, Number(caseNo), arg)
  if (isPartVerb(verb)) return tapped(turn, verb, caseNo, [arg, ...more].join(':'), cardId)
  const view = isTapped(verb) ? VIEWS[verb] : undefined
  if (!isTapped(verb) || !view || !parseCaseNo(caseNo)) return refusal('unknown-card', null)
  const task = await turn.ctx.store.taskByCaseNo(caseNo)
  if (task && view !== 'reporter' && !turn.speaker.person) return refusal('not-staff', null)
  if (!task || !maySpeakOf(turn, task)) return refusal('unknown-card', null)
  const taken = verb === 'return' && task.holder !== null && task.holder !== turn.speaker.userid
  const result = taken
    ? refusal('already-signed', await inHand(turn.ctx, task))
    : await commands[verb](turn, { caseNo }, arg)
  // a menu of customer service cannot be changed: there the answer is said
  const isMenu = turn.row.channel === 'kf'
  if (isMenu || verb === 'detail' || LEFT_OPEN.includes(result.note)) return result
  const after = update(turn, result.decision?.task ?? task, cardId, view)
  return { ...result, answers: [after, ...(result.answers ?? []).filter((body) => body.kind !== 'done')] }
}

/** A tap on a card of a part of the house is its order; `card` takes the place of the one that was tapped. */
async function tapped(turn: Turn, verb: PartVerb, no: string, arg: string, cardId: string): Promise<Result> {
  const ref = refAt(fold(no))?.ref ?? null
  // what only asks for a list names no case
  const isList = no === '' && isShown(verb)
  if (!ref && !isList) return refusal('unknown-card', null)
  const result = await commands[verb](turn, ref, arg)
  if (turn.row.channel === 'kf') return result
  if (!result.card) return result
  const update: NoticeBody = { kind: 'card-update', view: 'part', cardId, body: result.card }
  return { ...result, answers: [update, ...(result.answers ?? [])] }
}

function update(turn: Turn, task: Task, cardId: string, view: 'unit' | 'command' | 'reporter'): NoticeBody {
  return { kind: 'card-update', facts: factsOf(task, findTown(turn.world, task.town)), cardId, view }
}

function isTapped(verb: string): verb is Verb {
  return Object.hasOwn(VIEWS, verb)
}
