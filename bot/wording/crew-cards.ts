import type { HandoverCard, LeaveCard, SwapCard } from '../../domain/crew/said.ts'
import { about, lines, quoted, reply, said, type } from './common.ts'
import { daysText, shiftsText, span } from './crew-days.ts'
import { shortNo } from './names.ts'
import type { Say } from './words.ts'

/** What stands on the cards: plain text, no markdown. */
export const CREW_CARD = {
  leave: '请假申请',
  swap: '换班申请',
  handover: '交班',
  keys: {
    by: '申请人',
    unit: '单位',
    days: '日期',
    gap: '没人值班',
    who: '审批人',
    from: '交班人',
    to: '接班人',
    count: '件数',
  },
  agree: '同意',
  refuse: '不同意',
  take: '接班',
  over: '看结果',
  others: '还有',
  why: '理由',
  answer: '说明',
  note: '交代',
  both: (by: string, other: string): string => `${by}、${other}`,
  count: (count: number): string => `${count} 件`,
} as const

const LEAVE_STATES: Readonly<Record<LeaveCard['state'], string>> = {
  asked: '等审批',
  agreed: '已同意',
  refused: '不同意',
  cancelled: '已取消',
  lapsed: '过期没有审批',
}
const SWAP_STATES: Readonly<Record<SwapCard['state'], string>> = {
  asked: '等对方同意',
  agreed: '已换班',
  refused: '对方不同意',
  lapsed: '过期没有答复',
}
const HANDOVER_STATES: Readonly<Record<HandoverCard['state'], string>> = {
  asked: '等接班',
  taken: '已接班',
  replaced: '已改交别人',
  lapsed: '没有接班，已作废',
}
export const leaveState = ({ state, late }: LeaveCard): string =>
  state === 'asked' && late ? '还没有审批' : LEAVE_STATES[state]
export const swapState = ({ state }: SwapCard): string => SWAP_STATES[state]
export const handoverState = ({ state, again }: HandoverCard): string =>
  state === 'asked' && again ? '还没有接班' : HANDOVER_STATES[state]

const title = (what: string, no: string): string => `**【${what}】${no}**`
const who = (name: string): string => quoted(name, 20) || '同事'

/** The same in words, where no card can go. */
export function leaveText(card: LeaveCard, say: Say): string {
  const { no, by, station, from, to, note, gaps, state, decidedBy, answer } = card
  const order = shortNo(no)
  return lines(
    title(CREW_CARD.leave, no),
    `${station ? quoted(station, 30) : ''}${who(by)}申请请假：${span(from, to)}。`,
    said(note, 200) && `理由：${said(note, 200)}`,
    gaps.length > 0 && `同意以后，${daysText(gaps)}本单位没有人值班。`,
    state === 'asked'
      ? `同意请${reply(say)}${type(say, `同意请假 ${order}`)}；不同意回复${type(say, `不同意请假 ${order} 理由`)}。`
      : `${decidedBy ? who(decidedBy) : ''}${leaveState(card)}。`,
    said(answer, 200) && `说明：${said(answer, 200)}`,
  )
}

export function swapText(card: SwapCard, say: Say): string {
  const { no, by, station, shifts, state } = card
  const order = shortNo(no)
  return lines(
    title(CREW_CARD.swap, no),
    `${quoted(station, 30)}${who(by)}想和${who(card.with)}换班：${shiftsText(shifts)}。`,
    state === 'asked'
      ? `同意请${reply(say)}${type(say, `同意换班 ${order}`)}；不同意回复${type(say, `不同意换班 ${order}`)}。`
      : `${swapState(card)}。`,
  )
}

const MOST = 10

export function handoverText(card: HandoverCard, say: Say): string {
  const { no, by, to, note, items, state } = card
  return lines(
    title(CREW_CARD.handover, no),
    items.length > 0 ? `${who(by)}交给${who(to)}这 ${items.length} 件。` : `${who(by)}交给${who(to)}。`,
    ...items.slice(0, MOST).map((facts, i) => `${i + 1}. **${facts.caseNo}** ${about(facts)}`),
    items.length > MOST && `…还有 ${items.length - MOST} 件`,
    said(note, 300) && `交代：${said(note, 300)}`,
    state === 'asked'
      ? `请${reply(say)}${type(say, `接班 ${shortNo(no)}`)}；没有接班以前，仍由${who(by)}负责。`
      : `${handoverState(card)}。`,
  )
}
