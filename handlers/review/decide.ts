import type { Entry } from '../../domain/book/entry.ts'
import type { Actor } from '../../domain/case/outcome.ts'
import { keptFrom, pass, reject, type InReview, type Reviewed } from '../../domain/review/decide.ts'
import { handOver, stepAside, takeOver } from '../../domain/review/hand.ts'
import type { World } from '../../domain/world.ts'
import { factsOf } from '../../domain/case/facts.ts'
import { viewOf } from '../../domain/review/view.ts'
import { unfitFor } from '../../domain/review/pool.ts'
import { refusal } from '../acts.ts'
import type { OnCommand } from '../slice.ts'
import { actorOf, type Result, type Turn } from '../turn.ts'
import { asksWords, cardOf, mayTalkHere, refusedWith } from './answers.ts'
import { allReviews, asReview, findOpen, REVIEW } from './find.ts'

type Act = (
  found: InReview,
  by: Actor,
  said: string,
  world: World,
  book: () => Promise<readonly Entry<'review'>[]>,
) => Reviewed | Promise<Reviewed>

/** An order about a review: only a reviewer has one, alone, whichever township it is of. */
const onReview =
  (verb: string, wants: Parameters<typeof asksWords>[2], act: Act): OnCommand =>
  async (turn, ref, rest) => {
    const place = await located(turn, ref)
    if ('note' in place) return place
    const found = asReview(place.found)
    const reviewed = await act(found, actorOf(turn), rest, turn.world, () => allReviews(turn.ctx))
    if (reviewed.ok) return done(turn, found, reviewed)
    if ('asks' in reviewed) return asksWords(turn, found.hand, wants, verb, found.review.no, rest)
    const { hand, file, review } = found
    if (unfitFor(hand, file.data, turn.speaker.userid, turn.world)) return refusal(reviewed.reason, null)
    const over = reviewed.reason === 'review-over' || reviewed.reason === 'review-not-yours'
    const refused = refusedWith(hand, reviewed, over ? cardOf(turn, hand, file, review) : null)
    // whoever named no point is still asked for one: 「事实」 alone is an order elsewhere
    return reviewed.reason === 'review-points'
      ? { ...refused, ask: { asks: 'words', verb, no: review.no, lead: '' } }
      : refused
  }

const located = async (turn: Turn, ref: Parameters<OnCommand>[1]) => {
  const stopped = notHere(turn)
  if (stopped) return stopped
  const { userid } = turn.speaker
  const found = await findOpen(turn, ref, { ...REVIEW, may: () => true, own: ({ owner }) => owner === userid })
  return found.ok ? found : found.result
}

/** Only reviewers know what is under review; a group reads along. */
export function notHere(turn: Turn): Result | null {
  const { person, userid } = turn.speaker
  if (!person) return refusal('not-staff', null)
  const roles = turn.world.towns.flatMap(({ people }) => people.filter((each) => each.userid === userid))
  if (!roles.some((each) => each.roles.includes('reviewer'))) return refusal('review-who', null)
  return mayTalkHere(turn) ? null : refusal('ask-alone', null)
}

function done(
  turn: Turn,
  { hand }: InReview,
  { decision, task, review, file }: Extract<Reviewed, { ok: true }>,
): Result {
  const card = cardOf(turn, { ...hand, task }, file, review)
  // what was typed is answered with how it stands now; the card that was tapped becomes it
  const tapped = turn.row.content.kind === 'click'
  return { note: `review ${review.no}`, decision, ...(tapped ? { card } : { answers: [card] }) }
}

export const onPass = onReview('review-pass', 'reject', pass)
export const onReject = onReview('review-reject', 'reject', reject)
export const onHand = onReview('review-hand', 'hand', (found, by, said, world) =>
  handOver(found, by, said.trim(), world),
)
export const onTake = onReview('review-take', 'hand', (found, by, _said, world) => takeOver(found, by, world))
export const onAside = onReview('review-aside', 'aside', async (found, by, said, world, book) =>
  stepAside(found, by, said, await book(), world),
)

/** 审核 n: all of it in words, with the checklist, the warnings and the rounds before. */
export const onShow: OnCommand = async (turn, ref) => {
  const place = await located(turn, ref)
  if ('note' in place) return place
  const { hand, file, review } = asReview(place.found)
  const unfit = unfitFor(hand, file.data, turn.speaker.userid, turn.world, keptFrom(review))
  if (unfit) return refusal(unfit, null)
  const facts = factsOf(hand.task, hand.town)
  const sheet = { kind: 'review-sheet', facts, view: viewOf(hand, file, review, turn.world) } as const
  const card = review.state === 'open' ? [cardOf(turn, hand, file, review)] : []
  const tapped = turn.row.content.kind === 'click'
  return { note: `review ${review.no}`, answers: [sheet, ...(tapped ? [] : card)] }
}
