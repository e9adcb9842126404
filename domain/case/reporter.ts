import type { Place, Reporter } from '../task.ts'
import type { World } from '../world.ts'
import type { CaseInHand, Draft } from './draft.ts'
import { addDuration } from '../clock/deadline.ts'
import {
  toPerson,
  commandRoom,
  distinct,
  responsible,
  rungRecipients,
  stationGroup,
  unit,
  type Address,
} from '../people/recipients.ts'
import { supervisors } from '../people/barred.ts'
import { isBeforeSupervisors } from '../people/beforeSupervisors.ts'
import { findStation } from '../people/directory.ts'
import { disarmReminder } from '../feedback/remind.ts'
import { shieldIn } from '../privacy/shieldIn.ts'
import { stopClocks } from './clocks.ts'
import { turnsAgainst } from './conflict.ts'
import { dispatch } from './dispatch.ts'
import { gateBefore } from './gates.ts'
import { alert, begin, change, decide, factsNow, nextCardId, record, addressOf, setTimer, tell } from './draft.ts'
import { refuse, type Actor, type Outcome } from './outcome.ts'
import { askCommandRoom } from './triage.ts'
import { stricter } from './shield.ts'
import { whyNot, type Act } from './transitions.ts'
import type { NoticeBody } from '../notice.ts'
import type { RefusalReason } from '../refusal.ts'
import { ruleOf } from '../rules/ruleOf.ts'
import { dayOf } from '../calendar/zone.ts'

/** 催一催: at most three times a case, an hour apart. */
export const NUDGES = { most: 3, apart: 60 * 60_000 } as const

/** 撤回 by the one who reported it; where others did too, only he leaves. */
export function withdraw(hand: CaseInHand, actor: Actor, world: World): Outcome {
  if (hand.task.reporters.length > 1) return leave(hand, actor, world)
  const gated = mine(hand, actor) ? gateBefore(hand, 'withdraw', world) : null
  if (gated && whyNot(hand.task, 'withdraw') === null) return refuse(gated.reason, gated.choices)
  return byReporter(hand, actor, world, 'withdraw', (draft) => {
    const told = distinct([...involved(draft), ...assisting(draft)])
    change(draft, { stage: 'withdrawn' })
    stopClocks(draft)
    record(draft, 'withdrawn', 'reporter')
    for (const address of told)
      tell(draft, 'dispatch', address, { kind: 'case-news', facts: factsNow(draft), news: 'withdrawn', note: null })
  })
}

function leave(hand: CaseInHand, actor: Actor, world: World): Outcome {
  const left = byReporter(hand, actor, world, 'withdraw', (draft) => {
    change(draft, { reporters: draft.task.reporters.filter(({ userid }) => userid !== actor.userid) })
    record(draft, 'left', 'reporter', { count: draft.task.reporters.length })
  })
  if (!left.ok) return left
  const unreport = [{ taskId: hand.task.id, userid: actor.userid, id: null }]
  return { ...left, decision: { ...left.decision, unreport } }
}

/** 催一催: the one in charge hears it, from the second time the head of the unit too. */
export function nudge(hand: CaseInHand, actor: Actor, world: World): Outcome {
  const limit = whyNot(hand.task, 'nudge') === null && mine(hand, actor) ? nudgeLimit(hand, world) : null
  if (limit) return refuse(limit)
  return byReporter(hand, actor, world, 'nudge', hurry)
}

export function hurry(draft: Draft): void {
  const { now } = draft.world
  change(draft, { nudges: draft.task.nudges + 1, nudgedAt: now })
  record(draft, 'nudged', 'reporter', { times: draft.task.nudges })
  const { town, task } = draft
  const heads = task.nudges > 1 ? rungRecipients(town, task, 'station_head', now) : []
  for (const address of distinct([...involved(draft), ...heads]))
    alert(draft, address, { kind: 'case-news', facts: factsNow(draft), news: 'nudge', note: String(task.nudges) })
}

export function nudgeLimit({ task }: CaseInHand, world: World): RefusalReason | null {
  if (task.nudges >= NUDGES.most) return 'nudge-limit'
  if (task.nudgedAt && world.now.getTime() - task.nudgedAt.getTime() < NUDGES.apart) return 'nudged-too-soon'
  return null
}

/** 补充: more words or `files` pictures, and for an emergency the place it lacked. `asker` = who had asked him, where somebody had. */
export function supplement(
  hand: CaseInHand,
  actor: Actor,
  text: string,
  files: number,
  place: Place | null,
  world: World,
  asker: string | null = null,
): Outcome {
  return byReporter(hand, actor, world, 'supplement', (draft) => {
    if (place && !draft.task.place?.code) change(draft, { place })
    change(draft, { shield: stricter(draft.task.shield, shieldIn(text)) })
    record(draft, 'supplement', 'reporter', { text, files, place })
    if (turnsAgainst(draft, text)) return
    for (const address of distinct([...involved(draft), ...personIn(draft, asker)]))
      tell(draft, 'dispatch', address, {
        kind: 'case-news',
        facts: factsNow(draft),
        news: asker ? 'answered' : 'supplement',
        note: text || null,
      })
  })
}

function personIn({ town }: Draft, userid: string | null): Address[] {
  return town.people.some((each) => each.userid === userid) && userid ? [toPerson(userid)] : []
}

