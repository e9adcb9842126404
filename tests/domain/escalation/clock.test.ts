import { describe, expect, it } from 'vitest'
import type { Task } from '../../../domain/task.ts'
import { after, bodies, DAY, fired, given, HOUR, SIGNED, SUSPENDED, timer, told, types } from './case.ts'

describe('before a clock is over', () => {
  it('who is on duty is reminded, and the group of the unit', () => {
    const decision = fired(given(), 'sign', 0, HOUR)
    expect(told(decision)).toEqual(['remind duty', 'remind g-hb'])
    expect(bodies(decision)[0]).toMatchObject({ clock: 'sign', share: 0.5, dueAt: after(2 * HOUR).toISOString() })
    expect(decision.events).toMatchObject([{ type: 'reminded', by: 'system', data: { clock: 'sign', share: 0.5 } }])
    expect(timer(decision, 'sign')).toEqual({ step: 1, dueAt: after(1.5 * HOUR) })
  })

  it('who signed is reminded instead of who is on duty', () => {
    expect(told(fired(given(SIGNED), 'arrive', 0, DAY / 2))).toEqual(['remind officer', 'remind g-hb'])
  })

  it('the command room is reminded while units argue', () => {
    expect(told(fired(given({ stage: 'disputed' }), 'finish', 0, 2.5 * DAY))).toEqual(['remind g-room'])
  })

  it('the command room is reminded where the unit is not there any more', () => {
    expect(told(fired(given({ lead: 'gone' }), 'sign', 0, HOUR))).toEqual(['remind g-room'])
  })

  it('of two reminders that were missed the later is said', () => {
    const decision = fired(given(), 'sign', 0, 1.75 * HOUR)
    expect(bodies(decision)).toMatchObject([{ share: 0.75 }, { share: 0.75 }])
    expect(timer(decision, 'sign')).toEqual({ step: 2, dueAt: after(2 * HOUR) })
  })

  it('a moment too early nothing is said', () => {
    const decision = fired(given(), 'sign', 0, HOUR - 1)
    expect(told(decision)).toEqual([])
    expect(timer(decision, 'sign')).toEqual({ step: 0, dueAt: after(HOUR) })
  })

  it('nothing is said of a clock that has no end', () => {
    expect(types(fired(given({ due: {} }), 'sign', 0, HOUR))).toEqual([])
  })
})

describe('once a clock is over', () => {
  it('everyone the step names hears it once, as the first that named him', () => {
    const decision = fired(given(), 'sign', 2, 2 * HOUR)
    expect(told(decision)).toEqual(['overdue duty', 'overdue g-hb', 'overdue head'])
    expect(bodies(decision)).toMatchObject([{ target: 'duty' }, { target: 'duty' }, { target: 'station_head' }])
    expect(bodies(decision)[0]).toMatchObject({ clock: 'sign', dueAt: after(2 * HOUR).toISOString(), repeat: 0 })
    expect(decision.events).toMatchObject([
      { type: 'escalated', by: 'system', data: { clock: 'sign', targets: ['duty', 'station_head'], repeat: 0 } },
    ])
    expect(timer(decision, 'sign')).toEqual({ step: 3, dueAt: after(DAY + 2 * HOUR) })
  })

  it('reminders that were missed with it are not said any more', () => {
    expect(types(fired(given(), 'sign', 0, 2 * HOUR))).toEqual(['escalated'])
  })

  it('steps that were missed are said together', () => {
    const decision = fired(given(), 'sign', 0, DAY + 2 * HOUR)
    expect(told(decision)).toEqual(['overdue duty', 'overdue g-hb', 'overdue head', 'overdue g-room'])
    expect(timer(decision, 'sign')?.step).toBe(4)
  })

  it('who holds the case and is head of the unit is told as the first the step names', () => {
    const decision = fired(given({ ...SIGNED, holder: 'head' }), 'finish', 2, 5 * DAY)
    expect(told(decision)).toEqual(['overdue head', 'overdue g-room'])
    expect(bodies(decision)).toMatchObject([{ target: 'station_head' }, { target: 'command_room' }])
  })

  it('the command room hears it for the unit while units argue', () => {
    const decision = fired(given({ stage: 'disputed' }), 'finish', 2, 5 * DAY)
    expect(told(decision)).toEqual(['overdue g-room'])
    expect(bodies(decision)).toMatchObject([{ target: 'station_head' }])
  })

  it('leaders and supervisors hear it as ever while units argue', () => {
    const decision = fired(given({ stage: 'disputed' }), 'finish', 3, 6 * DAY)
    expect(told(decision)).toEqual(['overdue g-top', 'overdue sup', 'progress li'])
  })

  it('the last step is said again, by its number', () => {
    const decision = fired(given(), 'sign', 4, 2 * DAY + 2 * HOUR)
    expect(told(decision)).toEqual(['overdue g-room'])
    expect(bodies(decision)).toMatchObject([{ repeat: 1 }])
  })

  it('of several repeats that were missed the highest number is said', () => {
    expect(bodies(fired(given(), 'sign', 4, 4 * DAY + 2 * HOUR))).toMatchObject([{ repeat: 3 }])
  })

  it('nobody is told of a clock that has no end', () => {
    expect(types(fired(given({ due: {} }), 'sign', 2, 2 * HOUR))).toEqual([])
  })
})

