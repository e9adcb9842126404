import type { RungTarget } from '../../domain/policy.ts'
import {
  about,
  CALL_FIRST,
  dueLine,
  dueLines,
  inHands,
  leadName,
  lines,
  reply,
  said,
  staffHead,
  tentative,
  type,
} from './common.ts'
import { state } from './unit.ts'
import { CLOCK_NAMES, when, typedNo } from './names.ts'
import type { Body, Say, WordsOf } from './words.ts'

type Kinds = 'remind' | 'overdue' | 'quiet' | 'rule-due' | 'emergency'

/** What the clocks say. The first line of each is also its line in a merged message. */
export const alertWords: WordsOf<Kinds> = {
  remind: (body, say) => {
    const { facts, clock, share, dueAt } = body
    return lines(
      staffHead(`${CLOCK_NAMES[clock]}提醒`, facts, say),
      `${about(facts)}，时间已过 ${Math.round(share * 100)}%，请在 ${when(dueAt)} 前${CLOCK_NAMES[clock]}${tentative(facts)}。`,
      `请${reply(say)}${type(say, toType(body))}。`,
    )
  },
  overdue: (body, say) => {
    const { facts, clock, dueAt, target } = body
    return lines(
      staffHead(`${CLOCK_NAMES[clock]}超时${again(body.repeat)}`, facts, say),
      `${about(facts)}，应在 ${when(dueAt)} 前${CLOCK_NAMES[clock]}${tentative(facts)}，现在还没有。`,
      `主办：${inHands(facts)}`,
      ASKS[target](body, say),
    )
  },
  quiet: ({ facts, since, times }, say) =>
    lines(
      staffHead(`无进展提醒${times > 1 ? `（第 ${times} 次）` : ''}`, facts, say),
      `${about(facts)}，${inHands(facts)}从 ${when(since)} 起没有新进展。`,
      `请${reply(say)}${type(say, `反馈 ${typedNo(facts)} 情况`)}；办完了回复${type(say, `办结 ${typedNo(facts)} 结果`)}。`,
      dueLine(facts, 'finish'),
    ),
  'rule-due': ({ facts, dueAt, over }, say) =>
    lines(
      staffHead(over ? '派单裁定超时' : '请尽快派单', facts, say),
      `${about(facts)}，${over ? `应在 ${when(dueAt)} 前定下主办单位，现在还没有` : `请在 ${when(dueAt)} 前定下主办单位`}。`,
      `请${reply(say)}${type(say, `${facts.stage === 'disputed' ? '裁定' : '指派'} ${typedNo(facts)} 站所名`)}。`,
    ),
  emergency: ({ facts }, say) =>
    lines(
      staffHead('特急', facts, say),
      about(facts),
      said(facts.text, 300) && `反映：${said(facts.text, 300)}`,
      `现在：${state(facts)}`,
      dueLines(facts),
      CALL_FIRST,
    ),
}

const again = (repeat: number): string => (repeat > 0 ? `（第 ${repeat + 1} 次）` : '')

function toType({ facts, clock }: Pick<Body<'remind'>, 'facts' | 'clock'>): string {
  const n = typedNo(facts)
  return clock === 'finish' ? `办结 ${n} 结果` : `${CLOCK_NAMES[clock]} ${n}`
}

type Ask = (body: Body<'overdue'>, say: Say) => string
const urge: Ask = ({ facts }, say) =>
  `要督办，请${reply(say)}${type(say, `督办 ${typedNo(facts)}`)}；改派回复${type(say, `指派 ${typedNo(facts)} 站所名`)}。`

const ASKS: Readonly<Record<RungTarget, Ask>> = {
  duty: (body, say) => `请马上处理并${reply(say)}${type(say, toType(body))}。`,
  station_head: ({ facts }) => `请站所负责人督促${inHands(facts)}马上处理。`,
  command_room: urge,
  leaders: urge,
  supervisor: ({ facts }) => `请监督人员关注${leadName(facts)}的办理情况。`,
}

/** The heading of several alerts in one message, and of each kind within it. */
export const MERGED = {
  head: (count: number): string => `**【${count} 件事请处理】**`,
  /** to the reporter */
  progress: (count: number): string => `**【${count} 条新进展】**`,
  kinds: {
    remind: '时限提醒',
    overdue: '已超时',
    quiet: '没有进展',
    'rule-due': '待派单、待裁定',
    emergency: '特急',
    undelivered: '未送达',
    'case-news': '新情况',
    'work-news': '办理',
    'extension-card': '待审批',
    'suspension-card': '待审批',
    progress: '新进展',
    'to-tell': '待告知',
    'member-left': '人员变动',
    crowd: '多人反映',
    ownerless: '承办单位空缺',
    admission: '职责准入',
    alarm: '系统报警',
    'whistle-news': '吹哨到场',
    'whistle-late': '到场超时',
    'whistle-absent': '吹哨没有到场',
    'whistle-open': '请收哨',
    'request-late': '协助请求没有答复',
    'child-due': '子任务',
  } as Readonly<Record<string, string>>,
  other: '其他',
  more: (rest: number): string => `…还有 ${rest} 件`,
}
