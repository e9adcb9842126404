import { about, lines, quoted, reply, said, staffHead, type } from './common.ts'
import { proposalText } from './legal-file.ts'
import { when, typedNo } from './names.ts'
import { amountText } from './review-sheet.ts'
import { leftText, POINT_OF, SIGNOFF_STATES } from './review-names.ts'
import type { Body, Say } from './words.ts'

export const joinedText = ({ facts, filingNo, mentor, left }: Body<'mentor-joined'>, say: Say): string =>
  lines(
    staffHead('指导办案', facts, say),
    `${filingNo} ${about(facts)}，已立案。`,
    `指导单位：${quoted(mentor, 40)}${leftText(left) ? ` · ${leftText(left)}` : ''}`,
    '告知和决定以前要请您单位会签，到时会发卡片。',
    `看案卷：${reply(say)}${type(say, `案卷 ${typedNo(facts)}`)}`,
  )

export function signoffText({ facts, view }: Body<'signoff-card'>, say: Say): string {
  const no = typedNo(facts)
  return lines(
    staffHead(`会签·${POINT_OF[view.point]}·${SIGNOFF_STATES[view.state]}`, facts, say),
    `${view.filingNo} ${quoted(view.itemName, 40)}`,
    `指导单位：${quoted(view.mentor, 40)}${leftText(view.left) ? ` · ${leftText(view.left)}` : ''}`,
    view.party && `当事人：${quoted(view.party, 40)}`,
    view.proposal && `拟处罚：${proposalText(view)}`,
    amountText(view) && `金额：${amountText(view)}`,
    view.decidedBy && `${quoted(view.decidedBy, 20)}：${SIGNOFF_STATES[view.state]}`,
    said(view.note, 300),
    view.state === 'open' && view.dueAt && `请在${when(view.dueAt)} 前答复。`,
    view.state === 'open' &&
      `${reply(say)}${type(say, `同意会签 ${no}`)}，或${type(say, `不同意会签 ${no} 理由`)}；看案卷${type(say, `案卷 ${no}`)}。`,
  )
}

export const askedText = ({ facts, mentor, point, dueAt, fresh }: Body<'signoff-asked'>, say: Say): string =>
  lines(
    staffHead('指导单位会签', facts, say),
    `${fresh ? '已请' : '正在等'}${quoted(mentor, 40)}会签（${POINT_OF[point]}）${dueAt ? `，${when(dueAt)} 前答复` : ''}。`,
    '同意以后会告诉您，再接着办。',
  )

export function signedText(
  { facts, filingNo, mentor, point, agreed, by, note }: Body<'signoff-result'>,
  say: Say,
): string {
  const no = typedNo(facts)
  const next = point === 'notice' ? `告知 ${no} 送达日期` : `决定 ${no}`
  return lines(
    staffHead(agreed ? '指导单位同意' : '指导单位不同意', facts, say),
    `${filingNo} ${about(facts)}`,
    `${quoted(mentor, 40)}${by ? ` ${quoted(by, 20)}` : ''}：${agreed ? '同意' : '不同意'}（${POINT_OF[point]}）`,
    said(note, 300) && `意见：${said(note, 300)}`,
    agreed
      ? `办案人员接着办：${type(say, next)}`
      : `请按意见改正，再请会签：${type(say, `会签 ${no}`)}。没有会签不能${point === 'notice' ? '告知' : '决定'}。`,
  )
}

export const signoffDueText = ({ facts, no, mentor, dueAt, over }: Body<'signoff-due'>, say: Say): string =>
  lines(
    staffHead(over ? '会签超期' : '会签快到期', facts, say),
    `${no} 请${quoted(mentor, 40)}在${when(dueAt)} 前答复${over ? '，已经超期' : ''}。`,
    `${reply(say)}${type(say, `同意会签 ${typedNo(facts)}`)}，或${type(say, `不同意会签 ${typedNo(facts)} 理由`)}。`,
  )

export const goneText = ({ facts, mentor }: Body<'signoff-moved'>, say: Say): string =>
  lines(staffHead('会签', facts, say), `案卷改过或已结束，请${quoted(mentor, 40)}先不用答复；需要时会再请会签。`)
