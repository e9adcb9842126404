import type { Doing } from './doings.ts'
import type { FileStep, Proposal, StepTaken } from './kinds.ts'
import type { Look } from './look.ts'
import { dayOf } from '../calendar/zone.ts'
import { hasSince, last } from './steps.ts'
import { noticeOf } from './terms.ts'
import { heavier, weighedIn } from './weight.ts'

/** Another party, other facts, or a heavier penalty than he was told of: he must be told anew before the decision (§44, §62). */
export function needsNoticeAnew(look: Look): boolean {
  const notice = noticeOf(look)
  if (!notice) return false
  if (hasSince(look.file, ['named', 'stated'], ['noticed'])) return true
  const told = weighedIn(notice)
  return look.file.proposal !== null && (told === null || heavier(look.file.proposal, told))
}

/** Nobody is punished harder for having spoken (§45); other facts that were found since are another matter. */
export function isHarsherForSpeaking(look: Look, proposal: Proposal): boolean {
  const notice = noticeOf(look)
  const told = notice && weighedIn(notice)
  const spoken = look.file.steps.findLastIndex(isSpeech)
  if (!told || spoken < 0 || !heavier(proposal, told)) return false
  return !look.file.steps.slice(spoken).some(({ step }) => step === 'stated')
}

const isSpeech = ({ step, data }: StepTaken): boolean =>
  step === 'hearing-held' || (step === 'defended' && data?.['waived'] !== true)

/** Nothing is dated back before what must have been there first: a term would be over that never ran. */
const AFTER: Readonly<Partial<Record<Doing, readonly FileStep[]>>> = {
  notice: ['filed', 'named', 'stated', 'proposed', 'investigated', 'discretion'],
  defend: ['noticed'],
  'hearing-ask': ['noticed'],
  serve: ['decided'],
  pay: ['decided'],
}

export function earliestDay({ file, hand }: Look, doing: Doing): string {
  const steps = AFTER[doing]
  if (!steps) return dayOf(hand.task.createdAt)
  const step = last(file, ...steps)
  if (!step) return file.filedOn
  // a notice counts from the day it was served, everything else from when it was written down
  return step.step === 'noticed' ? step.day : dayOf(new Date(step.at))
}
