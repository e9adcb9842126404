import type { Facts } from '../../domain/facts.ts'
import { dayName, dueOf, nextClock, stageOf } from './common.ts'
import { CLOCK_NAMES, LEVEL_NAMES } from './names.ts'

/** What stands on cards: plain text, no markdown. */
export const CARD = {
  source: (facts: Facts): string => (facts.level === 'normal' ? '工单' : `${LEVEL_NAMES[facts.level]}工单`),
  keys: {
    kept: '反映人',
    place: '地点',
    lead: '主办',
    assist: '协办',
    holder: '签收人',
    handedTo: '已移送',
    result: '结果',
    text: '反映',
  },
  due: { sign: '签收时限', arrive: '到场时限', finish: '办结时限' },
  kept: { anonymous: '群众（匿名）', confidential: '群众（要求保密）' },
  lead: ({ lead, officer }: Facts): string => `${lead ?? ''}${lead && officer ? `（片区 ${officer}）` : ''}`,
  /** what the words say of time and size stands before them, where a cut does not reach it */
  body: ({ text, patterns = [] }: Facts): string => (patterns.length > 0 ? `【${patterns.join('，')}】${text}` : text),
  note: '说明',
  power: '权限',
  accused: '被反映的',
  separator: '、',
  between: '；',
  tentative: '（暂定）',
  buttons: {
    sign: '签收',
    return: '退回',
    detail: '详情',
    arrive: '到场',
    feedback: '反馈',
    finish: '办结',
    nudge: '催一催',
    withdraw: '撤回',
    again: '还没解决',
    solved: '解决了',
    unsolved: '没解决',
    satisfied: '满意',
    dissatisfied: '不满意',
  },
  solved: { source: '请您确认', ask: '您反映的问题解决了吗？' },
  satisfied: { source: '请您评价', ask: '您对办理满意吗？' },
  askedAgain: '再问您一次',
  answered: '谢谢您的回复',
  ask: {
    source: '请您选择',
    place: '在哪里？',
    town: '是哪个镇的？',
    again: { which: '是哪个村的？', kindly: '对不起，还差一个村名' },
    problem: '是什么问题？',
    same: '是同一件事吗？',
    sameAgain: '请再选一下，是同一件事吗？',
    which: '这是回答哪一件的？',
    elsewhere: '这件事不归镇里管',
    insist: '还想让镇里登记，点下面的按钮',
    freely: '也可以直接打字、发位置或照片',
  },
  elsewhere: (name: string, phone: string | null): string =>
    `由${name}管${phone ? `，请打 ${phone}` : '，请直接找他们，或打 12345'}。`,
  chosen: (choice: string): string => `您选了：${choice}`,
  progress: (facts: Facts): string => `${facts.caseNo} ${facts.item ?? ''}`,
} as const

/** The line under the title: where the case stands, and what is due next. */
export function standing(facts: Facts): string {
  const clock = nextClock(facts)
  const due = clock && dueOf(facts, clock)
  const again = facts.reopens > 0 ? '重办·' : ''
  if (facts.suspended?.filed) return `${again}${stageOf(facts)}·${dayName(facts.suspended.until)}前决定`
  if (facts.suspended) return `${again}${stageOf(facts)}·${dayName(facts.suspended.until)}再看`
  return `${again}${stageOf(facts)}${clock && due ? `·${due}前${CLOCK_NAMES[clock]}` : ''}`
}
