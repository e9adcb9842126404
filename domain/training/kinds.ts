import type { PermitFound } from '../flow/kinds.ts'
import type { Level } from '../level.ts'

/** What a question is about: the duty list, a closed case, a ruling, or something somebody knew. */
export type Ask = 'lead' | 'assist' | 'mode' | 'punish' | 'basis' | 'case-lead' | 'case-limit' | 'ruled' | 'known'

/** A question with exactly one right option. No word of a report and no name is in it. */
export type Question = Readonly<{
  /** what is not asked again too soon */
  key: string
  ask: Ask
  /** an item of the duty list, or a question somebody asked */
  about: string
  /** of a case whose time limit is asked for */
  level: Level | null
  /** names of units, modes, laws, durations, or answers, as data */
  options: readonly string[]
  right: number
  /** where the answer stands: articles of law, or the number of the knowledge */
  basis: string
}>

/** 每日一题: what one person was asked on one day, and what he tapped. */
export type Quiz = Readonly<{
  question: Question
  /** he got it wrong before */
  again: boolean
  /** his unit on that day */
  unit: string | null
  chosen: number | null
  /** ISO instant */
  answeredAt: string | null
}>

/** 知识: a question and its answer, without anybody's name. */
export type Knowledge = Readonly<{
  from: 'permit' | 'ruling' | 'free'
  /** number of the permit question or of the case */
  source: string | null
  question: string
  answer: string
  /** item of the duty list it is about */
  item: string | null
  /** the unit that was asked, or that was ruled to lead */
  unit: string | null
  found: PermitFound | null
  by: string
  decidedBy: string | null
  why: string | null
}>

/** 培训签到: a meeting, and who was there: since when, by userid. */
export type Class = Readonly<{
  topic: string
  by: string
  units: readonly string[]
  present: Readonly<Record<string, string>>
}>

export type TrainingKinds = {
  /** draft = its writer has not confirmed it; dropped = nobody decided, or he took it back */
  knowledge: Readonly<{
    state: 'draft' | 'proposed' | 'approved' | 'refused' | 'dropped' | 'deleted'
    data: Knowledge
  }>
  quiz: Readonly<{ state: 'asked' | 'right' | 'wrong'; data: Quiz }>
  class: Readonly<{ state: 'open' | 'closed'; data: Class }>
  /** one of each person who said something of it: does he want questions in the morning? */
  learner: Readonly<{ state: 'on' | 'off'; data: Readonly<Record<never, never>> }>
}

export const TRAINING_MARKS = {
  knowledge: 'ZS',
  quiz: 'PX',
  class: 'KC',
  learner: 'XX',
} as const satisfies Record<keyof TrainingKinds, string>
