import { arm, atDesk, decided, put, remind, say, type Desk } from '../book/desk.ts'
import { newEntry, type Entry, type EntryNumber } from '../book/entry.ts'
import type { Person, Town } from '../town.ts'
import type { World } from '../world.ts'
import { addDays, dayFrom, dayOf, instant } from '../calendar/zone.ts'
import { findStation } from '../people/directory.ts'
import { toPerson, commandRoom, type Address } from '../people/recipients.ts'
import { COMMAND_ROOM } from '../work/owner.ts'
import { cardIdOf, headFor, mayCommand, named, no, type Done, type Refused } from './desk.ts'
import { decideBy, LONGEST_LEAVE } from './limits.ts'
import { leaveCard, leaveNews, tellGaps } from './leaveSaid.ts'
import type { LeaveRead } from './read.ts'

type Entered = Entry<'leave'>
type Outcome = Done<'leave'> | Refused

/** 请假: the head decides, or the command room where there is none, he asks himself or is away. `open` = what is asked or agreed already. */
export function askLeave(
  town: Town,
  { userid, station }: Person,
  asked: LeaveRead,
  open: readonly Entered[],
  number: EntryNumber,
  world: World,
): Outcome {
  const refused = mayNotAsk(asked, userid, open, dayOf(world.now))
  if (refused) return refused
  const head = headFor(town, findStation(town, station), userid, dayOf(world.now))
  const data = { by: userid, station, ...asked, decidedBy: null, answer: null }
  const entry: Entered = newEntry({ world, town }, 'leave', number, {
    state: 'asked',
    owner: head ?? COMMAND_ROOM,
    dueAt: null,
    data,
  })
  const desk = atDesk(world, town)
  put(desk, entry, 'leave-asked', userid, { from: asked.from, to: asked.to })
  arm(desk, entry, 'leave', nextLook(desk, entry))
  tellDeciders(desk, entry, head)
  return { ok: true, decision: decided(desk), entry }
}

function mayNotAsk({ from, to }: LeaveRead, userid: string, open: readonly Entered[], today: string): Refused | null {
  if (from < today || to < from) return no('leave-past')
  if (dayFrom(to) - dayFrom(from) >= LONGEST_LEAVE) return no('leave-longest', [String(LONGEST_LEAVE)])
  const same = open.find(({ data }) => data.by === userid && data.from <= to && from <= data.to)
  return same ? no('leave-known', [same.no]) : null
}

/** It is over with the last day that was asked for. */
const endOf = ({ data }: Entered): Date => instant(addDays(data.to, 1), 0)

function nextLook(desk: Desk, entry: Entered): Date {
  const by = decideBy(desk)
  return by < endOf(entry) ? by : endOf(entry)
}

/** Why somebody is away is for who decides, and for no group. */
function tellDeciders(desk: Desk, entry: Entered, head: string | null, late = false): void {
  for (const address of head === null ? room(desk, entry) : [toPerson(head)]) {
    const card = leaveCard(desk.town, entry, cardIdOf(desk, entry), dayOf(desk.world.now))
    const note = address.to.kind === 'person' ? card.note : null
    say(desk, 'dispatch', entry, address, { ...card, note, ...(late ? { late } : {}) })
  }
}

const room = ({ town }: Desk, { data }: Entered): readonly Address[] =>
  commandRoom(town).filter(({ to }) => to.kind !== 'person' || to.userid !== data.by)

/** May he decide on it: never on his own; the head, or the command room. */
function mayNotDecide(town: Town, { state, data }: Entered, userid: string): Refused | null {
  if (data.by === userid) return no('leave-own')
  if (findStation(town, data.station)?.head !== userid && !mayCommand(town, userid)) return no('leave-others')
  return state === 'asked' ? null : no('leave-decided', [named(town, data.decidedBy), state])
}

/** 同意请假 / 不同意请假 理由. */
export function decideLeave(
  town: Town,
  entry: Entered,
  userid: string,
  answer: Readonly<{ agree: boolean; why: string | null }>,
  world: World,
): Outcome {
  const refused = mayNotDecide(town, entry, userid)
  if (refused) return refused
  if (!answer.agree && answer.why === null) return no('leave-why')
  const desk = atDesk(world, town)
  const state = answer.agree ? 'agreed' : 'refused'
  const data = { ...entry.data, decidedBy: userid, answer: answer.why }
  const after = settled(desk, { ...entry, state, data }, `leave-${state}`, userid)
  say(
    desk,
    'dispatch',
    after,
    toPerson(data.by),
    leaveNews(town, after, answer.agree ? 'leave-agreed' : 'leave-refused', userid),
  )
  if (answer.agree) tellGaps(desk, after, userid)
  return { ok: true, decision: decided(desk), entry: after }
}

/** 取消请假, by who asked for it: also one that was agreed and is not over. */
export function cancelLeave(town: Town, entry: Entered, userid: string, world: World): Outcome {
  if (entry.data.by !== userid) return no('leave-none')
  const open = entry.state === 'asked' || (entry.state === 'agreed' && entry.data.to >= dayOf(world.now))
  if (!open) return no('leave-decided', [named(town, entry.data.decidedBy), entry.state])
  const desk = atDesk(world, town)
  const after = settled(desk, { ...entry, state: 'cancelled' }, 'leave-cancelled', userid)
  const decider = entry.owner !== null && entry.owner !== COMMAND_ROOM ? entry.owner : entry.data.decidedBy
  const told = decider === null ? room(desk, entry) : [toPerson(decider)]
  for (const address of told) say(desk, 'dispatch', after, address, leaveNews(town, after, 'leave-cancelled', userid))
  return { ok: true, decision: decided(desk), entry: after }
}

/** Nobody has decided: the command room hears of it; when the last day is over it lapses. */
export function leaveDue(town: Town, entry: Entered, world: World) {
  const desk = atDesk(world, town)
  if (entry.state !== 'asked') arm(desk, entry, 'leave', null)
  else if (world.now >= endOf(entry)) {
    const after = settled(desk, { ...entry, state: 'lapsed' }, 'leave-lapsed', 'system')
    remind(desk, after, toPerson(entry.data.by), leaveNews(town, after, 'leave-lapsed', null))
  } else {
    put(desk, { ...entry, owner: COMMAND_ROOM }, 'leave-late', 'system')
    arm(desk, entry, 'leave', endOf(entry), 1)
    tellDeciders(desk, entry, null, true)
  }
  return decided(desk)
}

/** Nobody has to do anything about it any more. */
function settled(desk: Desk, entry: Entered, type: string, by: string): Entered {
  const after = { ...entry, owner: null, dueAt: null }
  put(desk, after, type, by, { from: entry.data.from, to: entry.data.to })
  arm(desk, after, 'leave', null)
  return after
}
