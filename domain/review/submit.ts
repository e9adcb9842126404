import { newEntry, type Entry, type EntryNumber } from '../book/entry.ts'
import type { CaseInHand } from '../case/draft.ts'
import type { Actor } from '../case/outcome.ts'
import type { Decision } from '../decision.ts'
import type { RefusalReason } from '../refusal.ts'
import type { Task } from '../task.ts'
import type { World } from '../world.ts'
import { ofKind } from '../book/entry.ts'
import { begin, decide, enter, record } from '../case/draft.ts'
import { lookAt, type Look } from '../legal/look.ts'
import { isReviewed } from '../legal/review.ts'
import { has, take } from '../legal/steps.ts'
import { rewrite } from '../legal/take.ts'
import { weightOf } from '../legal/weight.ts'
import { isBarred } from '../people/barred.ts'
import { dueOf } from './due.ts'
import { fitFor, leastBusy, nameIn } from './pool.ts'
import { faultsOf, warningsOf } from './precheck.ts'
import type { PreFault } from './warnings.ts'
import { armReview, sendCard } from './tell.ts'

export type Submitted =
  | Readonly<{ ok: true; decision: Decision; task: Task; review: Entry<'review'> }>
  /** the rules found what is to be mended first */
  | Readonly<{ ok: false; faults: readonly PreFault[] }>
  | Readonly<{ ok: false; reason: RefusalReason; choices: readonly string[] }>

const no = (reason: RefusalReason, choices: readonly string[] = []) => ({ ok: false, reason, choices }) as const

/** The review of a file that waits for an answer; there is one at most. */
export const openReview = ({ entries = [] }: Pick<CaseInHand, 'entries'>, file: string): Entry<'review'> | null =>
  ofKind(entries, 'review').find(({ state, data }) => state === 'open' && data.file === file) ?? null

/**
 * 送审 n: an officer of the unit puts the file before a reviewer of the pool. The rules look at it first; what they find
 * goes back at once, and no reviewer has spent his time on it. `book` = the reviews of all townships.
 */
export function submit(
  hand: CaseInHand,
  entry: Entry<'file'>,
  actor: Actor,
  { evidence, number, book }: Readonly<{ evidence: number; number: EntryNumber; book: readonly Entry<'review'>[] }>,
  world: World,
): Submitted {
  const look = lookAt(hand, entry, world, evidence)
  const refused = mayNot(look, actor)
  if (refused) return refused
  const faults = faultsOf(look)
  if (faults.length > 0) return { ok: false, faults }
  const owner = reviewerFor(look, actor.userid, book)
  if (owner === null) return no('review-nobody')
  const review = fresh(look, number, actor, owner)
  const draft = begin(world, hand)
  const file = submitted(look, actor)
  enter(draft, review)
  rewrite(draft, hand, file)
  record(draft, 'review-submitted', actor.userid, { no: review.no, owner, round: review.data.round })
  armReview(draft, hand, review)
  sendCard(draft, hand, file, review, { why: 'new' })
  return { ok: true, decision: decide(draft), task: draft.task, review }
}

function mayNot(look: Look, { userid }: Actor): Extract<Submitted, { reason: unknown }> | null {
  const { hand, entry, file, world } = look
  const person = hand.town.people.find((each) => each.userid === userid)
  if (person && isBarred(hand.task, hand.town, userid)) return no('conflict')
  if (!person || person.station === null || person.station !== hand.task.lead) return no('not-yours')
  if (entry.state !== 'open') return no(entry.state === 'decided' ? 'file-decided' : 'file-over')
  if (file.procedure === 'simple') return no('review-simple')
  const waits = openReview(hand, entry.id)
  if (waits) return no('review-waits', [nameIn(world, waits.owner) ?? '', waits.dueAt?.toISOString() ?? ''])
  if (isReviewed(look)) return no('review-done')
  return has(file, 'investigated') ? null : no('review-early')
}

/** Who had it before has it again, as long as he may; else who has the least to do. */
function reviewerFor({ hand, file, entry, world }: Look, by: string, book: readonly Entry<'review'>[]): string | null {
  const fit = fitFor(hand, file, world, { without: [by, ...asideOf(hand, entry).map(({ userid }) => userid)] })
  const before = ofKind(hand.entries ?? [], 'review').findLast(({ data }) => data.file === entry.id)
  const same = fit.find(({ userid }) => userid === (before?.data.decidedBy ?? before?.owner))
  return (same ?? leastBusy(fit, book))?.userid ?? null
}

/** Whoever stepped aside once is not asked again in a later round. */
const asideOf = ({ entries = [] }: CaseInHand, { id }: Entry<'file'>): Entry<'review'>['data']['aside'] =>
  ofKind(entries, 'review').flatMap(({ data }) => (data.file === id ? data.aside : []))

function fresh({ hand, entry, file, world, today: _ }: Look, number: EntryNumber, { userid }: Actor, owner: string) {
  const rounds = ofKind(hand.entries ?? [], 'review').filter(({ data }) => data.file === entry.id)
  const look = lookAt(hand, entry, world)
  return newEntry({ world, town: hand.town }, 'review', number, {
    taskId: hand.task.id,
    state: 'open',
    owner,
    dueAt: dueOf(hand, 'review.within', world),
    data: {
      file: entry.id,
      fileNo: entry.no,
      round: rounds.length + 1,
      by: userid,
      seen: file.proposal ? weightOf(file.proposal) : {},
      warnings: warningsOf(look),
      aside: asideOf(hand, entry),
      decidedBy: null,
      points: [],
      note: null,
    },
  })
}

function submitted({ entry, file, today, world }: Look, { userid }: Actor): Entry<'file'> {
  const step = { step: 'submitted', at: world.now.toISOString(), day: today, by: userid, note: null } as const
  return { ...entry, data: take(file, step) }
}
