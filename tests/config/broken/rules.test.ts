import { describe, expect, it } from 'vitest'
import { ruleOf, ruleVersionOf } from '../../../domain/rules/ruleOf.ts'
import { edited, type Edits } from '../folder.ts'
import { type Broken, refuses } from './table.ts'

const HEADER = 'key,value,basis,valid_from,valid_until'
const rules = (...lines: string[]): Edits => ({ 'rules.csv': `${[HEADER, ...lines].join('\n')}\n` })

/** Lines of rules.csv, the field of the last one that is refused, and what is said. */
const slip = (name: string, lines: readonly string[], field: string, says: string): Broken => ({
  name,
  edits: rules(...lines),
  file: 'rules.csv',
  field,
  at: lines.length + 1,
  says,
})

refuses('rules.csv', [
  slip('an unknown rule', ['decid,60d,,,'], 'key', '是不是想写“decide”'),
  slip('a rule that is like none', ['whatever,60d,,,'], 'key', 'docs/rules.zh-CN.md'),
  slip('no rule', [',60d,,,'], 'key', 'key'),
  slip('no value', ['decide,,,,'], 'value', 'value'),
  slip('a duration', ['assist.reply,7wd,,,'], 'value', '30m'),
  slip('no time at all', ['assist.reply,0h,,,'], 'value', '30m'),
  slip('a term', ['review.within,3h,,,'], 'value', '7wd'),
  slip('a count', ['extension.most,once,,,'], 'value', '整数'),
  slip('a share', ['revisit.share,200%,,,'], 'value', '10%'),
  slip('an amount', ['simple.person,1.5,,,'], 'value', '元'),
  slip('a list', ['licence.notice,60|x,,,'], 'value', '30|15|7|1'),
  slip('steps', ['paper.remind,4,,,'], 'value', '4h|1d'),
  slip('a time', ['morning.list,24:30,,,'], 'value', '08:30'),
  slip('a day', ['decide,60d,,2026-02-30,'], 'valid_from', '2026-02-30'),
  slip('an end before the start', ['decide,60d,,2026-02-01,2026-01-01'], 'valid_until', '2026-01-01'),
  slip('two from one day', ['decide,60d,,2026-01-01,', 'decide,50d,,2026-01-01,'], 'valid_from', '第 2 行'),
  slip('two for ever', ['decide,60d,,,', 'decide,50d,,,'], 'valid_from', '第 2 行'),
  slip(
    'days that overlap',
    ['decide,60d,,2026-01-01,2026-06-30', 'decide,50d,,2026-06-30,'],
    'valid_from',
    '到 2026-06-30',
  ),
])

refuses('rules.csv that makes the law laxer', [
  slip('more on the spot for a person', ['simple.person,201,本镇,,'], 'value', '《行政处罚法》第五十一条：最多 200 元'),
  slip('more on the spot for a company', ['simple.entity,5000,,,'], 'value', '3000 元'),
  slip(
    'less time to ask for a hearing',
    ['hearing.ask,4wd,,,'],
    'value',
    '第六十四条第一项、第八十五条：最少 5 个工作日',
  ),
  slip('days in place of working days', ['hearing.ask,5d,,,'], 'value', '单位要一样'),
  slip('a hearing on short notice', ['hearing.notice,3wd,,,'], 'value', '第六十四条第二项'),
  slip('evidence held for long', ['evidence.hold,8wd,,,'], 'value', '第五十六条'),
  slip('evidence held for as many months', ['evidence.hold,1mo,,,'], 'value', '7wd'),
  slip('a decision that takes longer, and no law says so', ['decide,120d,,,'], 'value', 'basis'),
  slip('late service', ['serve,10wd,,,'], 'value', '第六十一条'),
  slip('another term to pay', ['pay,30d,,,'], 'value', '第六十七条第三款：就是 15 天'),
  slip('a higher surcharge', ['surcharge.rate,5%,,,'], 'value', '第七十二条'),
  slip('a longer limitation', ['limitation,3y,,,'], 'value', '第三十六条'),
  slip('less time to appeal', ['appeal.review,30d,,,'], 'value', '《行政复议法》第二十条'),
  slip('another time to sue', ['appeal.court,3mo,,,'], 'value', '《行政诉讼法》第四十六条'),
])

