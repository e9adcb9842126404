import type { Way } from '../../domain/way.ts'
import { DOOR_NAMES } from './messages.ts'

/** The page of a case. */
export const CASE = {
  system: '系统',
  reporter: '反映人',
  group: '群',
  gone: '已不在名册的人',
  between: '；',
  toUnit: (name: string) => `→ ${name}`,
  file: (caseNo: string, n: number) => `${caseNo}-附件${n}`,
} as const

/** By which way somebody did something. */
export const WAY_NAMES: Readonly<Record<Way, string>> = {
  aibot: DOOR_NAMES.aibot,
  group: '群里',
  app: DOOR_NAMES.app,
  kf: DOOR_NAMES.kf,
  web: DOOR_NAMES.web,
  '12345': '12345 热线',
  open311: DOOR_NAMES.open,
}

/** Why another case stands beside this one. */
export const RELATED = {
  linked: '同一条消息里的另一个问题',
  into: '本件已经并到它里面',
  merged: '它已经并到本件里',
  near: '同一地点同一事项，90 天内',
} as const

/** What stands in the book of a case. */
export const ENTRY_NAMES: Readonly<Record<string, string>> = {
  whistle: '吹哨',
  request: '协助请求',
  child: '子任务',
  extension: '延期申请',
  suspension: '挂账',
  outside: '转出',
  block: '受阻',
  record: '现场检查笔录',
  file: '案卷',
  review: '法制审核',
  signoff: '指导单位会签',
  permit: '查许可',
  opinion: '监督意见',
  revisit: '回访',
  exclusion: '剔除申请',
}

/** How far it is, by kind and state; a state that means the same everywhere stands alone. */
export const ENTRY_STATES: Readonly<Record<string, string>> = {
  'whistle called': '已吹哨，等人到场',
  'whistle ended': '已收哨',
  'request asked': '等对方答复',
  'request agreed': '同意协助',
  'request refused': '不能协助',
  'child given': '已派，等签收',
  'child taken': '已签收',
  'child done': '已完成',
  'child dropped': '已取消',
  'extension asked': '等审批',
  'extension approved': '已同意',
  'suspension asked': '等审批',
  'suspension held': '挂账中，时限停表',
  'suspension over': '已结束',
  'outside waiting': '等外单位答复',
  'outside answered': '外单位已答复',
  'block open': '受阻中',
  'record writing': '正在写',
  'record asked': '等同行人员确认',
  'record confirmed': '已确认',
  'file open': '办理中',
  'file decided': '已作决定',
  'file closed': '已结案',
  'file dismissed': '已撤案',
  'file transferred': '已移送',
  'review open': '等审核',
  'review passed': '已通过',
  'review rejected': '已驳回',
  'signoff open': '等会签',
  'permit silent': '没有答复',
  'opinion open': '等整改',
  'opinion answered': '已回复，等认可',
  'opinion accepted': '整改已认可',
  'revisit open': '等回访',
  'revisit done': '已回访',
  'revisit unreached': '没联系上',
  asked: '等答复',
  agreed: '已同意',
  refused: '不同意',
  answered: '已答复',
  lapsed: '已失效',
  over: '已结束',
  withdrawn: '已撤回',
}
