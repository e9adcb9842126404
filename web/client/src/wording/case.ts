/** The list of cases. */
export const CASE_LIST = {
  words: '编号、内容或地点里的字',
  place: '村、社区',
  unit: '主办单位',
  stage: '到哪一步',
  town: '乡镇',
  from: '从哪天',
  to: '到哪天',
  all: '全部',
  search: '查找',
  clear: '清空条件',
  none: '没有找到。可以少写几个字，或者清空条件再查。',
  earlier: '上一页',
  later: '下一页',
  page: (n: number) => `第 ${n} 页`,
} as const

/** The page of a case. */
export const CASE = {
  print: '打印',
  printed: (who: string, at: string) => `工单情况，由${who}于 ${at} 打印，不含反映人`,
  back: '回工单列表',
  facts: '基本情况',
  level: '紧急程度',
  place: '地点',
  item: '事项',
  basis: '依据',
  lead: '主办',
  nobody: '还没有定',
  assist: '协办',
  officer: '片区人员',
  holder: '承办人',
  reported: '反映时间',
  count: '反映人数',
  people: (n: number) => `${n} 人`,
  hidden: '反映人不显示。确实要看，请在“可以做的事”里点“查看反映人”，写明理由。',
  result: '办理结果',
  again: '反复',
  returns: (n: number) => `退回 ${n} 次`,
  reopens: (n: number) => `重新办理 ${n} 次`,
  nudges: (n: number) => `催办 ${n} 次`,
  solved: '反映人说',
  yes: '解决了',
  no: '没解决',
  satisfied: '满意',
  dissatisfied: '不满意',
  handedTo: '已转出给',
  suspended: (until: string, why: string) => `挂账中，时限停表，到 ${until} 再看：${why}`,
  patterns: '说到的情况',
  changed: '情况刚有变化，已经更新。',
  timeline: '经过',
  messages: '消息送达情况',
  noMessages: '还没有发过消息。',
  files: '照片和附件',
  noFiles: '没有照片和附件。',
  pair: '这类事项要有办前、办后照片才能办结。',
  coming: '正在取文件，请稍后刷新',
  gone: '文件没有取到，或者已按规定删除',
  open: '看大图',
  save: '下载',
  other: '其他',
  book: '相关记录',
  related: '有关的工单',
  noRelated: '没有。',
  split: '拆出去',
  clocks: '时限是怎么算的',
  noClocks: '还没有派单，时限还没有开始算。',
} as const

export const SHIELD_NAMES = { anonymous: '要求匿名', confidential: '要求保密' } as const
export const MARK_NAMES = { sent: '反映人发来的', before: '办前', after: '办后' } as const

export const MESSAGE_STATES = {
  sent: '已发出',
  pending: '等着发',
  waiting: '等对方先说话',
  parked: '没送到',
  skipped: '不用发了',
} as const

const UNITS = { s: '秒', m: '分钟', h: '小时', d: '天' } as const
type Limit = Readonly<{ amount: number; unit: keyof typeof UNITS }>

/** How a deadline was counted, in plain words. */
export const COUNTED = {
  from: (at: string) => `从 ${at} 开始算`,
  limit: (limit: Limit, hours: 'always' | 'work') =>
    hours === 'always'
      ? `规定 ${limit.amount} ${UNITS[limit.unit]}，不分昼夜和节假日`
      : `规定 ${limit.amount} ${limit.unit === 'd' ? '个工作日（每天按 8 小时）' : UNITS[limit.unit]}，只算上班时间`,
  extra: (hours: string) => `另外批准延长或停表 ${hours}`,
  due: (at: string) => `应在 ${at} 前`,
  met: (at: string) => `${at} 做到，没有超时`,
  metLate: (at: string) => `${at} 做到，已超时`,
  running: '还没有做到，时间没到',
  late: '还没有做到，已经超时',
  lateMark: '（已超时）',
  stopped: '没有做这一步就结束了',
  tentative: '暂定：有一段在还没公布节假日安排的年份，公布后会重算。',
  otherwise: '这个时限在办理中调整过（例如提高了紧急程度），以上面的时间为准。',
  how: '看每天算了多少',
  day: '日期',
  hours: '算进去的时间',
  sum: '这天算',
  total: '合计',
  free: '不算',
  kinds: { plain: '', workday: '上班', makeup: '调休上班', weekend: '周末', holiday: '放假' },
  unknown: '（暂按周末推算）',
} as const

/** 7 小时 30 分 */
export function lengthInWords(ms: number): string {
  const minutes = Math.round(ms / 60_000)
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours === 0) return `${rest} 分钟`
  return rest === 0 ? `${hours} 小时` : `${hours} 小时 ${rest} 分`
}
