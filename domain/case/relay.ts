import type { World } from '../world.ts'
import { asksWho } from '../privacy/asksWho.ts'
import { isBarred, supervisors } from '../people/barred.ts'
import { accusedOf, isAnybody } from '../understand/accused.ts'
import { findPerson, isCommand } from '../people/directory.ts'
import { OPEN_STAGES, type Stage } from '../task.ts'
import { begin, decide, factsNow, record, tellReporters, type CaseInHand } from './draft.ts'
import { refuse, type Actor, type Outcome } from './outcome.ts'

/** 问群众: those who handle the case ask whoever reported it, without knowing who it is. */
export function askReporter(hand: CaseInHand, actor: Actor, question: string, world: World): Outcome {
  if (!mayAsk(hand, actor, world)) return refuse('not-yours')
  const open: readonly Stage[] = [...OPEN_STAGES, 'finished']
  if (!open.includes(hand.task.stage)) return refuse('already-closed')
  if (hand.task.shield !== 'none' && asksWho(question)) return refuse('asks-who')
  const draft = begin(world, hand)
  record(draft, 'asked-reporter', actor.userid, { text: question })
  tellReporters(draft, () => ({ kind: 'relay', facts: factsNow(draft), question }))
  return { ok: true, decision: decide(draft), task: draft.task }
}

function mayAsk({ task, town }: CaseInHand, { userid }: Actor, world: World): boolean {
  const person = findPerson(world, userid, town.code)?.person
  if (!person || isBarred(task, town, userid)) return false
  return isCommand(person) || (person.station !== null && person.station === task.lead) || holds({ task, town }, userid)
}

/** A complaint about the township's own people that no unit has yet is with those who watch over them. */
function holds({ task, town }: Pick<CaseInHand, 'task' | 'town'>, userid: string): boolean {
  if (task.lead !== null || !isAnybody(accusedOf(task, town))) return false
  return supervisors(task, town).some(({ to }) => to.kind === 'person' && to.userid === userid)
}