describe('rules.csv', () => {
  const policyOf = async (edits: Edits) => (await edited(edits)).town.policy

  it.each([
    ['decide,60d,,,', 'decide', { amount: 60, unit: 'd' }],
    ['decide,120d,《市场监督管理行政处罚程序规定》第六十四条,,', 'decide', { amount: 120, unit: 'd' }],
    ['hearing.ask,7WD,,,', 'hearing.ask', { amount: 7, unit: 'wd' }],
    ['appeal.court,6mo,,,', 'appeal.court', { amount: 6, unit: 'mo', toWorkday: true }],
    ['assist.reply,1.5h,,,', 'assist.reply', { amount: 90, unit: 'm' }],
    ['extension.most,0,,,', 'extension.most', 0],
    ['revisit.share,１２.５％,,,', 'revisit.share', 0.125],
    ['simple.person,100,,,', 'simple.person', 100],
    ['reminders.before,1｜7｜30,,,', 'reminders.before', [30, 7, 1]],
    [
      'paper.remind,1d|4h|30m,,,',
      'paper.remind',
      [
        { amount: 30, unit: 'm' },
        { amount: 4, unit: 'h' },
        { amount: 1, unit: 'd' },
      ],
    ],
    ['morning.list,7:45,,,', 'morning.list', 465],
  ] as const)('takes %s', async (line, key, value) => {
    expect(ruleOf(await policyOf(rules(line)), key, '2026-06-01')).toEqual(value)
  })

  it('has versions: one lasts until the next begins, and before the first and after the last the table counts', async () => {
    const policy = await policyOf(
      rules('decide,40d,丙,2027-01-01,2027-12-31', 'decide,80d,甲,2026-01-01,', 'decide,60d,,2026-07-01,2026-09-30'),
    )
    const on = (day: string) => [ruleOf(policy, 'decide', day).amount, ruleVersionOf(policy, 'decide', day).basis]
    const table = [90, expect.stringContaining('第六十条')]
    expect(on('2025-12-31')).toEqual(table)
    expect(ruleVersionOf(policy, 'decide', '2026-06-30').validUntil).toBe('2026-06-30')
    expect([on('2026-01-01'), on('2026-06-30')]).toEqual([
      [80, '甲'],
      [80, '甲'],
    ])
    expect([on('2026-07-01'), on('2026-09-30')]).toEqual([
      [60, '本镇规定'],
      [60, '本镇规定'],
    ])
    expect(on('2026-10-01')).toEqual(table)
    expect([on('2027-12-31'), on('2028-01-01')]).toEqual([[40, '丙'], table])
  })

  it('is part of the policy: another value is another policy, the same is the same', async () => {
    const [none, one, same, other] = await Promise.all(
      [{ 'rules.csv': null }, rules('decide,60d,,,'), rules('decide,60d,,,'), rules('decide,61d,,,')].map(policyOf),
    )
    expect(one?.id).toBe(same?.id)
    expect(new Set([none?.id, one?.id, other?.id]).size).toBe(3)
  })

  it('shows in the sample a rule that was, one of its own and one that will be', async () => {
    const policy = await policyOf({})
    expect(ruleOf(policy, 'booking.longest', '2025-06-01')).toEqual({ amount: 5, unit: 'd' })
    expect(ruleOf(policy, 'booking.longest', '2026-06-01')).toEqual({ amount: 3, unit: 'd' })
    expect(ruleVersionOf(policy, 'mentor.within', '2026-06-01').basis).toContain('青石镇')
    expect(ruleOf(policy, 'revisit.share', '2026-12-31')).toBe(0.1)
    expect(ruleOf(policy, 'revisit.share', '2027-01-01')).toBe(0.15)
  })
})
