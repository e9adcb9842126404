import type { Facts } from '../../domain/facts.ts'
import type { Clock } from '../../domain/policy.ts'
import { MERGED } from './alerts.ts'
import { standing } from './card.ts'
import { about, quoted } from './common.ts'
import { CLOCK_NAMES, when } from './names.ts'

/** The table of several notices in one message of a group robot. */
export const TABLE = {
  head: (count: number): string => MERGED.head(count),
  columns: ['编号', '事项', '情况'],
  what: (kind: string, facts: Facts | null): string =>
    `${MERGED.kinds[kind] ?? MERGED.other}${facts ? `：${standing(facts)}` : ''}`,
  about,
  /** a cell that would break the table */
  cell: (text: string): string => quoted(text, 60) || '—',
  where: '这里不能回复，要处理请到“哨子”机器人或应用里。',
} as const

/** The card that tells leaders what is overdue. */
export const NOTICE = {
  source: '已超时',
  late: (clock: Clock, dueAt: string): string => `应在 ${when(dueAt)} 前${CLOCK_NAMES[clock]}`,
} as const
