import type { CrewRefusal, CrewSaid } from '../../domain/crew/said.ts'
import { crewCards } from '../render/crew.ts'
import { BOOKING_HELP, bookingWords } from './crew-booking.ts'
import { handoverText, leaveText, swapText } from './crew-cards.ts'
import { daysText, shiftsText, span } from './crew-days.ts'
import { crewRefusals } from './crew-refusals.ts'
import { lines, list, quoted, reply, said, type } from './common.ts'
import { shortNo } from './names.ts'
import type { HelpLine, Part } from './part.ts'
import type { Body, Say, WordsOf } from './words.ts'

const title = (what: string, no: string): string => `**【${what}】${no}**`
const who = (name: string | null | undefined): string => quoted(name ?? '', 20) || '同事'
const days = ({ from, to }: Readonly<{ from?: string; to?: string }>): string => (from && to ? span(from, to) : '')
const numbers = (cases: readonly string[] = []): string => cases.map((caseNo) => shortNo(caseNo)).join('、')

function askedText(body: Body<'crew-asked'>, say: Say): string {
  const { what, no, shifts = [], count = 0, without = [] } = body
  const order = (words: string) => type(say, `${words} ${shortNo(no)}`)
  switch (what) {
    case 'leave':
      return lines(
        title('请假已申请', no),
        `${days(body)}请假，已报${body.who ? who(body.who) : '镇指挥室'}审批，批了会告诉您。批下来之前照常值班。`,
        `不请了请${reply(say)}${order('取消请假')}。`,
      )
    case 'swap':
      return lines(
        title('换班已申请', no),
        `${shiftsText(shifts)}，已告诉${who(body.who)}，他同意了才算。同意之前照原来的值班。`,
      )
    case 'handover':
      return lines(
        title('交班已发出', no),
        `${count} 件已发给${who(body.who)}，他接班以前仍由您负责；他接了会告诉您。`,
        without.length > 0 && `${numbers(without)} 要回避，不能交给他，仍由您负责，请报告单位负责人。`,
        `要改交别人，请${reply(say)}${type(say, '交班 给某某 说明')}。`,
      )
  }
}

const NEWS: Readonly<Record<Body<'crew-news'>['news'], string>> = {
  'leave-agreed': '已同意请假',
  'leave-refused': '不同意请假',
  'leave-cancelled': '请假已取消',
  'leave-lapsed': '请假没有审批',
  swapped: '已换班',
  'swap-refused': '不同意换班',
  'swap-lapsed': '换班没有答复',
  'handover-taken': '已接班',
  'handover-lapsed': '没有接班',
}

function newsText(body: Body<'crew-news'>, say: Say): string {
  const { news, shifts = [], cases = [], without = [] } = body
  switch (news) {
    case 'leave-agreed':
      return `${who(body.by)}${days(body)}请假，${who(body.who)}同意了。这几天的工单和提醒不再发给${who(body.by)}；手上没办完的，请本人先交班：${reply(say)}${type(say, '交班')}。`
    case 'leave-refused':
      return `${who(body.by)}${days(body)}请假，${who(body.who)}不同意，照常值班。有困难请当面说。`
    case 'leave-cancelled':
      return `${who(body.by)}${days(body)}的请假取消了，照常值班。`
    case 'leave-lapsed':
      return `${days(body)}的请假到期没有审批，不算请假。情况请向负责人说明。`
    case 'swapped':
      return `${shiftsText(shifts)}，${who(body.who)}同意了。工单和提醒照换过的发。`
    case 'swap-refused':
      return `${shiftsText(shifts)}，${who(body.who)}没有同意，照原来的值班。可以换一天或者换个人再问。`
    case 'swap-lapsed':
      return `${shiftsText(shifts)}，${who(body.who)}没有答复，照原来的值班。`
    case 'handover-taken':
      return lines(
        cases.length > 0
          ? `${who(body.by)}交的 ${cases.length} 件由${who(body.who)}接班：${numbers(cases)}。从现在起由${who(body.who)}负责。`
          : `${who(body.by)}交的都已经不在手上，没有要接的。`,
        without.length > 0 && `没有交的：${numbers(without)}，已经办完、转走或者要回避。`,
      )
    case 'handover-lapsed':
      return `${who(body.by)}交的班，${who(body.who)}一天没有接，作废了，工单仍由${who(body.by)}负责。还要交的，请再${reply(say)}${type(say, '交班')}，或请负责人指定人。`
  }
}

