import type { ReviewView, RoundSaid } from '../../domain/review/said.ts'
import { CHECK_POINTS } from '../../domain/review/checkPoints.ts'
import { lines, quoted, reply, said, staffHead, type } from './common.ts'
import { proposalText } from './legal-file.ts'
import { DISCRETION_NAMES } from './legal-names.ts'
import { when, typedNo } from './names.ts'
import { pointNames, POINTS, REVIEW_STATES, WARNING } from './review-names.ts'
import type { Body, Say } from './words.ts'

const roundText = ({ round, by, points, note }: RoundSaid): string =>
  `- 第${round}次 ${by ? `${quoted(by, 20)} ` : ''}驳回：${pointNames(points)}${note ? ` ${quoted(note, 200)}` : ''}`

export const amountText = ({ proposal }: Pick<ReviewView, 'proposal'>): string | null => {
  const fine = proposal?.fine ? `罚款 ${proposal.fine} 元` : null
  const value = proposal?.value ? `没收约 ${proposal.value} 元` : null
  return [fine, value].filter(Boolean).join('，') || null
}

const WHY: Readonly<Record<Body<'review-card'>['why'], string | null>> = {
  new: null,
  handed: '别的审核人员转给您审。',
  moved: '原来的审核人员不能审，转给您审。',
  offer: '这件超期没有审完，您可以接过来审。',
  shown: null,
  other: '这件不在您手上。',
}

/** What a reviewer has before him; the card says the same shorter. */
export function cardText({ facts, view, why }: Body<'review-card'>, say: Say): string {
  const no = typedNo(facts)
  return lines(
    staffHead(`法制审核·${REVIEW_STATES[view.state]}`, facts, say),
    WHY[why],
    aboutText(view, facts.town),
    ...resultLines(view),
    view.state === 'open' && isOther(why) && `接过来请${reply(say)}${type(say, `接审 ${no}`)}。`,
    view.state === 'open' &&
      !isOther(why) &&
      `请${reply(say)}${type(say, `通过 ${no}`)}，或${type(say, `驳回 ${no} 证据 程序 要改什么`)}；看清单和全文${type(say, `审核 ${no}`)}。`,
  )
}

const isOther = (why: Body<'review-card'>['why']): boolean => why === 'offer' || why === 'other'

const aboutText = (view: ReviewView, town: string): string =>
  lines(
    `${view.filingNo}${town ? `，${quoted(town, 20)}` : ''}${view.round > 1 ? `，第 ${view.round} 次送审` : ''}`,
    `事项：${quoted(view.itemName, 40)}`,
    view.party && `当事人：${quoted(view.party, 40)}`,
    view.proposal && `拟处罚：${proposalText(view)}`,
    amountText(view) && `金额：${amountText(view)}`,
    `送审人：${quoted(view.by, 20)}${view.owner ? `，审核人员：${quoted(view.owner, 20)}` : ''}`,
    view.dueAt && view.state === 'open' && `${when(view.dueAt)} 前审完`,
    view.warnings.length > 0 && `⚠ 请留意：${view.warnings.map((each) => WARNING[each]).join('；')}`,
  )

function resultLines(view: ReviewView): readonly (string | null)[] {
  if (view.state === 'open' || view.state === 'withdrawn') return []
  const by = view.decidedBy ? `${quoted(view.decidedBy, 20)} ` : ''
  return [
    `${by}${REVIEW_STATES[view.state]}${view.points.length > 0 ? `：${pointNames(view.points)}` : ''}`,
    said(view.note, 300),
  ]
}

/** The whole of it, with the checklist and what went before. */
export function sheetText({ facts, view }: Body<'review-sheet'>, say: Say): string {
  return lines(
    staffHead(`法制审核·${REVIEW_STATES[view.state]}`, facts, say),
    aboutText(view, facts.town),
    view.legalBasis && `依据：${quoted(view.legalBasis, 120)}`,
    view.discretion && `裁量：${DISCRETION_NAMES[view.discretion.choice]} ${quoted(view.discretion.why, 100)}`,
    view.officers.length > 0 && `办案人员：${view.officers.map((name) => quoted(name, 20)).join('、')}`,
    '**逐项看**',
    ...CHECK_POINTS.map((point) => `- ${POINTS[point].name}：${POINTS[point].asks}`),
    view.history.length > 0 && '**前几次**',
    ...view.history.map(roundText),
    ...resultLines(view),
    `案卷全文${reply(say)}${type(say, `案卷 ${view.fileNo}`)}。`,
  )
}
