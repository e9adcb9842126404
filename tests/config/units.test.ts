import { describe, expect, it } from 'vitest'
import { nearest } from '../../config/nearest.ts'
import { policyId } from '../../config/township/policyId.ts'
import { DEFAULTS } from '../../config/township/defaults.ts'
import { parseDuration, parseShare, parseSpan } from '../../config/township/units.ts'

describe('durations', () => {
  it.each([
    ['15m', 15, 'm'],
    ['10s', 10, 's'],
    ['2h', 2, 'h'],
    ['5d', 5, 'd'],
    ['0', 0, 's'],
    ['0s', 0, 's'],
    ['1.5h', 90, 'm'],
    ['0.5m', 30, 's'],
    ['15 m', 15, 'm'],
  ] as const)('%s', (text, amount, unit) => expect(parseDuration(text)).toEqual({ amount, unit }))

  it.each(['', '15', 'm', '1w', '-1h', '1.5d', '0.3s', '1h30m', '十分钟', '99999999d', '1e3h', 'Infinity'])(
    'not %s',
    (text) => expect(parseDuration(text)).toBeNull(),
  )
})

describe('shares', () => {
  it.each([
    ['50%', 0.5],
    ['0.5', 0.5],
    ['80％', 0.8],
    ['100%', 1],
    ['12.5 %', 0.125],
  ] as const)('%s', (text, share) => expect(parseShare(text)).toBe(share))
  it.each(['', '0', '0%', '50', '101%', '-5%', 'half'])('not %s', (text) => expect(parseShare(text)).toBeNull())
})

describe('spans of a day', () => {
  it.each([
    ['08:30-12:00', 510, 720],
    ['22:00-07:00', 1320, 420],
    ['8:30 - 12:00', 510, 720],
    ['08：30—12：00', 510, 720],
    ['20:00-24:00', 1200, 1440],
  ] as const)('%s', (text, from, to) => expect(parseSpan(text)).toEqual({ from, to }))
  it.each(['', '08:30', '08:30-08:30', '24:00-06:00', '25:00-26:00', '08:60-09:00', '8-12', '08:00-10:00-12:00'])(
    'not %s',
    (text) => expect(parseSpan(text)).toBeNull(),
  )
})

describe('the nearest word', () => {
  it.each([
    ['return_limits', 'return_limit'],
    ['Chengguan', 'chengguan'],
    ['yingji1', 'yingji'],
  ])('of %s is %s', (written, word) => expect(nearest(written, ['return_limit', 'chengguan', 'yingji'])).toBe(word))
  it('is nothing when nothing is near', () => expect(nearest('police', ['chengguan', 'yingji'])).toBeNull())
})

describe('the id of a policy', () => {
  const level = {
    sign: DEFAULTS.ruleWithin,
    arrive: DEFAULTS.ruleWithin,
    finish: DEFAULTS.ruleWithin,
    hours: 'work',
  } as const
  const { written: _, ...rules } = DEFAULTS
  const policy = { ...rules, mergeWithin: 60_000, levels: { emergency: level, urgent: level, normal: level } }

  it('does not depend on the order of its keys', () => {
    const reversed = Object.fromEntries(Object.entries(policy).toReversed()) as typeof policy
    expect(policyId(reversed)).toBe(policyId(policy))
  })

  it('changes with any rule', () => expect(policyId({ ...policy, returnLimit: 2 })).not.toBe(policyId(policy)))
})
