import { arm, atDesk, decided, put, remind, say } from '../book/desk.ts'
import { newEntry, type Entry, type EntryNumber } from '../book/entry.ts'
import type { Decision } from '../decision.ts'
import type { Person, Station, Swap, Town } from '../town.ts'
import type { World } from '../world.ts'
import { addDays, dayOf, instant } from '../calendar/zone.ts'
import { findStation } from '../people/directory.ts'
import { isAway, onDutyOn } from '../people/shift.ts'
import { toPerson, personOf } from '../people/recipients.ts'
import { cardIdOf, named, no, watchers, type Done, type Refused } from './desk.ts'
import type { CrewNews, ShiftSaid, SwapCard } from './said.ts'

type Entered = Entry<'swap'>
type Outcome = Done<'swap'> | Refused

/** 换班: the other one agrees. `open` = swaps that wait already. */
export function askSwap(
  town: Town,
  asker: Person,
  asked: Readonly<{ with: Person; days: readonly string[] }>,
  open: readonly Entered[],
  number: EntryNumber,
  world: World,
): Outcome {
  const station = findStation(town, asker.station)
  if (!station) return no('no-unit')
  if (asked.days.some((day) => day < dayOf(world.now))) return no('swap-past')
  const found = shiftsOf(town, station, asker.userid, asked.with.userid, asked.days)
  if (!('shifts' in found)) return found
  const same = open.find(
    ({ data }) => data.by === asker.userid && data.shifts.some(({ date }) => asked.days.includes(date)),
  )
  if (same) return no('swap-known', [same.no])
  const data = { by: asker.userid, with: asked.with.userid, station: station.id, shifts: found.shifts }
  const entry: Entered = newEntry({ world, town }, 'swap', number, {
    state: 'asked',
    owner: data.with,
    dueAt: null,
    data,
  })
  const desk = atDesk(world, town)
  put(desk, entry, 'swap-asked', asker.userid, { with: data.with, days: asked.days })
  arm(desk, entry, 'swap', endOf(entry, world.now))
  // whose shift it is is his own business: a group does not decide it in his place
  say(desk, 'dispatch', entry, personOf(station, data.with), swapCard(town, entry, cardIdOf(desk, entry)))
  return { ok: true, decision: decided(desk), entry }
}

/** On each day one of the two is on duty and the other is not, and is there. */
function shiftsOf(
  town: Town,
  { id, ...station }: Station,
  a: string,
  b: string,
  days: readonly string[],
): Readonly<{ shifts: readonly Swap[] }> | Refused {
  const shifts: Swap[] = []
  for (const date of days) {
    const present = onDutyOn(town, { id, ...station }, date)
    const [has, other] = [present.includes(a), present.includes(b)]
    if (has === other) return no(has ? 'swap-both' : 'swap-neither', [date, named(town, b)])
    const [out, into] = has ? [a, b] : [b, a]
    if (isAway(town, into, date)) return no('swap-away', [date, named(town, into)])
    shifts.push({ date, station: id, out, in: into })
  }
  return { shifts }
}

/** Not agreed when the first of the days begins, it lapses; one of today at its end. */
function endOf({ data }: Entered, now: Date): Date {
  const [first = dayOf(now)] = data.shifts.map(({ date }) => date).toSorted()
  return instant(first > dayOf(now) ? first : addDays(first, 1), 0)
}

/** 同意换班 / 不同意换班, by the other one alone. */
export function decideSwap(town: Town, entry: Entered, userid: string, agree: boolean, world: World): Outcome {
  const { data } = entry
  if (data.with !== userid) return no('swap-not-you', [named(town, data.with)])
  if (entry.state !== 'asked') return no('swap-decided', [entry.state])
  if (agree && !stillFits(town, entry)) return no('swap-changed')
  const desk = atDesk(world, town)
  const after: Entered = { ...entry, state: agree ? 'agreed' : 'refused', owner: null, dueAt: null }
  put(desk, after, agree ? 'swapped' : 'swap-refused', userid, { days: data.shifts.map(({ date }) => date) })
  arm(desk, after, 'swap', null)
  say(desk, 'dispatch', after, toPerson(data.by), news(town, after, agree ? 'swapped' : 'swap-refused'))
  const told = agree ? watchers(town, data.station, userid) : []
  for (const address of told.filter(({ to }) => to.kind !== 'person' || to.userid !== data.by))
    say(desk, 'dispatch', after, address, news(town, after, 'swapped'))
  return { ok: true, decision: decided(desk), entry: after }
}

/** The roster, leave and other swaps may have changed since it was asked. */
function stillFits(town: Town, { data }: Entered): boolean {
  const station = findStation(town, data.station)
  const days = data.shifts.map(({ date }) => date)
  const found = station && shiftsOf(town, station, data.by, data.with, days)
  return found !== null && 'shifts' in found && found.shifts.every(({ out }, i) => out === data.shifts[i]?.out)
}

export function swapDue(town: Town, entry: Entered, world: World): Decision {
  const desk = atDesk(world, town)
  arm(desk, entry, 'swap', null)
  if (entry.state !== 'asked') return decided(desk)
  const after: Entered = { ...entry, state: 'lapsed', owner: null, dueAt: null }
  put(desk, after, 'swap-lapsed', 'system')
  remind(desk, after, toPerson(entry.data.by), news(town, after, 'swap-lapsed'))
  return decided(desk)
}

function news(town: Town, { no: number, data }: Entered, what: CrewNews) {
  const [by, who] = [named(town, data.by), named(town, data.with)]
  return { kind: 'crew-news', news: what, no: number, by, who, shifts: shiftsSaid(town, data.shifts) } as const
}

export const shiftsSaid = (town: Town, shifts: readonly Swap[]): readonly ShiftSaid[] =>
  shifts.map(({ date, out, in: into }) => ({ date, out: named(town, out), in: named(town, into) }))

export function swapCard(town: Town, { no: number, state, data }: Entered, cardId: string): SwapCard {
  const station = findStation(town, data.station)?.name ?? data.station
  const [by, other] = [named(town, data.by), named(town, data.with)]
  return {
    kind: 'swap-card',
    no: number,
    cardId,
    by,
    with: other,
    station,
    shifts: shiftsSaid(town, data.shifts),
    state,
  }
}
