import { CLOCK_NAMES } from '../../domain/wording-names.ts'
import { TARGET_NAMES } from './rules.ts'
import type { NewEvent } from '../../domain/decision.ts'
import type { Hindrance } from '../../domain/people/reach.ts'

const CLOCKS: Readonly<Record<string, string>> = CLOCK_NAMES
const TARGETS: Readonly<Record<string, string>> = TARGET_NAMES

const again = (n: unknown): string => (typeof n === 'number' && n > 0 ? `（第 ${n + 1} 次）` : '')
const listOf = (targets: unknown): string =>
  Array.isArray(targets) ? targets.map((target) => TARGETS[String(target)] ?? '').join('、') : ''

/** What happens at one step, by the event the log would keep. */
const STEPS: Readonly<Record<string, (data: NewEvent['data']) => string>> = {
  reminded: ({ clock, share }) => `${CLOCKS[String(clock)] ?? ''}时限过了 ${Math.round(Number(share) * 100)}%，提醒`,
  escalated: ({ clock, targets, repeat }) =>
    `${CLOCKS[String(clock)] ?? ''}超时，上报给${listOf(targets)}${again(repeat)}`,
  quiet: ({ times }) => `签收以后一直没有进展，第 ${Number(times)} 次提醒`,
  'ruling-late': ({ times }) => `还没有决定由谁办，第 ${Number(times)} 次提醒指挥室`,
  closed: () => '反映人一直没有评价，自动结案',
  'feedback-reminded': () => '反映人还没有评价，再问一次',
  'review-due': () => '挂账到了复核的日子，请定恢复还是继续挂账',
  'extension-undecided': () => '延期申请没有按时审批，上报',
  'suspension-undecided': () => '挂账申请没有按时审批，上报',
  'whistle-late': () => '吹哨到了时间还没有人到场，提醒',
  'whistle-absent': () => '吹哨一直没有人到场，上报',
  'outside-due': () => '该问一次外单位办到哪了',
}

export const AHEAD = {
  step: ({ type, data }: Pick<NewEvent, 'type' | 'data'>): string | null => STEPS[type]?.(data) ?? null,
  about: (name: string, no: string, title: string): string => `${name} ${no}：${title}`,
  entry: '登记的事项',
  reminded: '提醒',
  reporter: (count: number): string => (count > 1 ? `反映人（${count} 人）` : '反映人'),
  stranger: '名册里没有的人',
  lostGroup: '没有登记的群',
} as const

/** Why somebody may not hear of it, and what to do. */
export const HINDRANCES: Readonly<Record<Hindrance, string>> = {
  'no-account': '名册里没有这个人，请管理员在 town.yaml 里补上或换人',
  'never-wrote': '从来没有给哨子发过消息，收不到；请他在企业微信里给哨子发一句“你好”',
  'on-leave': '那天请假；请看是否要换人值班',
  'no-licence': '没有有效的执法证，不能单独执法',
  'window-over': '微信客服只能在他上次说话后 48 小时内发 5 条，到那时发不出去；请打电话告诉他',
  'no-address': '这个群没有填地址，收不到；请管理员在 town.yaml 的 groups 里补上',
}

/** He wants to hear less: it goes with the next card of the day. */
export const GATHERED = '按他选的提醒多少，并到下一张早报或晚报里'
