import type { BoardRow } from '../../../board/row.ts'
import { CLOCK_NAMES, RULING_NAMES, STAGE_NAMES } from '../../../../domain/wording-names.ts'

export { CLOCK_NAMES, LEVEL_NAMES, STAGE_NAMES } from '../../../../domain/wording-names.ts'

/** Where a case stands; of one that was joined to another, where it went. */
export const stageName = ({ stage, mergedInto }: Pick<BoardRow, 'stage' | 'mergedInto'>): string =>
  mergedInto === null ? STAGE_NAMES[stage] : `已并入 ${mergedInto}`

/** What has to be done before the clock of a row is over. */
export function clockName({ clock, stage }: Pick<BoardRow, 'clock' | 'stage'>): string {
  if (clock === null) return ''
  if (clock !== 'rule') return CLOCK_NAMES[clock]
  return stage === 'disputed' ? RULING_NAMES.disputed : RULING_NAMES.triage
}

/** Words that stand on more than one page. */
export const COMMON = {
  product: '哨子工作台',
  signOut: '退出',
  menu: '菜单',
  loading: '正在读取…',
  nothing: '没有',
  town: '乡镇',
  retry: '再试一次',
  again: '刷新',
  failed: '没有连上，请检查网络后再试。',
  demo: '演示数据：人和事都是虚构的',
  lost: '连接断了，正在重新连接，页面上的内容可能不是最新的',
  ok: '办好了',
  cancel: '取消',
  close: '关闭',
  confirm: '确定',
  calendar: { date: '选日期', month: '选月份' },
  find: '查找',
  noneFound: '没有找到，换几个字试试。',
  pages: '翻页',
  before: '上一页',
  next: '下一页',
  page: (page: number, count: number): string => `第 ${page} 页，共 ${count} 页`,
  wider: '表格比屏幕宽，可以左右滑动看。',
  noPage: '没有这个页面，或者您的岗位用不到它。',
} as const

export const ROLE_NAMES = {
  officer: '执法人员',
  head: '站所负责人',
  dispatcher: '指挥室',
  leader: '镇领导',
  supervisor: '执法监督',
  reviewer: '法制审核',
  admin: '系统管理员',
  security: '安全管理员',
  auditor: '审计管理员',
} as const
