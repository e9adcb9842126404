import type { Condition } from '../legal/said.ts'
import type { Look } from '../legal/look.ts'
import { CONDITIONS } from '../legal/conditions.ts'
import { CRIME } from '../legal/wording-said.ts'
import { has } from '../legal/steps.ts'
import { decideEnd, isHeard, noticeOf } from '../legal/terms.ts'
import { isSignedOff } from '../legal/review.ts'
import { needsNoticeAnew } from '../legal/since.ts'
import { dayFrom } from '../calendar/zone.ts'
import { PRE_WARNINGS, type PreFault, type PreWarning } from './warnings.ts'
import { ARTICLE, LAW } from './wording-points.ts'

/** The conditions of a decision that an officer can mend before a reviewer spends his time. */
const NEEDED: readonly Condition[] = [
  'file-power-now',
  'file-officers',
  'file-party',
  'file-facts',
  'file-evidence',
  'file-date',
  'file-limitation',
  'file-investigate',
  'file-discretion',
  'file-waived',
  'file-proposal',
  'file-hearing-due',
]

/** Fewer days than this are left for the decision: the reviewer is told. */
const FEW_DAYS = 10

const WARNS: Readonly<Record<PreWarning, (look: Look) => boolean>> = {
  'party-number': ({ file: { party } }) => party !== null && (party.id === null || party.address === null),
  // both officers confirm a record of the inspection (§42, §55)
  record: ({ file }) => !has(file, 'recorded'),
  article: (look) => !ARTICLE.test(lawsOf(look)),
  heavy: ({ file: { proposal } }) => proposal !== null && ['suspension', 'revocation', 'other'].includes(proposal.sort),
  crime: ({ file }) => CRIME.test(file.facts ?? ''),
  'not-told': (look) => noticeOf(look) === null,
  'told-other': needsNoticeAnew,
  'not-heard': (look) => noticeOf(look) !== null && !isHeard(look),
  'not-signed-off': (look) => !isSignedOff(look, noticeOf(look) ? 'decide' : 'notice'),
  days: (look) => daysToDecide(look) < FEW_DAYS,
}

/** What is to be mended first. */
export function faultsOf(look: Look): readonly PreFault[] {
  const failed = NEEDED.flatMap((reason): PreFault[] => {
    const { met, choices } = CONDITIONS[reason]
    return met(look, 'decide') ? [] : [{ reason, choices: choices?.(look) ?? [] }]
  })
  const isLawless = look.file.proposal !== null && !LAW.test(lawsOf(look)) && !ARTICLE.test(lawsOf(look))
  return isLawless ? [...failed, { reason: 'review-law', choices: [] }] : failed
}

export const warningsOf = (look: Look): readonly PreWarning[] => PRE_WARNINGS.filter((warning) => WARNS[warning](look))

/** Whole days until the decision must be made (§60); below 0 when it is over. */
export const daysToDecide = (look: Look): number => dayFrom(decideEnd(look).day) - dayFrom(look.today)

const lawsOf = ({ file }: Look): string => [file.legalBasis, file.proposal?.text ?? ''].join(' ')
