import { newEntry, type Entry, type EntryNumber } from '../book/entry.ts'
import type { RefusalReason } from '../refusal.ts'
import type { World } from '../world.ts'
import type { Opinion } from './kinds.ts'
import { ofKind } from '../book/entry.ts'
import { setEntryTimer, begin, decide, enter, record, type CaseInHand, type Draft } from '../case/draft.ts'
import { refuse, type Actor, type Outcome } from '../case/outcome.ts'
import { maskFor } from '../privacy/mask.ts'
import { isBarred } from '../people/barred.ts'
import { tellAccepted, tellAgain, tellAnswered, tellAsked } from './opinionTold.ts'
import { freeSupervisors, hasRole, stationOf } from './parties.ts'
import { OPINION, replyDue } from './wait.ts'

type Entered = Entry<'opinion'>

/** So many rounds are between supervisor and unit; then the leaders are told. */
export const ROUNDS = 3

/** What must still be mended: while it is open, a case file is not closed. */
export const openOpinions = (entries: readonly Entry[] = []): readonly Entered[] =>
  ofKind(entries, 'opinion').filter(({ state }) => state !== 'accepted')

/** 监督 n 意见: what the unit that leads the case must put right. `about` = number of the case file it is about. */
export function supervise(
  hand: CaseInHand,
  actor: Actor,
  said: Readonly<{ text: string; about: string | null }>,
  number: EntryNumber,
  world: World,
): Outcome {
  const { task, town } = hand
  const defect = maskFor(task.shield)(said.text)
  const reason = mayNotSupervise(hand, actor) ?? known(hand, defect)
  if (reason || task.lead === null) return refuse(reason ?? 'opinion-no-unit')
  const draft = begin(world, hand)
  const data = { unit: task.lead, by: actor.userid, about: said.about, defect, round: 1, ...UNANSWERED, again: null }
  const entry: Entered = newEntry({ world, town }, 'opinion', number, {
    taskId: task.id,
    state: 'open',
    owner: task.lead,
    dueAt: replyDue(draft),
    data,
  })
  asked(draft, entry, actor, 'opinion', { text: defect })
  tellAsked(draft, entry)
  return { ok: true, decision: decide(draft), task: draft.task }
}

const UNANSWERED = { answer: null, answeredBy: null } as const

export function mayNotSupervise({ task, town }: CaseInHand, { userid }: Actor): RefusalReason | null {
  if (!hasRole(town, userid, 'supervisor')) return 'not-supervisor'
  if (isBarred(task, town, userid)) return 'conflict'
  if (task.mergedInto !== null) return 'merged'
  if (task.lead === null) return 'opinion-no-unit'
  return freeSupervisors(task, town, task.lead, '').includes(userid) ? null : 'opinion-own'
}

const known = ({ entries, task }: CaseInHand, defect: string): RefusalReason | null =>
  openOpinions(entries).some(({ data }) => data.unit === task.lead && data.defect === defect) ? 'opinion-known' : null

/** 整改 n: the unit says what it did. */
export function rectify(hand: CaseInHand, entry: Entered, actor: Actor, text: string, world: World): Outcome {
  const reason = mayNotRectify(hand, entry, actor)
  if (reason) return refuse(reason)
  const draft = begin(world, hand)
  const answer = maskFor(hand.task.shield)(text)
  const dueAt = replyDue(draft)
  const data: Opinion = { ...entry.data, answer, answeredBy: actor.userid }
  const answered: Entered = { ...entry, state: 'answered', owner: entry.data.by, dueAt, data }
  asked(draft, answered, actor, 'rectified', { text: answer })
  tellAnswered(draft, answered)
  return { ok: true, decision: decide(draft), task: draft.task }
}

export function mayNotRectify(
  { task, town }: CaseInHand,
  { state, data }: Entered,
  { userid }: Actor,
): RefusalReason | null {
  if (isBarred(task, town, userid)) return 'conflict'
  if (stationOf(town, userid) !== data.unit) return 'not-its-unit'
  if (state === 'open') return null
  return state === 'answered' ? 'opinion-answered' : 'opinion-accepted'
}

/** 认可 n: it is put right. */
export function accept(hand: CaseInHand, entry: Entered, actor: Actor, world: World): Outcome {
  const reason = mayNotJudge(hand, entry, actor)
  if (reason) return refuse(reason)
  const draft = begin(world, hand)
  const accepted: Entered = { ...entry, state: 'accepted', owner: null, dueAt: null }
  enter(draft, accepted)
  setEntryTimer(draft, accepted, OPINION, null)
  record(draft, 'rectify-accepted', actor.userid, dataOf(accepted))
  tellAccepted(draft, accepted)
  return { ok: true, decision: decide(draft), task: draft.task }
}

/** 再改 n 理由: once more, with a term of its own. */
export function again(hand: CaseInHand, entry: Entered, actor: Actor, why: string, world: World): Outcome {
  const reason = mayNotAskAgain(hand, entry, actor)
  if (reason) return refuse(reason)
  const draft = begin(world, hand)
  const text = maskFor(hand.task.shield)(why)
  const data: Opinion = { ...entry.data, round: entry.data.round + 1, again: text }
  const open: Entered = { ...entry, state: 'open', owner: data.unit, dueAt: replyDue(draft), data }
  asked(draft, open, actor, 'rectify-again', { reason: text })
  tellAgain(draft, open, data.round > ROUNDS)
  return { ok: true, decision: decide(draft), task: draft.task }
}

export const mayNotAskAgain = (hand: CaseInHand, entry: Entered, actor: Actor): RefusalReason | null =>
  mayNotJudge(hand, entry, actor) ?? (entry.state === 'open' ? 'opinion-unanswered' : null)

/** Any supervisor of the township who is free to judge the unit. */
function mayNotJudge({ task, town }: CaseInHand, { state, data }: Entered, { userid }: Actor): RefusalReason | null {
  if (!hasRole(town, userid, 'supervisor')) return 'not-supervisor'
  if (isBarred(task, town, userid)) return 'conflict'
  if (!freeSupervisors(task, town, data.unit, '').includes(userid)) return 'opinion-own'
  return state === 'accepted' ? 'opinion-accepted' : null
}

function asked(draft: Draft, entry: Entered, { userid }: Actor, type: string, more: Readonly<Record<string, unknown>>) {
  enter(draft, entry)
  setEntryTimer(draft, entry, OPINION, entry.dueAt)
  record(draft, type, userid, { ...dataOf(entry), ...more })
}

/** What an assessment is made of. */
const dataOf = ({ no, data: { unit, round } }: Entered) => ({ no, unit, rounds: round })
