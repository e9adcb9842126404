import type { ClockName } from '../../domain/legal/clockNames.ts'
import type { Doing } from '../../domain/legal/doings.ts'
import type { Discretion, FileStep, Proposal } from '../../domain/legal/kinds.ts'
import type { ClockShown, Ended, FileView } from '../../domain/legal/said.ts'

const FILE_STATES: Readonly<Record<FileView['state'], string>> = {
  open: '办理中',
  decided: '已作出处罚决定',
  closed: '已结案',
  dismissed: '已终止（未处罚）',
  transferred: '已移送司法机关',
}

export const ENDED: Readonly<Record<Ended, string>> = { dropped: '撤案', spared: '不予处罚' }

export const stateText = ({ state, how }: Pick<FileView, 'state' | 'how'>): string =>
  state === 'dismissed' && how ? `已${ENDED[how]}` : FILE_STATES[state]

export const STEP_NAMES: Readonly<Record<FileStep, string>> = {
  filed: '立案',
  hold: '先行登记保存',
  'hold-ended': '登记保存物品已处理',
  named: '登记当事人',
  stated: '记录违法事实',
  proposed: '拟处罚意见',
  recorded: '现场笔录',
  ordered: '责令改正',
  investigated: '调查终结',
  discretion: '裁量',
  noticed: '处罚前告知送达',
  defended: '陈述申辩',
  'hearing-asked': '申请听证',
  'hearing-waived': '放弃听证',
  'hearing-notified': '听证通知',
  'hearing-held': '举行听证',
  submitted: '送法制审核',
  reviewed: '法制审核通过',
  rejected: '法制审核退回',
  'signed-off': '指导单位会签',
  decided: '作出处罚决定',
  served: '送达',
  paid: '缴款',
  transferred: '移送司法机关',
  dismissed: '终止',
  extended: '批准延长办案',
  serious: '认定重大复杂',
  closed: '结案',
}

const CLOCK_WORDS: Readonly<Record<ClockName, string>> = {
  decide: '作出处罚决定',
  hold: '先行登记物品作出处理',
  told: '当事人陈述申辩',
  hearing: '举行听证',
  serve: '送达决定书',
  pay: '当事人缴款',
  order: '改正期限',
}

export const clockText = ({ clock, hearing }: Pick<ClockShown, 'clock' | 'hearing'>): string =>
  `${CLOCK_WORDS[clock]}${hearing ? '、申请听证' : ''}`

/** What a step that was taken is called. */
export const DONE: Readonly<Record<Doing | 'filed', string>> = {
  filed: '已立案',
  officers: '办案人员已记下',
  party: '当事人已记下',
  dated: '违法日期已记下',
  facts: '违法事实已记下',
  'more-facts': '违法事实已补充',
  serious: '已认定重大复杂，决定前要法制审核',
  ordinary: '已转普通程序',
  hold: '先行登记保存已记下，已告诉负责人',
  'hold-end': '登记物品的处理已记下',
  order: '责令改正已记下',
  discretion: '裁量意见已记下',
  propose: '拟处罚意见已记下',
  investigate: '调查终结',
  notice: '告知已送达',
  defend: '陈述申辩已记下',
  'hearing-ask': '听证申请已记下',
  'hearing-notify': '听证通知已记下',
  'hearing-hold': '听证结果已记下',
  decide: '处罚决定已作出',
  serve: '送达已记下',
  pay: '缴款已记下',
  close: '已结案',
  dismiss: '已撤案',
  spare: '已决定不予处罚',
  transfer: '已移送司法机关',
  extend: '延长申请已报领导审批',
  'extend-agree': '已批准延长',
}

/** The order of a step, as it is typed, and what follows the number. */
export const ORDERS: Readonly<Record<Doing, readonly [verb: string, rest: string]>> = {
  officers: ['办案人', '第二名执法人员'],
  party: ['当事人', '姓名或单位名 证号 电话 地址'],
  dated: ['违法日期', '2026-11-01'],
  facts: ['事实', '查明的情况'],
  'more-facts': ['补充事实', '新查明的情况'],
  serious: ['重大复杂', '理由'],
  ordinary: ['转普通程序', ''],
  hold: ['先行登记', '物品'],
  'hold-end': ['登记处理', '结果'],
  order: ['责令改正', '内容 期限'],
  discretion: ['裁量', '一般 理由'],
  propose: ['拟处罚', '罚款 500'],
  investigate: ['调查终结', ''],
  notice: ['告知', '送达日期'],
  defend: ['申辩', '内容'],
  'hearing-ask': ['听证申请', ''],
  'hearing-notify': ['听证通知', '听证日期'],
  'hearing-hold': ['听证', '结果'],
  decide: ['决定', ''],
  serve: ['送达', '日期 方式'],
  pay: ['缴款', '金额 日期'],
  close: ['结案', ''],
  dismiss: ['撤案', '理由'],
  spare: ['不予处罚', '理由'],
  transfer: ['移送司法', '理由'],
  extend: ['延长办案', '30天 批准文号 依据'],
  'extend-agree': ['同意延长', ''],
}

export const SORT_NAMES: Readonly<Record<Proposal['sort'], string>> = {
  none: '不予处罚',
  warning: '警告',
  fine: '罚款',
  confiscation: '没收',
  suspension: '停产停业',
  revocation: '吊销许可证件',
  other: '其他处罚',
}

export const DISCRETION_NAMES: Readonly<Record<Discretion, string>> = {
  waive: '首违不罚',
  mitigate: '减轻',
  lighter: '从轻',
  ordinary: '一般',
  heavier: '从重',
}

const DIGITS = '零一二三四五六七八九'
/** 第四十二条 */
export function article(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10]
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : DIGITS[tens]}十`
  return `《行政处罚法》第${ten}${ones === 0 && tens > 0 ? '' : DIGITS[ones]}条`
}

/** 2026年3月1日 */
export function dayText(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return year && month && date ? `${year}年${month}月${date}日` : ''
}
