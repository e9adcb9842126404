import type { Entry } from '../book/entry.ts'
import type { CaseInHand } from '../case/draft.ts'
import type { RuleKey, RuleValue } from '../rules/table.ts'
import type { World } from '../world.ts'
import type { CaseFile } from './kinds.ts'
import { dayOf } from '../calendar/zone.ts'
import { ruleOf } from '../rules/ruleOf.ts'

/** A file with all that is asked of it before a step. */
export type Look = Readonly<{
  hand: CaseInHand
  entry: Entry<'file'>
  file: CaseFile
  world: World
  /** the Shanghai day of now */
  today: string
  /** the day the order speaks of; today where it names none */
  on: string
  /** how many files of evidence the case has */
  evidence: number
  /** what was written with the order */
  said: string
}>

export function lookAt(hand: CaseInHand, entry: Entry<'file'>, world: World, evidence = 0, said = ''): Look {
  const today = dayOf(world.now)
  return { hand, entry, file: entry.data, world, today, on: today, evidence, said }
}

/** The rules of the policy the file was opened under, as they were on the day it was opened. */
export const rule = <K extends RuleKey>({ hand, file }: Look, key: K): RuleValue<K> =>
  ruleOf(hand.policy, key, file.filedOn)
