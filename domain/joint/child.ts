import { newEntry, type EntryNumber } from '../book/entry.ts'
import type { Duration } from '../calendar/duration.ts'
import type { RefusalReason } from '../refusal.ts'
import type { World } from '../world.ts'
import { put, say, type Desk } from '../book/desk.ts'
import { dayOf } from '../calendar/zone.ts'
import { begin, change, decide, layOn, type CaseInHand } from '../case/draft.ts'
import { factsOf } from '../case/facts.ts'
import { refuse, type Actor, type Outcome } from '../case/outcome.ts'
import { whyNot } from '../case/transitions.ts'
import { barredUnits, isBarred } from '../people/barred.ts'
import { findPerson, findStation, isCommand, nameOf, unique } from '../people/directory.ts'
import { commandRoom, distinct, responsible, stationGroup, type Address } from '../people/recipients.ts'
import { listed, maskBut, maskFor } from '../privacy/mask.ts'
import { hasAnybody } from '../route/fallback.ts'
import { ruleOf } from '../rules/ruleOf.ts'
import { armChild, childDue } from './childClock.ts'
import type { ChildOrder } from './order.ts'
import { childFacts, isOpenChild, type Child } from './childFacts.ts'
import { sayNews } from './childNews.ts'
import { cardIdOf, deskFor, hearers } from './tell.ts'

export type Given = ChildOrder & Readonly<{ number: EntryNumber; station: string }>

/** 子任务: the lead, or the command room, gives a part of the case to another unit. The case is written with it, so that nobody finishes it meanwhile. */
export function giveChild(hand: CaseInHand, actor: Actor, given: Given, world: World): Outcome {
  const reason = mayGive(hand, actor, world) ?? unfit(hand, given.station, world)
  if (reason) return refuse(reason)
  const draft = begin(world, hand)
  change(draft, { assist: unique([...draft.task.assist, given.station]) })
  const child = made(hand, actor, given, world)
  const desk = deskFor(hand, world)
  put(desk, child, 'child-given', actor.userid, {
    station: given.station,
    must: given.must,
    due: child.dueAt?.toISOString() ?? null,
  })
  armChild(desk, hand, child, 0)
  const facts = factsOf(draft.task, hand.town)
  for (const address of hearers(desk, given.station))
    say(desk, 'dispatch', child, address, {
      kind: 'child-card',
      cardId: cardIdOf(desk, child),
      facts,
      child: childFacts(child, hand.town),
    })
  layOn(draft, desk)
  return { ok: true, decision: decide(draft), task: draft.task }
}

/** Who may speak for the case: its lead, or the command room. */
export function mayGive({ task, town }: CaseInHand, { userid }: Actor, world: World): RefusalReason | null {
  const found = findPerson(world, userid, town.code)
  if (found?.town.code !== town.code) return 'not-yours'
  if (isBarred(task, town, userid)) return 'conflict'
  const leads = found.person.station !== null && found.person.station === task.lead
  return leads || isCommand(found.person) ? whyNot(task, 'call-in') : 'not-yours'
}

function unfit({ task, town }: CaseInHand, station: string, world: World): RefusalReason | null {
  if (!findStation(town, station)) return 'unknown-station'
  if (barredUnits(task, town).includes(station)) return 'conflict-unit'
  if (task.lead === station) return 'same-unit'
  return hasAnybody(town, station, world.now) ? null : 'empty-unit'
}

function made({ task, town, policy }: CaseInHand, { userid }: Actor, given: Given, world: World): Child {
  const text = maskFor(task.shield)(maskBut(given.text, listed(town)))
  const term: Duration = given.term ?? ruleOf(policy, 'child.finish', dayOf(world.now))
  const { station: to, must, number } = given
  return newEntry({ world, town }, 'child', number, {
    taskId: task.id,
    state: 'given',
    owner: to,
    dueAt: childDue({ task, town, policy }, term, world),
    data: { from: task.lead, by: userid, to, text, must, term, holder: null, result: null },
  })
}

export type Changed = Readonly<{ ok: true; desk: Desk; child: Child }> | Readonly<{ ok: false; reason: RefusalReason }>

/** 签收: somebody of the unit does it. */
export function takeChild(hand: CaseInHand, child: Child, actor: Actor, world: World): Changed {
  const reason = notOfUnit(hand, child, actor) ?? (child.state === 'given' ? null : 'child-over')
  if (reason) return { ok: false, reason }
  const taken: Child = { ...child, state: 'taken', data: { ...child.data, holder: actor.userid } }
  return { ok: true, child: taken, desk: noted(hand, taken, 'taken', actor, world) }
}

/** 完成, with what came of it. */
export function finishChild(hand: CaseInHand, child: Child, actor: Actor, result: string, world: World): Changed {
  const reason = notOfUnit(hand, child, actor) ?? (isOpenChild(child) ? null : 'child-over')
  if (reason) return { ok: false, reason }
  const data = { ...child.data, holder: child.data.holder ?? actor.userid, result: maskFor(hand.task.shield)(result) }
  const done: Child = { ...child, state: 'done', data }
  const desk = noted(hand, done, 'done', actor, world)
  armChild(desk, hand, done, 0)
  return { ok: true, child: done, desk }
}

/** 取消子任务: by who may give one. */
export function dropChild(hand: CaseInHand, child: Child, actor: Actor, world: World): Changed {
  const reason = mayGive(hand, actor, world) ?? (isOpenChild(child) ? null : 'child-over')
  if (reason) return { ok: false, reason }
  const dropped: Child = { ...child, state: 'dropped' }
  const desk = noted(hand, dropped, 'dropped', actor, world)
  armChild(desk, hand, dropped, 0)
  return { ok: true, child: dropped, desk }
}

function notOfUnit({ task, town }: CaseInHand, { data }: Child, { userid }: Actor): RefusalReason | null {
  if (isBarred(task, town, userid)) return 'child-none'
  return town.people.find((each) => each.userid === userid)?.station === data.to ? null : 'child-none'
}

/** Who gave it hears of every step; that it is not wanted any more is told to the unit. */
function noted(hand: CaseInHand, child: Child, news: 'taken' | 'done' | 'dropped', actor: Actor, world: World): Desk {
  const desk = deskFor(hand, world)
  put(desk, child, `child-${news}`, actor.userid, { station: child.data.to })
  const told = news === 'dropped' ? hearers(desk, child.data.to) : askers(hand, child, world)
  for (const address of told) sayNews(desk, hand, child, news, address, nameOf(hand.town, actor.userid))
  return desk
}

/** Who answers for the case, and the group of the unit; the command room where it gave the task itself. */
function askers({ task, town }: CaseInHand, { data }: Child, world: World): readonly Address[] {
  const station = findStation(town, task.lead)
  const lead = station ? [...responsible(town, task, world.now), ...stationGroup(town, station, world.now)] : []
  const byRoom = findPerson(world, data.by, town.code)?.person.station !== task.lead
  return distinct([...lead, ...(byRoom || lead.length === 0 ? commandRoom(town) : [])])
}
