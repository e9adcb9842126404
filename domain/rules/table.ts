import type { Duration } from '../calendar/duration.ts'
import type { Bound, Rule, RuleKind, Term, Values } from './kinds.ts'

/** 行政处罚法 as revised in 2021, 行政复议法 as revised in 2023, 行政诉讼法 as amended in 2014: in force since. */
const PENALTIES = '2021-07-15'
const REVIEW = '2024-01-01'
const COURT = '2015-05-01'

const minutes = (amount: number): Duration => ({ amount, unit: 'm' })
const hours = (amount: number): Duration => ({ amount, unit: 'h' })
const days = (amount: number): Duration => ({ amount, unit: 'd' })
const term = (amount: number, unit: Term['unit']): Term => ({ amount, unit })
const clock = (hour: number, minute: number): number => hour * 60 + minute

/** No law says a figure: the township decides. */
const ours = <K extends RuleKind>(kind: K, value: Values[K]): Rule<K> => ({
  kind,
  value,
  bound: 'free',
  validFrom: null,
  validUntil: null,
})

const law = <K extends RuleKind>(kind: K, value: Values[K], bound: Bound, validFrom = PENALTIES): Rule<K> => ({
  kind,
  value,
  bound,
  validFrom,
  validUntil: null,
})

/** Every rule by its key; names and legal bases are in wording-rules.ts, docs/rules.zh-CN.md shows them all. */
export const RULES = {
  'whistle.emergency.arrive': ours('duration', minutes(30)),
  'whistle.daily.arrive': ours('duration', hours(2)),
  'whistle.hard.arrive': ours('duration', hours(4)),
  'whistle.escalate.after': ours('duration', minutes(30)),
  'assist.reply': ours('duration', hours(2)),
  'child.finish': ours('duration', days(2)),

  'extension.most': ours('count', 1),
  'extension.longest': ours('term', term(5, 'wd')),
  'extension.decide': ours('duration', hours(4)),
  'suspend.review': ours('term', term(30, 'd')),
  'suspend.most': ours('count', 2),
  'outside.ask': ours('duration', days(5)),

  'evidence.hold': law('term', term(7, 'wd'), 'atMost'),
  decide: law('term', term(90, 'd'), 'atMostUnlessLaw'),
  serve: law('term', term(7, 'wd'), 'atMost'),
  'hearing.ask': law('term', term(5, 'wd'), 'atLeast'),
  'hearing.notice': law('term', term(7, 'wd'), 'atLeast'),
  defence: ours('term', term(3, 'wd')),
  // whoever has to pay has the next working day where the last one is free: nobody pays more for a bank that was shut
  pay: law('term', { ...term(15, 'd'), toWorkday: true }, 'fixed'),
  'surcharge.rate': law('share', 0.03, 'fixed'),
  'surcharge.most': law('share', 1, 'atMost'),
  limitation: law('term', term(2, 'y'), 'fixed'),
  'limitation.harm': law('term', term(5, 'y'), 'fixed'),
  'appeal.review': law('term', { ...term(60, 'd'), toWorkday: true }, 'atLeast', REVIEW),
  'appeal.court': law('term', { ...term(6, 'mo'), toWorkday: true }, 'fixed', COURT),
  'simple.person': law('money', 200, 'atMost'),
  'simple.entity': law('money', 3000, 'atMost'),
  // 较大数额 is for the provinces to say
  'hearing.fine.person': ours('money', 2000),
  'hearing.fine.entity': ours('money', 50_000),
  'reminders.before': ours('list', [30, 15, 7, 1]),

  'paper.remind': ours('steps', [hours(4), days(1)]),
  'paper.remind.most': ours('count', 3),
  'permit.answer': ours('term', term(1, 'wd')),
  'supervise.reply': ours('term', term(3, 'wd')),
  'revisit.share': ours('share', 0.1),
  'revisit.remind': ours('duration', days(2)),
  'redo.most': ours('count', 1),
  'training.daily': ours('time', clock(8, 0)),
  'booking.longest': ours('duration', days(3)),
  'licence.notice': ours('list', [60, 30, 7]),
  'record.remind': ours('duration', hours(4)),
  'morning.list': ours('time', clock(8, 30)),
  'review.within': ours('term', term(3, 'wd')),
  'mentor.within': ours('term', term(2, 'wd')),

  'digest.morning': ours('time', clock(8, 30)),
  'digest.evening': ours('time', clock(18, 0)),
  'digest.rest': ours('flag', false),
  'digest.quiet': ours('flag', false),
  'poster.week': ours('flag', true),
  'poster.month': ours('flag', true),
  'leader.most': ours('count', 6),
  'repeat.most': ours('count', 3),
  'repeat.within': ours('duration', days(30)),
  'hotspot.most': ours('count', 6),
  'ranking.least': ours('count', 3),

  'assess.show': ours('term', term(3, 'wd')),
  'assess.appeal': ours('term', term(5, 'wd')),
  'assess.freeze': ours('term', term(10, 'wd')),
} as const

type Rules = typeof RULES
export type RuleKey = keyof Rules
export type RuleValue<K extends RuleKey> = Values[Rules[K]['kind']]

export const RULE_KEYS = Object.keys(RULES).filter(isRuleKey)

export function isRuleKey(text: string): text is RuleKey {
  return Object.hasOwn(RULES, text)
}

/** The value of a rule from `validFrom` to `validUntil` (inclusive; null = no bound), and what says so. */
export type RuleVersion<K extends RuleKey = RuleKey> = Readonly<{
  key: K
  value: RuleValue<K>
  basis: string
  validFrom: string | null
  validUntil: string | null
}>
