import type { Rung } from '../../domain/policy.ts'
import type { Duration } from '../../domain/calendar/duration.ts'

const duration = (amount: number, unit: Duration['unit']): Duration => ({ amount, unit })

/** What clocks.yaml means where it says nothing; the values of the contract (design §4.2). */
export const DEFAULTS = {
  workHours: [
    { from: 510, to: 720 },
    { from: 870, to: 1080 },
  ],
  remindAt: [0.5, 0.8],
  ladder: [
    { clock: 'sign', after: duration(0, 's'), to: ['duty', 'station_head'] },
    { clock: 'sign', after: duration(1, 'h'), to: ['command_room'] },
    { clock: 'finish', after: duration(0, 's'), to: ['station_head', 'command_room'] },
    { clock: 'finish', after: duration(1, 'd'), to: ['leaders'] },
    { clock: 'finish', after: duration(5, 'd'), to: ['leaders', 'supervisor'] },
  ] satisfies Rung[],
  returnLimit: 1,
  ruleWithin: duration(4, 'h'),
  feedbackWindow: duration(14, 'd'),
  reopenWindow: duration(10, 'd'),
  quietHours: { from: 1320, to: 420 },
  mergeWithin: duration(60, 's'),
  /** the same, as a clerk would write it */
  written: {
    workHours: '["08:30-12:00", "14:30-18:00"]',
    remindAt: '[50%, 80%]',
    ladder: '[{ clock: sign, after: 0, to: [duty, station_head] }, …]',
  },
} as const
