import type { Role } from '../../domain/town.ts'
import { lines, quoted, reply, type } from './common.ts'
import type { HelpLine } from './part.ts'
import { PARTS } from './parts.ts'
import type { Say } from './words.ts'

const REPORT = '**要反映问题**：直接说清在哪里、是什么问题就行，可以发照片、语音。'

const VILLAGER: readonly HelpLine[] = [
  ['进度', '看办到哪一步'],
  ['补充 内容', '加情况或照片'],
  ['催一催', '催办'],
  ['撤回', '不用办了'],
  ['匿名', '不让人知道是您（更严的用“保密”）'],
  ['满意', '评价（不满意就回复“不满意”）'],
]

const OFFICER: readonly HelpLine[] = [
  ['签收 0007', '接下这件工单'],
  ['到场 0007', '到了现场'],
  ['反馈 0007 情况', '报进展，可附照片'],
  ['办结 0007 结果', '办完了，可附照片'],
  ['退回 0007 理由', '不归本单位管'],
  ['吹哨 0007 单位 事由', '请别的单位一起办'],
  ['移送 0007 单位 说明', '移送有权处理的单位'],
  ['问群众 0007 问题', '问反映的人（看不到是谁）'],
  ['详情 0007', '看全部情况'],
  ['我的任务', '手上的工单'],
  ['值班', '今天谁值班'],
  ['谁管 占道经营', '查哪个单位管'],
  ['导图 违法占地', '看这一项的步骤和单位'],
]

const COMMAND: readonly HelpLine[] = [
  ['指派 0007 站所名', '定主办单位'],
  ['裁定 0007 站所名', '退回后定主办单位'],
  ['督办 0007', '要求抓紧办理'],
  ['合并 0007 0008', '同一件事并成一件（分开用“拆分”）'],
  ['不是一件 0007 0008', '看着像、其实是两件的'],
  ['已另行通知 0007', '消息没送到，已打电话告诉了'],
  ['别这样猜 0007', '这件上改错了，不要照着学'],
  ['准入 部门 事项', '登记上级交办的清单外事项'],
  ['准入清单', '准入记录'],
  ['今日', '今天的情况'],
  ['详情 0007', '看全部情况'],
  ['谁管 占道经营', '查哪个单位管'],
  ['值班', '今天谁值班'],
]

const SUPERVISOR: readonly HelpLine[] = [
  ['准入清单', '待审批的清单外事项'],
  ['批准准入 编号 批文号', '同意办理'],
  ['不予准入 编号 理由', '不同意办理'],
]

const FOR: Readonly<Record<'villager' | Role, readonly HelpLine[]>> = {
  villager: VILLAGER,
  officer: OFFICER,
  head: OFFICER,
  dispatcher: COMMAND,
  leader: COMMAND,
  supervisor: [...SUPERVISOR, ...OFFICER.slice(7)],
  reviewer: OFFICER.slice(7),
  admin: [...OFFICER, ...COMMAND.slice(0, 4)],
  security: OFFICER.slice(10),
  auditor: OFFICER.slice(10),
}

/** The parts of the house that have orders for these people. */
const topicsFor = (audience: 'villager' | Role): string[] =>
  Object.entries(PARTS).flatMap(([topic, { help }]) => (helpOf(help, audience).length > 0 ? [topic] : []))

const helpOf = (help: Readonly<Partial<Record<'villager' | Role, readonly HelpLine[]>>>, audience: 'villager' | Role) =>
  help[audience] ?? (audience === 'head' ? help.officer : undefined) ?? []

function topicText(topic: string, audience: 'villager' | Role, say: Say): string | null {
  const found = Object.entries(PARTS).find(([name]) => topic.includes(name))
  const orders = found ? helpOf(found[1].help, audience) : ordersAbout(topic, audience)
  if (orders.length === 0) return null
  const about = found ? found[0] : `“${quoted(topic, 10)}”`
  return lines(`**${about}，可以${reply(say)}**`, ...typed(orders, say))
}

const typed = (orders: readonly HelpLine[], say: Say): string[] =>
  orders.map(([words, what]) => `${type(say, words)} ${what}`)

/** 帮助 挂账: the single orders in which the word stands. */
function ordersAbout(topic: string, audience: 'villager' | Role): HelpLine[] {
  const all = [...FOR[audience], ...Object.values(PARTS).flatMap(({ help }) => helpOf(help, audience))]
  return all.filter((line) => line.join('\n').replaceAll('0007', '').includes(topic))
}

export function helpText(audience: 'villager' | Role, say: Say, topic = ''): string {
  const about = topic === '' ? null : topicText(topic, audience, say)
  if (about) return about
  const more = topicsFor(audience)
  return lines(
    topic !== '' && `没有“${quoted(topic, 10)}”的用法，下面是您能用的。`,
    REPORT,
    `**可以${reply(say)}**`,
    ...typed(FOR[audience], say),
    more.length > 0 && `更多用法：${more.map((name) => type(say, `帮助 ${name}`)).join('、')}`,
    audience !== 'villager' && '引用一条带编号的消息再回复，可以不写编号。',
    say.group && '在群里请先@我。',
    '紧急情况请先打 110、119、120。',
  )
}

export function greetingText(staff: boolean, say: Say, village: string | null): string {
  return staff
    ? lines(
        '您好，我是哨子。工单会发到这里，也可以直接反映问题。',
        `手上的工单请${reply(say)}${type(say, '我的任务')}，用法回复${type(say, '帮助')}。`,
      )
    : lines(
        village
          ? `您好，我是哨子，您扫的是${quoted(village, 20)}的码。有事直接告诉我是什么问题，可以发照片、位置，我来转给管事的单位。`
          : '您好，我是哨子。有事直接告诉我：在哪里、是什么问题，可以发照片、语音，我来转给管事的单位，每一步都告诉您。',
        '紧急情况请先打 110、119、120。请不要发涉密的内容。',
      )
}