/** 解决了: then he is asked, apart, whether he is satisfied. */
export function solved(hand: CaseInHand, actor: Actor, world: World): Outcome {
  return byReporter(hand, actor, world, 'solved', (draft) => {
    change(draft, { solved: true })
    record(draft, 'solved', 'reporter', roundOf(draft))
    if (draft.task.satisfied !== null) return settle(draft, actor)
    for (const reporter of reportersWho(draft, actor)) {
      const cardId = nextCardId(draft)
      tell(draft, 'replies', addressOf(draft, reporter), { kind: 'ask-satisfied', facts: factsNow(draft), cardId })
    }
  })
}

/** 没解决: reopened once to the same unit; the second time the command room rules. */
export function unsolved(hand: CaseInHand, actor: Actor, note: string | null, world: World): Outcome {
  if (mine(hand, actor) && hand.task.finishedAt && whyNot(hand.task, 'unsolved') === null) {
    const { at } = addDuration(
      hand.task.finishedAt,
      hand.policy.reopenWindow,
      'always',
      hand.policy.workHours,
      world.calendar,
    )
    if (world.now > at) return refuse('too-late')
  }
  return byReporter(hand, actor, world, 'unsolved', (draft) => {
    reopen(draft, note, 'reporter')
    const step = draft.task.stage === 'triage' ? 'triage' : 'reopened'
    tellOthers(draft, actor, { kind: 'progress', facts: factsNow(draft), step, note: null })
  })
}

/** Whom an answer is about, and how often it had done the case again: what an assessment is made of. */
export const roundOf = ({ task }: Draft) => ({ unit: task.lead, rounds: task.reopens })

/** It is not solved, says `by`: the unit does it once more; the second time the command room decides. */
export function reopen(draft: Draft, note: string | null, by: string): void {
  const { lead, assist, reopens } = draft.task
  setTimer(draft, 'confirm', null)
  disarmReminder(draft)
  record(draft, 'unsolved', by, { ...roundOf(draft), note })
  change(draft, {
    solved: false,
    reopens: reopens + 1,
    finishedAt: null,
    dispatchedAt: null,
    due: {},
    arrivedAt: null,
    holder: null,
    signedAt: null,
    nudges: 0,
    nudgedAt: null,
  })
  if (turnsAgainst(draft, note)) return
  if (reopens < ruleOf(draft.policy, 'redo.most', dayOf(draft.world.now)) && lead) {
    dispatch(draft, lead, assist, by, note)
    record(draft, 'reopened', 'system', { lead })
    return
  }
  change(draft, { stage: 'triage' })
  askCommandRoom(draft, 'unsolved', note, null)
}

/** 满意 / 不满意. Asked apart from 解决了吗; the case closes when both are answered. */
export function rate(hand: CaseInHand, actor: Actor, satisfied: boolean, note: string | null, world: World): Outcome {
  return byReporter(hand, actor, world, 'rate', (draft) => {
    change(draft, { satisfied })
    record(draft, 'rated', 'reporter', { ...roundOf(draft), satisfied, note })
    if (!satisfied && turnsAgainst(draft, note)) return
    if (satisfied && draft.task.solved === null) change(draft, { solved: true })
    if (draft.task.solved !== null && draft.task.stage === 'finished') settle(draft, actor)
  })
}

/** One of those who reported it says it is over: the others hear so, and may say that it is not. */
function settle(draft: Draft, actor: Actor): void {
  close(draft, 'reporter')
  tellOthers(draft, actor, { kind: 'progress', facts: factsNow(draft), step: 'settled', note: null })
}

/** What one of them brought about is told to the others who reported the same. */
function tellOthers(draft: Draft, { userid }: Actor, body: NoticeBody): void {
  for (const reporter of draft.task.reporters)
    if (reporter.userid !== userid) tell(draft, 'replies', addressOf(draft, reporter), body)
}

/** The feedback window is over: the case closes with what was said. */
export function closeUnanswered(hand: CaseInHand, world: World): Outcome {
  if (whyNot(hand.task, 'close')) return refuse('already-closed')
  const draft = begin(world, hand)
  close(draft, 'system')
  return { ok: true, decision: decide(draft), task: draft.task }
}

function close(draft: Draft, by: string): void {
  change(draft, { stage: 'closed' })
  setTimer(draft, 'confirm', null)
  disarmReminder(draft)
  record(draft, 'closed', by, { ...roundOf(draft), solved: draft.task.solved, satisfied: draft.task.satisfied })
}

function byReporter(hand: CaseInHand, actor: Actor, world: World, act: Act, work: (draft: Draft) => void): Outcome {
  const reason = mine(hand, actor) ? whyNot(hand.task, act) : 'not-reporter'
  if (reason) return refuse(reason)
  const draft = begin(world, hand)
  work(draft)
  return { ok: true, decision: decide(draft), task: draft.task }
}

function mine(hand: CaseInHand, actor: Actor): boolean {
  return hand.task.reporters.some((r) => r.userid === actor.userid)
}

function reportersWho(draft: Draft, actor: Actor): Reporter[] {
  return draft.task.reporters.filter((r) => r.userid === actor.userid)
}

/** The units that were asked to help. */
function assisting({ town, task, world }: Draft): Address[] {
  return task.assist.flatMap((id) => {
    const station = findStation(town, id)
    return station ? unit(town, station, world.now) : []
  })
}

/** Those who should hear news of the case: who answers for it and their group, or the command room while nobody does. */
export function involved(draft: Draft): Address[] {
  const { town, task, world } = draft
  const station = findStation(town, task.lead)
  if (isBeforeSupervisors(task)) return [...supervisors(task, town)]
  if (!station || task.stage === 'triage' || task.stage === 'disputed') return commandRoom(town)
  return distinct([...responsible(town, task, world.now), ...stationGroup(town, station, world.now)])
}
