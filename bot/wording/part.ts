import type { Facts } from '../../domain/facts.ts'
import type { RefusalReason } from '../../domain/refusal.ts'
import type { Role } from '../../domain/town.ts'
import type { CardPlan } from '../render/card.ts'
import type { Body, Kind, Say, WordsOf } from './words.ts'

/** What a refusal may speak of. */
export type Asked = Readonly<{ no: string; facts: Facts | null; choices: readonly string[]; say: Say }>

/** An order as it is typed, and what it does. */
export type HelpLine = readonly [words: string, what: string]

export type Cards = Readonly<{ [K in Kind]?: (body: Body<K>) => CardPlan | null }>

/** All that one part of the house says: its notices in words and as cards, its refusals, its help. */
export type Part<K extends Kind, R extends RefusalReason> = Readonly<{
  words: WordsOf<K>
  cards: Pick<Cards, K>
  refusals: Readonly<Record<R, (asked: Asked) => string>>
  /** below a topic of its own: 帮助 吹哨 */
  help: Readonly<Partial<Record<'villager' | Role, readonly HelpLine[]>>>
}>
