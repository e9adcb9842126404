import { describe, expect, it } from 'vitest'
import { momentOf, nextAfter, runningClock, runningClocks } from '../../../domain/legal/clocks.ts'
import { CLOCKS, type ClockName } from '../../../domain/legal/clockNames.ts'
import { fireFile } from '../../../domain/legal/fire.ts'
import { fineOf } from '../../../domain/legal/terms.ts'
import { dayOf } from '../../../domain/calendar/zone.ts'
import { lookWith, step, type Change } from './look.ts'

const FINE = { sort: 'fine', fine: 500, text: '罚款 500', value: null } as const
const filedOn = (day: string): Change => ({ file: { filedOn: day, steps: [step('filed', day)] }, today: day })
const until = (clock: ClockName, change: Change): string | null => runningClock(lookWith(change), clock)?.until ?? null

describe('the last day of a term', () => {
  it.each<readonly [ClockName, string, Change]>([
    // ninety days are plain days
    ['decide', '2026-04-09', filedOn('2026-01-09')],
    ['decide', '2026-12-27', filedOn('2026-09-28')],
    // 春节 15–23 February, made up for on the 14th and the 28th
    ['hold', '2026-02-24', { ...filedOn('2026-02-06'), more: [step('hold', '2026-02-06')] }],
    ['hold', '2026-03-02', { ...filedOn('2026-02-13'), more: [step('hold', '2026-02-13')] }],
    // 国庆 1–7 October, made up for on 20 September and 10 October
    ['hold', '2026-10-12', { ...filedOn('2026-09-26'), more: [step('hold', '2026-09-26')] }],
    [
      'serve',
      '2026-10-15',
      { ...filedOn('2026-09-30'), state: 'decided', more: [step('decided', '2026-09-30', FINE)] },
    ],
    [
      'serve',
      '2026-09-29',
      { ...filedOn('2026-09-18'), state: 'decided', more: [step('decided', '2026-09-18', FINE)] },
    ],
    [
      'told',
      '2026-02-27',
      { ...filedOn('2026-02-13'), more: [step('noticed', '2026-02-13', { ...FINE, hearing: true })] },
    ],
    [
      'told',
      '2026-02-24',
      { ...filedOn('2026-02-12'), more: [step('noticed', '2026-02-12', { ...FINE, hearing: false })] },
    ],
    [
      'told',
      '2026-05-09',
      { ...filedOn('2026-04-29'), more: [step('noticed', '2026-04-29', { ...FINE, hearing: true })] },
    ],
    // fifteen days are plain days
    [
      'pay',
      '2026-10-13',
      {
        ...filedOn('2026-09-28'),
        state: 'decided',
        more: [step('decided', '2026-09-28', FINE), step('served', '2026-09-28')],
      },
    ],
    [
      'hearing',
      '2026-03-24',
      { ...filedOn('2026-03-10'), more: [step('hearing-notified', '2026-03-12', { hearingOn: '2026-03-24' })] },
    ],
    [
      'order',
      '2026-03-20',
      { ...filedOn('2026-03-10'), more: [step('ordered', '2026-03-10', { until: '2026-03-20' })] },
    ],
  ])('%s: %s', (clock, day, change) => expect(until(clock, change)).toBe(day))

  it('is later where a leader agreed, as often as he did', () => {
    const more = [step('extended', '2026-03-01', { days: 30 }), step('extended', '2026-04-01', { days: 10 })]
    expect(until('decide', { ...filedOn('2026-01-09'), more })).toBe('2026-05-19')
  })

  it('is tentative in a year nobody published yet', () => {
    const look = lookWith({ ...filedOn('2026-12-28'), more: [step('hold', '2026-12-28')] })
    expect(runningClock(look, 'hold')).toMatchObject({ tentative: true })
  })
})

