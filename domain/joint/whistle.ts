import { newEntry, type EntryNumber } from '../book/entry.ts'
import type { Place, Task } from '../task.ts'
import type { Town } from '../town.ts'
import type { World } from '../world.ts'
import { arm, put, say, type Desk } from '../book/desk.ts'
import { toMs } from '../calendar/duration.ts'
import { dayOf } from '../calendar/zone.ts'
import { unique } from '../people/directory.ts'
import { isHere, toPerson, commandRoom, type Address } from '../people/recipients.ts'
import { listed, maskBut, maskFor } from '../privacy/mask.ts'
import { ruleOf } from '../rules/ruleOf.ts'
import { dangerOf } from '../understand/danger.ts'
import type { Policy } from '../policy.ts'
import type { Sort } from './kinds.ts'
import type { JointSaid } from './said.ts'
import { FIGHT } from './wording-order.ts'
import { rollOf, rowOf, whistleFacts, type Whistle } from './roll.ts'
import { cardIdOf, deskOf, hearers } from './tell.ts'

/** The kind of the timer of a whistle. */
export const WHISTLE = 'whistle'

export type Call = Readonly<{
  number: EntryNumber
  sort: Sort
  place: Place | null
  reason: string
  stations: readonly string[]
  commander: string
  caller: string
  /** the chat he calls in: it gets the answer */
  chat?: string
  task: Task | null
  /** the rules of its case, where it has one */
  policy?: Policy
}>

/** 应急 where the words tell of a danger or a fight, or the case is one. */
export function sortOf(words: string, task: Task | null, town: Town): Sort {
  return task?.level === 'emergency' || FIGHT.test(words) || dangerOf(words, town) ? 'emergency' : 'daily'
}

/** 吹哨: the units are called to the place, and have until `dueAt` to come. The caller gets the roll as his answer. */
export function callOut(call: Call, town: Town, world: World): Readonly<{ desk: Desk; whistle: Whistle }> {
  const whistle = made(call, town, world)
  const desk = deskOf(whistle, call.task, town, world)
  put(desk, whistle, 'whistle-called', call.caller, {
    sort: call.sort,
    stations: unique(call.stations),
    due: whistle.dueAt?.toISOString() ?? null,
  })
  arm(desk, whistle, WHISTLE, whistle.dueAt)
  for (const { station } of whistle.data.called) callUnit(desk, whistle, station)
  const known = commandRoom(town).filter((address) => !isHere(address, town, { userid: call.caller, ...call }))
  for (const address of known) sayRoll(desk, whistle, address, 'called')
  if (call.commander !== call.caller) sayRoll(desk, whistle, toPerson(call.commander), 'named')
  return { desk, whistle }
}

/** ms; the rule of the day it was called. */
export const escalateAfter = (policy: Policy, now: Date): number =>
  toMs(ruleOf(policy, 'whistle.escalate.after', dayOf(now)))

function made({ number, task, ...call }: Call, town: Town, world: World): Whistle {
  const hide = task ? maskFor(task.shield) : (text: string) => maskBut(text, listed(town))
  const policy = call.policy ?? town.policy
  const limit = ruleOf(policy, `whistle.${call.sort}.arrive`, dayOf(world.now))
  const called = unique(call.stations).map((station) => ({ station, seen: null, came: [], cannot: null, score: null }))
  return newEntry({ world, town }, 'whistle', number, {
    taskId: task?.id ?? null,
    state: 'called',
    owner: call.commander,
    dueAt: new Date(world.now.getTime() + toMs(limit)),
    data: {
      sort: call.sort,
      place: call.place && { ...call.place, name: hide(call.place.name) },
      reason: hide(call.reason),
      caseNo: task?.caseNo ?? null,
      called,
      endedAt: null,
      escalateAfter: escalateAfter(policy, world.now),
    },
  })
}

function callUnit(desk: Desk, whistle: Whistle, station: string): void {
  const called = whistle.data.called.find((each) => each.station === station)
  if (!called) return
  const facts = whistleFacts(whistle, desk.town)
  const row = rowOf(whistle, called, desk.town, desk.world.now)
  for (const address of hearers(desk, station))
    say(desk, 'dispatch', whistle, address, {
      kind: 'whistle-card',
      cardId: cardIdOf(desk, whistle),
      whistle: facts,
      row,
    })
}

/** The command room sees the roll again; whoever asks for it in between taps 点名. */
export function showRoom(desk: Desk, whistle: Whistle, told: Told): void {
  for (const address of commandRoom(desk.town)) sayRoll(desk, whistle, address, told)
}

type Told = Extract<JointSaid, Readonly<{ kind: 'whistle-roll' }>>['told']

export function sayRoll(desk: Desk, whistle: Whistle, address: Address, told: Told): void {
  const facts = whistleFacts(whistle, desk.town)
  const rows = rollOf(whistle, desk.town, desk.world.now)
  const body = {
    kind: 'whistle-roll',
    cardId: cardIdOf(desk, whistle),
    whistle: facts,
    rows,
    told,
    outside: [],
  } as const
  say(desk, 'dispatch', whistle, address, body)
}
