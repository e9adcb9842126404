import type { CaseRef } from '../../domain/command/parsed.ts'
import type { Mark } from '../../domain/joint/kinds.ts'
import type { Town } from '../../domain/town.ts'
import { decided } from '../../domain/book/desk.ts'
import { ofKind } from '../../domain/book/entry.ts'
import { commands, endWhistle, mayStillScore, scoreUnit } from '../../domain/joint/end.ts'
import { markIn } from '../../domain/joint/order.ts'
import { calledUnit, rowOf, whistleFacts, type Whistle } from '../../domain/joint/roll.ts'
import { stationsCalled } from '../../domain/people/called.ts'
import { findStation, isCommand } from '../../domain/people/directory.ts'
import { refusal } from '../acts.ts'
import { mayBeSaid } from '../here.ts'
import { isTap, actorOf, type Result, type Turn } from '../turn.ts'
import { cardIdFor, find } from './find.ts'
import { rollBody } from './whistle.ts'

type Mine = (whistle: Whistle) => boolean

/** Whose he leads; the command room and the leaders speak of all others only while they lead none themselves. */
async function mineOf({ ctx: { store }, speaker: { userid, person, town } }: Turn): Promise<Mine> {
  const leads: Mine = ({ owner }) => owner === userid
  if (!town || !person || !isCommand(person)) return leads
  const open = await store.entries({ town: town.code, kinds: ['whistle'], states: ['called'], limit: 50 })
  return ofKind(open, 'whistle').some(leads) ? leads : () => true
}

/** 点名 n: who is there and who is not, for who leads and who watches over it. */
export async function onRollCall(turn: Turn, ref: CaseRef | null, rest: string): Promise<Result> {
  const wanted = { kind: 'whistle', states: ['called'], mine: await mineOf(turn), none: 'whistle-no-open' } as const
  const found = await find(turn, wanted, ref, rest)
  if (!('got' in found)) return found
  const { entry, town, hand } = found.got
  if (!commands(entry, turn.speaker.userid, town, turn.world)) return refusal('whistle-commander', null)
  if (hand && !mayBeSaid(turn, hand.task)) return refusal('ask-alone', null)
  const body = rollBody(turn, entry, town, entry.state === 'ended' ? 'ended' : 'asked')
  return { note: `roll of ${entry.no}`, ...(isTap(turn) ? { card: body } : { answers: [body] }) }
}

/** 收哨 n. */
export async function onEnd(turn: Turn, ref: CaseRef | null, rest: string): Promise<Result> {
  const wanted = { kind: 'whistle', states: ['called'], mine: await mineOf(turn), none: 'whistle-no-open' } as const
  const found = await find(turn, wanted, ref, rest)
  if (!('got' in found)) return found
  const { entry, town, hand } = found.got
  const outcome = endWhistle(entry, actorOf(turn), hand?.task ?? null, town, turn.world)
  const body = rollBody(turn, outcome.ok ? outcome.whistle : entry, town, 'ended')
  if (!outcome.ok) {
    const over = outcome.reason === 'whistle-over' && isTap(turn)
    return { ...refusal(outcome.reason, null), ...(over ? { card: body } : {}) }
  }
  const decision = outcome.desk ? { decision: decided(outcome.desk) } : {}
  return { note: `whistle ${entry.no} ended`, ...decision, ...(isTap(turn) ? { card: body } : { answers: [body] }) }
}

/** 评哨 n 单位 好. */
export async function onScore(turn: Turn, ref: CaseRef | null, rest: string): Promise<Result> {
  const { userid } = turn.speaker
  const mine: Mine = (whistle) => whistle.owner === userid && mayStillScore(whistle, turn.world.now)
  const wanted = { kind: 'whistle', states: ['ended'], mine, none: 'whistle-no-score' } as const
  const found = await find(turn, wanted, ref, rest)
  if (!('got' in found)) return found
  const { entry, town, words } = found.got
  const said = markIn(words)
  const station = said && unitOf(entry, town, said.rest)
  if (!station || !said) return refusal('whistle-score-how', null, namesOf(entry, town))
  const outcome = scoreUnit(entry, userid, station, said.mark, town, turn.world)
  if (!outcome.ok) return refusal(outcome.reason, null, namesOf(entry, town))
  const body = scoreBody(turn, outcome.whistle, town, station, said.mark)
  return {
    note: `whistle ${entry.no}: scored`,
    ...(outcome.desk ? { decision: decided(outcome.desk) } : {}),
    ...(isTap(turn) ? { card: body } : { answers: [body] }),
  }
}

function unitOf(whistle: Whistle, town: Town, words: string): string | null {
  const named = words === '' ? whistle.data.called : stationsCalled(words, town).map(({ id }) => ({ station: id }))
  const fit = named.map(({ station }) => station).filter((id) => calledUnit(whistle, id) !== null)
  return fit.length === 1 ? (fit[0] ?? null) : null
}

const namesOf = ({ data }: Whistle, town: Town): readonly string[] =>
  data.called.map(({ station }) => findStation(town, station)?.name ?? station)

function scoreBody(turn: Turn, whistle: Whistle, town: Town, station: string, mark: Mark) {
  const called = calledUnit(whistle, station)
  if (!called) throw new Error('a unit was scored that was not called')
  return {
    kind: 'whistle-score',
    cardId: cardIdFor(turn, `${whistle.no}_${whistle.version}`),
    whistle: whistleFacts(whistle, town),
    row: rowOf(whistle, called, town, turn.world.now),
    station,
    mark,
    again: false,
  } as const
}
