import type { Entry } from '../book/entry.ts'
import type { CaseInHand, Draft } from '../case/draft.ts'
import type { World } from '../world.ts'
import { factsNow, nextCardId, tell } from '../case/draft.ts'
import { MASKED_PARTY } from '../legal/wording-said.ts'
import { nextStep } from './due.ts'
import { daysOfGuidance, unitsOf } from './mentor.ts'
import { nameIn } from './pool.ts'
import type { SignoffView } from './said.ts'

export const SIGNOFF_TIMER = 'signoff'

/** A sign-off as the guiding unit sees it; its group reads along. */
export function signoffView(
  file: Entry<'file'>,
  { no, state, dueAt, data }: Entry<'signoff'>,
  world: World,
): SignoffView {
  const { party, proposal, itemName, filingNo, mentorUntil } = file.data
  return {
    no,
    state,
    fileNo: file.no,
    filingNo: filingNo ?? file.no,
    itemName,
    point: data.point,
    mentor: data.mentor,
    party: party ? MASKED_PARTY(party.name) : null,
    proposal,
    left: daysOfGuidance(mentorUntil, world.now),
    dueAt: dueAt?.toISOString() ?? null,
    decidedBy: nameIn(world, data.decidedBy),
    note: data.note,
  }
}

export function sendSignoff(draft: Draft, file: Entry<'file'>, signoff: Entry<'signoff'>): void {
  const view = signoffView(file, signoff, draft.world)
  for (const address of unitsOf(draft, signoff.owner))
    tell(draft, 'dispatch', address, { kind: 'signoff-card', cardId: nextCardId(draft), facts: factsNow(draft), view })
}

export function armSignoff(draft: Draft, hand: CaseInHand, signoff: Entry<'signoff'>, step = 0): void {
  const { id: subject, state, at: from, dueAt } = signoff
  const next = state === 'open' && dueAt ? nextStep(hand, 'mentor.within', { from, dueAt, step }, draft.world) : null
  draft.timers.push({ subject, kind: SIGNOFF_TIMER, dueAt: next?.at ?? null, step: next?.step ?? 0 })
}
