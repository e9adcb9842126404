import type { Figure, Place } from '../../domain/assess/said.ts'
import type { Body } from './words.ts'
import { dayName } from './common.ts'

type State = Body<'assess-unit'>['state']

export const ASSESS_STATES: Readonly<Record<State, string>> = {
  running: '进行中，数字每天在变',
  over: '还没有公示',
  shown: '公示',
  frozen: '已定稿',
}

export const APPEAL_STATES: Readonly<Record<Body<'appeal'>['state'], string>> = {
  asked: '待审核',
  agreed: '同意',
  refused: '不同意',
  lapsed: '定稿前没有决定，按原数计',
}

/** 2026年11月 */
export const monthName = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5))}月`

/** 12月10日 周四 */
export const dayText = (day: string): string => dayName(`${day}T04:00:00.000Z`)

export const scoreText = (score: number | null): string => (score === null ? '不计分' : `${score} 分`)

/** Among units and townships that are alike; nobody is ranked alone. */
export const rankText = ({ rank, among }: Place, like: string): string =>
  rank === null ? '' : `，${like}第 ${rank}/${among}`

/** 93%（28/30） */
export const shareText = ({ top, of }: Pick<Figure, 'top' | 'of'>): string =>
  `${Math.round((top * 1000) / of) / 10}%（${top}/${of}）`
