import type { Doing } from './doings.ts'
import type { FileStep } from './kinds.ts'
import type { Look } from './look.ts'
import { has, hasSince, last } from './steps.ts'
import { mayAskHearing, noticeOf } from './terms.ts'
import { same, weighedIn } from './weight.ts'

/** What a review or a sign-off that was given before has not seen. */
export const UNSEEN: readonly FileStep[] = ['named', 'stated', 'discretion', 'proposed', 'hearing-held']

/**
 * Must a review be passed before the decision (§58): where the item or the township says so, it is serious, others were
 * harmed, the party may have a hearing, or it was submitted? What is decided on the spot is not reviewed (§52).
 */
export function needsReview(look: Look): boolean {
  const { file } = look
  if (file.procedure === 'simple') return false
  const notice = noticeOf(look)
  const hearing = (notice !== null && mayAskHearing(notice)) || has(file, 'hearing-asked')
  return file.reviewNeeded || file.harmful || hearing || has(file, 'submitted')
}

export const reviewFailed = ({ file }: Look): boolean => last(file, 'reviewed', 'rejected')?.step === 'rejected'

/** It was passed, and what is to be decided is what was seen. A submission after it is for something new. */
export function isReviewed({ file }: Look): boolean {
  const review = last(file, 'reviewed')
  if (!review || hasSince(file, ['submitted', 'rejected'], ['reviewed'])) return false
  const seen = weighedIn(review)
  // the same penalty written again is no other one
  const unseen =
    seen && file.proposal && same(seen, file.proposal) ? UNSEEN.filter((step) => step !== 'proposed') : UNSEEN
  return !hasSince(file, unseen, ['reviewed'])
}

/** In the year of transition the guiding department signs before the notice, and once more before the decision. */
export function isSignedOff({ file, today }: Look, doing: Doing): boolean {
  const guides =
    file.mentor !== null && (file.mentorUntil === undefined || file.mentorUntil === null || today <= file.mentorUntil)
  if (!guides || file.procedure === 'simple') return true
  const since: readonly FileStep[] = doing === 'notice' ? UNSEEN : [...UNSEEN, 'noticed']
  return has(file, 'signed-off') && hasSince(file, ['signed-off'], since)
}
