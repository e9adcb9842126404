import type { RefusalReason } from '../refusal.ts'
import type { Task } from '../task.ts'
import type { Town } from '../town.ts'
import type { World } from '../world.ts'
import { arm, put, remind, type Desk } from '../book/desk.ts'
import { metresBetween, type Spot } from '../route/nearest.ts'
import type { Called, Came } from './kinds.ts'
import { ASK_TO_END_MS } from './limits.ts'
import { calledUnit, hasCome, isFar, minutesOf, present, rowOf, whistleFacts, type Whistle } from './roll.ts'
import { deskOf } from './tell.ts'
import { showRoom, WHISTLE } from './whistle.ts'
import { toPerson } from '../people/recipients.ts'

/** Who acts for which of the called units. */
export type Member = Readonly<{ userid: string; station: string }>

/** `now` = the whistle as it is from here on; `again` = nothing new in it. */
export type Answered =
  | Readonly<{ ok: true; desk: Desk | null; whistle: Whistle; again: boolean }>
  | Readonly<{ ok: false; reason: RefusalReason }>

const no = (reason: RefusalReason): Answered => ({ ok: false, reason })

/** How far a point is from the place that was called to; null where the village has no coordinates, or there is none. */
export function metresOff({ data }: Whistle, at: Spot, { villages }: Town): number | null {
  const village = villages.find(({ code }) => code === data.place?.code)
  if (!village || village.lat === null || village.lng === null) return null
  return Math.round(metresBetween(at, { lat: village.lat, lng: village.lng }))
}

/** 报到. The unit is there with its first member; that he is far from the place is marked and told, and counts all the same. */
export function checkIn(
  whistle: Whistle,
  member: Member,
  proof: Pick<Came, 'how' | 'metres'>,
  task: Task | null,
  town: Town,
  world: World,
): Answered {
  return answered(whistle, member, town, world, task, (called, desk) => {
    const own = called.came.find(({ by }) => by === member.userid)
    if (own && (proof.metres === null || own.metres !== null)) return null
    const came: Came = { by: member.userid, at: own?.at ?? world.now.toISOString(), ...proof }
    const after = { ...called, came: [...called.came.filter((each) => each !== own), came].toSorted(byTime) }
    const next = withCalled(whistle, after)
    const { how, metres } = proof
    put(desk, next, 'whistle-came', member.userid, {
      station: member.station,
      how,
      metres,
      minutes: minutesOf(whistle, came),
    })
    const isLast = !hasCome(called) && present(next) === next.data.called.length
    if (present(next) === next.data.called.length) rest(desk, next)
    if (isLast) showRoom(desk, next, 'complete')
    if (!hasCome(called) || isFar(came)) tellCommander(desk, next, after, member)
    return next
  })
}

const byTime = (one: Came, other: Came): number => one.at.localeCompare(other.at)

/** 收到: it stands in the roll, and nobody is told. */
export function seen(whistle: Whistle, member: Member, task: Task | null, town: Town, world: World): Answered {
  return answered(whistle, member, town, world, task, (called, desk) => {
    if (called.seen || hasCome(called)) return null
    const next = withCalled(whistle, { ...called, seen: world.now.toISOString() })
    put(desk, next, 'whistle-seen', member.userid, { station: member.station })
    return next
  })
}

/** 来不了: the commander must know at once. */
export function cannotCome(
  whistle: Whistle,
  member: Member,
  why: string,
  task: Task | null,
  town: Town,
  world: World,
): Answered {
  return answered(whistle, member, town, world, task, (called, desk) => {
    if (hasCome(called)) return null
    const after = { ...called, cannot: { by: member.userid, at: world.now.toISOString(), why } }
    const next = withCalled(whistle, after)
    put(desk, next, 'whistle-cannot', member.userid, { station: member.station })
    tellCommander(desk, next, after, member)
    return next
  })
}

/** Null from `change`: nothing new. */
function answered(
  whistle: Whistle,
  { station }: Member,
  town: Town,
  world: World,
  task: Task | null,
  change: (called: Called, desk: Desk) => Whistle | null,
): Answered {
  const called = calledUnit(whistle, station)
  if (!called) return no('whistle-not-called')
  if (whistle.state === 'ended') return no('whistle-over')
  const desk = deskOf(whistle, task, town, world)
  const next = change(called, desk)
  return next ? { ok: true, desk, whistle: next, again: false } : { ok: true, desk: null, whistle, again: true }
}

export const withCalled = (whistle: Whistle, after: Called): Whistle => ({
  ...whistle,
  data: {
    ...whistle.data,
    called: whistle.data.called.map((each) => (each.station === after.station ? after : each)),
  },
})

/** All are there: nobody is late any more, but somebody must end it. */
export function rest(desk: Desk, whistle: Whistle): void {
  const from = Math.max(desk.world.now.getTime(), (whistle.dueAt ?? whistle.at).getTime())
  arm(desk, whistle, WHISTLE, new Date(from + ASK_TO_END_MS), 2)
}

function tellCommander(desk: Desk, whistle: Whistle, called: Called, { userid }: Member): void {
  if (whistle.owner === null || whistle.owner === userid) return
  const { town, world } = desk
  remind(desk, whistle, toPerson(whistle.owner), {
    kind: 'whistle-news',
    whistle: whistleFacts(whistle, town),
    row: rowOf(whistle, called, town, world.now),
    here: present(whistle),
    of: whistle.data.called.length,
  })
}
