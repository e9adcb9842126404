import { LEVEL_NAMES } from './common.ts'
import type { Column } from '../../../../domain/board/columns.ts'
import type { Source } from '../../../../domain/board/source.ts'
import type { Countdown } from '../../../../domain/board/urgency.ts'

/** Each column: what it is called, and what it waits for. */
export const COLUMN_NAMES: Readonly<Record<Column, readonly [title: string, next: string]>> = {
  triage: ['待派单', '要指挥室派单'],
  disputed: ['退回待裁定', '要指挥室裁定'],
  dispatched: ['待签收', '要站所签收'],
  signed: ['已签收', '要到现场'],
  arrived: ['已到场', '要办完回复'],
  done: ['已办结', '近 3 天办完的'],
}

export const SOURCE_NAMES: Readonly<Record<Source, string>> = {
  single: '机器人私聊',
  group: '群里',
  app: '企业微信应用',
  kf: '微信客服',
  open: '12345 等外来工单',
}

/** `还剩 1 小时 20 分`, `超 3 小时`: at most two units. */
export function countdownWords(left: Countdown): string {
  const span = spanOf(left)
  if (left.state === 'over') return span === '' ? '刚到时限' : `超 ${span}`
  return left.state === 'soon' ? `快到了，还剩 ${span}` : `还剩 ${span}`
}

function spanOf({ days, hours, minutes }: Countdown): string {
  const units = [
    [days, '天'],
    [hours, '小时'],
    [minutes, '分'],
  ] as const
  const from = units.findIndex(([amount]) => amount > 0)
  if (from < 0) return ''
  return units
    .slice(from, from + 2)
    .filter(([amount]) => amount > 0)
    .map(([amount, unit]) => `${amount} ${unit}`)
    .join(' ')
}

export const BOARD = {
  filters: '筛选',
  all: '全部',
  town: '乡镇',
  station: '站所',
  village: '村',
  item: '事项',
  level: '等级',
  source: '来源',
  clear: '清除筛选',
  narrowed: '只看筛选出来的工单',
  count: (n: number) => `${n} 件`,
  overdue: (n: number) => `超时 ${n}`,
  emergency: (n: number) => `${LEVEL_NAMES.emergency} ${n}`,
  noOverdue: '没有超时',
  more: (n: number) => `再看 ${n} 件`,
  empty: '没有工单',
  emptyFirst: '这里现在没有工单。群众给哨子发消息反映问题以后，工单会自己出现在这里。',
  fresh: '新',
  kept: '保密件',
  keptText: '反映人要求保密，内容请到工单里看',
  reports: (n: number) => `${n} 人反映`,
  noLead: '还没定单位',
  noPlace: '地点不明',
  noClock: '没有时限',
  suspended: (day: string) => `挂账到 ${day}`,
  waiting: (since: string) => `${since} 反映`,
  doneAt: (at: string) => `${at} 办结`,
  tentative: '暂定',
  arrived: (no: string) => `新工单 ${no}`,
  views: '看法',
  byStage: '按步骤看',
  byMap: '看示意图',
  stages: '步骤',
  soundOn: '提示音：已开',
  soundOff: '打开提示音',
  soundAbout: '来新工单响一声，特急的响三声，有工单超时响一声低音',
  wall: '大屏',
  refreshed: (at: string) => `${at} 更新`,
} as const

export const MAP = {
  title: (town: string) => `${town}示意图`,
  note: '示意图，只表示各村大概位置，不作划界依据。',
  drawn: '外圈按各村位置画成，不是镇界。',
  legend: '圈里的数字是没办完的件数。红圈：有超时；蓝圈：都没超时；灰点：没有。橙色外圈：近 30 天反映最多。',
  over: '有超时',
  open: '在办',
  none: '没有',
  hot: '最多',
  village: '村',
  openCount: '没办完',
  overdueCount: '超时',
  latelyCount: '近 30 天',
  elsewhere: '地点不明',
  noSpot: '没有坐标，请在 villages.csv 补上',
  choose: (village: string, open: number, overdue: number) => `${village}：没办完 ${open} 件，超时 ${overdue} 件`,
} as const

export const WALL = {
  open: '没办完',
  overdue: '超时',
  emergency: LEVEL_NAMES.emergency,
  waiting: '待派单',
  done: '近 3 天办结',
  rest: (n: number) => `后面还有 ${n} 件，请到看板上看`,
  map: '示意图和各村件数',
  back: '返回看板',
  full: '全屏',
} as const
