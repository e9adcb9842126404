import { describe, expect, it } from 'vitest'
import { columnOf, runningClock } from '../../../domain/board/columns.ts'

const day = (n: number) => new Date(Date.UTC(2026, 10, n))
const [sign, arrive, finish, ruleBy] = [day(24), day(25), day(26), day(27)]

describe('the column of a case', () => {
  it.each([
    ['triage', 'triage'],
    ['disputed', 'disputed'],
    ['dispatched', 'dispatched'],
    ['signed', 'signed'],
    ['arrived', 'arrived'],
    ['finished', 'done'],
    ['closed', 'done'],
    ['withdrawn', null],
  ] as const)('of one that is %s is %s', (stage, column) => {
    expect(columnOf(stage)).toBe(column)
  })
})

describe('the clock the board shows', () => {
  it.each([
    ['triage', { clock: 'rule', at: ruleBy }],
    ['disputed', { clock: 'rule', at: ruleBy }],
    ['dispatched', { clock: 'sign', at: sign }],
    ['signed', { clock: 'arrive', at: arrive }],
    ['arrived', { clock: 'finish', at: finish }],
    ['finished', null],
    ['closed', null],
    ['withdrawn', null],
  ] as const)('of a case that is %s', (stage, shown) => {
    expect(runningClock({ stage, due: { sign, arrive, finish }, ruleBy })).toEqual(shown)
  })

  it.each(['dispatched', 'signed', 'arrived'] as const)(
    'is that of the finish where a case that is %s has no end of its own',
    (stage) => {
      expect(runningClock({ stage, due: { finish }, ruleBy })).toEqual({ clock: 'finish', at: finish })
    },
  )

  it.each(['dispatched', 'signed', 'arrived'] as const)('is none for a case that is %s without any end', (stage) => {
    expect(runningClock({ stage, due: {}, ruleBy })).toBeNull()
  })

  it.each(['triage', 'disputed'] as const)('of a unit does not run in %s, where nobody has to rule', (stage) => {
    expect(runningClock({ stage, due: { sign, arrive, finish }, ruleBy: null })).toBeNull()
  })
})
