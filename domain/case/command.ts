import type { World } from '../world.ts'
import { barredUnits, isBarred } from '../people/barred.ts'
import { findPerson, findStation, isCommand } from '../people/directory.ts'
import { distinct, responsible, rungRecipients, stationGroup, type Address } from '../people/recipients.ts'
import { cardHolders, dispatch, giveBack } from './dispatch.ts'
import { hasAnybody } from '../route/fallback.ts'
import { itemFor } from '../triage/lesson.ts'
import { begin, change, decide, factsNow, record, tell, tellReporters, type CaseInHand, type Draft } from './draft.ts'
import { gateBefore } from './gates.ts'
import { refuse, type Actor, type Outcome } from './outcome.ts'
import { whyNot } from './transitions.ts'

/** 指派 / 裁定: the command room says who leads. A unit that had it before learns that it is rid of it. */
export function assign(hand: CaseInHand, actor: Actor, station: string, note: string | null, world: World): Outcome {
  const reason =
    notCommand(hand, actor, world) ??
    whyNot(hand.task, 'assign') ??
    gateBefore(hand, 'assign', world)?.reason ??
    unfit(hand, station, world)
  if (reason) return refuse(reason)
  const draft = begin(world, hand)
  const before = cardHolders(draft)
  const moved = hand.task.lead !== null && hand.task.lead !== station
  const ruling = hand.task.stage === 'disputed'
  const duty = itemFor(hand.task, hand.town, station, note, world)
  change(draft, { item: duty?.code ?? hand.task.item })
  if (ruledBack(hand, station)) giveBack(draft, actor.userid, note)
  else dispatch(draft, station, keptAssist(hand, station), actor.userid, note)
  record(draft, ruling ? 'ruled' : 'assigned', actor.userid, { station, from: hand.task.lead })
  if (moved) sayMoved(draft, before, note)
  tellReporters(draft, () => ({
    kind: 'progress',
    facts: factsNow(draft),
    step: ruling ? 'ruled' : 'dispatched',
    // why another unit has it now; the first one needs no reason
    note: ruling || moved ? note : null,
  }))
  return { ok: true, decision: decide(draft), task: draft.task }
}

/** A unit that had it learns that it is rid of it. */
export function sayMoved(draft: Draft, before: readonly Address[], note: string | null): void {
  for (const address of before)
    tell(draft, 'dispatch', address, { kind: 'case-news', facts: factsNow(draft), news: 'reassigned', note })
}

/** 督办: the leaders want to see it move; the unit in charge and its head hear it at once. */
export function urge(hand: CaseInHand, actor: Actor, note: string | null, world: World): Outcome {
  const reason = notCommand(hand, actor, world) ?? whyNot(hand.task, 'urge')
  if (reason) return refuse(reason)
  const draft = begin(world, hand)
  record(draft, 'urged', actor.userid, { note })
  for (const address of inCharge(draft))
    tell(draft, 'dispatch', address, { kind: 'case-news', facts: factsNow(draft), news: 'urged', note })
  tellReporters(draft, () => ({ kind: 'progress', facts: factsNow(draft), step: 'urged', note: null }))
  return { ok: true, decision: decide(draft), task: draft.task }
}

function inCharge(draft: Draft) {
  const { town, task, world } = draft
  const station = findStation(town, task.lead)
  return distinct([
    ...responsible(town, task, world.now),
    ...(station ? stationGroup(town, station, world.now) : []),
    ...rungRecipients(town, task, 'station_head', world.now),
  ])
}

/** The unit that gave it back was found wrong: it is where it was, and the time that went by is its own. */
function ruledBack({ task }: CaseInHand, station: string): boolean {
  return task.stage === 'disputed' && task.lead === station
}

/** The command room, or, for a complaint about the township's own people, a supervisor; never who is accused himself. */
export function notCommand(hand: CaseInHand, actor: Actor, world: World): 'not-command' | 'conflict' | null {
  const { task, town } = hand
  const found = findPerson(world, actor.userid, town.code)
  if (!found || found.town.code !== town.code) return 'not-command'
  if (isBarred(task, town, actor.userid)) return 'conflict'
  const isComplaint = task.understood?.supervised === true || barredUnits(task, town).length > 0
  const supervises = found.person.roles.includes('supervisor') && isComplaint
  return isCommand(found.person) || supervises ? null : 'not-command'
}

type Unfit = 'unknown-station' | 'same-unit' | 'conflict-unit' | 'empty-unit'

function unfit(hand: CaseInHand, station: string, world: World): Unfit | null {
  if (!findStation(hand.town, station)) return 'unknown-station'
  if (barredUnits(hand.task, hand.town).includes(station)) return 'conflict-unit'
  const already =
    hand.task.lead === station &&
    (hand.task.stage === 'dispatched' || hand.task.stage === 'signed' || hand.task.stage === 'arrived')
  if (already) return 'same-unit'
  return hasAnybody(hand.town, station, world.now) ? null : 'empty-unit'
}

/** The assisting units of the duty item stay, without the new lead. */
function keptAssist(hand: CaseInHand, station: string): readonly string[] {
  const duty = hand.town.duties.find((d) => d.code === hand.task.item)
  const listed = hand.task.assist.length > 0 ? hand.task.assist : (duty?.assist ?? [])
  return listed.filter((id) => id !== station)
}
