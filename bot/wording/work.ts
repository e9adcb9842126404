import type { WorkRefusal, WorkSaid } from '../../domain/work/said.ts'
import { workCards } from '../render/work.ts'
import {
  about,
  dayName,
  dueLine,
  leadName,
  lines,
  quoted,
  reply,
  said,
  staffHead,
  suspendedLine,
  type,
} from './common.ts'
import { typedNo } from './names.ts'
import type { HelpLine, Part } from './part.ts'
import { nextStep } from './unit.ts'
import { extensionText, suspensionText } from './work-cards.ts'
import { BLOCK_NAMES, workListWords } from './work-lists.ts'
import { workRefusals } from './work-refusals.ts'
import type { Body, Say, WordsOf } from './words.ts'

const NEWS_HEADS: Readonly<Record<Body<'work-news'>['news'], string>> = {
  extended: '同意延期',
  'extension-refused': '不同意延期',
  suspended: '同意挂账',
  'suspension-refused': '不同意挂账',
  resumed: '恢复办理',
  review: '挂账到期',
  blocked: '办理受阻',
  unblocked: '受阻已解除',
  'outside-due': '问一下外单位',
}

const by = (name: string | null): string => (name ? quoted(name, 20) : '镇里')

function newsText(body: Body<'work-news'>, say: Say): string {
  const { facts, note, until } = body
  const what = about(facts)
  const why = said(note, 300)
  const order = (verb: string, rest = '') => type(say, `${verb} ${typedNo(facts)}${rest}`)
  switch (body.news) {
    case 'extended':
      return lines(`${what}，${by(body.by)}同意延期。`, why && `理由：${why}`, dueLine(facts, 'finish'))
    case 'extension-refused':
      return lines(`${what}，${by(body.by)}不同意延期，时限不变。`, why && `说明：${why}`, dueLine(facts, 'finish'))
    case 'suspended':
      return lines(
        `${what}，${by(body.by)}同意挂账，时限停下来${until ? `，${dayName(until)}再看` : ''}。`,
        why && `等：${why}`,
        nextStep(facts, say),
      )
    case 'suspension-refused':
      return lines(
        `${what}，${by(body.by)}不同意挂账，请接着办。`,
        why && `说明：${why}`,
        suspendedLine(facts) ?? dueLine(facts, 'finish'),
      )
    case 'resumed':
      return lines(`${what}，${by(body.by)}恢复办理，时限接着算。`, dueLine(facts, 'finish'), nextStep(facts, say))
    case 'review':
      // alerts are merged to their first two lines: what to answer stands there
      return lines(
        `${what}，挂账的日子到了：能办了请${reply(say)}${order('恢复')}，还要等由${leadName(facts)}回复${order('再挂', ' 理由 恢复日期')}，办完了回复${order('办结', ' 结果')}。`,
        why && `等：${why}`,
      )
    case 'blocked':
      return lines(
        `${what}，${leadName(facts)}办不下去：${body.reason ? BLOCK_NAMES[body.reason] : '缺条件'}。请帮忙解决，时限照常算。`,
        why && `说明：${why}`,
        dueLine(facts, 'finish'),
        `解决了请${reply(say)}${order('解除受阻')}。`,
      )
    case 'unblocked':
      return lines(`${what}，${by(body.by)}说受阻的原因已经解决。`, dueLine(facts, 'finish'))
    case 'outside-due':
      return `${what}，请问一下${quoted(note ?? '外单位', 40)}办到哪了，问到了请${reply(say)}${order('外单位回复', ' 内容')}（联系人看${order('详情')}）。`
  }
}

const DONE_HEADS: Readonly<Record<Body<'work-done'>['step'], string>> = {
  'extension-asked': '延期已申请',
  extended: '已同意延期',
  'extension-refused': '已不同意延期',
  'suspension-asked': '挂账已申请',
  suspended: '已同意挂账',
  'suspension-refused': '已不同意挂账',
  resumed: '已恢复办理',
  blocked: '受阻已记下',
  unblocked: '已解除受阻',
  'sent-out': '已转出',
  'outside-replied': '外单位的答复已记下',
}

