import type { Entry } from '../book/entry.ts'
import type { CaseInHand } from '../case/draft.ts'
import type { World } from '../world.ts'
import { ofKind } from '../book/entry.ts'
import { findTown } from '../people/directory.ts'
import { nameIn } from './pool.ts'
import type { ReviewLine, ReviewView, RoundSaid } from './said.ts'

/** A review as its reviewer sees it, alone, with the file as it is now and the rounds before. */
export function viewOf(
  { entries = [] }: Pick<CaseInHand, 'entries'>,
  file: Entry<'file'>,
  review: Entry<'review'>,
  world: Pick<World, 'towns'>,
): ReviewView {
  const { data } = file
  const { by, decidedBy, round, warnings, points, note } = review.data
  const name = (userid: string | null) => nameIn(world, userid)
  return {
    no: review.no,
    state: review.state,
    fileNo: file.no,
    filingNo: data.filingNo ?? file.no,
    itemName: data.itemName,
    legalBasis: data.legalBasis,
    party: data.party?.name ?? null,
    proposal: data.proposal,
    discretion: data.discretion,
    by: name(by) ?? by,
    officers: data.officers.map((userid) => name(userid) ?? userid),
    owner: name(review.owner),
    round,
    dueAt: review.dueAt?.toISOString() ?? null,
    warnings,
    history: ofKind(entries, 'review').flatMap((each) => rejectedOf(each, review, world)),
    decidedBy: name(decidedBy),
    points,
    note,
  }
}

function rejectedOf(
  each: Entry<'review'>,
  { id, data: { file } }: Entry<'review'>,
  world: Pick<World, 'towns'>,
): RoundSaid[] {
  const { round, points, note, decidedBy } = each.data
  if (each.id === id || each.data.file !== file || each.state !== 'rejected') return []
  return [{ round, points, note, by: nameIn(world, decidedBy) ?? '' }]
}

/** One line of 审核清单. */
export function lineOf(
  review: Entry<'review'>,
  { caseNo, itemName }: Readonly<{ caseNo: string; itemName: string }>,
  userid: string,
  world: World,
): ReviewLine {
  return {
    no: review.no,
    caseNo,
    town: findTown(world, review.town).name,
    itemName,
    round: review.data.round,
    dueAt: review.dueAt?.toISOString() ?? null,
    over: review.dueAt !== null && review.dueAt <= world.now,
    mine: review.owner === userid,
    owner: nameIn(world, review.owner),
  }
}

/** His own first; what was mended and comes again before what is new; then by the day it is due. */
export const inQueue = (reviews: readonly Entry<'review'>[], userid: string): readonly Entry<'review'>[] =>
  reviews.toSorted(
    (a, b) =>
      Number(b.owner === userid) - Number(a.owner === userid) ||
      Number(b.data.round > 1) - Number(a.data.round > 1) ||
      (a.dueAt?.getTime() ?? 0) - (b.dueAt?.getTime() ?? 0),
  )
