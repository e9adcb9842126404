import type { Facts } from '../../domain/facts.ts'

export { CLOCK_NAMES, LEVEL_NAMES, STAGE_NAMES } from '../../domain/wording-names.ts'

/** How the bot is spoken to in a group when the platform does not say where its mention ends. */
export const BOT_NAMES: readonly string[] = ['哨子', 'Shaozi']

export const MARK_NAMES: Readonly<Record<'before' | 'after', string>> = { before: '办前', after: '办后' }

/** What the event log calls a step; anything else is shown as 记录. */
const EVENT_NAMES: Readonly<Record<string, string>> = {
  opened: '受理',
  'handed-in': '其他系统转来',
  triage: '转指挥室派单',
  dispatched: '派单',
  assigned: '指派',
  ruled: '裁定',
  signed: '签收',
  arrived: '到场',
  feedback: '反馈',
  returned: '退回',
  finished: '办结',
  reminded: '提醒',
  escalated: '超时上报',
  quiet: '无进展提醒',
  'ruling-late': '裁定超时',
  urged: '督办',
  whistled: '吹哨',
  transferred: '移送',
  'extension-asked': '申请延期',
  'extension-undecided': '延期没有按时审批',
  extended: '同意延期',
  'extension-refused': '不同意延期',
  'extension-ended': '延期申请不用批了',
  'suspension-asked': '申请挂账',
  'suspension-undecided': '挂账没有按时审批',
  suspended: '同意挂账',
  'suspension-refused': '不同意挂账',
  'suspension-ended': '挂账结束',
  'review-due': '挂账到期',
  resumed: '恢复办理',
  'outside-due': '提醒问外单位',
  'outside-ended': '不用再问外单位',
  'block-ended': '受阻结束',
  'outside-replied': '外单位回复',
  blocked: '受阻',
  unblocked: '解除受阻',
  nudged: '反映人催办',
  supplement: '反映人补充',
  solved: '反映人：已解决',
  unsolved: '反映人：没解决',
  reopened: '重新办理',
  rated: '反映人评价',
  withdrawn: '反映人撤回',
  closed: '结案',
  undelivered: '消息未送达',
  held: '待告知',
  'handed-over': '转人接办',
  placed: '更正地点',
  shielded: '反映人要求保密',
  'asked-reporter': '问群众',
  'reveal-asked': '请求查看反映人',
  revealed: '查看反映人',
  joined: '又有人反映',
  left: '一位反映人撤回',
  raised: '提高紧急程度',
  merged: '并进一件',
  'merged-into': '并入别的工单',
  split: '拆分',
  apart: '定为两件',
  unlearnt: '取消学到的',
  'told-otherwise': '已另行通知',
  fallback: '兜底承办',
  conflict: '回避，转监督人员',
  admitted: '准入批准',
  filed: '立案',
  'not-filed': '不予立案',
  'file-step': '案卷',
  'review-submitted': '送法制审核',
  'review-passed': '法制审核通过',
  'review-rejected': '法制审核驳回',
  'review-handed': '转审',
  'review-taken': '接审',
  'review-aside': '审核人员回避',
  'review-withdrawn': '送审撤回',
  'review-reminded': '审核提醒',
  'review-late': '审核超期',
  'review-nobody': '没有审核人员',
  'mentor-joined': '指导单位加入',
  'signoff-asked': '请指导单位会签',
  'signed-off': '指导单位同意',
  'signoff-refused': '指导单位不同意',
  'signoff-withdrawn': '会签撤回',
  'signoff-reminded': '会签提醒',
  'signoff-late': '会签超期',
  'file-late': '案卷超期提醒',
  'file-reminded': '案卷到期提醒',
  'feedback-reminded': '再问反映人',
  opinion: '监督意见',
  rectified: '整改情况',
  'rectify-accepted': '整改认可',
  'rectify-again': '要求再改',
  'opinion-late': '整改超期',
  'exclusion-asked': '申请剔除评价',
  excluded: '同意剔除评价',
  'exclusion-refused': '不同意剔除评价',
  'exclusion-late': '剔除申请待审核',
  'revisit-drawn': '抽中回访',
  'revisit-asked': '在线回访',
  revisited: '回访',
  'revisit-lapsed': '回访过期',
  'pictures-before': '办前照片',
  'pictures-after': '办后照片',
  'record-begun': '开始写笔录',
  'record-confirmed': '笔录已确认',
  'record-returned': '笔录退回修改',
  exported: '导出证据',
  evidence: '收到附件',
  'whistle-called': '吹哨叫人',
  'whistle-came': '吹哨报到',
  'whistle-cannot': '吹哨来不了',
  'whistle-late': '到场超时',
  'whistle-absent': '没有到场，上报',
  'whistle-ended': '收哨',
  'whistle-taken': '被吹哨的单位接手主办',
  'whistle-scored': '评哨',
  'help-asked': '请求协助',
  'help-agreed': '同意协助',
  'help-refused': '不能协助',
  'help-late': '协助请求没有答复',
  'child-given': '派子任务',
  'child-taken': '子任务签收',
  'child-done': '子任务完成',
  'child-dropped': '子任务取消',
  'child-overdue': '子任务超时',
  'permit-asked': '查许可',
  'permit-listed': '查许可名单',
  'permit-answered': '许可答复',
  'permit-reminded': '提醒答复许可',
  'permit-late': '许可答复超时',
}

export const eventName = (type: string): string => EVENT_NAMES[type] ?? '记录'

const WEEKDAYS = '日一二三四五六'
/** China has kept one offset since 1991. */
const ZONE_MS = 8 * 60 * 60_000

/** 11月24日 周二 17:30, Asia/Shanghai; empty for what is not an instant. */
export function when(iso: string): string {
  const at = new Date(new Date(iso).getTime() + ZONE_MS)
  if (Number.isNaN(at.getTime())) return ''
  const two = (n: number) => String(n).padStart(2, '0')
  const clock = `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`
  return `${at.getUTCMonth() + 1}月${at.getUTCDate()}日 周${WEEKDAYS[at.getUTCDay()]} ${clock}`
}

/** 0007 of QS261123-0007: what a person types. */
export const shortNo = (caseNo: string): string => caseNo.split('-').at(-1) ?? caseNo

/** The same, or the whole number where the short one means another case as well. */
export const typedNo = ({ caseNo, twin }: Pick<Facts, 'caseNo' | 'twin'>): string => (twin ? caseNo : shortNo(caseNo))
