import type { Desk } from '../book/desk.ts'
import type { EntryNumber } from '../book/entry.ts'
import type { Sort } from '../joint/kinds.ts'
import type { RefusalReason } from '../refusal.ts'
import type { World } from '../world.ts'
import { understoodOf } from '../task.ts'
import type { Partner } from '../duty/partner.ts'
import { LISTED } from '../duty/wording-partner.ts'
import { barredUnits, isBarred } from '../people/barred.ts'
import { findPerson, findStation, isCommand, unique } from '../people/directory.ts'
import { callOut, sortOf } from '../joint/whistle.ts'
import { hasAnybody } from '../route/fallback.ts'
import { keepOutside, type Kept } from '../work/outside.ts'
import { armQuiet } from './clocks.ts'
import { sayMoved } from './command.ts'
import { cardHolders, dispatch } from './dispatch.ts'
import {
  begin,
  change,
  decide,
  factsNow,
  layOn,
  record,
  setTimer,
  tellReporters,
  type CaseInHand,
  type Draft,
} from './draft.ts'
import { gateBefore } from './gates.ts'
import { refuse, type Actor, type Outcome } from './outcome.ts'
import { whyNot } from './transitions.ts'

/** What a whistle on a case says besides whom it calls; `number` = of the new entry in the book. */
export type Whistling = Readonly<{ number: EntryNumber; note: string | null; sort: Sort | null }>

/**
 * 吹哨: other units are called in to help with what is asked; the lead stays. They are called to the place, and their coming
 * is counted. An authority outside cannot be told by us, so it is written down.
 */
export function whistle(
  hand: CaseInHand,
  actor: Actor,
  asked: readonly Partner[],
  { number, note, sort }: Whistling,
  world: World,
): Outcome {
  const unfits = asked.map((to) => unfit(hand, to, world))
  const reason = mayNot(hand, actor, world) ?? unfits.find((each) => each !== null)
  if (reason) return refuse(reason)
  const draft = begin(world, hand)
  const stations = asked.flatMap((to) => ('station' in to ? to.station : []))
  change(draft, { assist: unique([...draft.task.assist, ...stations]) })
  for (const to of asked) record(draft, 'whistled', actor.userid, { ...to, note: saidOf(draft, to, note) })
  if (stations.length > 0) layOn(draft, called(draft, actor, stations, { number, note, sort }))
  active(draft)
  const told = asked.map((to) => toldOf(draft, to)).join(LISTED)
  tellReporters(draft, () => ({ kind: 'progress', facts: factsNow(draft), step: 'whistled', note: told }))
  return { ok: true, decision: decide(draft), task: draft.task }
}

function called(
  draft: Draft,
  { userid, ...actor }: Actor,
  stations: readonly string[],
  { number, note, sort }: Whistling,
): Desk {
  const { task, town, world } = draft
  const reason = note ?? task.text
  return callOut(
    {
      ...actor,
      number,
      stations,
      reason,
      sort: sort ?? sortOf(reason, task, town),
      place: task.place,
      commander: userid,
      caller: userid,
      task,
      policy: draft.policy,
    },
    town,
    world,
  ).desk
}

/**
 * 移送: to a unit of the item's own line in the duty list, which leads from now on; or to an authority outside, which is
 * written down and told to the reporter, while the unit follows it up: `kept` = it is reminded to ask.
 */
export function transfer(
  hand: CaseInHand,
  actor: Actor,
  to: Partner,
  note: string | null,
  world: World,
  kept: Kept | null = null,
): Outcome {
  const reason =
    mayNot(hand, actor, world) ??
    unfit(hand, to, world) ??
    unlisted(hand, to) ??
    gateBefore(hand, 'assign', world)?.reason
  if (reason) return refuse(reason)
  const draft = begin(world, hand)
  if ('station' in to) passOn(draft, actor, to.station, note)
  else leave(draft, actor, to, note, kept)
  return { ok: true, decision: decide(draft), task: draft.task }
}

function passOn(draft: Draft, { userid }: Actor, station: string, note: string | null): void {
  const before = cardHolders(draft)
  const from = draft.task.lead
  record(draft, 'transferred', userid, { station, from, note })
  dispatch(draft, station, draft.task.assist, userid, note)
  sayMoved(draft, before, note)
  tellReporters(draft, () => ({ kind: 'progress', facts: factsNow(draft), step: 'dispatched', note }))
}

type Outsider = Exclude<Partner, Readonly<{ station: string }>>

function leave(draft: Draft, actor: Actor, to: Outsider, note: string | null, kept: Kept | null): void {
  // whoever decides now need not come to the place
  const { arrive: _arrive, ...due } = draft.task.due
  change(draft, { due, understood: { ...understoodOf(draft.task), handedTo: nameOf(draft, to) } })
  setTimer(draft, 'arrive', null)
  record(draft, 'transferred', actor.userid, { ...to, note: saidOf(draft, to, note) })
  if (kept) keepOutside(draft, actor, to, kept)
  active(draft)
  tellReporters(draft, () => ({
    kind: 'progress',
    facts: factsNow(draft),
    step: 'transferred',
    note: toldOf(draft, to),
    ...(note ? { why: note } : {}),
  }))
}

/** Whoever signed has done something. */
function active(draft: Draft): void {
  if (draft.task.holder === null) return
  change(draft, { activeAt: draft.world.now })
  armQuiet(draft)
}

const nameOf = ({ town }: Draft, to: Partner): string =>
  'station' in to ? (findStation(town, to.station)?.name ?? to.station) : to.name

const saidOf = (draft: Draft, to: Partner, note: string | null): string =>
  [nameOf(draft, to), note].flatMap((part) => part ?? []).join(' ')

/** The name, and the number to call where there is one. */
const toldOf = (draft: Draft, to: Partner): string =>
  [nameOf(draft, to), 'phone' in to ? to.phone : null].flatMap((part) => part ?? []).join(' ')

function mayNot({ task, town }: CaseInHand, { userid }: Actor, world: World): RefusalReason | null {
  const found = findPerson(world, userid, town.code)
  if (found?.town.code !== town.code) return 'not-yours'
  if (isBarred(task, town, userid)) return 'conflict'
  const leads = found.person.station !== null && found.person.station === task.lead
  return leads || isCommand(found.person) ? whyNot(task, 'call-in') : 'not-yours'
}

function unfit({ task, town }: CaseInHand, to: Partner, world: World): RefusalReason | null {
  if (!('station' in to)) return null
  if (!findStation(town, to.station)) return 'unknown-station'
  if (barredUnits(task, town).includes(to.station)) return 'conflict-unit'
  if (task.lead === to.station) return 'same-unit'
  return hasAnybody(town, to.station, world.now) ? null : 'empty-unit'
}

/** A unit passes a case on only to those the list names; anything else is 退回. */
function unlisted({ task, town }: CaseInHand, to: Partner): RefusalReason | null {
  const duty = town.duties.find(({ code }) => code === task.item)
  const listed = duty ? [duty.punish, duty.approve, duty.supervise, ...duty.assist] : []
  return 'station' in to && !listed.includes(to.station) ? 'transfer-how' : null
}
