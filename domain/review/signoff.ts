import { newEntry, type Entry, type EntryNumber } from '../book/entry.ts'
import type { CaseInHand } from '../case/draft.ts'
import type { Actor } from '../case/outcome.ts'
import type { Decision } from '../decision.ts'
import type { Condition } from '../legal/said.ts'
import type { RefusalReason } from '../refusal.ts'
import type { Task } from '../task.ts'
import type { World } from '../world.ts'
import { ofKind } from '../book/entry.ts'
import { begin, decide, enter, record } from '../case/draft.ts'
import { CONDITIONS } from '../legal/conditions.ts'
import { lookAt, type Look } from '../legal/look.ts'
import { isSignedOff } from '../legal/review.ts'
import { needsNoticeAnew } from '../legal/since.ts'
import { noticeOf } from '../legal/terms.ts'
import { isBarred } from '../people/barred.ts'
import { dueOf } from './due.ts'
import type { SignoffPoint } from './kinds.ts'
import { mentorUnit } from './mentor.ts'
import { armSignoff, sendSignoff } from './signoffTell.ts'

export type SignoffAsked =
  | Readonly<{ ok: true; decision: Decision; task: Task; signoff: Entry<'signoff'> }>
  | Readonly<{ ok: false; reason: RefusalReason; choices: readonly string[] }>

const no = (reason: RefusalReason, choices: readonly string[] = []) => ({ ok: false, reason, choices }) as const

/** The sign-off of a file that waits for an answer. */
export const openSignoff = ({ entries = [] }: Pick<CaseInHand, 'entries'>, file: string): Entry<'signoff'> | null =>
  ofKind(entries, 'signoff').find(({ state, data }) => state === 'open' && data.file === file) ?? null

/** What comes next for which the guiding department signs: the notice, or the decision once the party was told. */
export const pointOf = (look: Look): SignoffPoint =>
  noticeOf(look) === null || needsNoticeAnew(look) ? 'notice' : 'decide'

/** What the department must be able to look at. */
const NEEDED: readonly Condition[] = ['file-party', 'file-facts', 'file-proposal']

/** 会签 n: the guiding unit is asked, before the party is told and once more before the decision. */
export function askSignoff(
  hand: CaseInHand,
  entry: Entry<'file'>,
  actor: Actor,
  number: EntryNumber,
  world: World,
): SignoffAsked {
  const look = lookAt(hand, entry, world)
  const refused = mayNotAsk(look, actor)
  if (refused) return refused
  const mentor = look.file.mentor ?? ''
  const station = mentorUnit(hand, mentor, world.now)
  if (!station) return no('signoff-outside', [mentor])
  const waits = openSignoff(hand, entry.id)
  if (waits) return no('signoff-waits', [mentor, waits.dueAt?.toISOString() ?? ''])
  const signoff = freshSignoff(look, number, actor, { owner: station.id, mentor: station.name })
  const draft = begin(world, hand)
  enter(draft, signoff)
  record(draft, 'signoff-asked', actor.userid, { no: signoff.no, station: station.id, point: signoff.data.point })
  armSignoff(draft, hand, signoff)
  sendSignoff(draft, entry, signoff)
  return { ok: true, decision: decide(draft), task: draft.task, signoff }
}

/** An officer of the unit, a file that is guided, and enough in it to be looked at; the same for asking and for writing down. */
export function mayNotAsk(look: Look, { userid }: Actor): Extract<SignoffAsked, { ok: false }> | null {
  const { hand, entry, file, today } = look
  const person = hand.town.people.find((each) => each.userid === userid)
  if (person && isBarred(hand.task, hand.town, userid)) return no('conflict')
  if (!person || person.station === null || person.station !== hand.task.lead) return no('not-yours')
  if (entry.state !== 'open') return no(entry.state === 'decided' ? 'file-decided' : 'file-over')
  if (file.mentor === null || (file.mentorUntil && file.mentorUntil < today)) return no('signoff-none')
  if (file.procedure === 'simple') return no('signoff-simple')
  const lacks = NEEDED.find((reason) => !CONDITIONS[reason].met(look, 'notice'))
  if (lacks) return no(lacks)
  return isSignedOff(look, pointOf(look)) ? no('signoff-done', [file.mentor]) : null
}

export function freshSignoff(
  look: Look,
  number: EntryNumber,
  { userid }: Actor,
  { owner, mentor }: Readonly<{ owner: string | null; mentor: string }>,
): Entry<'signoff'> {
  const { hand, entry, world } = look
  return newEntry({ world, town: hand.town }, 'signoff', number, {
    taskId: hand.task.id,
    state: 'open',
    owner,
    dueAt: dueOf(hand, 'mentor.within', world),
    data: {
      file: entry.id,
      fileNo: entry.no,
      point: pointOf(look),
      mentor,
      by: userid,
      decidedBy: null,
      note: null,
    },
  })
}
