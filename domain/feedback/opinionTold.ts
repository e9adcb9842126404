import type { Entry } from '../book/entry.ts'
import type { Facts } from '../facts.ts'
import type { World } from '../world.ts'
import type { OpinionSaid } from './said.ts'
import {
  setEntryTimer,
  alert,
  begin,
  decide,
  enter,
  factsNow,
  nextCardId,
  record,
  tell,
  type CaseInHand,
  type Draft,
} from '../case/draft.ts'
import type { Decision } from '../decision.ts'
import type { Town } from '../town.ts'
import { findStation, nameOf } from '../people/directory.ts'
import { toPerson, commandRoom, distinct, leaders, type Address } from '../people/recipients.ts'
import { supervisors } from '../people/barred.ts'
import { hasRole, headOf, unitPeople } from './parties.ts'
import { nextSaid, OPINION } from './wait.ts'

type Entered = Entry<'opinion'>
type Way = Pick<OpinionSaid, 'for' | 'news'>

export function tellAsked(draft: Draft, entry: Entered): void {
  for (const address of unitPeople(draft, entry.data.unit)) card(draft, entry, address, { for: 'unit', news: 'asked' })
}

export function tellAnswered(draft: Draft, entry: Entered): void {
  for (const address of itsSupervisor(draft, entry)) card(draft, entry, address, { for: 'decides', news: 'answered' })
}

export function tellAccepted(draft: Draft, entry: Entered): void {
  for (const address of unitPeople(draft, entry.data.unit))
    card(draft, entry, address, { for: 'unit', news: 'accepted' })
}

/** `stuck`: it went to and fro often enough, the leaders hear of it. */
export function tellAgain(draft: Draft, entry: Entered, stuck: boolean): void {
  const told = unitPeople(draft, entry.data.unit)
  for (const address of told) card(draft, entry, address, { for: 'unit', news: 'again' })
  if (!stuck) return
  for (const address of distinct([...commandRoom(draft.town), ...leaders(draft.town)]))
    card(draft, entry, address, { for: 'others', news: 'stuck' })
}

/** It is due: an answer of the unit, or the word of the supervisor. */
export function opinionDue(hand: CaseInHand, entry: Entered, step: number, world: World): Decision {
  const draft = begin(world, hand)
  if (entry.state === 'accepted') {
    setEntryTimer(draft, entry, OPINION, null)
    return decide(draft)
  }
  const dueAt = nextSaid(draft, step + 1)
  setEntryTimer(draft, entry, OPINION, dueAt, step + 1)
  // written with it, so that an answer that comes at this moment is not passed
  enter(draft, entry)
  const { no, data } = entry
  record(draft, 'opinion-late', 'system', { no, unit: data.unit, rounds: data.round, of: entry.state, times: step + 1 })
  for (const address of late(draft, entry)) lateCard(draft, entry, address)
  return decide(draft)
}

function late(draft: Draft, entry: Entered): readonly Address[] {
  const { town } = draft
  if (entry.state === 'answered') return itsSupervisor(draft, entry)
  const heads = headOf(town, entry.data.unit)
  const unit = heads.length > 0 ? heads : unitPeople(draft, entry.data.unit)
  return distinct([...unit, ...commandRoom(town), ...leaders(town)])
}

function lateCard(draft: Draft, entry: Entered, address: Address): void {
  const { to } = address
  const station = findStation(draft.town, entry.data.unit)
  const isUnit = to.kind === 'person' && to.userid === station?.head
  const reads = entry.state === 'answered' ? 'decides' : isUnit ? 'unit' : 'others'
  alert(
    draft,
    address,
    opinionSaid(entry, factsNow(draft), draft.town, nextCardId(draft), { for: reads, news: 'late' }),
  )
}

/** Who gave it; where he is no supervisor any more, those who are. */
function itsSupervisor({ town, task }: Draft, { data: { by } }: Entered): readonly Address[] {
  return hasRole(town, by, 'supervisor') ? [toPerson(by)] : supervisors(task, town)
}

function card(draft: Draft, entry: Entered, address: Address, way: Way): void {
  const cardId = nextCardId(draft)
  tell(draft, 'dispatch', address, opinionSaid(entry, factsNow(draft), draft.town, cardId, way))
}

export function opinionSaid(
  { no, state, dueAt, data }: Entered,
  facts: Facts,
  town: Town,
  cardId: string,
  way: Way,
): OpinionSaid {
  const { about, defect, again, answer, round } = data
  return {
    kind: 'opinion',
    no,
    cardId,
    facts,
    state,
    ...way,
    unit: findStation(town, data.unit)?.name ?? data.unit,
    by: nameOf(town, data.by) ?? '',
    about,
    defect,
    again,
    answer,
    answeredBy: nameOf(town, data.answeredBy),
    round,
    dueAt: dueAt?.toISOString() ?? null,
  }
}
