import { openOpinions } from '../feedback/opinion.ts'
import type { Doing } from './doings.ts'
import type { Look } from './look.ts'
import type { Condition } from './said.ts'
import { ofKind } from '../book/entry.ts'
import { rule } from './look.ts'
import { areTwo, licensedIn } from './officers.ts'
import { standingOf } from './power.ts'
import { isReviewed, isSignedOff, needsReview, reviewFailed } from './review.ts'
import { has, last } from './steps.ts'
import { askedOrWaived, awaitsHearing, isHeard, isPaid, noticeOf, openHold } from './terms.ts'
import {
  askEnd,
  defenceEnd,
  firstHearingDay,
  hearingDay,
  isOver,
  isTooOld,
  limitationEnd,
  mayAsk,
  owed,
  withinSimple,
} from './ends.ts'
import { ENFORCED } from './wording-said.ts'
import { hasPaper } from './paper.ts'
import { earliestDay, needsNoticeAnew } from './since.ts'

/** `article` of 行政处罚法; `choices` = what can be named to whoever is refused. */
export type Rule = Readonly<{
  article: number | null
  met: (look: Look, doing: Doing) => boolean
  choices?: (look: Look) => readonly string[]
}>

const isSpot = ({ file }: Look): boolean => file.procedure === 'simple'

/** Pictures or files, or a record of an inspection that a second officer has confirmed. */
const hasEvidence = ({ file, evidence, hand }: Look): boolean =>
  evidence > 0 ||
  has(file, 'recorded') ||
  ofKind(hand.entries ?? [], 'record').some(({ state }) => state === 'confirmed')

/** What must be so, one by one. */
export const CONDITIONS: Readonly<Record<Condition, Rule>> = {
  'file-over': { article: null, met: ({ entry }) => entry.state === 'open' || entry.state === 'decided' },
  'file-decided': { article: null, met: ({ entry }) => entry.state !== 'decided' },
  'file-undecided': { article: 57, met: ({ entry }) => entry.state === 'decided' },
  'file-power-now': {
    article: 20,
    met: ({ hand, file, today }) => {
      const standing = standingOf(hand.task, hand.town, today)
      return standing.ok && standing.organ === file.organ
    },
    choices: ({ hand, today }) => {
      const standing = standingOf(hand.task, hand.town, today)
      return standing.ok ? [] : [standing.who ?? '', standing.day ?? '']
    },
  },
  'file-officers': {
    article: 42,
    met: ({ file, hand, on }) => areTwo(file.officers, hand.task, hand.town, on),
    choices: ({ hand, on }) => licensedIn(hand.town, hand.task.lead, on),
  },
  'file-party': { article: 40, met: ({ file }) => file.party !== null },
  'file-facts': { article: 40, met: ({ file }) => (file.facts ?? '') !== '' },
  'file-evidence': { article: 46, met: hasEvidence },
  // what is decided on the spot happened there
  'file-date': { article: 36, met: (look) => isSpot(look) || look.file.violatedOn !== null },
  'file-limitation': { article: 36, met: (look) => !isTooOld(look), choices: (look) => [limitationEnd(look) ?? ''] },
  'file-investigate': { article: 57, met: (look) => isSpot(look) || has(look.file, 'investigated') },
  'file-proposal': { article: 44, met: ({ file }) => file.proposal !== null },
  'file-discretion': { article: 33, met: ({ file }) => file.discretion !== null },
  'file-waived': { article: 33, met: ({ file }) => file.discretion?.choice !== 'waive' },
  'file-simple': {
    article: 51,
    met: (look) => !isSpot(look) || withinSimple(look),
    choices: (look) => [String(rule(look, 'simple.person')), String(rule(look, 'simple.entity'))],
  },
  'file-notice': { article: 44, met: (look) => noticeOf(look) !== null },
  // what is decided on the spot is told by word of mouth (§52)
  'file-notice-doc': { article: 44, met: (look) => isSpot(look) || hasPaper(look, ['penalty-notice']) },
  'file-decision-doc': { article: 59, met: (look) => hasPaper(look, ['penalty-decision', 'spot-decision']) },
  'file-anew': { article: 44, met: (look) => !needsNoticeAnew(look) },
  'file-heard': {
    article: 45,
    met: (look) => isHeard(look) || (!isSpot(look) && isOver(look, defenceEnd(look))),
    choices: (look) => [defenceEnd(look)],
  },
  'file-hearing-right': { article: 63, met: (look) => mayAsk(look) },
  'file-hearing-late': {
    article: 64,
    met: (look) => look.on <= (askEnd(look) ?? ''),
    choices: (look) => [askEnd(look) ?? ''],
  },
  'file-hearing-ask': { article: 64, met: (look) => awaitsHearing(look) },
  'file-hearing-due': { article: 63, met: (look) => !awaitsHearing(look) },
  'file-hearing-held': {
    article: 64,
    met: (look) => !mayAsk(look) || askedOrWaived(look) || isOver(look, askEnd(look) ?? ''),
    choices: (look) => [askEnd(look) ?? ''],
  },
  'file-hearing-notify': {
    article: 64,
    met: ({ file }) => last(file, 'hearing-asked', 'hearing-notified')?.step === 'hearing-notified',
  },
  'file-hearing-soon': {
    article: 64,
    met: (look) => look.on >= firstHearingDay(look),
    choices: (look) => [firstHearingDay(look)],
  },
  'file-hearing-early': {
    article: 64,
    met: (look) => look.today >= hearingDay(look),
    choices: (look) => [hearingDay(look)],
  },
  'file-review': { article: 58, met: (look) => !needsReview(look) || has(look.file, 'reviewed', 'rejected') },
  'file-review-failed': { article: 58, met: (look) => !needsReview(look) || !reviewFailed(look) },
  'file-review-again': {
    article: 58,
    met: (look) => !needsReview(look) || !has(look.file, 'reviewed') || isReviewed(look),
  },
  'file-signoff': { article: null, met: isSignedOff, choices: ({ file }) => [file.mentor ?? ''] },
  'file-hold': { article: 56, met: (look) => openHold(look) === null },
  'file-no-hold': { article: 56, met: (look) => openHold(look) !== null },
  'file-served': { article: 61, met: ({ file }) => !has(file, 'served') },
  'file-opinion': {
    article: null,
    met: ({ hand }) => openOpinions(hand.entries).length === 0,
    choices: ({ hand }) => openOpinions(hand.entries).map(({ no }) => no),
  },
  'file-serve': { article: 61, met: ({ file }) => has(file, 'served') },
  'file-paid': {
    article: 67,
    // what a court took over, or waived, ends the file without the money
    met: (look) => isPaid(look) || ENFORCED.test(look.said),
    choices: (look) => owed(look),
  },
  'file-early': { article: null, met: (look, doing) => look.on >= earliestDay(look, doing) },
  'file-future': { article: null, met: ({ on, today }) => on <= today },
}