function doneText({ facts, step, who, note, until }: Body<'work-done'>, say: Say): string {
  const what = about(facts)
  const due = dueLine(facts, 'finish')
  const order = (verb: string, rest = '') => type(say, `${verb} ${typedNo(facts)}${rest}`)
  switch (step) {
    case 'extension-asked':
      return lines(`${what}，已报${who ? quoted(who, 20) : '镇指挥室'}审批。批下来之前时限照常算。`, due)
    case 'extended':
      return lines(`${what}，新的时限已告诉承办人和反映人。`, due)
    case 'suspension-asked':
      return lines(
        `${what}，已报镇指挥室审批${until ? `，申请到${dayName(until)}再看` : ''}。批下来之前时限照常算。`,
        suspendedLine(facts) ?? due,
      )
    case 'suspended':
      return `${what}，时限停下来了，${until ? `${dayName(until)}再看，` : ''}已告诉承办人和反映人。`
    case 'extension-refused':
    case 'suspension-refused':
      return lines(`${what}，已告诉申请的人。`, suspendedLine(facts) ?? due)
    case 'resumed':
      return lines(`${what}，时限接着算，反映人已经知道了。`, due, nextStep(facts, say))
    case 'blocked':
      return lines(
        `${what}，已告诉本单位负责人和镇指挥室。这不算理由，时限照常算。`,
        due,
        `解决了请${reply(say)}${order('解除受阻')}。`,
      )
    case 'unblocked':
      return lines(`${what}，已告诉本单位负责人和镇指挥室。`, due)
    case 'sent-out':
      return lines(
        `${what}，已转${quoted(note ?? '外单位', 40)}，反映人已经知道了。它不在哨子里，请打电话或发函告诉他们。`,
        `以后到时候提醒您问一次，问到了请${reply(say)}${order('外单位回复', ' 内容')}。`,
      )
    case 'outside-replied':
      return lines(`${what}，反映人已经知道了。`, due, nextStep(facts, say))
  }
}

const words: WordsOf<WorkSaid['kind']> = {
  ...workListWords,
  'extension-card': extensionText,
  'suspension-card': suspensionText,
  'work-news': (body, say) => lines(staffHead(NEWS_HEADS[body.news], body.facts, say), newsText(body, say)),
  'work-done': (body, say) => lines(staffHead(DONE_HEADS[body.step], body.facts, say), doneText(body, say)),
}

const OFFICER: readonly HelpLine[] = [
  ['延期 0007 2天 理由', '申请多给几天，批了才算'],
  ['挂账 0007 等什么 12月20日', '要等条件的，申请先停下来'],
  ['恢复 0007', '条件到了，接着办'],
  ['转出 0007 市交通局 联系人 电话 理由', '转给镇外的部门，隔几天提醒您问'],
  ['外单位回复 0007 内容', '对方部门的答复'],
  ['受阻 0007 缺车辆 说明', '缺装备、车辆、人手、经费'],
  ['解除受阻 0007', '缺的解决了'],
  ['我的任务', '手上的、待签收的、等您审批的'],
]
const APPROVE: readonly HelpLine[] = [
  ['同意延期 0007', '时限往后推'],
  ['不同意延期 0007 理由', '时限不变'],
]
const COMMAND: readonly HelpLine[] = [
  ...APPROVE,
  ['同意挂账 0007', '时限停下来'],
  ['不同意挂账 0007 理由', '请单位接着办'],
  ['恢复 0007', '挂账的接着办'],
  ['解除受阻 0007', '单位缺的解决了'],
  ['受阻统计', '本月各单位缺什么'],
]

export const work: Part<WorkSaid['kind'], WorkRefusal> = {
  words,
  cards: workCards,
  refusals: workRefusals,
  help: {
    officer: OFFICER,
    head: [...OFFICER, ...APPROVE],
    dispatcher: COMMAND,
    leader: COMMAND,
    admin: [...OFFICER, ...COMMAND],
  },
}
