import type { AssessmentState } from './assessment.ts'
import type { Days } from './days.ts'
import type { DutyKind } from './measures.ts'

/** A figure as it is shown. `against` = cases that count against it, where the reader may know them. */
export type Figure = Readonly<{
  name: string
  top: number
  of: number
  weight: number
  better: 'high' | 'low'
  against: readonly string[]
}>

/** A place among those who are alike. */
export type Place = Readonly<{ name: string; score: number | null; rank: number | null; among: number }>

type Month = Readonly<{
  month: string
  state: AssessmentState
  days: Days
  /** why it is said now: somebody asked, or it was just shown or frozen */
  news: 'asked' | 'shown' | 'frozen'
  /** how the SHA-256 of the frozen text begins, for whoever compares it; null until it is frozen */
  seal: string | null
}>

export type AppealSaid = Readonly<{
  kind: 'appeal'
  no: string
  cardId: string
  month: string
  unit: string
  indicator: string
  caseNo: string | null
  by: string
  reason: string
  state: 'asked' | 'agreed' | 'refused' | 'lapsed'
  decidedBy: string | null
  why: string | null
  /** who reads it decides what he can do with it */
  for: 'unit' | 'decides'
  news: 'asked' | 'decided' | 'late'
  frozen: string
}>

export type AppealItem = Readonly<{
  no: string
  month: string
  unit: string
  indicator: string
  caseNo: string | null
  state: AppealSaid['state']
}>

/** What is said of an assessment, as data; the words are in bot/wording/assess.ts. */
export type AssessSaid =
  /** the figures of one unit, for that unit */
  | (Month & Readonly<{ kind: 'assess-unit'; place: Place; figures: readonly Figure[] }>)
  /** … and of all, for those who may see all; `lapsed` = objections nobody decided on */
  | (Month &
      Readonly<{
        kind: 'assess-town'
        name: string
        class: string
        total: Readonly<Record<DutyKind, Readonly<{ place: Place; figures: readonly Figure[] }>>>
        units: readonly Place[]
        open: number
        lapsed: number
      }>)
  | Readonly<{
      kind: 'assess-indicators'
      month: string
      items: readonly Readonly<{
        code: string
        name: string
        weight: number
        duty: DutyKind
        source: string
        legal: string
      }>[]
    }>
  | AppealSaid
  | Readonly<{ kind: 'appeal-list'; items: readonly AppealItem[] }>
  /** the words an order lacked */
  | Readonly<{ kind: 'appeal-words'; no: string; wants: 'appeal-refuse' }>

/** Why something is refused. */
export type AssessRefusal =
  | 'assess-who'
  | 'assess-month'
  | 'appeal-how'
  | 'appeal-who'
  | 'appeal-early'
  | 'appeal-over'
  | 'appeal-indicator'
  | 'appeal-nothing'
  | 'appeal-case'
  | 'appeal-waits'
  | 'appeal-already'
  | 'appeal-often'
  | 'appeal-none'
  | 'appeal-own'
  | 'appeal-not-you'
  | 'appeal-decided'