describe('a clock stops', () => {
  it.each<readonly [ClockName, string, Change]>([
    ['decide', 'with the decision', { state: 'decided' }],
    ['decide', 'in the simple procedure', { file: { procedure: 'simple' } }],
    ['decide', 'where it went to the police', { state: 'transferred' }],
    ['hold', 'when it was decided on', { more: [step('hold', '2026-03-10'), step('hold-ended', '2026-03-11')] }],
    ['told', 'when he spoke', {}],
    [
      'told',
      'when he asked for a hearing',
      {
        without: ['noticed', 'defended'],
        more: [step('noticed', '2026-03-10', { ...FINE, hearing: true }), step('hearing-asked', '2026-03-11')],
      },
    ],
    [
      'hearing',
      'when it was held',
      {
        more: [step('hearing-notified', '2026-03-10', { hearingOn: '2026-03-24' }), step('hearing-held', '2026-03-24')],
      },
    ],
    [
      'serve',
      'when it was served',
      { state: 'decided', more: [step('decided', '2026-03-12', FINE), step('served', '2026-03-12')] },
    ],
    [
      'pay',
      'when all was paid',
      {
        state: 'decided',
        more: [
          step('decided', '2026-03-12', FINE),
          step('served', '2026-03-12'),
          step('paid', '2026-03-12', { amount: 500 }),
        ],
      },
    ],
    [
      'pay',
      'where there is no fine',
      {
        state: 'decided',
        more: [step('decided', '2026-03-12', { sort: 'warning', fine: null }), step('served', '2026-03-12')],
      },
    ],
  ])('%s %s', (clock, _when, change) => expect(until(clock, change)).toBeNull())

  it('of every kind when the file is closed', () => {
    expect(runningClocks(lookWith({ state: 'closed' }))).toEqual([])
  })
})

describe('what is said of a term', () => {
  const all = (change: Change, clock: ClockName, most = 12): string[] => {
    const look = lookWith(change)
    const running = runningClock(look, clock)
    if (!running) return []
    return Array.from({ length: most }, (_, i) => momentOf(look, running, i)).flatMap((at) => (at ? dayOf(at) : []))
  }

  it('comes 30, 15, 7 and 1 days before, then weekly, then monthly', () =>
    expect(all(filedOn('2026-01-09'), 'decide')).toEqual([
      '2026-03-10',
      '2026-03-25',
      '2026-04-02',
      '2026-04-08',
      '2026-04-10',
      '2026-04-17',
      '2026-04-24',
      '2026-05-01',
      '2026-05-08',
      '2026-05-15',
      '2026-06-14',
      '2026-07-14',
    ]))

  it('only what fits into it', () =>
    expect(all({ ...filedOn('2026-03-10'), more: [step('hold', '2026-03-10')] }, 'hold', 3)).toEqual([
      '2026-03-12',
      '2026-03-18',
      '2026-03-20',
    ]))

  it('before, and once at its end, where that is no fault', () =>
    expect(all({ without: ['defended'] }, 'told')).toEqual(['2026-03-12', '2026-03-14']))

  it('is never made up for', () => {
    const look = lookWith({ ...filedOn('2026-01-09'), today: '2026-03-26' })
    const running = runningClock(look, 'decide')
    expect(running && dayOf(nextAfter(look, running, 0)?.at ?? new Date(0))).toBe('2026-04-02')
  })

  it('sets its timer anew, or clears it', () => {
    const look = lookWith({ ...filedOn('2026-01-09'), today: '2026-04-10' })
    const fired = fireFile(
      look.hand,
      look.entry,
      { clock: 'decide', step: 4 },
      { ...look.world, now: new Date('2026-04-10T00:30:00Z') },
    )
    expect(fired.timers?.at(-1)).toMatchObject({ subject: 'file-1', kind: 'file-decide', step: 5 })
    expect(fired.notices?.length).toBeGreaterThan(0)
    const over = lookWith({ state: 'dismissed' })
    for (const clock of CLOCKS)
      expect(fireFile(over.hand, over.entry, { clock, step: 0 }, over.world)).toEqual({
        timers: [{ subject: 'file-1', kind: `file-${clock}`, dueAt: null, step: 0 }],
      })
  })
})

describe('what is owed', () => {
  const decided = [step('decided', '2026-03-02', FINE), step('served', '2026-03-02')]
  const owed = (day: string, ...paid: readonly (readonly [string, number])[]) =>
    fineOf(
      lookWith({ state: 'decided', more: [...decided, ...paid.map(([on, amount]) => step('paid', on, { amount }))] }),
      day,
    )

  it.each([
    ['2026-03-17', 0],
    ['2026-03-18', 15],
    ['2026-03-27', 150],
    ['2026-04-19', 495],
    ['2026-04-20', 500],
    ['2027-01-01', 500],
  ])('on %s: surcharge %d', (day, surcharge) => expect(owed(day)).toMatchObject({ amount: 500, paid: 0, surcharge }))

  it('grows no more on what was paid', () => {
    expect(owed('2026-03-27', ['2026-03-17', 500])).toMatchObject({ paid: 500, surcharge: 0 })
    expect(owed('2026-03-27', ['2026-03-22', 250])).toMatchObject({ paid: 250, surcharge: 5 * 15 + 5 * 7.5 })
  })
})
