import type { JointRefusal, JointSaid } from '../../domain/joint/said.ts'
import { jointCards } from '../render/joint.ts'
import { lines, quoted, reply, type } from './common.ts'
import { helpingWords } from './helping.ts'
import { shortNo } from './names.ts'
import type { Asked, HelpLine, Part } from './part.ts'
import { unitNames, whistleWords } from './whistle.ts'

const HOW = '吹哨 王家村 派出所、城管中队 聚众斗殴'

const canBe = ({ choices }: Asked): string | false => choices.length > 0 && `可以写：${unitNames(choices)}。`
const listed = ({ choices }: Asked): string => choices.map((each) => quoted(each, 80)).join('；')

const refusals: Readonly<Record<JointRefusal, (asked: Asked) => string>> = {
  'which-entry': (a) =>
    lines(
      `有好几个，请写上编号，例如“${shortNo(a.choices[0] ?? '')}”。`,
      `可能是：${listed(a)}。短编号相同的，请写完整编号。`,
    ),
  'whistle-none': ({ say }) =>
    `没有找到这次吹哨，请核对编号，例如${type(say, '报到 0001')}。没有编号就是还没有叫您单位的哨。`,
  'whistle-no-open': ({ say }) =>
    `没有找到没收的哨，请核对编号。收过的哨要看谁到了，请${reply(say)}${type(say, '点名 0001')}。`,
  'whistle-no-score': ({ say }) =>
    `没有等您评的哨。要评哪一次，请写编号：${reply(say)}${type(say, '评哨 0001 单位 好')}。`,
  'whistle-who': (a) =>
    lines(
      '不写工单编号的哨，由镇指挥室、镇领导或者执法大队负责人吹，还没有通知任何人。',
      a.choices.length > 0 && `请找：${unitNames(a.choices)}。`,
      `手上有工单的，写上编号：${reply(a.say)}${type(a.say, '吹哨 0007 单位 事由')}。`,
    ),
  'whistle-lacks': (a) =>
    lines(`请写清地点、单位和事由，还没有通知任何人：${reply(a.say)}${type(a.say, HOW)}。`, canBe(a)),
  'whistle-units': ({ choices: [name = '', ...choices], say }) =>
    lines(
      `对不上“${quoted(name, 30)}”是哪个单位，还没有通知任何人。`,
      `地点后面写单位，再写事由：${reply(say)}${type(say, HOW)}。`,
      choices.length > 0 && `可以写：${unitNames(choices)}。`,
    ),
  'whistle-outside': (a) => `${listed(a)}不在哨子里，通知不到，请直接打电话。`,
  'whistle-over': () => '这次吹哨已经收哨，不用再来。',
  'whistle-not-called': () => '这次吹哨没有叫您单位。要去的话，请先和指挥说一声。',
  'whistle-commander': () => '只有这次吹哨的指挥、镇指挥室和镇领导可以这样操作。',
  'whistle-score-how': (a) =>
    lines(
      `请写单位和评价（好、一般、差）：${reply(a.say)}${type(a.say, `评哨 0001 ${a.choices[0] ? quoted(a.choices[0], 30) : '单位'} 好`)}。`,
      a.choices.length > 0 && `这次叫了：${unitNames(a.choices)}。`,
    ),
  'whistle-score-early': ({ say }) => `还没有收哨。人都撤了请先${reply(say)}${type(say, '收哨 0001')}，再评。`,
  'whistle-score-late': () => '已经过了评哨的时间，不能再改。',
  'request-how': (a) =>
    lines(
      `请写一个镇里的单位和理由：${reply(a.say)}${type(a.say, `请求协助 ${a.no || '0007'} 派出所 有人阻挠执法`)}。`,
      canBe(a),
    ),
  'request-none': () => '没有找到等您单位答复的协助请求，请核对编号。',
  'request-answered': ({ choices: [by] }) =>
    `${by ? `${quoted(by, 20)}已经答复了` : '已经答复或者结束了'}，不用再答复。`,
  'child-how': (a) =>
    lines(
      `请写一个单位和要做的事：${reply(a.say)}${type(a.say, `子任务 ${a.no || '0007'} ${a.choices[0] ? quoted(a.choices[0], 30) : '单位'} 清运垃圾 3天内`)}。不写几天按规定的时限；不是非办不可的，最后写“可选”。`,
      canBe(a),
    ),
  'child-none': ({ say }) =>
    `没有找到您单位的这个子任务，请核对编号。工单办完了，请${reply(say)}${type(say, '办结 0007 结果')}。`,
  'child-over': () => '这个子任务已经有人签收、完成或者取消了。',
  'children-open': (a) =>
    lines(
      `还有必办的子任务没有完成，不能办结：${listed(a)}。`,
      `请催他们完成；不用办了的，${reply(a.say)}${type(a.say, `取消子任务 ${shortNo((a.choices[0] ?? '').split(' ')[0] ?? '')}`)}。`,
    ),
}

const CALLED: readonly HelpLine[] = [
  ['报到 0001', '到了吹哨的地方（发现场照片、位置也行）'],
  ['来不了 0001 原因', '告诉指挥来不了'],
]
const CASE: readonly HelpLine[] = [
  ['吹哨 0007 单位 事由', '叫别的单位到场一起办'],
  ['点名 0001', '看谁到了'],
  ['收哨 0001', '结束这次吹哨'],
  ['评哨 0001 单位 好', '评到场情况：好、一般、差'],
  ['请求派出所协助 0007 理由', '请派出所协助'],
  ['请求协助 0007 单位 理由', '请别的单位协助'],
  ['同意协助 0001', '答复别的单位（不同意：不能协助 0001 理由）'],
  ['子任务 0007 单位 要做的事 3天内', '把一部分交给别的单位做'],
  ['签收子任务 0001', '接下子任务'],
  ['完成 0001 结果', '子任务做完了，可附照片'],
  ['取消子任务 0001', '这个子任务不要了'],
]
const PLACED: HelpLine = [HOW, '叫几个单位到一个地方（应急吹哨、日常吹哨、攻坚吹哨）']

export const joint: Part<JointSaid['kind'], JointRefusal> = {
  words: { ...whistleWords, ...helpingWords },
  cards: jointCards,
  refusals,
  help: {
    officer: [...CALLED, ...CASE],
    head: [PLACED, ...CALLED, ...CASE],
    dispatcher: [PLACED, ...CASE],
    leader: [PLACED, ...CASE],
    admin: [PLACED, ...CALLED, ...CASE],
  },
}
