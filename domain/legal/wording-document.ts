import type { DocumentKind } from './documentShape.ts'
import type { Series } from './documentRules.ts'
import type { Discretion } from './kinds.ts'
import type { Town } from '../town.ts'

/** What each counter prints behind 执. */
const SERIES: Readonly<Record<Series, string>> = {
  'doc-notice': '执罚告字',
  'doc-decision': '执罚决字',
  'doc-order': '执责改字',
  'doc-spot': '执当罚字',
}

/** 青执罚告字〔2026〕第0003号 */
export const documentNo = ({ name }: Pick<Town, 'name'>, series: Series, year: number, seq: number): string =>
  `${[...name][0] ?? ''}${SERIES[series]}〔${year}〕第${String(seq).padStart(4, '0')}号`

/** What they are called on paper, and in the names of their files. */
export const DOCUMENT_TITLES: Readonly<Record<DocumentKind, string>> = {
  'filing-approval': '立案审批表',
  'inspection-record': '现场检查笔录',
  'correction-order': '责令改正通知书',
  'penalty-notice': '行政处罚事先告知书',
  'penalty-decision': '行政处罚决定书',
  'spot-decision': '当场行政处罚决定书',
  'service-receipt': '送达回证',
  'closing-approval': '结案审批表',
}

/** What people call them besides; the first is the one the bot teaches. */
export const DOCUMENT_NAMES: Readonly<Record<DocumentKind, readonly [string, ...string[]]>> = {
  'filing-approval': ['立案审批表', '立案', '立案表'],
  'inspection-record': ['现场检查笔录', '检查笔录', '现场笔录', '笔录'],
  'correction-order': ['责令改正', '责改', '责令改正书', '整改通知书'],
  'penalty-notice': ['告知书', '告知', '事先告知书', '处罚告知书'],
  'penalty-decision': ['决定书', '决定', '处罚决定书'],
  'spot-decision': ['当场决定书', '当场', '当场处罚决定书'],
  'service-receipt': ['送达回证', '送达', '回证'],
  'closing-approval': ['结案审批表', '结案', '结案表'],
}

export const DRAFT_NAME = (name: string): string => `草稿-${name}`

const percent = (share: number): string => `${Math.round(share * 1000) / 10}%`

/** A penalty that is a fine and nothing else: its amount is printed in a sentence of its own. */
export const ONLY_FINE = /^(?:处以?|给予)?罚款?[\s\d.,，:：万元人民币。]*$/u

export const DOCUMENT_WORDS = {
  source: { villager: '群众反映', patrol: '巡查发现', assigned: '上级交办' },
  filing: '建议立案调查。',
  fine: '给予罚款的行政处罚。',
  evidence: (name: string, day: string): string => `${name}（${day}）`,
  files: { image: '照片', video: '视频', voice: '录音', file: '文件' },
  record: (no: string): string => `现场检查笔录（${no}）`,
  caption: (day: string, by: string): string => `${day} ${by}摄`.trim(),
  until: (what: string, day: string): string => {
    const [year, month, date] = day.split('-').map(Number)
    return `${what.replace(/[。；;，,]+$/u, '')}，限${year}年${month}月${date}日前改正完毕。`
  },
  passed: '审核通过',
  sentBack: '审核退回',
  /** 行政处罚法 §72 */
  surcharge: (rate: number, most: number): string =>
    `到期不缴纳的，每日按罚款数额的${percent(rate)}加处罚款，加处罚款的数额不超过${most === 1 ? '罚款的数额' : `罚款数额的${percent(most)}`}。`,
  paid: (amount: number, paid: number): string => `罚款${amount}元，已缴纳${paid}元。`,
  laws: /[；;]/u,
} as const

const CHOICES: Readonly<Record<Discretion, string>> = {
  waive: '首次违法且危害后果轻微并及时改正，不予处罚',
  mitigate: '减轻处罚',
  lighter: '从轻处罚',
  ordinary: '一般处罚',
  heavier: '从重处罚',
}
export const discretionText = (choice: Discretion, why: string): string =>
  `裁量：${CHOICES[choice]}。${why}${/[。！？]$/u.test(why) ? '' : '。'}`
