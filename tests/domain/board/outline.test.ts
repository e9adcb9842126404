import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { around, hullOf, sheetFor, type Spot } from '../../../domain/board/outline.ts'

const at = (lng: number, lat: number): Spot => ({ lat, lng })
const spots = (...places: readonly (readonly [number, number])[]) => places.map(([lng, lat]) => at(lng, lat))

describe('the line around the villages', () => {
  it.each([
    ['no village', [], []],
    ['one village', [[3, 4]], []],
    [
      'two villages',
      [
        [3, 4],
        [5, 6],
      ],
      [],
    ],
    [
      'three along one road',
      [
        [0, 0],
        [2, 2],
        [1, 1],
      ],
      [],
    ],
    [
      'three along a meridian',
      [
        [1, 2],
        [1, 0],
        [1, 1],
      ],
      [],
    ],
    [
      'three on the same spot',
      [
        [1, 1],
        [1, 1],
        [1, 1],
      ],
      [],
    ],
    [
      'three that do not lie in line',
      [
        [0, 0],
        [1, 2],
        [2, 0],
      ],
      [
        [0, 0],
        [2, 0],
        [1, 2],
      ],
    ],
    [
      'one in the middle of four',
      [
        [1, 1],
        [0, 2],
        [2, 2],
        [0, 0],
        [2, 0],
      ],
      [
        [0, 0],
        [2, 0],
        [2, 2],
        [0, 2],
      ],
    ],
    [
      'those that lie on the edge of four',
      [
        [0, 2],
        [0, 1],
        [0, 0],
        [2, 2],
        [2, 1],
        [2, 0],
        [1, 0],
        [1, 2],
      ],
      [
        [0, 0],
        [2, 0],
        [2, 2],
        [0, 2],
      ],
    ],
    [
      'dents on every side of six',
      [
        [0, 3],
        [2, 0],
        [2, 2],
        [3, 1],
        [3, 5],
        [4, 2],
        [6, 0],
        [8, 3],
        [6, 6],
        [5, 4],
        [2, 6],
      ],
      [
        [0, 3],
        [2, 0],
        [6, 0],
        [8, 3],
        [6, 6],
        [2, 6],
      ],
    ],
  ] as const)('with %s', (_what, places, line) => {
    expect(hullOf(spots(...places))).toEqual(spots(...line))
  })

  it('has every village on its left, and no corner that bends inwards', () => {
    const step = fc.integer({ min: -6, max: 6 })
    fc.assert(
      fc.property(fc.array(fc.tuple(step, step), { minLength: 3, maxLength: 15 }), (places) => {
        const villages = spots(...places)
        const line = hullOf(villages)
        for (const [n, from] of line.entries()) {
          const to = line[(n + 1) % line.length] ?? from
          const left = ({ lat, lng }: Spot) =>
            (to.lng - from.lng) * (lat - from.lat) - (to.lat - from.lat) * (lng - from.lng)
          expect(Math.min(...villages.map(left))).toBeGreaterThanOrEqual(0)
          expect(left(line[(n + 2) % line.length] ?? from)).toBeGreaterThan(0)
        }
      }),
    )
  })

  it('leaves the list of villages as it was', () => {
    const villages = spots([2, 0], [0, 0], [1, 2])
    hullOf(villages)
    expect(villages).toEqual(spots([2, 0], [0, 0], [1, 2]))
  })
})

/** The examples lie at 60° north, where a degree to the east is half as long as one to the north. */
describe('the sheet on which a township is drawn', () => {
  it.each([
    ['a wide township, west', [100, 59, 108, 61], [100, 60], { x: 0.0968, y: 0.5 }],
    ['a wide township, east', [100, 59, 108, 61], [108, 60], { x: 0.9032, y: 0.5 }],
    ['a wide township, north', [100, 59, 108, 61], [104, 61], { x: 0.5, y: 0.2984 }],
    ['a wide township, south', [100, 59, 108, 61], [104, 59], { x: 0.5, y: 0.7016 }],
    ['a high township, north', [100, 58, 102, 62], [101, 62], { x: 0.5, y: 0.0968 }],
    ['a high township, south', [100, 58, 102, 62], [101, 58], { x: 0.5, y: 0.9032 }],
    ['a high township, west', [100, 58, 102, 62], [100, 60], { x: 0.3992, y: 0.5 }],
    ['a high township, east', [100, 58, 102, 62], [102, 60], { x: 0.6008, y: 0.5 }],
  ] as const)('has a margin of 12 % of the longer side: %s', (_what, [west, south, east, north], [lng, lat], dot) => {
    expect(sheetFor([at(west, south), at(east, north)])(at(lng, lat))).toEqual(dot)
  })

  it('lies around the outermost places, however many are in one corner', () => {
    const onSheet = sheetFor(spots([100, 59], [100, 59], [100.5, 59.1], [108, 61]))
    expect(onSheet(at(104, 60))).toEqual({ x: 0.5, y: 0.5 })
  })

  it('has the only village in the middle, and a hundredth of a degree about it', () => {
    const onSheet = sheetFor([at(113, 60)])
    expect(onSheet(at(113, 60))).toEqual({ x: 0.5, y: 0.5 })
    expect(onSheet(at(113, 60.005))).toEqual({ x: 0.5, y: 0.0968 })
    expect(onSheet(at(113.01, 60))).toEqual({ x: 0.9032, y: 0.5 })
  })

  it('is there where no village has a place', () => {
    const onSheet = sheetFor([])
    expect(onSheet(at(0, 0))).toEqual({ x: 0.5, y: 0.5 })
    expect(onSheet(at(0.005, -0.005))).toEqual({ x: 0.9032, y: 0.9032 })
  })
})

describe('the room between the villages and the line', () => {
  it('is as wide at each corner, straight away from the middle', () => {
    const corners = [
      { x: 0.2, y: 0.1 },
      { x: 0.8, y: 0.1 },
      { x: 0.8, y: 0.9 },
      { x: 0.2, y: 0.9 },
    ]
    expect(around(corners)).toEqual([
      { x: 0.158, y: 0.044 },
      { x: 0.842, y: 0.044 },
      { x: 0.842, y: 0.956 },
      { x: 0.158, y: 0.956 },
    ])
  })

  it('is counted from the middle of the corners, not of the sheet', () => {
    const corners = [
      { x: 0.4, y: 0.1 },
      { x: 0.55, y: 0.7 },
      { x: 0.25, y: 0.7 },
    ]
    expect(around(corners)).toEqual([
      { x: 0.4, y: 0.03 },
      { x: 0.592, y: 0.756 },
      { x: 0.208, y: 0.756 },
    ])
  })

  it('is none around a corner in the very middle', () => {
    expect(around([{ x: 0.25, y: 0.75 }])).toEqual([{ x: 0.25, y: 0.75 }])
  })

  it('is none where there is no line', () => {
    expect(around([])).toEqual([])
  })

  it('ends on the sheet', () => {
    const villages = spots([113, 34], [113.2, 34], [113.2, 34.2], [113, 34.2], [113.1, 33.95])
    const line = around(hullOf(villages).map(sheetFor(villages))).flatMap(({ x, y }) => [x, y])
    expect(Math.min(...line)).toBeGreaterThan(0)
    expect(Math.max(...line)).toBeLessThan(1)
  })
})
