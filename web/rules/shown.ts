import { z } from 'zod'
import { dayOf } from '../../domain/calendar/zone.ts'
import type { Policy } from '../../domain/policy.ts'
import { ruleVersionOf } from '../../domain/rules/ruleOf.ts'
import { RULE_KEYS, RULES, type RuleKey } from '../../domain/rules/table.ts'
import type { AnyRule } from '../../domain/rules/kinds.ts'
import { RULE_WORDS } from '../../domain/rules/wording-rules.ts'
import { RULES_SAID as said, sayBound, sayDuration, sayRule, saySpan } from '../wording/rules.ts'

export const rulesShape = z.object({
  levels: z.array(
    z.object({ level: z.string(), sign: z.string(), arrive: z.string(), finish: z.string(), hours: z.string() }),
  ),
  ladder: z.array(z.string()),
  settings: z.array(z.object({ name: z.string(), value: z.string(), effect: z.string() })),
  rules: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      value: z.string(),
      basis: z.string(),
      /** may the township set it otherwise? */
      bound: z.string(),
      from: z.string(),
      until: z.string().nullable(),
    }),
  ),
})
type Shown = z.infer<typeof rulesShape>

/** clocks.yaml and rules.csv as they count on a day, in words. */
export function rulesShown(policy: Policy, now: Date): Shown {
  return {
    levels: (['emergency', 'urgent', 'normal'] as const).map((level) => levelOf(policy, level)),
    ladder: policy.ladder.map(({ clock, after, to }) => said.rung(clock, sayDuration(after), to)),
    settings: settingsOf(policy).map(([name, value]) => {
      const [title, effect] = said.settings[name]
      return { name: title, value, effect }
    }),
    rules: RULE_KEYS.map((key) => ruleOf(policy, key, dayOf(now))),
  }
}

function levelOf({ levels }: Policy, level: keyof Policy['levels']): Shown['levels'][number] {
  const { sign, arrive, finish, hours } = levels[level]
  return {
    level: said.levels[level],
    sign: sayDuration(sign),
    arrive: sayDuration(arrive),
    finish: sayDuration(finish),
    hours: said.hours[hours],
  }
}

type Setting = keyof typeof said.settings

const settingsOf = (policy: Policy): readonly (readonly [name: Setting, value: string])[] => [
  ['workHours', policy.workHours.map(saySpan).join(said.between)],
  ['remindAt', policy.remindAt.map((share) => `${Math.round(share * 100)}%`).join(said.between)],
  ['returnLimit', said.times(policy.returnLimit)],
  ['ruleWithin', sayDuration(policy.ruleWithin)],
  ['feedbackWindow', sayDuration(policy.feedbackWindow)],
  ['reopenWindow', sayDuration(policy.reopenWindow)],
  ['quietHours', policy.quietHours ? saySpan(policy.quietHours) : said.none],
  ['mergeWithin', said.seconds(policy.mergeWithin)],
]

function ruleOf(policy: Policy, key: RuleKey, day: string): Shown['rules'][number] {
  const { kind, bound } = RULES[key]
  const { value, basis, validUntil } = ruleVersionOf(policy, key, day)
  const isOwn = basis !== RULE_WORDS[key].basis
  return {
    key,
    name: RULE_WORDS[key].name,
    // a value is of the kind its rule says
    value: sayRule({ kind, value } as AnyRule),
    basis,
    bound: sayBound(bound),
    from: isOwn ? said.own : bound === 'free' ? said.usual : said.law,
    until: validUntil,
  }
}
