import { arm, atDesk, decided, put, remind, say, type Desk } from '../book/desk.ts'
import { newEntry, type Entry, type EntryNumber } from '../book/entry.ts'
import { OPEN_STAGES, type Stage, type Task } from '../task.ts'
import type { Decision } from '../decision.ts'
import type { Person, Station, Town } from '../town.ts'
import type { World } from '../world.ts'
import { addDays, dayOf, HOUR } from '../calendar/zone.ts'
import { begin, change, decide, record, type CaseInHand } from '../case/draft.ts'
import { factsOf } from '../case/facts.ts'
import { isBarred } from '../people/barred.ts'
import { findStation } from '../people/directory.ts'
import { isAway, onDutyOn } from '../people/shift.ts'
import { cardIdOf, named, no, type Done, type Refused } from './desk.ts'
import { NEXT_WITHIN } from './limits.ts'
import type { HandoverCard } from './said.ts'
import { toPerson } from '../people/recipients.ts'

type Entered = Entry<'handover'>

/** After an hour the receiver is asked again; after a day it lapses. */
const ASK_AGAIN = HOUR
const LAPSES = 24 * HOUR

/** Who of the unit is on duty next, from tomorrow on; else the head. */
export function nextOnDuty(town: Town, station: Station, userid: string, now: Date): string | null {
  const today = dayOf(now)
  for (let n = 1; n <= NEXT_WITHIN; n += 1) {
    const day = addDays(today, n)
    const found = onDutyOn(town, station, day).find((id) => id !== userid && !isAway(town, id, day))
    if (found) return found
  }
  return station.head === userid ? null : station.head
}

type Given = Readonly<{ to: string; note: string; tasks: readonly Task[]; before: Entered | null }>
type Asked = (Done<'handover'> & Readonly<{ without: readonly string[] }>) | Refused

/** 交班: the cases stay with the giver until the receiver takes them. What he may have nothing to do with stays where it is. */
export function handOverShift(town: Town, giver: Person, given: Given, number: EntryNumber, world: World): Asked {
  const { station, userid } = giver
  if (station === null) return no('no-unit')
  const may = given.tasks.filter((task) => !isBarred(task, town, given.to))
  if (given.tasks.length === 0) return no('handover-nothing')
  if (may.length === 0) return no('handover-barred', [named(town, given.to)])
  const data = { from: userid, to: given.to, station, note: given.note, cases: may.map(({ id }) => id) }
  const entry: Entered = newEntry({ world, town }, 'handover', number, {
    state: 'asked',
    owner: given.to,
    dueAt: null,
    data,
  })
  const desk = atDesk(world, town)
  if (given.before) close(desk, given.before, 'replaced', userid)
  put(desk, entry, 'handover-asked', userid, { to: given.to, cases: may.map(({ caseNo }) => caseNo) })
  arm(desk, entry, 'handover', new Date(world.now.getTime() + ASK_AGAIN))
  say(desk, 'dispatch', entry, toPerson(given.to), handoverCard(town, entry, may, cardIdOf(desk, entry)))
  const without = given.tasks.filter((task) => !may.includes(task)).map(({ caseNo }) => caseNo)
  return { ok: true, decision: decided(desk), entry, without }
}

const isOpen = ({ stage }: Task): boolean => (OPEN_STAGES as readonly Stage[]).includes(stage)

/** Is it still the giver's, and the unit's, and may the receiver have it? */
function passes({ task, town }: CaseInHand, { from, to, station }: Entered['data']): boolean {
  return isOpen(task) && task.holder === from && task.lead === station && !isBarred(task, town, to)
}

type Taken = (Done<'handover'> & Readonly<{ cases: readonly Task[]; without: readonly string[] }>) | Refused

/** 接班: all of them pass on in one decision, or none. Reporters hear nothing of it. */
export function takeOver(
  town: Town,
  entry: Entered,
  hands: readonly CaseInHand[],
  userid: string,
  world: World,
): Taken {
  const { data } = entry
  if (data.to !== userid) return no('handover-not-you', [named(town, data.to)])
  if (entry.state !== 'asked') return no('handover-over', [entry.state])
  if (town.people.find((each) => each.userid === userid)?.station !== data.station)
    return no('handover-over', ['lapsed'])
  const pass = hands.filter((hand) => passes(hand, data))
  const desk = atDesk(world, town)
  const after = close(desk, entry, 'taken', userid)
  const more = pass.map((hand) => passOn(hand, after, world))
  const [cases, moved] = [pass.map(({ task }) => task), hands.filter((hand) => !pass.includes(hand))]
  const without = moved.filter(({ task }) => !isBarred(task, town, userid)).map(({ task }) => task.caseNo)
  const said = { by: named(town, data.from), who: named(town, userid), cases: cases.map(({ caseNo }) => caseNo) }
  const left = moved.map(({ task }) => task.caseNo)
  const body = { kind: 'crew-news', news: 'handover-taken', no: entry.no, ...said, without: left } as const
  say(desk, 'dispatch', after, toPerson(data.from), body)
  return { ok: true, decision: { ...decided(desk), more }, entry: after, cases, without }
}

function passOn(hand: CaseInHand, { no: number, data: { from, to } }: Entered, world: World): Decision {
  const draft = begin(world, hand)
  change(draft, { holder: to })
  record(draft, 'handed-over', to, { from, to, no: number })
  return decide(draft)
}

function close(desk: Desk, entry: Entered, state: 'taken' | 'replaced' | 'lapsed', by: string): Entered {
  const after: Entered = { ...entry, state, owner: null, dueAt: null }
  put(desk, after, `handover-${state}`, by)
  arm(desk, after, 'handover', null)
  return after
}

/** Nobody took them: asked once more, then it lapses and the giver and his head hear of it. */
export function handoverDue(town: Town, entry: Entered, tasks: readonly Task[], step: number, world: World): Decision {
  const desk = atDesk(world, town)
  const { data } = entry
  if (entry.state !== 'asked') arm(desk, entry, 'handover', null)
  else if (step === 0) {
    const left = tasks.filter((task) => isOpen(task) && task.holder === data.from)
    put(desk, entry, 'handover-asked-again', 'system')
    arm(desk, entry, 'handover', new Date(entry.at.getTime() + LAPSES), 1)
    remind(desk, entry, toPerson(data.to), { ...handoverCard(town, entry, left, cardIdOf(desk, entry)), again: true })
  } else {
    const after = close(desk, entry, 'lapsed', 'system')
    const said = { no: entry.no, by: named(town, data.from), who: named(town, data.to) }
    const head = findStation(town, data.station)?.head ?? null
    for (const userid of new Set([data.from, ...(head === null ? [] : [head])]))
      remind(desk, after, toPerson(userid), { kind: 'crew-news', news: 'handover-lapsed', ...said })
  }
  return decided(desk)
}

export function handoverCard(town: Town, entry: Entered, tasks: readonly Task[], cardId: string): HandoverCard {
  const { no: number, state, data } = entry
  const [by, to] = [named(town, data.from), named(town, data.to)]
  const items = tasks.map((task) => factsOf(task, town))
  return { kind: 'handover-card', no: number, cardId, by, to, note: data.note || null, items, state }
}