const words: WordsOf<CrewSaid['kind']> = {
  ...bookingWords,
  'leave-card': leaveText,
  'swap-card': swapText,
  'handover-card': handoverText,
  'crew-asked': askedText,
  'crew-news': (body, say) =>
    lines(title(NEWS[body.news], body.no), newsText(body, say), body.note ? `说明：${said(body.note, 200)}` : null),
  'crew-gap': ({ station, days: gaps, instead }, say) =>
    lines(
      '**【没有人值班】**',
      `${daysText(gaps)}${quoted(station, 30)}没有人值班${instead ? `，到时工单和提醒发给${who(instead)}` : ''}。`,
      `请提前安排：换人值班请本单位的人${reply(say)}${type(say, '换班 日期 姓名')}，或者改排班表。`,
    ),
  licences: licencesText,
  'handover-hint': ({ count }, say) =>
    `明天您不值班，手上还有 ${count} 件，可${reply(say)}${type(say, '交班')}，或${type(say, '交班 给某某 说明')}。`,
}

const PAPERS = { licence: '执法证', certificate: '资格证或监督证' } as const

function licencesText({ items }: Body<'licences'>): string {
  if (items.length === 0) return '90 天内没有到期的证件，也没有缺证的执法人员。'
  const state = ({ until, days: left }: (typeof items)[number]): string =>
    until === null || left === null
      ? '没有登记'
      : `${until} ${left < 0 ? '已经到期' : left === 0 ? '今天到期' : `到期，还有 ${left} 天`}`
  return lines(
    `**证件到期和缺证的（${items.length}）**`,
    list(
      items,
      (item, n) =>
        `${n}. ${who(item.name)}${item.station ? `（${quoted(item.station, 30)}）` : ''}：${PAPERS[item.what]} ${state(item)}`,
    ),
    '证件过期或没有登记的，不能作为执法人员办案，请尽快换证或补登记。',
  )
}

const LICENCES: HelpLine = ['证件', '谁的执法证、资格证要到期或缺证']
const OFFICER: readonly HelpLine[] = [
  ['值班', '今天谁值班'],
  ['请假 12月3日 到 12月5日 理由', '负责人同意了才算'],
  ['取消请假', '不请了，或者提前回来'],
  ['换班 12月3日 张伟', '他同意了才算；两天互换写两个日期'],
  ['交班 给张伟 说明', '手上的工单交给他；不写名字就交给下一个值班的'],
  ['接班', '接下别人交给您的'],
]
const APPROVE: readonly HelpLine[] = [
  ['同意请假 0001', '这几天不派给他'],
  ['不同意请假 0001 理由', '照常值班'],
]

export const crew: Part<CrewSaid['kind'], CrewRefusal> = {
  words,
  cards: crewCards,
  refusals: crewRefusals,
  help: {
    officer: [...OFFICER, ...BOOKING_HELP],
    head: [...OFFICER, ...APPROVE, ...BOOKING_HELP, LICENCES],
    dispatcher: [...OFFICER.slice(0, 3), ...APPROVE, ...BOOKING_HELP, LICENCES],
    leader: [...OFFICER.slice(0, 3), ...APPROVE, ...BOOKING_HELP, LICENCES],
    supervisor: [...OFFICER.slice(0, 3), LICENCES],
    admin: [...OFFICER, ...APPROVE, ...BOOKING_HELP, LICENCES],
  },
}
