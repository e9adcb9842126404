import type { NewReport } from '../decision.ts'
import type { RefusalReason } from '../refusal.ts'
import type { Task } from '../task.ts'
import type { World } from '../world.ts'
import { placesDiffer } from '../duplicate/gate.ts'
import { barredUnits, isBarred } from '../people/barred.ts'
import { findStation, isCommand } from '../people/directory.ts'
import { stopClocks } from './clocks.ts'
import {
  addressOf,
  begin,
  change,
  decide,
  factsNow,
  record,
  setTimer,
  tell,
  type CaseInHand,
  type Draft,
} from './draft.ts'
import { gateBefore } from './gates.ts'
import { grown } from './join.ts'
import { refuse, type Actor, type Outcome } from './outcome.ts'
import { involved } from './reporter.ts'
import { stricter } from './shield.ts'
import { whyNot } from './transitions.ts'

/** 合并: the reporters of `other` are reporters of `hand` from now on; the other case is closed and points here. */
export function merge(hand: CaseInHand, other: CaseInHand, actor: Actor, world: World): Outcome {
  const reason =
    commandOnly(hand, other, actor) ??
    unlike(hand, other) ??
    whyNot(other.task, 'merge') ??
    whyNot(hand.task, 'merge') ??
    gateBefore(other, 'merge', world)?.reason
  if (reason) return refuse(reason)
  const closed = begin(world, other)
  closeInto(closed, hand.task.caseNo, actor)
  const draft = begin(world, hand)
  takeIn(draft, other.task, actor)
  return { ok: true, decision: { ...decide(draft), more: [decide(closed)] }, task: draft.task }
}

/** The command room, but nobody whom one of the two is about. */
export function commandOnly(hand: CaseInHand, other: CaseInHand, { userid }: Actor): RefusalReason | null {
  const person = hand.town.people.find((each) => each.userid === userid)
  if (!person || !isCommand(person)) return 'not-command'
  return [hand, other].some(({ task, town }) => isBarred(task, town, userid)) ? 'conflict' : null
}

function unlike(hand: CaseInHand, other: CaseInHand): RefusalReason | null {
  const { task } = hand
  if (task.id === other.task.id) return 'same-case'
  if (task.town !== other.task.town) return 'other-town'
  if (isAbout(hand, other) || isAbout(other, hand)) return 'conflict-merge'
  return isToldBy(hand, other) || isToldBy(other, hand) ? 'conflict-reporter' : null
}

/** Does the one complain about the unit that has the other? */
function isAbout({ task, town }: CaseInHand, other: CaseInHand): boolean {
  return other.task.lead !== null && barredUnits(task, town).includes(other.task.lead)
}

/** Does the one complain about somebody who reported the other? He would be told of it as its reporter. */
function isToldBy({ task, town }: CaseInHand, other: CaseInHand): boolean {
  return other.task.reporters.some(({ userid }) => isBarred(task, town, userid))
}

/** Another place and another matter: hardly the same. */
export function isUnlikely({ task }: CaseInHand, { task: other }: CaseInHand): boolean {
  return placesDiffer(task.place, other.place) && task.item !== null && other.item !== null && task.item !== other.item
}

function closeInto(draft: Draft, into: string, actor: Actor): void {
  const told = findStation(draft.town, draft.task.lead) && draft.task.stage !== 'disputed' ? involved(draft) : []
  change(draft, { stage: 'closed', mergedInto: into })
  stopClocks(draft)
  setTimer(draft, 'confirm', null)
  record(draft, 'merged-into', actor.userid, { case: into })
  for (const address of told)
    tell(draft, 'dispatch', address, { kind: 'case-news', facts: factsNow(draft), news: 'merged', note: into })
}

function takeIn(draft: Draft, other: Task, actor: Actor): void {
  const before = draft.task.reporters.length
  const known = new Set(draft.task.reporters.map(({ userid }) => userid))
  const fresh = other.reporters.filter(({ userid }) => !known.has(userid))
  change(draft, {
    reporters: [...draft.task.reporters, ...fresh],
    shield: stricter(draft.task.shield, other.shield),
  })
  draft.reports.push(...copies(other, draft.task, draft.world).filter(({ userid }) => !known.has(userid)))
  record(draft, 'merged', actor.userid, { case: other.caseNo, count: draft.task.reporters.length, text: other.text })
  grown(draft, before, other.level, other.text)
  const body = { kind: 'joined', facts: factsNow(draft), from: other.caseNo, emergency: false } as const
  for (const reporter of other.reporters)
    tell(draft, 'replies', addressOf(draft, reporter), { ...body, count: draft.task.reporters.length })
}

/** The number of the case a report was copied from by a merge, or null. */
export function mergedFrom({ id }: Pick<NewReport, 'id'>): string | null {
  return id.includes('/') ? id.slice(0, id.indexOf('/')) : null
}

/** The reports of the other case are copied, not moved: their ids say where they come from, so that it can be undone. */
function copies(other: Task, into: Task, world: World): NewReport[] {
  return other.reporters.map(({ userid, chat }, n) => ({
    id: `${other.caseNo}/${n}`,
    taskId: into.id,
    userid,
    chat,
    text: other.text,
    at: world.now,
  }))
}
