import { describe, expect, it } from 'vitest'
import { countable, isOver, published } from '../../../domain/open/published.ts'
import { toGcj, toWgs } from '../../../domain/route/gcj.ts'
import { metresBetween } from '../../../domain/route/nearest.ts'
import type { Task } from '../../../domain/task.ts'
import { csvOf } from '../../../domain/text/csv.ts'
import { task } from '../../store/samples.ts'
import { duty, station, town, village } from '../township.ts'

const TOWN = town('QS', '青石镇', {
  stations: [{ ...station('chengguan'), name: '城管中队' }],
  duties: [duty('D-001', 'chengguan', ['摆摊'], { name: '占道经营' })],
  villages: [{ ...village('QS01', '王家村', '老槐树'), lat: 34.812, lng: 113.407 }],
})
const MANY = [{ place: 'QS01', item: 'D-001', count: 3 }]
const seen = (change: Partial<Task> = {}, crowds = MANY) =>
  published(
    {
      task: task(1, { shield: 'none', place: { code: 'QS01', name: '刘桂兰家门口' }, ...change }),
      movedAt: new Date(5),
    },
    TOWN,
    crowds,
  )

describe('what of a case may be seen outside', () => {
  it('is its number, its item, its unit, its village and its times', () => {
    expect(seen()).toMatchObject({
      no: 'QS261123-0001',
      item: { code: 'D-001', name: '占道经营' },
      unit: '城管中队',
      village: { code: 'QS01', name: '王家村', spot: { lat: 34.812, lng: 113.407 } },
      movedAt: new Date(5),
    })
    expect(JSON.stringify(seen())).not.toMatch(/摆摊|桂兰|villager|u-/)
  })

  it.each<[string, Partial<Task>]>([
    ['was told in confidence', { shield: 'confidential' }],
    [
      'lies before the supervisors',
      { understood: { by: 'nobody', confidence: 0, words: [], raised: [], supervised: true } },
    ],
    ['complains about a unit', { text: '城管中队的人收了摊主的钱' }],
  ])('is nothing where it %s', (_why, change) => {
    expect(seen(change)).toBeNull()
  })

  it.each([
    ['few had the same there', {}, [{ place: 'QS01', item: 'D-001', count: 2 }]],
    ['many had something else there', {}, [{ place: 'QS01', item: 'D-002', count: 9 }]],
    ['many had the same elsewhere', {}, [{ place: 'QS02', item: 'D-001', count: 9 }]],
    ['the place is none of ours', { place: { code: null, name: '刘桂兰家' } }, MANY],
    ['nobody said where', { place: null }, MANY],
    ['nobody knows what it is', { item: null }, MANY],
  ])('is without its village where %s', (_why, change, crowds) => {
    expect(seen(change, crowds)?.village).toBeNull()
  })

  it('counts no cell of few', () => {
    expect(countable([...MANY, { place: 'QS02', item: 'D-001', count: 2 }])).toEqual(MANY)
  })

  it('is over when nothing more is done about it', () => {
    expect((['triage', 'disputed', 'arrived', 'finished', 'closed', 'withdrawn'] as const).filter(isOver)).toEqual([
      'finished',
      'closed',
      'withdrawn',
    ])
  })
})

describe('degrees', () => {
  it.each([
    [39.908823, 116.39747],
    [34.812, 113.407],
    [22.54, 114.05],
  ])('of satellites and of map apps lie some hundred metres apart, and lead back: %d, %d', (lat, lng) => {
    const moved = metresBetween({ lat, lng }, toGcj({ lat, lng }))
    expect(moved).toBeGreaterThan(100)
    expect(moved).toBeLessThan(800)
    expect(metresBetween({ lat, lng }, toWgs(toGcj({ lat, lng })))).toBeLessThan(0.1)
  })

  it('of the gate of Tiananmen are those everybody knows', () => {
    const { lat, lng } = toGcj({ lat: 39.908823, lng: 116.39747 })
    expect([lat.toFixed(4), lng.toFixed(4)]).toEqual(['39.9102', '116.4037'])
  })

  it('outside of China are one', () => {
    expect(toGcj({ lat: 48.85, lng: 2.35 })).toEqual({ lat: 48.85, lng: 2.35 })
  })
})

describe('a cell of a table', () => {
  it.each(['=1+1', '+1', '-1', '@a', '\tx', '\rx', '＝1+1', '＋1', '－1', '＠a', "'=1"])(
    'that a spreadsheet would take for a formula is guarded: %j',
    (text) => {
      expect(csvOf([[text]], true)).toMatch(/^"?'/)
    },
  )

  it('that is none stays as it is', () => {
    expect(csvOf([['王家村 =1', '1-2']], true)).toBe('王家村 =1,1-2\n')
  })
})
