import type { Place } from '../task.ts'
import type { World } from '../world.ts'
import { isBarred } from '../people/barred.ts'
import { findPerson, isCommand } from '../people/directory.ts'
import { OPEN_STAGES, type Stage } from '../task.ts'
import { begin, change, decide, factsNow, record, tell, type CaseInHand } from './draft.ts'
import { refuse, type Actor, type Outcome } from './outcome.ts'
import { involved } from './reporter.ts'

/** 地点 n 村名: those who handle a case know better where it is. */
export function correctPlace(hand: CaseInHand, actor: Actor, place: Place, world: World): Outcome {
  const { task, town } = hand
  const person = findPerson(world, actor.userid, town.code)?.person
  const may = person && !isBarred(task, town, actor.userid) && (isCommand(person) || person.station === task.lead)
  if (!may) return refuse('not-yours')
  if (!(OPEN_STAGES as readonly Stage[]).includes(task.stage)) return refuse('already-closed')
  const draft = begin(world, hand)
  change(draft, { place })
  record(draft, 'placed', actor.userid, { place: place.name, was: task.place?.name ?? null })
  for (const address of involved(draft))
    tell(draft, 'dispatch', address, { kind: 'case-news', facts: factsNow(draft), news: 'placed', note: place.name })
  return { ok: true, decision: decide(draft), task: draft.task }
}
