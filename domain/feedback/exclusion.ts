import { whileIn } from '../book/desk.ts'
import { newEntry, type Entry, type EntryNumber } from '../book/entry.ts'
import type { Decision } from '../decision.ts'
import type { Facts } from '../facts.ts'
import type { RefusalReason } from '../refusal.ts'
import type { Town } from '../town.ts'
import type { World } from '../world.ts'
import type { Exclusion } from './kinds.ts'
import type { ExclusionSaid } from './said.ts'
import { ofKind } from '../book/entry.ts'
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
import { refuse, type Actor, type Outcome } from '../case/outcome.ts'
import { maskFor } from '../privacy/mask.ts'
import { isBarred } from '../people/barred.ts'
import { findStation, nameOf } from '../people/directory.ts'
import { toPerson, commandRoom } from '../people/recipients.ts'
import { deciders, freeSupervisors, hasRole, stationOf } from './parties.ts'
import { nextSaid, replyDue } from './wait.ts'

type Entered = Entry<'exclusion'>

export const EXCLUSION = 'exclusion-wait'
/** A head may ask once more with a better reason. */
const MOST_ASKED = 2

/** 申请剔除 n 理由: the head of the unit asks that solved and satisfied do not count for this case. The case itself stays where it is. */
export function exclude(hand: CaseInHand, actor: Actor, text: string, number: EntryNumber, world: World): Outcome {
  const { task, town } = hand
  const refused = mayNotExclude(hand, actor)
  if (refused || task.lead === null) return refuse(refused ?? 'exclude-who')
  const draft = begin(world, hand)
  const reason = maskFor(task.shield)(text)
  const rounds = before(hand).length + 1
  const data = { unit: task.lead, by: actor.userid, reason, rounds, decidedBy: null, why: null }
  const entry: Entered = newEntry({ world, town }, 'exclusion', number, {
    taskId: task.id,
    state: 'asked',
    owner: null,
    dueAt: replyDue(draft),
    data,
  })
  enter(draft, entry)
  setEntryTimer(draft, entry, EXCLUSION, entry.dueAt)
  record(draft, 'exclusion-asked', actor.userid, { ...dataOf(entry), reason })
  tellDeciders(draft, entry, 'asked')
  return { ok: true, decision: decide(draft), task: draft.task }
}

const before = ({ task, entries = [] }: CaseInHand): Entered[] =>
  ofKind(entries, 'exclusion').filter(({ data }) => data.unit === task.lead)

export function mayNotExclude(hand: CaseInHand, { userid }: Actor): RefusalReason | null {
  const { task, town } = hand
  if (isBarred(task, town, userid)) return 'conflict'
  if (task.lead === null || stationOf(town, userid) !== task.lead) return 'not-yours'
  if (!hasRole(town, userid, 'head')) return 'exclude-who'
  if (task.mergedInto !== null) return 'merged'
  return task.stage === 'withdrawn' ? 'withdrawn' : askedBefore(before(hand))
}

function askedBefore(asked: readonly Entered[]): RefusalReason | null {
  if (asked.some(({ state }) => state === 'asked')) return 'exclude-waits'
  if (asked.some(({ state }) => state === 'agreed')) return 'exclude-already'
  return asked.length < MOST_ASKED ? null : 'exclude-often'
}

/** 同意剔除 n / 不同意剔除 n 理由: never by who asked, nor by anybody of his unit. */
export function ruleExclusion(
  hand: CaseInHand,
  entry: Entered,
  actor: Actor,
  agreed: boolean,
  why: string | null,
  world: World,
): Outcome {
  const reason = mayNotRule(hand, entry, actor)
  if (reason) return refuse(reason)
  const draft = begin(world, hand)
  const shown = why && maskFor(hand.task.shield)(why)
  const data: Exclusion = { ...entry.data, decidedBy: actor.userid, why: shown }
  const ruled: Entered = { ...entry, state: agreed ? 'agreed' : 'refused', dueAt: null, data }
  enter(draft, ruled)
  setEntryTimer(draft, ruled, EXCLUSION, null)
  record(draft, agreed ? 'excluded' : 'exclusion-refused', actor.userid, { ...dataOf(ruled), note: shown })
  say(draft, ruled, data.by, { for: 'unit', news: 'decided' })
  return { ok: true, decision: decide(draft), task: draft.task }
}

export function mayNotRule(
  { task, town }: CaseInHand,
  { state, data }: Entered,
  { userid }: Actor,
): RefusalReason | null {
  if (isBarred(task, town, userid)) return 'conflict'
  if (data.by === userid || stationOf(town, userid) === data.unit) return 'exclude-own'
  if (!deciders(task, town, data.unit, data.by).includes(userid)) return 'exclude-not-you'
  return state === 'asked' ? null : 'exclude-decided'
}

/** Nobody has decided in time: those who may hear it again. */
export function exclusionDue(hand: CaseInHand, entry: Entered, step: number, world: World): Decision {
  const draft = begin(world, hand)
  if (entry.state !== 'asked') {
    setEntryTimer(draft, entry, EXCLUSION, null)
    return decide(draft)
  }
  enter(draft, entry)
  setEntryTimer(draft, entry, EXCLUSION, nextSaid(draft, step + 1), step + 1)
  record(draft, 'exclusion-late', 'system', { ...dataOf(entry), times: step + 1 })
  tellDeciders(draft, entry, 'late')
  return decide(draft)
}

/** Where no supervisor is free the command room hears it, as a room. */
function tellDeciders(draft: Draft, entry: Entered, news: 'asked' | 'late'): void {
  const { task, town } = draft
  const supervisors = freeSupervisors(task, town, entry.data.unit, entry.data.by)
  const addresses = supervisors.length > 0 ? supervisors.map(toPerson) : commandRoom(town)
  for (const address of addresses) {
    const body = exclusionSaid(entry, factsNow(draft), town, nextCardId(draft), { for: 'decides', news })
    if (news === 'late') alert(draft, address, whileIn(entry, body))
    else tell(draft, 'dispatch', address, body)
  }
}

function say(draft: Draft, entry: Entered, userid: string, way: Pick<ExclusionSaid, 'for' | 'news'>): void {
  const body = exclusionSaid(entry, factsNow(draft), draft.town, nextCardId(draft), way)
  tell(draft, 'dispatch', toPerson(userid), body)
}

const dataOf = ({ no, data: { unit, rounds } }: Entered) => ({ no, unit, rounds })

export function exclusionSaid(
  { no, state, data }: Entered,
  facts: Facts,
  town: Town,
  cardId: string,
  way: Pick<ExclusionSaid, 'for' | 'news'>,
): ExclusionSaid {
  return {
    kind: 'exclusion',
    no,
    cardId,
    facts,
    state,
    ...way,
    unit: findStation(town, data.unit)?.name ?? data.unit,
    by: nameOf(town, data.by) ?? '',
    reason: data.reason,
    decidedBy: nameOf(town, data.decidedBy),
    why: data.why,
  }
}
