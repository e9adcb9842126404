import type { AssessmentState } from '../domain/assess/assessment.ts'

/** What stands in the report that a township hands on: to the party office, the supervisors, the personnel office. */
export const WORDS = {
  title: (town: string, month: string) => `${town} ${month.slice(0, 4)}年${Number(month.slice(5))}月考核`,
  states: {
    running: '进行中，数字每天在变',
    over: '还没有公示',
    shown: '公示中，可以申诉',
    frozen: '已定稿',
  } as const satisfies Readonly<Record<AssessmentState, string>>,
  asOf: (at: string) => `数字截至 ${at}`,
  sealed: (sha256: string) => `定稿校验码 SHA-256：${sha256}`,
  alike: '名次只在同类之间排：乡镇比同一类别的乡镇，单位比同一性质的单位。',
  noFines: '罚款多少、罚了几件不考核，也不能考核（《行政处罚法》第七十四条）。',

  town: '全镇',
  units: '各单位',
  villages: '属地排查',
  indicators: '指标',
  against: '扣分的工单',
  leftOut: '申诉后不计的',

  name: '名称',
  score: '得分',
  rank: '同类名次',
  of: (rank: number, among: number) => `${rank}/${among}`,
  duty: { fix: '办理', find: '属地排查' },
  kind: '考什么',
  indicator: '指标',
  code: '编号',
  share: '比例',
  top: '分子',
  below: '分母',
  weight: '权重',
  better: { high: '越高越好', low: '越低越好' },
  direction: '方向',
  formula: '算法（分子/分母）',
  source: '依据',
  legal: '说明',
  cases: '工单',
  whole: '整项',
  nothing: '没有',
  listed: '、',
  /** every office program in China has it */
  font: '仿宋',
  part: (name: string, what: string) => `${name}（${what}）`,
} as const
