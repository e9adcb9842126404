import { describe, expect, it } from 'vitest'
import { after, bodies, DAY, fired, given, HOUR, SIGNED, SUSPENDED, timer, told, types } from './case.ts'

describe('a case where nothing moves', () => {
  it('is first told to who signed only', () => {
    const decision = fired(given(SIGNED), 'quiet', 0, 30 * HOUR)
    expect(told(decision)).toEqual(['quiet officer'])
    expect(bodies(decision)).toMatchObject([{ since: after(HOUR).toISOString(), times: 1 }])
    expect(decision.events).toMatchObject([
      { type: 'quiet', by: 'system', data: { since: after(HOUR).toISOString(), times: 1 } },
    ])
  })

  it('is told to his head, too, from the second time on', () => {
    const decision = fired(given(SIGNED), 'quiet', 1, 60 * HOUR)
    expect(told(decision)).toEqual(['quiet officer', 'quiet head'])
    expect(bodies(decision)).toMatchObject([{ times: 2 }, { times: 2 }])
  })

  it('is told once to a head who signed himself', () => {
    expect(told(fired(given({ ...SIGNED, holder: 'head' }), 'quiet', 1, 60 * HOUR))).toEqual(['quiet head'])
  })

  it.each([
    [0, { step: 1, dueAt: after(54 * HOUR) }],
    [3, { step: 4, dueAt: after(54 * HOUR) }],
    [4, { step: 0, dueAt: null }],
    [5, { step: 0, dueAt: null }],
  ])('after %i times before is spoken of again one arrival limit later, five times at most', (step, expected) => {
    const decision = fired(given(SIGNED), 'quiet', step, 30 * HOUR)
    expect(types(decision)).toEqual(['quiet'])
    expect(timer(decision, 'quiet')).toEqual(expected)
  })

  it.each([
    ['last moved', { activeAt: after(3 * HOUR) }, after(3 * HOUR)],
    ['was signed, where nothing moved since', { activeAt: null }, after(HOUR)],
    ['is looked at, where nobody knows', { activeAt: null, signedAt: null }, after(30 * HOUR)],
  ])('is silent since it %s', (_what, more, since) => {
    expect(bodies(fired(given({ ...SIGNED, ...more }), 'quiet', 0, 30 * HOUR))).toMatchObject([
      { since: since.toISOString() },
    ])
  })

  it.each([
    ['signed', SIGNED, true],
    ['arrived', { ...SIGNED, stage: 'arrived' }, true],
    ['not signed yet', {}, false],
    ['argued about', { ...SIGNED, stage: 'disputed' }, false],
    ['finished', { ...SIGNED, stage: 'finished' }, false],
    ['closed', { ...SIGNED, stage: 'closed' }, false],
    ['suspended', { ...SIGNED, ...SUSPENDED }, false],
  ] as const)('that is %s', (_what, more, speaks) => {
    const decision = fired(given(more), 'quiet', 0, 30 * HOUR)
    expect(told(decision).length > 0).toBe(speaks)
    expect(types(decision)).toEqual(speaks ? ['quiet'] : [])
    expect(timer(decision, 'quiet')?.dueAt === null).toBe(!speaks)
  })
})

describe('a case nobody ruled on in time', () => {
  const ruled = { stage: 'disputed', ruleBy: after(4 * HOUR) } as const

  it('is told to the command room and to the leaders', () => {
    const decision = fired(given(ruled), 'rule', 0, 5 * HOUR)
    expect(told(decision)).toEqual(['rule-due g-room', 'rule-due g-top'])
    expect(bodies(decision)).toMatchObject([
      { dueAt: after(4 * HOUR).toISOString(), over: true },
      { dueAt: after(4 * HOUR).toISOString(), over: true },
    ])
    expect(decision.events).toMatchObject([{ type: 'ruling-late', by: 'system', data: { times: 1 } }])
  })

  it('was due when its timer is, where no other time is known', () => {
    const decision = fired(given({ ...ruled, ruleBy: null }), 'rule', 0, 5 * HOUR)
    expect(bodies(decision)).toMatchObject([{ dueAt: after(5 * HOUR).toISOString() }, {}])
  })

  it('is told to the supervisors instead of the command room where it complains about a unit', () => {
    const decision = fired(given({ ...ruled, text: '环保站的人收钱不办事，我要举报环保站' }), 'rule', 0, 5 * HOUR)
    expect(told(decision)).toEqual(['rule-due sup', 'rule-due g-top'])
  })

  it.each([
    [0, DAY],
    [3, DAY],
    [4, 30 * DAY],
    [40, 30 * DAY],
  ])('after %i times before is told again daily for five days, then monthly', (step, wait) => {
    const decision = fired(given(ruled), 'rule', step, 5 * HOUR)
    expect(timer(decision, 'rule')).toEqual({ step: step + 1, dueAt: after(5 * HOUR + wait) })
    expect(decision.events).toMatchObject([{ data: { times: step + 1 } }])
  })

  it.each([
    ['waits for its first unit', { stage: 'triage' }, true],
    ['is argued about', { stage: 'disputed' }, true],
    ['has a unit', { stage: 'dispatched' }, false],
    ['is signed', SIGNED, false],
    ['is withdrawn', { stage: 'withdrawn' }, false],
  ] as const)('that %s', (_what, more, speaks) => {
    const decision = fired(given({ ...ruled, ...more }), 'rule', 0, 5 * HOUR)
    expect(types(decision)).toEqual(speaks ? ['ruling-late'] : [])
    expect(told(decision).length > 0).toBe(speaks)
    if (!speaks) expect(timer(decision, 'rule')).toEqual({ step: 0, dueAt: null })
  })
})
