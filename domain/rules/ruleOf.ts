import type { Policy } from '../policy.ts'
import { RULE_KEYS, RULES, type RuleKey, type RuleValue, type RuleVersion } from './table.ts'
import { RULE_WORDS } from './wording-rules.ts'

/** The rules as the program knows them, in the order of the table. */
export const DEFAULT_RULES: readonly RuleVersion[] = RULE_KEYS.map((key) => {
  const { value, validFrom, validUntil } = RULES[key]
  return { key, value, basis: RULE_WORDS[key].basis, validFrom, validUntil }
})

/** The rules of a new policy: a township's rows come after the defaults they override, and both are kept with it. */
export const rulesWith = (rows: readonly RuleVersion[]): readonly RuleVersion[] => [...DEFAULT_RULES, ...rows]

/** The value of a rule on a day (YYYY-MM-DD, Shanghai) under the policy a case is frozen with. */
export const ruleOf = <K extends RuleKey>(policy: Policy, key: K, day: string): RuleValue<K> =>
  ruleVersionOf(policy, key, day).value

/**
 * The version that is valid on the day, with its basis: the last that says so wins.
 * What an older policy lacks, and a day before the first version, have the default.
 */
export function ruleVersionOf<K extends RuleKey>(policy: Policy, key: K, day: string): RuleVersion<K> {
  const isIt = (version: RuleVersion): version is RuleVersion<K> => version.key === key
  const found = policy.rules?.filter(isIt).findLast((version) => isValidOn(version, day)) ?? DEFAULT_RULES.find(isIt)
  if (!found) throw new Error(`no rule ${key}`)
  return found
}

const isValidOn = ({ validFrom, validUntil }: RuleVersion, day: string): boolean =>
  (validFrom === null || validFrom <= day) && (validUntil === null || day <= validUntil)
