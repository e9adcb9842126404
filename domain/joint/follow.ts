import type { Follower, Moved } from '../case/follower.ts'
import type { Entry } from '../book/entry.ts'
import { arm, put, say, type Desk } from '../book/desk.ts'
import { ofKind } from '../book/entry.ts'
import { factsOf } from '../case/facts.ts'
import { barredUnits } from '../people/barred.ts'
import { CHILD } from './limits.ts'
import { isOpenChild, type Child } from './childFacts.ts'
import { sayNews } from './childNews.ts'
import { endedAt } from './end.ts'
import { REQUEST, requestFacts, type Request } from './requestClock.ts'
import { calledUnit, hasCome, whistleFacts } from './roll.ts'
import { deskFor, hearers } from './tell.ts'
import { toPerson } from '../people/recipients.ts'

/**
 * What becomes of whistles, requests and child tasks when their case ends, is finished, goes to another unit, or turns
 * out to be about one of the units: nothing of them stays behind with a clock, and each unit is told.
 */
export const followCase: Follower = (moved) => {
  const desk = deskFor(moved, moved.world)
  for (const child of ofKind(moved.book, 'child').filter(isOpenChild)) followChild(desk, moved, child)
  for (const request of ofKind(moved.book, 'request').filter(({ state }) => state === 'asked'))
    if (isOver(moved) || isFinished(moved) || isBarredNow(moved, request.data.to)) lapse(desk, moved, request)
  for (const whistle of ofKind(moved.book, 'whistle').filter(({ state }) => state === 'called'))
    followWhistle(desk, moved, whistle)
  return desk.entries.size > 0 ? desk : null
}

const isOver = ({ task }: Moved): boolean => task.stage === 'closed' || task.stage === 'withdrawn'
const isFinished = ({ before, task }: Moved): boolean => task.stage === 'finished' && before.stage !== 'finished'
const isBarredNow = ({ task, town }: Moved, station: string): boolean => barredUnits(task, town).includes(station)

function followChild(desk: Desk, moved: Moved, child: Child): void {
  const { before, task } = moved
  const hand = { ...moved, entries: moved.book }
  const ends = isOver(moved) || isFinished(moved) || isBarredNow(moved, child.data.to) || task.lead === child.data.to
  if (!ends && (task.lead === null || task.lead === before.lead)) return
  const next: Child = ends ? { ...child, state: 'dropped' } : { ...child, data: { ...child.data, from: task.lead } }
  put(desk, next, ends ? 'child-dropped' : 'child-moved', 'system', { station: child.data.to })
  if (ends) arm(desk, next, CHILD, null)
  for (const address of hearers(desk, child.data.to))
    sayNews(desk, hand, next, ends ? 'dropped' : 'moved', address, null)
}

function lapse(desk: Desk, { task, town }: Moved, request: Request): void {
  const next: Request = { ...request, state: 'lapsed' }
  put(desk, next, 'help-lapsed', 'system', { station: request.data.to })
  arm(desk, next, REQUEST, null)
  const body = { kind: 'request-answered', facts: factsOf(task, town), request: requestFacts(next, town) } as const
  for (const address of hearers(desk, request.data.to)) say(desk, 'dispatch', next, address, { ...body, to: 'unit' })
}

/** A unit that was called in leads from now on: it need not come to the aid of itself, and is not scored for it. */
function takenOver(desk: Desk, whistle: Entry<'whistle'>, station: string): void {
  const called = whistle.data.called.filter((each) => each.station !== station)
  const without = { ...whistle, data: { ...whistle.data, called } }
  const next = called.length > 0 ? without : endedAt(desk, without, null)
  if (next === without) put(desk, without, 'whistle-taken', 'system', { station })
  const body = { kind: 'whistle-ended', whistle: whistleFacts(next, desk.town), by: null } as const
  for (const address of hearers(desk, station)) say(desk, 'dispatch', next, address, body)
}

/** A finished case only reminds the commander: his people may still be out there. */
function followWhistle(desk: Desk, moved: Moved, whistle: Entry<'whistle'>): void {
  if (isOver(moved)) return void endedAt(desk, whistle, null)
  const { before, task } = moved
  const taker = task.lead === null || task.lead === before.lead ? null : calledUnit(whistle, task.lead)
  if (taker && !hasCome(taker)) return takenOver(desk, whistle, taker.station)
  if (!isFinished(moved)) return
  put(desk, whistle, 'whistle-open', 'system')
  const { town } = moved
  if (whistle.owner !== null)
    say(desk, 'alerts', whistle, toPerson(whistle.owner), {
      kind: 'whistle-open',
      whistle: whistleFacts(whistle, town),
      finished: true,
    })
}
