import type { Question, TrainingKinds } from './kinds.ts'

/** 每日一题 as its reader sees it; which option is right is not said before he answered. */
export type QuizSaid = Readonly<{
  kind: 'quiz'
  no: string
  cardId: string
  /** YYYY-MM-DD */
  day: string
  question: Omit<Question, 'key' | 'right'>
  right: number | null
  chosen: number | null
  again: boolean
  /** answered after its day */
  late: boolean
}>

export type KnowledgeSaid = Readonly<{
  kind: 'knowledge'
  no: string
  cardId: string
  question: string
  answer: string
  /** stands for these very words: a card of earlier ones confirms nothing */
  seal: string
  state: TrainingKinds['knowledge']['state']
  /** writer = confirms it; room = decides; news = learns what was decided */
  view: 'writer' | 'room' | 'news'
  by: string
  decidedBy: string | null
  why: string | null
}>

export type ClassSaid = Readonly<{
  kind: 'class'
  no: string
  cardId: string
  topic: string
  by: string
  at: string
  state: TrainingKinds['class']['state']
  count: number
}>

export type KnownItem = Readonly<{ no: string; question: string; answer: string }>
export type MistakeItem = Readonly<{ question: Omit<Question, 'key'>; chosen: number; due: string }>
export type Share = Readonly<{ asked: number; answered: number; right: number; late: number; attended: number }>
export type Learner = Readonly<{ name: string }> & Share

/** What is said of these matters, as data; the words are in bot/wording/training.ts. */
export type TrainingSaid =
  | QuizSaid
  | Readonly<{ kind: 'mistakes'; items: readonly MistakeItem[]; more: number }>
  | Readonly<{ kind: 'my-study'; month: string; share: Share; mistakes: number; off: boolean }>
  /** `people` = of his own unit, to its head alone */
  | Readonly<{
      kind: 'study-state'
      month: string
      units: readonly Learner[]
      people: readonly Learner[]
      alone: boolean
      /** nobody is asked in the morning here */
      off?: true
    }>
  | Readonly<{ kind: 'study-set'; off: boolean; running: boolean }>
  | Readonly<{ kind: 'study-nothing' }>
  | KnowledgeSaid
  /** `below` = below another answer */
  | Readonly<{ kind: 'knowledge-found'; asked: string; items: readonly KnownItem[]; below: boolean; mayAdd: boolean }>
  | Readonly<{ kind: 'knowledge-gone'; no: string; question: string }>
  | ClassSaid
  /** `names` = who was there, to who may know */
  | Readonly<{
      kind: 'class-list'
      no: string
      topic: string
      count: number
      names: readonly string[] | null
      closed: boolean
    }>
  | Readonly<{ kind: 'class-sent'; no: string; topic: string; units: readonly string[]; nobody: readonly string[] }>

/** Why something is refused. */
export type TrainingRefusal =
  | 'quiz-none'
  | 'quiz-how'
  | 'quiz-not-learner'
  | 'study-alone'
  | 'study-who'
  | 'knowledge-how'
  | 'knowledge-who'
  | 'knowledge-none'
  | 'knowledge-which'
  | 'knowledge-no-ruling'
  | 'knowledge-unanswered'
  | 'knowledge-private'
  | 'knowledge-kept'
  | 'knowledge-decided'
  | 'knowledge-not-yours'
  | 'knowledge-decider'
  | 'class-how'
  | 'class-who'
  | 'class-none'
  | 'class-over'
  | 'class-not-asked'
