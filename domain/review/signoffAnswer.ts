import type { Entry, EntryNumber } from '../book/entry.ts'
import type { CaseInHand, Draft } from '../case/draft.ts'
import type { Actor } from '../case/outcome.ts'
import type { Decision } from '../decision.ts'
import type { RefusalReason } from '../refusal.ts'
import type { Task } from '../task.ts'
import type { World } from '../world.ts'
import { begin, decide, enter, factsNow, record, tell } from '../case/draft.ts'
import { dayOf } from '../calendar/zone.ts'
import { lookAt } from '../legal/look.ts'
import { take } from '../legal/steps.ts'
import { rewrite } from '../legal/take.ts'
import { isBarred } from '../people/barred.ts'
import { commandRoom, distinct } from '../people/recipients.ts'
import { mentorUnit } from './mentor.ts'
import { nameIn } from './pool.ts'
import { endSignoff } from './follow.ts'
import { freshSignoff, mayNotAsk, openSignoff } from './signoff.ts'
import { armSignoff } from './signoffTell.ts'
import { officersOf } from './tell.ts'
import { DISAGREES } from './wording-points.ts'

export type InSignoff = Readonly<{ hand: CaseInHand; file: Entry<'file'>; signoff: Entry<'signoff'> }>

export type SignoffAnswered =
  | Readonly<{ ok: true; decision: Decision; task: Task; signoff: Entry<'signoff'>; file: Entry<'file'> }>
  | Readonly<{ ok: false; reason: RefusalReason; choices: readonly string[] }>
  /** the words an order lacks */
  | Readonly<{ ok: false; asks: true }>

const no = (reason: RefusalReason, choices: readonly string[] = []) => ({ ok: false, reason, choices }) as const
const MOST = 500

/** 同意 or 不同意 of somebody of the guiding unit; whoever does not agree says why. */
export function answerSignoff(
  { hand, file, signoff }: InSignoff,
  { userid }: Actor,
  { agreed, said }: Readonly<{ agreed: boolean; said: string }>,
  world: World,
): SignoffAnswered {
  const { task, town } = hand
  const person = town.people.find((each) => each.userid === userid)
  if (person && isBarred(task, town, userid)) return no('conflict')
  if (!person || signoff.owner === null || person.station !== signoff.owner)
    return no('signoff-who', [signoff.data.mentor])
  if (signoff.state !== 'open') return no('signoff-over', [signoff.state, nameIn(world, signoff.data.decidedBy) ?? ''])
  if (!agreed && said === '') return { ok: false, asks: true }
  const draft = begin(world, hand)
  return answered(draft, { hand, file, signoff }, userid, { agreed, said })
}

/** 会签记录 n 文号/人 意见: what a department that is not in here said, written down by the officer and kept as evidence. */
export function recordSignoff(
  hand: CaseInHand,
  file: Entry<'file'>,
  actor: Actor,
  { said, number }: Readonly<{ said: string; number: EntryNumber }>,
  world: World,
): SignoffAnswered {
  const look = lookAt(hand, file, world)
  const refused = mayNotAsk(look, actor)
  if (refused) return refused
  const mentor = look.file.mentor ?? ''
  // who can be asked here is asked
  if (mentorUnit(hand, mentor, world.now)) return no('signoff-inside', [mentor])
  if (said === '') return { ok: false, asks: true }
  const signoff = { ...freshSignoff(look, number, actor, { owner: null, mentor }), dueAt: null }
  const draft = begin(world, hand)
  // whoever was asked before cannot answer any more
  const waits = openSignoff(hand, file.id)
  if (waits) endSignoff(draft, hand, waits)
  return answered(draft, { hand, file, signoff }, actor.userid, { agreed: !DISAGREES.test(said), said })
}

function answered(
  draft: Draft,
  { hand, file, signoff }: InSignoff,
  userid: string,
  { agreed, said }: Readonly<{ agreed: boolean; said: string }>,
): SignoffAnswered {
  const note = [...said].slice(0, MOST).join('') || null
  const ended: Entry<'signoff'> = {
    ...signoff,
    state: agreed ? 'agreed' : 'refused',
    data: { ...signoff.data, decidedBy: userid, note },
  }
  enter(draft, ended)
  armSignoff(draft, hand, ended)
  record(draft, agreed ? 'signed-off' : 'signoff-refused', userid, { no: signoff.no, point: signoff.data.point })
  const written = agreed ? signed(file, ended, userid, draft.world) : file
  if (agreed) rewrite(draft, hand, written)
  sayAnswered(draft, written, ended)
  return { ok: true, decision: decide(draft), task: draft.task, signoff: ended, file: written }
}

/** `by` = who wrote it down; `outside` = it was said by a department that is not in here. */
function signed(file: Entry<'file'>, { data, owner }: Entry<'signoff'>, userid: string, { now }: World): Entry<'file'> {
  const step = { step: 'signed-off', at: now.toISOString(), day: dayOf(now), by: userid, note: data.note } as const
  return {
    ...file,
    data: take(file.data, { ...step, data: { point: data.point, mentor: data.mentor, outside: owner === null } }),
  }
}

/** The officers hear it; that a department does not agree, the command room, too. */
function sayAnswered(draft: Draft, file: Entry<'file'>, { state, data, owner }: Entry<'signoff'>): void {
  const agreed = state === 'agreed'
  const officers = officersOf(draft, file, data.by).filter(
    ({ to }) => to.kind !== 'person' || to.userid !== data.decidedBy,
  )
  const body = {
    kind: 'signoff-result',
    facts: factsNow(draft),
    filingNo: file.data.filingNo ?? file.no,
    mentor: data.mentor,
    point: data.point,
    agreed,
    by: owner === null ? null : nameIn(draft.world, data.decidedBy),
    note: data.note,
  } as const
  for (const address of distinct([...officers, ...(agreed ? [] : commandRoom(draft.town))]))
    tell(draft, 'dispatch', address, body)
}
