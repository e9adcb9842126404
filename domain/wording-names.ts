import type { Clock } from './policy.ts'
import type { Stage } from './task.ts'
import type { Level } from './level.ts'

/** How far a case is; the same words in chat, on the pages and in what other systems read. */
export const STAGE_NAMES: Readonly<Record<Stage, string>> = {
  triage: '待派单',
  dispatched: '待签收',
  signed: '已签收',
  arrived: '已到场',
  disputed: '退回待裁定',
  finished: '已办结',
  closed: '已结案',
  withdrawn: '已撤回',
}

export const LEVEL_NAMES: Readonly<Record<Level, string>> = { emergency: '特急', urgent: '紧急', normal: '一般' }

/** What the command room has to do while it is asked who leads. */
export const RULING_NAMES = { triage: '派单', disputed: '裁定' } as const

export const CLOCK_NAMES: Readonly<Record<Clock, string>> = { sign: '签收', arrive: '到场', finish: '办结' }

/** What those outside are told of a stage: who is at odds about a case inside is not theirs to know. */
export const PUBLIC_STAGE_NAMES: Readonly<Record<Stage, string>> = {
  ...STAGE_NAMES,
  signed: '办理中',
  arrived: '办理中',
  disputed: '办理中',
}
