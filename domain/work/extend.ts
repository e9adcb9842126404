import { newEntry, type Entry, type EntryNumber } from '../book/entry.ts'
import type { RefusalReason } from '../refusal.ts'
import type { World } from '../world.ts'
import { lengthOf } from '../calendar/duration.ts'
import { addDuration } from '../clock/deadline.ts'
import { listed, maskBut } from '../privacy/mask.ts'
import { findStation, nameOf } from '../people/directory.ts'
import { personOf, type Address } from '../people/recipients.ts'
import {
  begin,
  decide,
  enter,
  factsNow,
  nextCardId,
  record,
  setEntryTimer,
  tell,
  tellReporters,
  type CaseInHand,
  type Draft,
} from '../case/draft.ts'
import { ownFinish } from '../case/clocks.ts'
import { refuse, type Actor, type Outcome } from '../case/outcome.ts'
import { whyNot } from '../case/transitions.ts'
import { headOf, inCharge, notDecider, notLead, room } from './ask.ts'
import { extensionCard } from './cards.ts'
import { isFiled, suspensionOf } from './granted.ts'
import { settled, standing } from './keep.ts'
import { COMMAND_ROOM } from './owner.ts'
import { decideWithin, extensionLongest, extensionMost } from './limits.ts'
import { giveMore } from './time.ts'

export type AskedFor = Readonly<{ days: number; reason: string }>

/** 延期: the unit asks for more time; the head decides, or the command room where he asks himself or it is urgent. */
export function askExtension(
  hand: CaseInHand,
  actor: Actor,
  { days, reason }: AskedFor,
  number: EntryNumber,
  world: World,
): Outcome {
  const refused = notLead(hand, actor, 'extend', world) ?? tooMuch(hand, days, world)
  if (refused) return refuse(refused)
  const draft = begin(world, hand)
  const entry = asked(draft, actor, { days, reason }, number)
  enter(draft, entry)
  setEntryTimer(draft, entry, 'extension', decideBy(draft))
  record(draft, 'extension-asked', actor.userid, { no: entry.no, days, reason })
  for (const address of approvers(draft, entry))
    tell(draft, 'dispatch', address, extensionCard(draft, entry, nextCardId(draft)))
  return { ok: true, decision: decide(draft), task: draft.task }
}

function tooMuch(hand: CaseInHand, days: number, world: World): RefusalReason | null {
  const { task } = hand
  const draft = begin(world, hand)
  if (isFiled(task)) return 'file-open'
  if (suspensionOf(task)) return 'suspended-now'
  if (standing(draft, 'extension', 'asked').length > 0) return 'extend-asked'
  if (standing(draft, 'extension', 'approved').length >= extensionMost(draft)) return 'extend-most'
  if (task.due.finish !== undefined && task.due.finish <= world.now) return 'extend-late'
  return days > extensionLongest(draft) ? 'extend-longest' : null
}

function asked(
  { task, town, world }: Draft,
  { userid }: Actor,
  { days, reason }: AskedFor,
  number: EntryNumber,
): Entry<'extension'> {
  const head = headOf({ task, town })
  const approver = task.level === 'normal' && head !== null && head !== userid ? 'head' : 'command'
  return newEntry({ world, town }, 'extension', number, {
    taskId: task.id,
    state: 'asked',
    owner: approver === 'head' ? head : COMMAND_ROOM,
    dueAt: null,
    data: {
      days,
      reason,
      by: userid,
      lead: task.lead ?? '',
      approver,
      dueWas: task.due.finish?.toISOString() ?? null,
      dueNow: null,
      decidedBy: null,
      answer: null,
    },
  })
}

export function decideBy(draft: Draft): Date {
  const { policy, world } = draft
  return addDuration(world.now, decideWithin(draft), 'work', policy.workHours, world.calendar).at
}

function approvers(draft: Draft, { owner, data }: Entry<'extension'>): readonly Address[] {
  const station = findStation(draft.town, data.lead)
  if (data.approver === 'command' || owner === null || !station) return room(draft)
  return [{ ...personOf(station, owner), fallback: room(draft)[0]?.to ?? null }]
}

/** 同意延期 / 不同意延期. A request is decided once; the deadline counts from the old one. */
export function decideExtension(
  hand: CaseInHand,
  entry: Entry<'extension'>,
  actor: Actor,
  answer: Readonly<{ agree: boolean; why: string | null }>,
  world: World,
): Outcome {
  // raised meanwhile, it is the command room's
  const head = entry.data.approver === 'head' && hand.task.level === 'normal' ? headOf(hand) : null
  const refused =
    notDecider(hand, actor, entry.data.by, head, world) ??
    (entry.state === 'asked' ? whyNot(hand.task, 'extend') : 'request-decided')
  if (refused) return refuse(refused)
  const draft = begin(world, hand)
  if (answer.agree) grant(draft, entry, actor)
  else turnDown(draft, entry, actor, answer.why)
  return { ok: true, decision: decide(draft), task: draft.task }
}

function grant(draft: Draft, entry: Entry<'extension'>, actor: Actor): void {
  const { days, reason } = entry.data
  giveMore(draft, lengthOf({ amount: days, unit: 'd' }, draft.policy.levels[draft.task.level].hours))
  const dueNow = draft.task.due.finish?.toISOString() ?? null
  settled(draft, { ...entry, state: 'approved', data: { ...entry.data, dueNow, decidedBy: actor.userid } })
  record(draft, 'extended', actor.userid, { no: entry.no, days, reason, due: dueNow, own: ownFinish(draft) })
  tellUnit(draft, actor, 'extended', entry, reason)
  tellReporters(draft, () => ({ kind: 'progress', facts: factsNow(draft), step: 'extended', note: reason }))
}

function turnDown(draft: Draft, entry: Entry<'extension'>, actor: Actor, why: string | null): void {
  const answer = why === null ? null : maskBut(why, listed(draft.town))
  settled(draft, { ...entry, state: 'refused', data: { ...entry.data, decidedBy: actor.userid, answer } })
  record(draft, 'extension-refused', actor.userid, { no: entry.no, reason: why })
  tellUnit(draft, actor, 'extension-refused', entry, why)
}

type News = 'extended' | 'extension-refused'

function tellUnit(draft: Draft, actor: Actor, news: News, { data }: Entry<'extension'>, note: string | null): void {
  const by = nameOf(draft.town, actor.userid)
  for (const address of inCharge(draft, actor, data.by))
    tell(draft, 'dispatch', address, { kind: 'work-news', facts: factsNow(draft), news, note, by })
}
