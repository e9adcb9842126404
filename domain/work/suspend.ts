import { newEntry, type Entry, type EntryNumber } from '../book/entry.ts'
import type { RefusalReason } from '../refusal.ts'
import type { World } from '../world.ts'
import { addDays, dayOf, instant } from '../calendar/zone.ts'
import { listed, maskBut } from '../privacy/mask.ts'
import { nameOf } from '../people/directory.ts'
import { distinct } from '../people/recipients.ts'
import { dangerOf } from '../understand/danger.ts'
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
import { refuse, type Actor, type Outcome } from '../case/outcome.ts'
import { whyNot } from '../case/transitions.ts'
import { inCharge, notDecider, notLead, notLeadOrCommand, others, room } from './ask.ts'
import { suspensionCard } from './cards.ts'
import { decideBy } from './extend.ts'
import { isFiled, suspensionOf } from './granted.ts'
import { settled, standing } from './keep.ts'
import { COMMAND_ROOM } from './owner.ts'
import { lift } from './lift.ts'
import { lastReview, suspendMost } from './limits.ts'
import { standStill } from './time.ts'

/** A review is looked at in the morning. */
const MORNING = 9 * 60

/** `day` = when it is to be looked at again (YYYY-MM-DD); null = as late as may be. */
export type AskedToWait = Readonly<{ reason: string; day: string | null }>

/** 挂账 / 再挂: the unit asks, the command room decides. A danger never waits, and a dispute neither. */
export function askSuspension(
  hand: CaseInHand,
  actor: Actor,
  { reason, day }: AskedToWait,
  number: EntryNumber,
  world: World,
): Outcome {
  const refused = notLead(hand, actor, 'suspend', world) ?? mayNotWait(hand, day, world)
  if (refused) return refuse(refused)
  const draft = begin(world, hand)
  const until = instant(day ?? lastReview(draft), MORNING)
  const entry = asked(draft, actor, reason, until, number)
  enter(draft, entry)
  setEntryTimer(draft, entry, 'suspension', decideBy(draft))
  record(draft, 'suspension-asked', actor.userid, { no: entry.no, reason, until: entry.data.until })
  for (const address of room(draft)) tell(draft, 'dispatch', address, suspensionCard(draft, entry, nextCardId(draft)))
  return { ok: true, decision: decide(draft), task: draft.task }
}

function mayNotWait(hand: CaseInHand, day: string | null, world: World): RefusalReason | null {
  const { task, town } = hand
  const draft = begin(world, hand)
  if (task.level === 'emergency' || dangerOf(task.text, town) !== null) return 'suspend-danger'
  if (isFiled(task)) return 'file-open'
  if (standing(draft, 'suspension', 'asked').length > 0) return 'suspend-asked'
  if (standing(draft, 'suspension', 'held', 'over').length >= suspendMost(draft)) return 'suspend-most'
  if (day === null) return null
  if (day <= dayOf(world.now)) return 'suspend-how'
  return day > lastReview(draft) ? 'suspend-too-far' : null
}

function asked(
  { task, town, world }: Draft,
  { userid }: Actor,
  reason: string,
  until: Date,
  number: EntryNumber,
): Entry<'suspension'> {
  return newEntry({ world, town }, 'suspension', number, {
    taskId: task.id,
    state: 'asked',
    owner: COMMAND_ROOM,
    dueAt: null,
    data: {
      reason,
      by: userid,
      lead: task.lead ?? '',
      until: until.toISOString(),
      renewed: suspensionOf(task) !== null,
      decidedBy: null,
      answer: null,
    },
  })
}

/** 同意挂账 / 不同意挂账. */
export function decideSuspension(
  hand: CaseInHand,
  entry: Entry<'suspension'>,
  actor: Actor,
  answer: Readonly<{ agree: boolean; why: string | null }>,
  world: World,
): Outcome {
  const refused =
    notDecider(hand, actor, entry.data.by, null, world) ??
    (entry.state === 'asked' ? whyNot(hand.task, 'suspend') : 'request-decided')
  if (refused) return refuse(refused)
  // it may have become one since
  if (answer.agree && hand.task.level === 'emergency') return refuse('suspend-danger')
  const draft = begin(world, hand)
  if (answer.agree) hold(draft, entry, actor)
  else turnDown(draft, entry, actor, answer.why)
  return { ok: true, decision: decide(draft), task: draft.task }
}

function hold(draft: Draft, entry: Entry<'suspension'>, actor: Actor): void {
  const { reason } = entry.data
  const until = later(new Date(entry.data.until), draft.world.now)
  for (const before of standing(draft, 'suspension', 'held')) settled(draft, { ...before, state: 'over' })
  const data = { ...entry.data, until: until.toISOString(), decidedBy: actor.userid }
  const held: Entry<'suspension'> = { ...entry, state: 'held', owner: entry.data.lead, dueAt: until, data }
  enter(draft, held)
  setEntryTimer(draft, held, 'suspension', until)
  standStill(draft, until, reason)
  record(draft, 'suspended', actor.userid, { no: entry.no, reason, until: data.until })
  tellUnit(draft, actor, 'suspended', entry.data.by, reason)
  tellReporters(draft, () => ({ kind: 'progress', facts: factsNow(draft), step: 'suspended', note: reason }))
}

/** Decided so late that the day is over: it is looked at the next morning. */
function later(until: Date, now: Date): Date {
  return until > now ? until : instant(addDays(dayOf(now), 1), MORNING)
}

function turnDown(draft: Draft, entry: Entry<'suspension'>, actor: Actor, why: string | null): void {
  const answer = why === null ? null : maskBut(why, listed(draft.town))
  settled(draft, { ...entry, state: 'refused', data: { ...entry.data, decidedBy: actor.userid, answer } })
  record(draft, 'suspension-refused', actor.userid, { no: entry.no, reason: why })
  tellUnit(draft, actor, 'suspension-refused', entry.data.by, why)
}

/** 恢复: by the unit, or by the command room. */
export function resume(hand: CaseInHand, actor: Actor, world: World): Outcome {
  const refused = notLeadOrCommand(hand, actor, 'suspend', world) ?? (suspensionOf(hand.task) ? null : 'not-suspended')
  if (refused) return refuse(refused)
  const draft = begin(world, hand)
  lift(draft, actor.userid)
  tellUnit(draft, actor, 'resumed', null, null)
  return { ok: true, decision: decide(draft), task: draft.task }
}

type News = 'suspended' | 'suspension-refused' | 'resumed'

function tellUnit(draft: Draft, actor: Actor, news: News, asker: string | null, note: string | null): void {
  const by = nameOf(draft.town, actor.userid)
  const also = news === 'resumed' ? others(draft, actor, room(draft)) : []
  const until = suspensionOf(draft.task)?.until ?? null
  for (const address of distinct([...inCharge(draft, actor, asker), ...also]))
    tell(draft, 'dispatch', address, { kind: 'work-news', facts: factsNow(draft), news, note, by, until })
}
