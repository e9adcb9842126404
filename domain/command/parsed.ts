import { PART_VERBS, type PartVerb } from './parts.ts'

/** Everything that can be asked of the bot by a word; the words themselves are in `wording.ts` and in the tables of the parts. */
const BASE = [
  'sign',
  'arrive',
  'feedback',
  'finish',
  'return',
  'assign',
  'rule',
  'urge',
  'whistle',
  'transfer',
  'merge',
  'split',
  'apart',
  'unlearn',
  'told-otherwise',
  'admit',
  'admit-approve',
  'admit-refuse',
  'admissions',
  'mindmap',
  'classifier',
  'place',
  'aliases',
  'alias-approve',
  'alias-refuse',
  'ask-reporter',
  'reveal',
  'reveal-agree',
  'detail',
  'my-tasks',
  'on-duty',
  'who-handles',
  'help',
  'today',
  'progress',
  'supplement',
  'nudge',
  'withdraw',
  'satisfied',
  'dissatisfied',
  'solved',
  'unsolved',
  'anonymous',
  'confidential',
  'my-data',
  'erase',
  'erase-sure',
  'agree',
  'disagree',
] as const
export type BaseVerb = (typeof BASE)[number]
export type Verb = BaseVerb | PartVerb
export const VERBS: readonly Verb[] = [...BASE, ...PART_VERBS]

/** Which case is meant: the full number, the short form (0007 → 7), or something in the book that belongs to it. */
export type CaseRef = Readonly<{ caseNo: string }> | Readonly<{ seq: number }> | Readonly<{ entryNo: string }>

export type Audience = 'staff' | 'villager'

/** What a message is. `thanks` includes a mere "收到"; `emoji` and `empty` say nothing; everything unrecognised is `text`, that is a report or an answer. */
export type Parsed =
  | Readonly<{ kind: 'command'; verb: Verb; ref: CaseRef | null; rest: string }>
  | Readonly<{ kind: 'greeting' }>
  | Readonly<{ kind: 'thanks' }>
  | Readonly<{ kind: 'empty' }>
  | Readonly<{ kind: 'emoji' }>
  /** `ofCase` = a word and a case, as no answer to the bot is said */
  | Readonly<{ kind: 'unknown-command'; nearest: readonly [string, string]; ofCase?: true }>
  /** a word of the staff that is an order only with a number, set apart, and no number */
  | Readonly<{ kind: 'no-case'; word: string }>
  | Readonly<{ kind: 'text'; text: string }>
