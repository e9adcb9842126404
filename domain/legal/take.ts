import type { Entry } from '../book/entry.ts'
import type { CaseInHand, Draft } from '../case/draft.ts'
import type { Actor } from '../case/outcome.ts'
import type { Decision } from '../decision.ts'
import type { RefusalReason } from '../refusal.ts'
import type { Task } from '../task.ts'
import type { World } from '../world.ts'
import { begin, decide, enter, record } from '../case/draft.ts'
import { isBarred } from '../people/barred.ts'
import { followFile } from '../review/follow.ts'
import { armClocks } from './clocks.ts'
import { limitationEnd } from './ends.ts'
import type { Doing } from './doings.ts'
import { firstBlock } from './gates.ts'
import { lookAt, type Look } from './look.ts'
import type { LegalWarning } from './said.ts'
import { take } from './steps.ts'
import { tellOthers } from './tell.ts'
import type { Work } from './readings.ts'
import { WORKS } from './works.ts'
import { CRIME } from './wording-said.ts'
import { dayOf } from '../calendar/zone.ts'
import { isOpenFile } from './open.ts'
import { resume } from './pause.ts'
import { needsNoticeAnew } from './since.ts'

export type Taken =
  | Readonly<{ ok: true; decision: Decision; task: Task; entry: Entry<'file'>; warnings: readonly LegalWarning[] }>
  | Readonly<{ ok: false; reason: RefusalReason; choices: readonly string[] }>
  /** the words an order lacks */
  | Readonly<{ ok: false; asks: true }>

export type Order = Readonly<{ doing: Doing; said: string; evidence: number }>

/** What an order does to a file, or why not: who may, then how it stands, then what was written, then every gate. */
export function takeStep(
  hand: CaseInHand,
  entry: Entry<'file'>,
  actor: Actor,
  { doing, said, evidence }: Order,
  world: World,
): Taken {
  const look = lookAt(hand, entry, world, evidence, said)
  const reason = mayNot(look, actor, doing)
  if (reason) return { ok: false, reason, choices: [] }
  const stands = standing(look, doing)
  if (stands) return { ok: false, ...stands }
  const work = WORKS[doing](said, look)
  if (work === 'words') return { ok: false, asks: true }
  if (typeof work === 'string') return { ok: false, reason: work, choices: [doing] }
  const block = firstBlock({ ...look, on: work.on ?? look.today }, doing)
  if (block) return { ok: false, ...block }
  const draft = begin(world, hand)
  const changed = write(look, actor, doing, work)
  enter(draft, changed)
  record(draft, 'file-step', actor.userid, { no: entry.no, doing })
  const after = { ...look, entry: changed, file: changed.data }
  armClocks(draft, after)
  followFile(draft, hand, entry, changed)
  if (!isOpenFile(changed)) resume(draft)
  tellOthers(draft, after, actor, doing)
  return {
    ok: true,
    decision: decide(draft),
    task: draft.task,
    entry: changed,
    warnings: warningsOf(look, after, doing),
  }
}

/** What a review, a document or a record of another part writes into a file: its clocks are set anew with it. */
export function rewrite(draft: Draft, hand: CaseInHand, entry: Entry<'file'>): void {
  enter(draft, entry)
  armClocks(draft, lookAt(hand, entry, draft.world))
}

/** People of the unit that has the case; a leader agrees to an extension. */
function mayNot({ hand }: Look, { userid }: Actor, doing: Doing): RefusalReason | null {
  const person = hand.town.people.find((each) => each.userid === userid)
  if (!person) return 'not-yours'
  if (isBarred(hand.task, hand.town, userid)) return 'conflict'
  if (doing === 'extend-agree') return person.roles.includes('leader') ? null : 'file-leader'
  return person.station !== null && person.station === hand.task.lead ? null : 'not-yours'
}

/** What a file of this state takes no more is said before its words are asked for. */
function standing(look: Look, doing: Doing) {
  const block = firstBlock(look, doing)
  const states: readonly string[] = ['file-over', 'file-decided', 'file-undecided', 'file-no-hold']
  return block && states.includes(block.reason) ? block : null
}

function write({ entry, file, today, world }: Look, { userid }: Actor, doing: Doing, work: Work): Entry<'file'> {
  const patched: typeof file = { ...file, ...work.patch }
  if (doing === 'extend' && patched.extension)
    return { ...entry, data: { ...patched, extension: { ...patched.extension, by: userid } } }
  const data = work.step
    ? take(patched, {
        step: work.step,
        at: world.now.toISOString(),
        day: work.step === 'hearing-notified' ? today : (work.on ?? today),
        by: userid,
        note: work.note ?? null,
        ...(work.data ? { data: work.data } : {}),
      })
    : patched
  return { ...entry, data, state: work.state ?? entry.state }
}

function warningsOf(before: Look, after: Look, doing: Doing): LegalWarning[] {
  const { file, hand } = after
  const end = limitationEnd(after)
  const late = doing === 'dated' && end !== null && dayOf(hand.task.createdAt) > end
  return [
    ...((doing === 'facts' || doing === 'more-facts') && CRIME.test(file.facts ?? '') ? (['crime'] as const) : []),
    ...(late ? (['limitation-over'] as const) : []),
    ...(needsNoticeAnew(after) && !needsNoticeAnew(before) ? (['anew'] as const) : []),
    ...(doing === 'propose' && file.discretion === null ? (['first-time'] as const) : []),
  ]
}