describe('who reported hears that the leaders know', () => {
  it.each([
    ['not when only the unit and the command room hear it', 2, 5, false],
    ['when they hear it first', 3, 6, true],
    ['not when they hear it on the next step', 4, 7, false],
    ['not when they hear it again', 5, 8, false],
    ['when the first step was missed with the next', 3, 7, true],
  ])('%s', (_what, step, days, hears) => {
    const decision = fired(given(), 'finish', step, days * DAY)
    expect(types(decision)).toEqual(['escalated'])
    expect(told(decision).includes('progress li')).toBe(hears)
  })

  it('in these words', () => {
    expect(bodies(fired(given(), 'finish', 3, 6 * DAY)).at(-1)).toMatchObject({
      kind: 'progress',
      step: 'escalated',
      note: null,
    })
  })

  it('not where another clock has not come to them', () => {
    const days = { amount: 0, unit: 'd' } as const
    const ladder = [
      { clock: 'finish', after: days, to: ['leaders'] },
      { clock: 'sign', after: days, to: ['command_room'] },
    ] as const
    expect(told(fired(given(), 'sign', 2, 2 * HOUR, { ladder }))).toEqual(['overdue g-room'])
  })
})

describe('a clock', () => {
  const cases: readonly (readonly [what: string, clock: string, of: Partial<Task>, runs: boolean])[] = [
    ['waits for the signature', 'sign', {}, true],
    ['does not wait for a signature that is there', 'sign', SIGNED, false],
    ['waits for the signature while the case is suspended', 'sign', SUSPENDED, true],
    ['waits for the arrival', 'arrive', SIGNED, true],
    ['does not wait for who has arrived', 'arrive', { ...SIGNED, arrivedAt: after(3 * HOUR) }, false],
    ['does not wait for an arrival while the case is suspended', 'arrive', { ...SIGNED, ...SUSPENDED }, false],
    ['waits for the end', 'finish', SIGNED, true],
    ['waits for the end once somebody has arrived', 'finish', { ...SIGNED, arrivedAt: after(3 * HOUR) }, true],
    ['does not wait for the end while the case is suspended', 'finish', { ...SIGNED, ...SUSPENDED }, false],
    ['does not wait for what is finished', 'finish', { ...SIGNED, stage: 'finished' }, false],
    ['does not wait for a signature of what is withdrawn', 'sign', { stage: 'withdrawn' }, false],
    ['does not wait while nobody has the case', 'sign', { stage: 'triage' }, false],
  ]
  it.each(cases)('%s: %s', (_what, clock, of, runs) => {
    const decision = fired(given(of), clock, 2, 5 * DAY)
    expect(types(decision)).toEqual(runs ? ['escalated'] : [])
    expect(timer(decision, clock)?.dueAt === null).toBe(!runs)
  })
})

describe('another timer', () => {
  it('closes a case nobody answered', () => {
    const decision = fired(given({ ...SIGNED, stage: 'finished' }), 'confirm', 0, 9 * DAY)
    expect(decision.task?.stage).toBe('closed')
    expect(types(decision)).toEqual(['closed'])
  })

  it.each(['confirm', 'feedback-remind'])('%s is over where the case is closed already', (kind) => {
    const decision = fired(given({ stage: 'closed' }), kind, 0, 9 * DAY)
    expect(types(decision)).toEqual([])
    expect(timer(decision, kind)).toEqual({ step: 0, dueAt: null })
  })

  it('asks once more whether it is solved', () => {
    const decision = fired(given({ ...SIGNED, stage: 'finished' }), 'feedback-remind', 0, 9 * DAY)
    expect(told(decision)).toEqual(['ask-solved li'])
  })

  it('that nobody knows any more is put out', () => {
    const decision = fired(given(), 'of an older version', 3, HOUR)
    expect(decision.timers).toMatchObject([{ kind: 'of an older version', dueAt: null }])
    expect(told(decision)).toEqual([])
  })
})
