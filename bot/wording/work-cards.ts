import type { ExtensionCard, SuspensionCard } from '../../domain/work/said.ts'
import { about, dayName, leadName, lines, quoted, reply, said, staffHead, type } from './common.ts'
import { when, typedNo } from './names.ts'
import type { Say } from './words.ts'

/** What stands on the cards of requests: plain text, no markdown. */
export const WORK_CARD = {
  extension: '延期申请',
  suspension: '挂账申请',
  late: '还没有审批',
  keys: {
    lead: '承办',
    by: '申请人',
    days: '延几天',
    due: '原时限',
    now: '新时限',
    until: '哪天再看',
    who: '审批人',
    answer: '说明',
  },
  agree: '同意',
  refuse: '不同意',
  detail: '详情',
  why: '理由',
  days: (days: number): string => `${days} 天`,
  again: '（再挂）',
} as const

const STATES: Readonly<Record<ExtensionCard['state'] | SuspensionCard['state'], string>> = {
  asked: '等审批',
  approved: '已同意',
  held: '已同意',
  refused: '不同意',
  lapsed: '不用审批了',
  over: '已恢复',
}
export const requestState = ({ state, late }: ExtensionCard | SuspensionCard): string =>
  state === 'asked' && late ? WORK_CARD.late : STATES[state]

/** The same in words, where no card can go. */
export function extensionText(card: ExtensionCard, say: Say): string {
  const { facts, days, dueWas, dueNow } = card
  return requestText(card, WORK_CARD.extension, '延期', say, [
    `${leadName(facts)}${applicant(card)}申请延期 ${days} 天，办结时限${dueWas ? `原来是 ${when(dueWas)}` : '照原来的'}${dueNow ? `，现在是 ${when(dueNow)}` : ''}。`,
  ])
}

export function suspensionText(card: SuspensionCard, say: Say): string {
  const { facts, until, renewed } = card
  return requestText(card, WORK_CARD.suspension, '挂账', say, [
    `${leadName(facts)}${applicant(card)}申请${renewed ? '再挂账' : '挂账'}，${dayName(until)}再看，到那时以前时限停着。`,
  ])
}

const applicant = ({ by }: ExtensionCard | SuspensionCard): string => (by ? quoted(by, 20) : '')

function requestText(
  card: ExtensionCard | SuspensionCard,
  title: string,
  order: string,
  say: Say,
  what: readonly string[],
): string {
  const { facts, note, decidedBy, answer, state, no } = card
  return lines(
    staffHead(`${title}${card.late ? `·${WORK_CARD.late}` : ''}`, facts, say),
    about(facts),
    ...what,
    said(note, 300) && `理由：${said(note, 300)}`,
    state === 'asked'
      ? `同意请${reply(say)}${type(say, `同意${order} ${typedNo(facts)}`)}；不同意回复${type(say, `不同意${order} ${typedNo(facts)} 理由`)}。（${no}）`
      : `${decidedBy ? quoted(decidedBy, 20) : ''}${requestState(card)}。`,
    said(answer, 300) && `说明：${said(answer, 300)}`,
  )
}
