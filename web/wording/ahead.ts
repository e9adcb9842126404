import { CLOCK_NAMES } from '../../domain/wording-names.ts'
import { TARGET_NAMES } from './rules.ts'
import type { NewEvent } from '../../domain/decision.ts'
import type { Hindrance } from '../../domain/people/reach.ts'

const CLOCKS: Readonly<Record<string, string>> = CLOCK_NAMES
const TARGETS: Readonly<Record<string, string>> = TARGET_NAMES

const again = (n: unknown): string => (typeof n === 'number' && n > 0 ? `（第 ${n} 次再报）` : '')
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
}

export const AHEAD = {
  step: ({ type, data }: Pick<NewEvent, 'type' | 'data'>): string => STEPS[type]?.(data) ?? '按规则提醒',
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
  'no-address': '这个群没有填地址，收不到；请管理员在 town.yaml 的 groups 里补上',
}
