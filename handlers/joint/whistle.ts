import type { Sort } from '../../domain/joint/kinds.ts'
import type { Person, Town } from '../../domain/town.ts'
import { decided } from '../../domain/book/desk.ts'
import { namedFirst, type Partner } from '../../domain/duty/named.ts'
import { whistleOrder, type WhistleOrder } from '../../domain/joint/order.ts'
import { rollOf, whistleFacts, type Whistle } from '../../domain/joint/roll.ts'
import { callOut, sortOf } from '../../domain/joint/whistle.ts'
import { findStation, isCommand, withRole } from '../../domain/people/directory.ts'
import { hasAnybody } from '../../domain/route/fallback.ts'
import { refusal } from '../acts.ts'
import { newNumber } from '../entries.ts'
import type { Result, Turn } from '../turn.ts'
import { cardIdFor } from './find.ts'

/**
 * Who calls units to a place, without a case: the command room and the leaders always, the head of the brigade where he
 * does not begin with a unit, as he does for the case he has. Anybody else who names a place is told whom to ask. Null = it is about a case.
 */
export async function onPlaced(turn: Turn, rest: string, sort: Sort | null): Promise<Result | null> {
  const { person, town } = turn.speaker
  if (!person || !town) return null
  if (isCommand(person)) return placed(turn, town, rest, sort)
  const { partners, unsure } = namedFirst(rest, town)
  if (partners.length > 0 || unsure || rest === '') return null
  if (isBrigadeHead(person, town)) return placed(turn, town, rest, sort)
  const { partners: named } = whistleOrder(rest, town, turn.world)
  return named.length > 0 ? refusal('whistle-who', null, whoMay(town)) : null
}

const isBrigadeHead = ({ userid, roles }: Person, town: Town): boolean =>
  roles.includes('head') && brigadeHeads(town).includes(userid)

const brigadeHeads = ({ stations }: Town): readonly string[] =>
  stations.flatMap(({ kind, head }) => (kind === 'brigade' && head ? head : []))

function whoMay(town: Town): readonly string[] {
  const ids = [...withRole(town, 'dispatcher'), ...withRole(town, 'leader'), ...brigadeHeads(town)]
  return town.people.filter(({ userid }) => ids.includes(userid)).map(({ name }) => name)
}

async function placed(turn: Turn, town: Town, rest: string, sort: Sort | null): Promise<Result> {
  const order = whistleOrder(rest, town, turn.world)
  const stations = order.partners.flatMap((each) => ('station' in each ? each.station : []))
  const refused = lacking(order, stations, town, turn)
  if (refused) return refused
  const { userid } = turn.speaker
  const { desk, whistle } = callOut(
    {
      number: await newNumber(turn, town.code, 'whistle'),
      sort: sort ?? order.sort ?? sortOf(rest, null, town),
      place: order.place,
      reason: order.reason,
      stations,
      commander: order.commander ?? userid,
      caller: userid,
      chat: turn.row.chat.id,
      task: null,
    },
    town,
    turn.world,
  )
  return {
    note: `whistle ${whistle.no}`,
    decision: decided(desk),
    answers: [rollBody(turn, whistle, town, 'called', outsideOf(order.partners))],
  }
}

function lacking(order: WhistleOrder, stations: readonly string[], town: Town, turn: Turn): Result | null {
  const all = town.stations.map(({ name }) => name)
  if (order.unsure)
    return refusal('whistle-units', null, [
      order.unsure.said,
      ...(order.unsure.maybe.length > 0 ? order.unsure.maybe : all),
    ])
  if (order.partners.length === 0) return refusal('whistle-lacks', null, all)
  if (stations.length === 0)
    return refusal(
      'whistle-outside',
      null,
      outsideOf(order.partners).map(({ name, phone }) => `${name}${phone ?? ''}`),
    )
  const empty = stations.find((id) => !hasAnybody(town, id, turn.world.now))
  if (empty) return refusal('empty-unit', null, [fallbackName(town, empty)])
  return order.place && order.reason ? null : refusal('whistle-lacks', null, all)
}

const fallbackName = (town: Town, empty: string): string =>
  findStation(town, town.fallback?.station === empty ? null : (town.fallback?.station ?? null))?.name ??
  town.stations.find(({ id }) => id !== empty)?.name ??
  ''

const outsideOf = (partners: readonly Partner[]) => partners.flatMap((each) => ('station' in each ? [] : each))

/** The roll as an answer. */
export function rollBody(
  turn: Turn,
  whistle: Whistle,
  town: Town,
  told: 'called' | 'asked' | 'ended',
  outside: readonly Readonly<{ name: string; phone: string | null }>[] = [],
) {
  return {
    kind: 'whistle-roll',
    cardId: cardIdFor(turn, whistle.no),
    whistle: whistleFacts(whistle, town),
    rows: rollOf(whistle, town, turn.world.now),
    told,
    outside,
  } as const
}
