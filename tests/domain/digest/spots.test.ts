import { describe, expect, it } from 'vitest'
import { briefFor } from '../../../domain/digest/brief.ts'
import { heardAs } from '../../../domain/digest/heard.ts'
import { hintsOf } from '../../../domain/digest/spots.ts'
import type { Task } from '../../../domain/task.ts'
import { CALENDAR_2026 } from '../year2026.ts'
import { at, sample, task } from './tasks.ts'

const NOW = at('11-24', '08:30')
const town = sample({ 'repeat.most': 3, 'hotspot.most': 5 })
const several = (n: number, own: Partial<Task> = {}) => Array.from({ length: n }, () => task(own))
const found = (tasks: readonly Task[]) =>
  hintsOf(tasks, town, NOW).map(({ what, place, items, count }) => [what, place, items, count])

describe('what happens again and again', () => {
  it('is the same matter at the same place, so often within the time', () => {
    expect(found(several(3))).toEqual([['repeat', '王家村', ['stalls'], 3]])
    expect(found(several(2))).toEqual([])
    expect(found([...several(2), task({ createdAt: at('10-24', '08:00') })])).toEqual([])
    expect(found([...several(2), task({ item: 'rubbish' })])).toEqual([])
    expect(found([...several(2), task({ place: { code: 'V2', name: '李庄' } })])).toEqual([])
    expect(found([...several(2), task({ item: null })])).toEqual([])
  })

  it.each<[string, Partial<Task>]>([
    ['joined to another', { mergedInto: 'QS261124-0001' }],
    ['taken back', { stage: 'withdrawn' }],
    ['told in confidence', { shield: 'confidential' }],
    ['nobody knows where', { place: null }],
  ])('a case does not count that was %s', (_name, own) => {
    expect(found([...several(2), task(own)])).toEqual([])
  })

  it('a place nobody knows is told apart by its name; phone numbers in it are not shown', () => {
    const place = { code: null, name: '老桥头13812345678' }
    const [hint] = hintsOf(several(3, { place }), town, NOW)
    expect(hint?.place).toContain('老桥头')
    expect(hint?.place).not.toContain('13812345678')
  })

  it('many matters at one place make it a hot spot, with the most frequent named', () => {
    const all = [...several(3), ...several(2, { item: 'rubbish' })]
    expect(found(all)).toEqual([
      ['repeat', '王家村', ['stalls'], 3],
      ['spot', '王家村', ['stalls', 'rubbish'], 5],
    ])
  })

  it('where all cases of a place are of one matter, it is said once', () => {
    expect(found(several(5))).toEqual([['repeat', '王家村', ['stalls'], 5]])
    expect(found([...several(5), task({ item: null })]).map(([what]) => what)).toEqual(['repeat', 'spot'])
  })

  it('names the newest cases, how many are open, and who had the last one', () => {
    const all = [task({ stage: 'closed' }), task({ createdAt: at('11-23'), lead: 'huanbao' }), task()]
    expect(hintsOf(all, town, NOW)[0]).toMatchObject({ open: 2, unit: 'huanbao', at: at('11-23').toISOString() })
    expect(hintsOf(all, town, NOW)[0]?.newest?.caseNo).toBe(all[1]?.caseNo)
  })
})

it('on a card a hint stands once: when its last case came', () => {
  const open = several(3)
  const world = { towns: [town], calendar: CALENDAR_2026, now: NOW, id: () => 'x' }
  const heard = (tasks: readonly Task[]) => heardAs(tasks, [], town, () => false)
  const counts = { opened: 0, finished: 0, open: 0 }
  const since = (day: string) =>
    briefFor({ readers: 'command', edition: 'morning', heard }, town, { open, recent: open, counts }, world, at(day))
  expect(since('11-19').hints).toHaveLength(1)
  expect(since('11-21').hints).toHaveLength(0)
})
