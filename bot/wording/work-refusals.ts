import type { WorkRefusal } from '../../domain/work/said.ts'
import { dayName, leadName, lines, quoted, reply, type } from './common.ts'

import type { Asked } from './part.ts'

const order = ({ no, say }: Asked, verb: string, rest = ''): string =>
  `${reply(say)}${type(say, `${verb} ${no || '0007'}${rest}`)}`
const until = ({ choices }: Asked): string => dayName(`${quoted(choices[0] ?? '', 20)}T00:00:00+08:00`) || '30 天内'

const STATES: Readonly<Record<string, string>> = {
  approved: '已经同意了',
  held: '已经同意了',
  refused: '已经不同意了',
  lapsed: '已经不用审批了（办结、改派或者撤回了）',
  over: '已经同意过，现在已经恢复',
}

/** Why something about the work on a case was not done, and what to do instead. */
export const workRefusals: Readonly<Record<WorkRefusal, (asked: Asked) => string>> = {
  'extend-how': (a) =>
    `请写延几天和理由，例如“2天 下雨路不通”（一次最多 ${quoted(a.choices[0] ?? '5', 4)} 天，工作日）。也可以一起写：${order(a, '延期', ' 2天 理由')}。`,
  'extend-most': (a) => `这件已经延过期，不能再延。确实要等条件的，申请挂账：${order(a, '挂账', ' 等什么 恢复日期')}。`,
  'extend-longest': (a) =>
    `一次最多延 ${quoted(a.choices[0] ?? '5', 4)} 天。请少写几天，或者申请挂账：${order(a, '挂账', ' 等什么 恢复日期')}。`,
  'extend-late': (a) => `办结时限已经过了，不能再延。请抓紧办，把情况报上来：${order(a, '反馈', ' 情况')}。`,
  'extend-asked': () => '这件已经申请过延期，正在等审批，时限照常算。',
  'extend-none': () => '没有等您审批的延期申请。',
  'suspended-now': (a) => `这件挂账了，时限停着，不用延期。能办了请${order(a, '恢复')}。`,
  'suspended-first': (a) =>
    `这件挂账了，不能退回。要退回请先${order(a, '恢复')}；办完了直接${order(a, '办结', ' 结果')}。`,
  'suspend-how': (a) =>
    `请写等什么和哪天再看，例如“等苗木到货 12月20日恢复”（最晚${until(a)}，不写就按最晚的算）。也可以一起写：${order(a, '挂账', ' 等什么 恢复日期')}。`,
  'suspend-most': (a) => `这件挂账的次数用完了，不能再挂。请接着办，有困难报${order(a, '受阻', ' 缺人手 说明')}。`,
  'suspend-too-far': (a) => `最晚只能挂到${until(a)}，到时还不行可以再挂。请改一下日期再发。`,
  'suspend-danger': () => '险情、特急的不能挂账，要马上处置。处置不了请联系镇指挥室。',
  'suspend-asked': () => '这件已经申请过挂账，正在等镇指挥室审批，时限照常算。',
  'suspend-none': () => '没有等您审批的挂账申请。',
  'not-suspended': () => '这件没有挂账，时限正常在走。',
  'request-decided': ({ choices: [who = '', state = ''] }) =>
    `这个申请${who ? `${quoted(who, 20)}` : ''}${STATES[state] ?? '已经审批过了'}。`,
  'request-own': () => '自己的申请不能自己批，请等镇指挥室审批。',
  'request-others': ({ facts }) =>
    facts ? `这个申请由${leadName(facts)}负责人或镇指挥室审批。` : '这个申请由单位负责人或镇指挥室审批。',
  'refuse-why': () => '请写为什么不同意，会原话告诉申请的人。',
  'outside-how': (a) =>
    lines(
      `请写上部门、联系人、电话和理由：${order(a, '转出', ' 市交通局 联系人 电话 理由')}。`,
      '不知道找谁的，只写部门和理由也行。',
    ),
  'outside-ours': (a) =>
    `${quoted(a.choices[0] ?? '', 30)}是本镇的单位，不用转出：请它一起办用“吹哨”，${order(a, '吹哨', ` ${quoted(a.choices[0] ?? '单位名', 30)} 要配合的事`)}；移送用“移送”。`,
  'outside-none': (a) => `这件没有在等外单位。有进展请${order(a, '反馈', ' 情况')}。`,
  'outside-what': (a) =>
    `对不上“${quoted(a.choices[0] ?? '', 30)}”是哪个部门，请写全称：${order(a, '转出', ' 市交通局 联系人 电话 理由')}。`,
  'reply-how': (a) => `请写对方怎么答复的。也可以一起写：${order(a, '外单位回复', ' 内容')}。`,
  'block-how': (a) =>
    `请先写缺什么（缺装备、缺车辆、缺人手、缺经费、其他），再写说明，例如：${order(a, '受阻', ' 缺车辆 执法车在修')}。`,
  'block-known': (a) => `这个原因已经报过了，负责人和镇指挥室都知道。解决了请${order(a, '解除受阻')}。`,
  'block-none': () => '这件没有报过受阻，不用解除。',
}
