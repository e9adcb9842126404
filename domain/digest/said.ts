import type { Brief } from './brief.ts'
import type { Topic, Volume } from './kinds.ts'
import type { UnitOverdue } from './overdue.ts'
import type { Ranking } from './ranking.ts'
import type { Report } from './report.ts'
import type { Hint } from './spots.ts'
import type { Edition } from './times.ts'

/** What is said of these matters, as data; the words are in bot/wording/digest.ts. */
export type DigestSaid =
  /** the card of the morning and of the evening, or the one somebody asked for */
  | Readonly<{ kind: 'digest'; cardId: string; brief: Brief }>
  /** nothing needs anybody */
  | Readonly<{ kind: 'digest-quiet'; town: string; edition: Edition; counts: Brief['counts']; late: number }>
  /** a week or a month, drawn where a picture can go */
  | Readonly<{ kind: 'poster'; report: Report }>
  /** 今日; `alone` = how many overdue ones are not spoken of in this group */
  | Readonly<{
      kind: 'today'
      counts: Readonly<Record<'opened' | 'finished' | 'open' | 'triage' | 'overdue' | 'elsewhere', number>>
      overdue: readonly UnitOverdue[]
      hints: readonly Hint[]
      alone: number
    }>
  /** 超期清单; `of` = the one unit that was asked for; `alone` = how many are not spoken of in this group */
  | Readonly<{ kind: 'overdues'; units: readonly UnitOverdue[]; of: string | null; page: number; alone: number }>
  | Readonly<{ kind: 'hints'; hints: readonly Hint[]; days: number }>
  /** 红黑榜 of a month; `towns` = null where no other township is like this one */
  | Readonly<{
      kind: 'ranking'
      town: string
      /** YYYY-MM */
      month: string
      least: number
      class: string
      towns: Ranking | null
      units: Ranking
    }>
  /** `next` = the next card, ISO; `most` a day, and how many there were */
  | Readonly<{
      kind: 'listening'
      group: boolean
      volume: Volume
      topics: readonly Topic[] | null
      most: number
      told: number
      next: string
    }>

/** Why something is refused. */
export type DigestRefusal =
  | 'digest-who'
  | 'overdues-how'
  | 'listen-who'
  | 'listen-here'
  | 'listen-how'
  | 'listen-least'
  | 'listen-most'
