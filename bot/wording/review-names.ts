import type { CheckPoint } from '../../domain/review/checkPoints.ts'
import type { PreWarning } from '../../domain/review/warnings.ts'
import type { ReviewView, SignoffView } from '../../domain/review/said.ts'
import type { SignoffPoint } from '../../domain/review/kinds.ts'

/** The checklist: what is looked at, and what an officer mends when it is not so. */
export const POINTS: Readonly<Record<CheckPoint, Readonly<{ name: string; asks: string; mend: string }>>> = {
  subject: {
    name: '主体',
    asks: '处罚机关有权、在权限和委托期内；当事人认定准确，姓名、证号一致；执法人员两名、证件有效',
    mend: '核对处罚机关、办案人和当事人（办案人、当事人）',
  },
  facts: { name: '事实', asks: '违法时间、地点、经过、后果清楚', mend: '补写查明的情况（事实、补充事实、违法日期）' },
  evidence: { name: '证据', asks: '证据合法、真实、关联，足以证明事实', mend: '补照片、笔录等证据' },
  procedure: {
    name: '程序',
    asks: '立案、调查、告知、听取申辩、听证的步骤和期限合法，两名执法人员签字',
    mend: '把缺的步骤补上（告知、申辩、听证）',
  },
  law: {
    name: '法律适用',
    asks: '引用的法律条款项准确、有效，处罚种类和幅度在条款之内',
    mend: '改引用的条款（拟处罚）',
  },
  discretion: { name: '裁量', asks: '按裁量基准，考虑了首违不罚、从轻减轻、从重', mend: '重新写裁量意见（裁量）' },
  papers: { name: '文书', asks: '文书齐全、格式规范、前后一致', mend: '补齐、改正文书' },
}

/** What the rules found, for the reviewer to look at. */
export const WARNING: Readonly<Record<PreWarning, string>> = {
  'party-number': '当事人的证号或地址没有写',
  record: '没有两名执法人员确认的现场笔录',
  article: '没有写到法律的第几条',
  heavy: '停产停业、吊销等处罚，请核对法律有没有规定、镇里有没有权',
  crime: '写的情况可能涉嫌犯罪',
  'not-told': '还没有告知当事人',
  'told-other': '和已经告知的不一样，决定前要重新告知',
  'not-heard': '还没有听取陈述申辩',
  'not-signed-off': '指导单位还没有会签',
  days: '离作出决定的期限不到十天',
}

export const REVIEW_STATES: Readonly<Record<ReviewView['state'], string>> = {
  open: '待审核',
  passed: '审核通过',
  rejected: '已驳回',
  withdrawn: '送审已撤回',
}

export const SIGNOFF_STATES: Readonly<Record<SignoffView['state'], string>> = {
  open: '待会签',
  agreed: '已同意',
  refused: '不同意',
  withdrawn: '不用会签了',
}

export const POINT_OF: Readonly<Record<SignoffPoint, string>> = { notice: '处罚前告知', decide: '处罚决定' }

export const pointNames = (points: readonly CheckPoint[]): string =>
  points.map((point) => POINTS[point].name).join('、')

/** 过渡期剩 83 天 */
export const leftText = (left: number | null): string | null =>
  left === null ? null : left > 0 ? `过渡期剩 ${left} 天` : left === 0 ? '过渡期今天到期' : '过渡期已到期'
