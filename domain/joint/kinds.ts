import type { Duration } from '../calendar/duration.ts'
import type { Place } from '../task.ts'

/** emergency 应急哨 | daily 日常哨 | hard 攻坚哨 */
export type Sort = 'emergency' | 'daily' | 'hard'
/** good 好 | fair 一般 | poor 差 */
export type Mark = 'good' | 'fair' | 'poor'

/** Somebody of a called unit who is there; `metres` = how far from the place, where that is known. Instants are ISO. */
export type Came = Readonly<{ by: string; at: string; how: 'said' | 'location' | 'picture'; metres: number | null }>

/** One of the units that were called, and what came of it. */
export type Called = Readonly<{
  station: string
  seen: string | null
  came: readonly Came[]
  cannot: Readonly<{ by: string; at: string; why: string }> | null
  score: Readonly<{ mark: Mark; at: string }> | null
}>

export type WhistleData = Readonly<{
  sort: Sort
  place: Place | null
  reason: string
  caseNo: string | null
  called: readonly Called[]
  endedAt: string | null
  /** ms after `dueAt` until the leaders hear who is not there, as it was when it was called */
  escalateAfter?: number
}>

/** 请求协助: one unit asks another one. `from` and `to` are units. */
export type RequestData = Readonly<{
  from: string
  by: string
  to: string
  reason: string
  answer: Readonly<{ by: string; at: string; note: string | null }> | null
}>

/** 子任务: a part of a case, done by a unit. `from` null = by the command room. */
export type ChildData = Readonly<{
  from: string | null
  by: string
  to: string
  text: string
  /** the case is not finished without it */
  must: boolean
  term: Duration
  holder: string | null
  result: string | null
}>

/** Whistles and what they set going. */
export type JointKinds = {
  whistle: Readonly<{ state: 'called' | 'ended'; data: WhistleData }>
  /** lapsed = the case was over before there was an answer */
  request: Readonly<{ state: 'asked' | 'agreed' | 'refused' | 'lapsed'; data: RequestData }>
  /** dropped = not wanted any more */
  child: Readonly<{ state: 'given' | 'taken' | 'done' | 'dropped'; data: ChildData }>
}

export const JOINT_MARKS = { whistle: 'SH', request: 'XZ', child: 'RW' } as const satisfies Record<
  keyof JointKinds,
  string
>
