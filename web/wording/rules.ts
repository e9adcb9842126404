import { CLOCK_NAMES, LEVEL_NAMES } from '../../domain/wording-names.ts'
import type { Clock } from '../../domain/policy.ts'
import type { RungTarget, Span } from '../../domain/policy.ts'
import type { Duration } from '../../domain/calendar/duration.ts'
import type { AnyRule, Bound } from '../../domain/rules/kinds.ts'
import { sayTerm } from '../../domain/rules/wording-rules.ts'

const UNIT: Readonly<Record<Duration['unit'], string>> = { s: '秒', m: '分钟', h: '小时', d: '天' }
export const TARGET_NAMES: Readonly<Record<RungTarget, string>> = {
  duty: '值班人员',
  station_head: '站所负责人',
  command_room: '指挥室',
  leaders: '镇领导',
  supervisor: '执法监督',
}

export const sayDuration = ({ amount, unit }: Duration): string => `${amount} ${UNIT[unit]}`
const two = (n: number): string => String(n).padStart(2, '0')
const sayMinute = (minute: number): string => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`
export const saySpan = ({ from, to }: Span): string => `${sayMinute(from)} 到 ${sayMinute(to)}`

/** The value of a rule as a person says it. */
export function sayRule(rule: Pick<AnyRule, 'kind' | 'value'>): string {
  const { kind, value } = rule as AnyRule
  switch (kind) {
    case 'duration':
      return sayDuration(value)
    case 'term':
      return sayTerm(value)
    case 'count':
      return `${value} 次`
    case 'share':
      return `${Number((value * 100).toFixed(4))}%`
    case 'money':
      return `${value} 元`
    case 'list':
      return `${value.join('、')} 天`
    case 'steps':
      return value.map(sayDuration).join('、')
    case 'flag':
      return value ? '要' : '不要'
    case 'time':
      return sayMinute(value)
  }
}

const BOUNDS: Readonly<Record<Bound, string>> = {
  free: '本镇可以自己定',
  atMost: '法律规定，只能更短、更少',
  atLeast: '法律规定，只能更长、更多',
  fixed: '法律规定，不能改',
  atMostUnlessLaw: '法律规定，只能更短；另有法律依据的除外',
}
export const sayBound = (bound: Bound): string => BOUNDS[bound]

export const RULES_SAID = {
  levels: LEVEL_NAMES,
  hours: { always: '不分昼夜和节假日', work: '只算上班时间，一天按 8 小时' },
  clocks: CLOCK_NAMES,
  rung: (clock: Clock, after: string, to: readonly RungTarget[]): string =>
    `${CLOCK_NAMES[clock]}超时${after === '0 秒' ? '' : ` ${after}后`}，告诉${to.map((target) => TARGET_NAMES[target]).join('、')}`,
  settings: {
    workHours: ['上班时间', '“只算上班时间”的时限按它算'],
    remindAt: ['时限过了多少时提醒值班人员', '每到一个点提醒一次'],
    returnLimit: ['一件最多退回几次', '再退就由指挥室裁定'],
    ruleWithin: ['指挥室裁定的时限', '到时没有裁定，提醒指挥室和镇领导'],
    feedbackWindow: ['办结后多久内可以评价', '过了就自动结案'],
    reopenWindow: ['办结后多久内可以说没解决', '在这以内说没解决，重新办理'],
    quietHours: ['免打扰时间', '这段时间只发特急的，其余等到结束再发'],
    mergeWithin: ['多久内的提醒合成一条', '同一个群里不会一条接一条'],
  },
  times: (count: number): string => `${count} 次`,
  none: '没有',
  between: '、',
  seconds: (ms: number): string => `${ms / 1000} 秒`,
  law: '法律',
  own: '本镇',
  usual: '程序默认',
  fault: '要改',
  warning: '请看一看',
} as const
