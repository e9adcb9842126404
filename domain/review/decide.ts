import type { Entry } from '../book/entry.ts'
import type { CaseInHand, Draft } from '../case/draft.ts'
import type { Actor } from '../case/outcome.ts'
import type { Decision } from '../decision.ts'
import type { StepTaken } from '../legal/kinds.ts'
import type { RefusalReason } from '../refusal.ts'
import type { Task } from '../task.ts'
import type { World } from '../world.ts'
import { begin, decide, enter, factsNow, record, tell } from '../case/draft.ts'
import { dayOf } from '../calendar/zone.ts'
import { UNSEEN } from '../legal/review.ts'
import { hasSince, take } from '../legal/steps.ts'
import { rewrite } from '../legal/take.ts'
import { nameIn, unfitFor } from './pool.ts'
import { readPoints } from './points.ts'
import { armReview, officersOf } from './tell.ts'

/** A review with the case and the file it is about. */
export type InReview = Readonly<{ hand: CaseInHand; file: Entry<'file'>; review: Entry<'review'> }>

export type Reviewed =
  | Readonly<{ ok: true; decision: Decision; task: Task; review: Entry<'review'>; file: Entry<'file'> }>
  | Readonly<{ ok: false; reason: RefusalReason; choices: readonly string[] }>
  /** the words an order lacks */
  | Readonly<{ ok: false; asks: true }>

export const no = (reason: RefusalReason, choices: readonly string[] = []) => ({ ok: false, reason, choices }) as const

/** Who submitted it, and who stepped aside. */
export const keptFrom = ({ data }: Entry<'review'>): readonly string[] => [
  data.by,
  ...data.aside.map(({ userid }) => userid),
]

/** May he do anything with this review? Certified on this day, and not in the way of the case; then how it stands. */
export function mayNotReview({ hand, file, review }: InReview, userid: string, world: World) {
  const unfit = unfitFor(hand, file.data, userid, world, keptFrom(review))
  if (unfit) return no(unfit)
  return review.state === 'open' ? null : no('review-over', [review.state, nameIn(world, review.data.decidedBy) ?? ''])
}

/** Only who has it decides; another one takes it over first. */
export function mayNotDecide(found: InReview, userid: string, world: World) {
  const stopped = mayNotReview(found, userid, world)
  if (stopped) return stopped
  const { review, file } = found
  if (review.owner !== userid) return no('review-not-yours', [nameIn(world, review.owner) ?? ''])
  return hasSince(file.data, UNSEEN, ['submitted']) ? no('review-over', ['withdrawn', '']) : null
}

/** 通过 n [意见]: the decision may be made on what was seen. */
export function pass(found: InReview, { userid }: Actor, said: string, world: World): Reviewed {
  const stopped = mayNotDecide(found, userid, world)
  if (stopped) return stopped
  const { proposal } = found.file.data
  return conclude(found, userid, world, {
    step: 'reviewed',
    note: said || null,
    points: [],
    data: proposal ? found.review.data.seen : {},
  })
}

/** 驳回 n 要点 意见: the points of the checklist that are not met, and what is to be mended. */
export function reject(found: InReview, { userid }: Actor, said: string, world: World): Reviewed {
  const stopped = mayNotDecide(found, userid, world)
  if (stopped) return stopped
  const { points, note } = readPoints(said)
  if (note === '') return { ok: false, asks: true }
  if (points.length === 0) return no('review-points')
  return conclude(found, userid, world, { step: 'rejected', note, points, data: {} })
}

type Verdict = Readonly<{
  step: 'reviewed' | 'rejected'
  note: string | null
  points: Entry<'review'>['data']['points']
  data: NonNullable<StepTaken['data']>
}>

const MOST = 500

function conclude({ hand, file, review }: InReview, userid: string, world: World, verdict: Verdict): Reviewed {
  const { step, points, data } = verdict
  const note = verdict.note && [...verdict.note].slice(0, MOST).join('')
  const draft = begin(world, hand)
  const ended: Entry<'review'> = {
    ...review,
    state: step === 'reviewed' ? 'passed' : 'rejected',
    data: { ...review.data, decidedBy: userid, points, note },
  }
  const taken = { step, at: world.now.toISOString(), day: dayOf(world.now), by: userid, note, data }
  const written: Entry<'file'> = { ...file, data: take(file.data, taken) }
  enter(draft, ended)
  rewrite(draft, hand, written)
  armReview(draft, hand, ended)
  record(draft, step === 'reviewed' ? 'review-passed' : 'review-rejected', userid, { no: review.no, points })
  sayResult(draft, written, ended)
  return { ok: true, decision: decide(draft), task: draft.task, review: ended, file: written }
}

function sayResult(draft: Draft, file: Entry<'file'>, { state, data }: Entry<'review'>): void {
  const { by, decidedBy, points, note } = data
  for (const address of officersOf(draft, file, by))
    tell(draft, 'dispatch', address, {
      kind: 'review-result',
      facts: factsNow(draft),
      filingNo: file.data.filingNo ?? file.no,
      passed: state === 'passed',
      by: nameIn(draft.world, decidedBy) ?? '',
      points,
      note,
    })
}
