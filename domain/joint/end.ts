import type { RefusalReason } from '../refusal.ts'
import type { Task } from '../task.ts'
import type { Town } from '../town.ts'
import type { World } from '../world.ts'
import type { Actor } from '../case/outcome.ts'
import { arm, put, say, type Desk } from '../book/desk.ts'
import { findPerson, isCommand, nameOf } from '../people/directory.ts'
import { isHere, toPerson, commandRoom, distinct } from '../people/recipients.ts'
import { withCalled, type Answered } from './checkIn.ts'
import type { Called, Mark } from './kinds.ts'
import { SCORE_AGAIN_MS, SCORE_CHANGE_MS, SCORE_LAST_MS } from './limits.ts'
import { calledUnit, rowOf, whistleFacts, type Whistle } from './roll.ts'
import { cardIdOf, deskOf, hearers } from './tell.ts'
import { sayRoll, WHISTLE } from './whistle.ts'

/** The kind of the timer that asks once more for what was not scored. */
export const SCORE = 'whistle-score'

/** Who leads on the spot; where he cannot, the command room. */
export const commands = ({ owner }: Whistle, userid: string, town: Town, world: World): boolean => {
  const found = findPerson(world, userid, town.code)
  return owner === userid || (found?.town.code === town.code && isCommand(found.person))
}

/** 收哨: the clock stops, all who were called are told, and the commander is asked how each of them did. */
export function endWhistle(whistle: Whistle, actor: Actor, task: Task | null, town: Town, world: World): Answered {
  if (!commands(whistle, actor.userid, town, world)) return { ok: false, reason: 'whistle-commander' }
  if (whistle.state === 'ended') return { ok: false, reason: 'whistle-over' }
  const desk = deskOf(whistle, task, town, world)
  return { ok: true, desk, whistle: endedAt(desk, whistle, actor), again: false }
}

/** `by` null: its time or its case is over. */
export function endedAt(desk: Desk, whistle: Whistle, by: Actor | null): Whistle {
  const { town, world } = desk
  const ended: Whistle = { ...whistle, state: 'ended', data: { ...whistle.data, endedAt: world.now.toISOString() } }
  put(desk, ended, 'whistle-ended', by?.userid ?? 'system')
  arm(desk, ended, WHISTLE, null)
  arm(desk, ended, SCORE, new Date(world.now.getTime() + SCORE_AGAIN_MS))
  const body = {
    kind: 'whistle-ended',
    whistle: whistleFacts(ended, town),
    by: nameOf(town, by?.userid ?? null),
  } as const
  const called = ended.data.called.flatMap(({ station }) => hearers(desk, station))
  // who leads hears it too, where somebody else ended it
  const leads = ended.owner === null || ended.owner === by?.userid ? [] : [toPerson(ended.owner)]
  for (const address of distinct([...called, ...leads])) say(desk, 'dispatch', ended, address, body)
  const elsewhere = commandRoom(town).filter((address) => !by || !isHere(address, town, by))
  for (const address of elsewhere) sayRoll(desk, ended, address, 'ended')
  askScores(desk, ended, false)
  return ended
}

function askScores(desk: Desk, whistle: Whistle, again: boolean): void {
  if (whistle.owner === null) return
  for (const called of whistle.data.called.filter(({ score }) => score === null))
    say(desk, 'dispatch', whistle, toPerson(whistle.owner), scoreBody(desk, whistle, called, again))
}

function scoreBody(desk: Desk, whistle: Whistle, called: Called, again: boolean) {
  const { town, world } = desk
  return {
    kind: 'whistle-score',
    cardId: cardIdOf(desk, whistle),
    whistle: whistleFacts(whistle, town),
    row: rowOf(whistle, called, town, world.now),
    station: called.station,
    mark: called.score?.mark ?? null,
    again,
  } as const
}

/** 评哨: by the commander, once for each unit; he may think better of it for a day. */
export function scoreUnit(
  whistle: Whistle,
  userid: string,
  station: string,
  mark: Mark,
  town: Town,
  world: World,
): Answered {
  const reason = mayScore(whistle, userid, town, world) ?? stillTime(whistle, station, world.now)
  if (reason) return { ok: false, reason }
  const called = calledUnit(whistle, station)
  if (!called) return { ok: false, reason: 'whistle-score-how' }
  if (called.score?.mark === mark) return { ok: true, desk: null, whistle, again: true }
  const desk = deskOf(whistle, null, town, world)
  // the day to think better of it runs from the first time
  const at = called.score?.at ?? world.now.toISOString()
  const next = withCalled(whistle, { ...called, score: { mark, at } })
  put(desk, next, 'whistle-scored', userid, { station, mark })
  if (next.data.called.every(({ score }) => score !== null)) arm(desk, next, SCORE, null)
  return { ok: true, desk, whistle: next, again: false }
}

function mayScore(whistle: Whistle, userid: string, town: Town, world: World): RefusalReason | null {
  if (!commands(whistle, userid, town, world)) return 'whistle-commander'
  return whistle.state === 'ended' ? null : 'whistle-score-early'
}

function stillTime(whistle: Whistle, station: string, now: Date): RefusalReason | null {
  const score = calledUnit(whistle, station)?.score ?? null
  const since = (iso: string | null) => now.getTime() - new Date(iso ?? now).getTime()
  const over = score ? since(score.at) > SCORE_CHANGE_MS : since(whistle.data.endedAt) > SCORE_LAST_MS
  return over ? 'whistle-score-late' : null
}

/** Is it a whistle of these days, and not one that was left blank long ago? */
export const mayStillScore = ({ data }: Whistle, now: Date): boolean =>
  data.endedAt !== null && now.getTime() - new Date(data.endedAt).getTime() <= SCORE_LAST_MS

/** A day later: what was not scored is asked for once more, and then left blank. */
export function fireScore(whistle: Whistle, task: Task | null, town: Town, world: World): Desk {
  const desk = deskOf(whistle, task, town, world)
  put(desk, whistle, 'whistle-score-asked', 'system')
  arm(desk, whistle, SCORE, null)
  askScores(desk, whistle, true)
  return desk
}
