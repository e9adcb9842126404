import type { Proposal } from '../legal/kinds.ts'
import type { FlowKinds, PermitFound } from './kinds.ts'

/** A paper as it may be shown: names, not ids. */
export type PaperFacts = Readonly<{
  no: string
  title: string
  /** unit and name of who sent it; null = the command room */
  from: string | null
  by: string
  to: readonly string[]
  files: number
  at: string
  state: FlowKinds['paper']['state']
  read: number
  of: number
}>

/** A question about a permit, as it may be shown. */
export type PermitFacts = Readonly<{
  no: string
  holder: string
  matter: string | null
  place: string | null
  caseNo: string | null
  by: string
  of: string
  at: string
  dueAt: string | null
  found: PermitFound | null
  answer: string | null
  answeredBy: string | null
}>

/** A line of the imported list; `holder` is masked where others read along. */
export type PermitRow = Readonly<{
  holder: string
  kind: string
  number: string
  from: string | null
  until: string | null
  address: string
  unit: string
  expired: boolean
}>

/** What a department learns of a penalty about its matter. */
export type PenaltyFacts = Readonly<{
  no: string
  docNo: string | null
  day: string
  party: string
  item: string
  sort: Proposal['sort']
  amount: number | null
  text: string
  law: string
  organ: string
}>

/** What is said of these matters, as data; the words are in bot/wording/flow.ts. */
export type FlowSaid =
  /** 要转发给谁？ `busy` = the case he is working on, to which the file may belong; `chosen` = what became of it */
  | Readonly<{
      kind: 'paper-ask'
      no: string
      cardId: string
      files: number
      busy: string | null
      chosen: 'out' | 'case' | 'dropped' | 'going' | null
    }>
  | Readonly<{ kind: 'paper-want'; what: 'file' | 'title'; no: string | null }>
  /** `again` = how often he was reminded; in a group `seen` says nothing */
  | Readonly<{
      kind: 'paper'
      paper: PaperFacts
      cardId: string
      view: 'reader' | 'group'
      seen: boolean
      again: number
    }>
  | Readonly<{ kind: 'paper-sent'; paper: PaperFacts; nobody: readonly string[] }>
  /** `left` = who has not read it, only to whom that may be told; `gone` = the file is not kept any longer */
  | Readonly<{ kind: 'paper-status'; paper: PaperFacts; left: readonly string[]; gone: boolean }>
  | Readonly<{ kind: 'paper-left'; paper: PaperFacts; left: readonly string[] }>
  | Readonly<{ kind: 'paper-news'; paper: PaperFacts; news: 'read' | 'withdrawn' | 'taken-back' }>
  | Readonly<{ kind: 'papers'; items: readonly PaperFacts[] }>
  | Readonly<{ kind: 'permit-question'; permit: PermitFacts; cardId: string; again: number }>
  | Readonly<{ kind: 'permit-sent'; permit: PermitFacts }>
  /** `mine` = to who answered */
  | Readonly<{ kind: 'permit-answer'; permit: PermitFacts; mine: boolean }>
  | Readonly<{ kind: 'permit-late'; permit: PermitFacts; to: 'head' | 'command' | 'asker'; last: boolean }>
  | Readonly<{ kind: 'permit-found'; asked: string; rows: readonly PermitRow[]; more: number; caseNo: string | null }>
  | Readonly<{ kind: 'penalty'; penalty: PenaltyFacts }>
  | Readonly<{ kind: 'penalties'; month: string; items: readonly PenaltyFacts[] }>

/** Why something is refused. */
export type FlowRefusal =
  | 'paper-secret'
  | 'paper-unknown'
  | 'paper-which'
  | 'paper-whom'
  | 'paper-nobody'
  | 'paper-how'
  | 'paper-coming'
  | 'paper-lost'
  | 'paper-read-already'
  | 'paper-not-reader'
  | 'paper-gone'
  | 'paper-sent-already'
  | 'paper-not-yours'
  | 'permit-how'
  | 'permit-whom'
  | 'permit-unknown'
  | 'permit-which'
  | 'permit-answered'
  | 'permit-answer-how'
  | 'permit-own'
  | 'permit-private'
  | 'penalties-how'
