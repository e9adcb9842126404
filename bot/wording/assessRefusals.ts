import type { AssessRefusal } from '../../domain/assess/said.ts'
import { dayText } from './assessNames.ts'
import { quoted, reply, type } from './common.ts'
import type { Asked } from './part.ts'

const indicator = ({ choices }: Asked): string => (choices[0] ? quoted(choices[0], 30) : '按时办结率')
const how = (a: Asked): string => `${reply(a.say)}${type(a.say, `申诉考核 上月 ${indicator(a)} 理由`)}`

export const assessRefusals: Readonly<Record<AssessRefusal, (asked: Asked) => string>> = {
  'assess-who': () =>
    '考核数字给各站所看本单位的，给镇指挥室、镇领导和监督人员看全部。您没有登记在站所里，请找管理员核对。',
  'assess-month': (a) =>
    `没有看懂是哪个月，或者那个月还没有到。请${reply(a.say)}${type(a.say, '考核 2026-11')}这样的月份。`,
  'appeal-how': (a) => `请写上理由（至少 4 个字）：${how(a)}；只说一件的，理由前写工单编号。`,
  'appeal-who': () => '考核申诉由站（所）负责人提出，请告诉您的负责人。',
  'appeal-early': (a) =>
    a.choices.length === 2
      ? `还没有公示，数字还会变。${dayText(a.choices[0] ?? '')}公示，${dayText(a.choices[1] ?? '')}前可以申诉。`
      : '还没有公示，数字还会变。公示以后再申诉。',
  'appeal-over': () => '申诉的时间过了，或者已经定稿，不能再改。要说明情况，请找司法所或镇指挥室。',
  'appeal-indicator': (a) =>
    `请写清是哪个指标：${how(a)}。可以申诉的有：${a.choices.map((name) => quoted(name, 30)).join('、')}。`,
  'appeal-nothing': (a) =>
    `${indicator(a)}这个月没有给您单位计数，不用申诉。看数字请${reply(a.say)}${type(a.say, '考核 上月')}。`,
  'appeal-case': (a) =>
    `这件工单没有在${indicator(a)}里扣您单位的分，请核对编号。扣分的工单请${reply(a.say)}${type(a.say, '考核 上月')}看。`,
  'appeal-waits': () => '同样的申诉已经提过，正在等审核。',
  'appeal-already': () => '这一项的申诉已经同意，不用再提。',
  'appeal-often': () => '这一项申诉过两次都没有同意，不能再提。',
  'appeal-none': (a) => `没有找到等您审核的申诉。全部申诉请${reply(a.say)}${type(a.say, '申诉清单')}。`,
  'appeal-own': () => '这是您本人或您单位的申诉，不能自己审核，请别的监督人员或镇指挥室决定。',
  'appeal-not-you': () => '考核申诉由执法监督人员审核；没有监督人员的，由镇指挥室审核。',
  'appeal-decided': () => '这件申诉已经有结果了，不能再改。',
}
