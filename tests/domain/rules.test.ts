import { describe, expect, expectTypeOf, it } from 'vitest'
import { loadTowns } from '../../config/township/load.ts'
import { readValue, writtenValue } from '../../config/township/ruleValue.ts'
import type { Policy } from '../../domain/policy.ts'
import type { Duration } from '../../domain/calendar/duration.ts'
import type { Term } from '../../domain/rules/kinds.ts'
import { DEFAULT_RULES, ruleOf, ruleVersionOf } from '../../domain/rules/ruleOf.ts'
import { RULE_KEYS, RULES } from '../../domain/rules/table.ts'

const loaded = await loadTowns('config/town')
const SAMPLE = loaded.ok ? loaded.towns[0]?.policy : undefined
if (!SAMPLE) throw new Error('no township')
const { rules: _rules, ...OLD } = SAMPLE
const old: Policy = OLD
const DAY = '2026-11-24'

describe('what the law says', () => {
  it.each([
    ['evidence.hold', '7wd', '《行政处罚法》第五十六条、第八十五条'],
    ['decide', '90d', '《行政处罚法》第六十条'],
    ['serve', '7wd', '《行政处罚法》第六十一条、第八十五条'],
    ['hearing.ask', '5wd', '《行政处罚法》第六十四条第一项、第八十五条'],
    ['hearing.notice', '7wd', '《行政处罚法》第六十四条第二项、第八十五条'],
    ['pay', '15d', '《行政处罚法》第六十七条第三款'],
    ['surcharge.rate', '3%', '《行政处罚法》第七十二条'],
    ['surcharge.most', '100%', '《行政处罚法》第七十二条'],
    ['limitation', '2y', '《行政处罚法》第三十六条'],
    ['limitation.harm', '5y', '《行政处罚法》第三十六条'],
    ['appeal.review', '60d', '《行政复议法》第二十条'],
    ['appeal.court', '6mo', '《行政诉讼法》第四十六条'],
    ['simple.person', '200', '《行政处罚法》第五十一条'],
    ['simple.entity', '3000', '《行政处罚法》第五十一条'],
  ] as const)('%s is %s (%s)', (key, written, basis) => {
    const { kind } = RULES[key]
    const { value, ...version } = ruleVersionOf(old, key, DAY)
    expect(value).toMatchObject(Object(readValue(kind, written)))
    expect(version.basis.startsWith(basis)).toBe(true)
    expect(version.validFrom).not.toBeNull()
    expect(RULES[key].bound).not.toBe('free')
  })

  it('is nowhere claimed where no law says it', () => {
    const free = DEFAULT_RULES.filter(({ key }) => RULES[key].bound === 'free')
    expect(
      free.map(({ basis }) => basis).filter((basis) => !/参考/u.test(basis) || !basis.endsWith('可由本镇规定')),
    ).toEqual([])
    expect(ruleVersionOf(old, 'defence', DAY).basis).toContain('未规定天数')
    expect(DEFAULT_RULES.length - free.length).toBe(14)
  })
})

describe('a rule', () => {
  it.each(RULE_KEYS)('%s can be written as it is read', (key) => {
    const { kind } = RULES[key]
    expect(RULES[key].value).toMatchObject(Object(readValue(kind, writtenValue(RULES[key]))))
  })

  it('has the type of its kind', () => {
    expectTypeOf(ruleOf(old, 'decide', DAY)).toEqualTypeOf<Term>()
    expectTypeOf(ruleOf(old, 'assist.reply', DAY)).toEqualTypeOf<Duration>()
    expectTypeOf(ruleOf(old, 'simple.person', DAY)).toEqualTypeOf<number>()
    expectTypeOf(ruleOf(old, 'reminders.before', DAY)).toEqualTypeOf<readonly number[]>()
  })

  it('has its default in a policy of an older version, and on a day before any law', () => {
    expect(ruleOf(old, 'decide', DAY)).toEqual({ amount: 90, unit: 'd' })
    expect(ruleOf(SAMPLE, 'decide', '1990-01-01')).toEqual({ amount: 90, unit: 'd' })
  })

  it('is frozen with the policy, whatever the program knows later', () => {
    const version = {
      key: 'decide',
      value: { amount: 60, unit: 'd' },
      basis: '',
      validFrom: null,
      validUntil: null,
    } as const
    const kept: unknown = JSON.parse(JSON.stringify({ ...SAMPLE, rules: [version] }))
    expect(ruleOf(kept as Policy, 'decide', DAY)).toEqual({ amount: 60, unit: 'd' })
    expect(SAMPLE.rules?.map(({ key }) => key)).toEqual(expect.arrayContaining([...RULE_KEYS]))
  })

  it('of a township comes before the table while it is valid, wherever the table stands', () => {
    const row = { key: 'redo.most', value: 2, basis: '', validFrom: '2026-01-01', validUntil: '2026-12-31' } as const
    const policy = { ...SAMPLE, rules: [...DEFAULT_RULES, row] }
    const on = ['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01'].map((day) => ruleOf(policy, 'redo.most', day))
    expect(on).toEqual([1, 2, 2, 1])
  })
})
