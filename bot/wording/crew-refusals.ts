import type { CrewRefusal } from '../../domain/crew/said.ts'
import { quoted, reply, replyFreely, type } from './common.ts'
import { times } from './crew-booking.ts'
import { dayText } from './crew-days.ts'
import { shortNo, when } from './names.ts'
import type { Asked } from './part.ts'

const typed = ({ say }: Asked, words: string): string => `${reply(say)}${type(say, words)}`
const first = ({ choices }: Asked): string => quoted(choices[0] ?? '', 20)
const second = ({ choices }: Asked): string => quoted(choices[1] ?? '', 20)
const day = ({ choices }: Asked): string => (/^\d{4}-/.test(choices[0] ?? '') ? dayText(choices[0] ?? '') : '那天')
const names = (all: readonly string[]): string =>
  all
    .slice(0, 12)
    .map((name) => quoted(name, 20))
    .join('、')

const DECIDED: Readonly<Record<string, string>> = {
  agreed: '已经同意了',
  refused: '已经不同意了',
  cancelled: '已经取消了',
  lapsed: '已经过期了',
  replaced: '已经改交别人了',
  taken: '已经接班了',
}
const decided = (state: string | undefined): string => DECIDED[state ?? ''] ?? '已经有结果了'

/** Why it was not done, and what to do instead. */
export const crewRefusals: Readonly<Record<CrewRefusal, (asked: Asked) => string>> = {
  'leave-how': (a) =>
    `请写上哪天和理由：${typed(a, '请假 明天 家里有事')}，几天的写${type(a.say, '请假 12月3日 到 12月5日 理由')}。`,
  'leave-past': (a) => `日期已经过了或者写反了，请写今天以后的：${typed(a, '请假 12月3日 到 12月5日 理由')}。`,
  'leave-longest': (a) => `一次最多请 ${first(a) || '200'} 天，更长的请找镇里办手续，再改排班表。`,
  'leave-known': (a) =>
    `这几天您已经请过假${first(a) ? `（${first(a)}）` : ''}。要改日期，请先${typed(a, '取消请假')}，再重新请。`,
  'leave-none': (a) => `没有找到这份请假，请核对编号。要请假请${typed(a, '请假 日期 理由')}。`,
  'leave-why': ({ say }) => `请${replyFreely(say)}为什么不同意。`,
  'leave-decided': (a) => `这份请假${first(a) ? `${first(a)}` : ''}${decided(a.choices[1])}，不用再办。`,
  'leave-own': () => '自己的请假不能自己批，请等负责人或镇指挥室审批。',
  'leave-others': () => '请假由本单位负责人或镇指挥室审批，请告诉他们。',
  'swap-how': (a) => `请写上哪天、和谁换：${typed(a, '换班 12月3日 张伟')}；两天互换写两个日期。`,
  'swap-past': (a) => `日期已经过了，请写今天以后的：${typed(a, '换班 12月3日 张伟')}。`,
  'swap-who': (a) =>
    `本单位没有找到${first(a) || '这个人'}，只能和本单位的人换班${a.choices.length > 1 ? `：${names(a.choices.slice(1))}` : ''}。`,
  'swap-both': (a) => `${day(a)}您和${second(a) || '他'}都值班，不用换。请换一天，或者找那天不值班的人。`,
  'swap-neither': (a) =>
    `${day(a)}您和${second(a) || '他'}都不值班，不用换。请先看${type(a.say, '值班')}，写有班的那天。`,
  'swap-away': (a) => `${day(a)}${second(a) || '他'}请假了，不能替班，请找别人。`,
  'swap-known': (a) => `这一天您已经申请换班${first(a) ? `（${first(a)}）` : ''}，正在等对方答复，请先等他答复。`,
  'swap-none': (a) => `没有找到等您答复的换班。要换班请${typed(a, '换班 日期 姓名')}。`,
  'swap-not-you': (a) => `这个换班要${first(a) || '被换的人'}本人同意，别人不能代答。`,
  'swap-decided': (a) => `这个换班${decided(a.choices[0])}，不用再答复。`,
  'swap-changed': () => '排班或请假变了，这个换班已经对不上，没有换。请和他商量好重新申请。',
  'no-unit': () => '您不在哪个站所里，没有班可以换、没有工单可以交。有事请告诉镇指挥室。',
  'handover-nothing': (a) => `您手上没有要交的工单。看自己有什么，请${typed(a, '我的任务')}。`,
  'handover-who': (a) =>
    `请${replyFreely(a.say)}本单位的一个人的姓名${a.choices.length > 0 ? `：${names(a.choices)}` : ''}。`,
  'handover-nobody': () => '本单位没有别人可以接班，请报告镇指挥室安排人。',
  'handover-barred': (a) => `这些工单${first(a) || '他'}都要回避，不能交给他，请${typed(a, '交班 给别的人 说明')}。`,
  'handover-none': (a) => `没有找到要您接的班。看自己有什么，请${typed(a, '我的任务')}。`,
  'handover-not-you': (a) => `这个班是交给${first(a) || '别人'}的，要他本人接。`,
  'booking-how': (a) => `请写上几点、用多久：例如${typed(a, '用车 明天 14:00 2小时 送材料')}。`,
  'booking-past': (a) => `时间已经过了或者写反了，请写后面的时间：${typed(a, '用车 14:00 2小时')}。`,
  'booking-longest': (a) => `一次最多借 ${first(a) || '72'} 小时，更长的请分几次，或者找镇指挥室安排。`,
  'booking-none-such': (a) =>
    `没有这样的车辆、装备或房间${a.choices.length > 0 ? `，有这些：${names(a.choices)}` : ''}。全部请${typed(a, '装备')}。`,
  'booking-taken': (a) => {
    const [, , from = '', to = '', next = ''] = a.choices
    return `这段时间没有空的。${quoted(a.choices[0] ?? '', 40) || '这一件'} ${times({ from, to })}由${second(a) || '同事'}用，最早 ${when(next)} 起有空。请换个时间，或者和他商量。`
  },
  'booking-none': (a) => `没有找到这个预约，请核对编号。看有哪些，请${typed(a, '预约')}。`,
  'booking-not-yours': (a) => `这是${first(a) || '别人'}的预约，由他本人、保管钥匙的人或镇指挥室操作。`,
  'booking-over': (a) =>
    a.choices[0] === 'cancelled' ? '这个预约已经取消了，不用再操作。' : '这个预约已经归还了，不用再操作。',
  'booking-not-begun': (a) =>
    `还没到用的时间，不用归还；不用了请${typed(a, `取消预约 ${shortNo(a.choices[0] ?? '') || '编号'}`)}。`,
  'booking-begun': (a) => `时间已经开始，不能取消了；用完或者没有用，请${typed(a, '归还 编号')}。`,
  'licences-who': () => '证件清单给站所负责人、镇指挥室和监督人员看。您自己的证件快到期时会提前提醒您。',
  'handover-over': (a) => `这个班${decided(a.choices[0])}。看自己手上的，请${typed(a, '我的任务')}。`,
}
