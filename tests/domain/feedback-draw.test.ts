import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadTowns } from '../../config/township/load.ts'
import { draw } from '../../domain/feedback/draw.ts'
import { monthDrawnOn, spanOf } from '../../domain/feedback/month.ts'
import { resultIn } from '../../domain/feedback/wording-result.ts'

const cases = fc.uniqueArray(
  fc.record({ id: fc.uuid(), unit: fc.constantFrom('chengguan', 'huanbao', 'paichu', 'dadui') }),
  { selector: ({ id }) => id, maxLength: 80 },
)
const some = (count: number, unit = 'chengguan') =>
  Array.from({ length: count }, (_, i) => ({ id: `c-${unit}-${i}`, unit }))
const idsOf = (drawn: readonly Readonly<{ id: string }>[]) => drawn.map(({ id }) => id)

describe('the draw of cases to call about', () => {
  it.each([
    [0, 0],
    [1, 1],
    [9, 1],
    [10, 1],
    [11, 2],
    [30, 3],
    [31, 4],
  ])('of %i closed cases of a unit draws %i', (count, drawn) => {
    expect(draw(some(count), 'QS', '2026-11', 0.1)).toHaveLength(drawn)
  })

  it('takes at least the share, at least one of each unit, and each case once', () => {
    fc.assert(
      fc.property(cases, fc.constantFrom(0.1, 0.2, 0.5, 1), (closed, share) => {
        const drawn = draw(closed, 'QS', '2026-11', share)
        expect(drawn.length).toBeGreaterThanOrEqual(Math.ceil(closed.length * share - 1e-9))
        expect(new Set(drawn.map(({ unit }) => unit))).toEqual(new Set(closed.map(({ unit }) => unit)))
        expect(new Set(idsOf(drawn)).size).toBe(drawn.length)
        expect(closed).toEqual(expect.arrayContaining(drawn))
      }),
    )
  })

  it('is the same whoever draws it, in whatever order the cases come', () => {
    fc.assert(
      fc.property(cases, fc.gen(), (closed, gen) => {
        const mixed = gen(fc.shuffledSubarray, closed, { minLength: closed.length })
        expect(idsOf(draw(mixed, 'QS', '2026-11', 0.1))).toEqual(idsOf(draw(closed, 'QS', '2026-11', 0.1)))
      }),
    )
  })

  it('is another one in another month and in another township', () => {
    const closed = some(60)
    const drawn = [
      draw(closed, 'QS', '2026-11', 0.1),
      draw(closed, 'QS', '2026-12', 0.1),
      draw(closed, 'BX', '2026-11', 0.1),
    ]
    expect(new Set(drawn.map((each) => idsOf(each).join())).size).toBe(3)
  })

  it('of one unit does not hang on what other units closed', () => {
    const alone = idsOf(draw(some(20), 'QS', '2026-11', 0.1))
    const among = draw([...some(13, 'huanbao'), ...some(20)], 'QS', '2026-11', 0.1)
    expect(idsOf(among.filter(({ unit }) => unit === 'chengguan'))).toEqual(alone)
  })

  it('gives every case about the same chance', () => {
    const counts = new Map<string, number>()
    for (let month = 0; month < 400; month += 1)
      for (const id of idsOf(draw(some(20), 'QS', `m${month}`, 0.1))) counts.set(id, (counts.get(id) ?? 0) + 1)
    for (const count of counts.values()) expect(count).toBeGreaterThan(15)
    expect(counts.size).toBe(20)
  })
})

describe('the day of the draw', () => {
  it.each([
    ['2026-11-01', null, 'a Sunday'],
    ['2026-11-02', '2026-10', 'the first working day'],
    ['2026-11-06', '2026-10', 'made up for in the first week'],
    ['2026-11-09', null, 'too late'],
    ['2026-10-01', null, 'National Day'],
    ['2026-10-07', null, 'still free'],
    ['2026-10-08', '2026-09', 'the first day after it'],
    ['2027-01-01', '2026-12', 'a year whose holidays are not known yet: a Friday'],
    ['2027-01-04', '2026-12', 'over the year'],
  ])('%s: %s (%s)', async (day, month, _why) => {
    const loaded = await loadTowns('config/town')
    if (!loaded.ok) throw new Error('no township')
    expect(monthDrawnOn(day, loaded.calendar)).toBe(month)
  })

  it.each([
    ['2026-11', '2026-10-31T16:00:00.000Z', '2026-11-30T16:00:00.000Z'],
    ['2026-12', '2026-11-30T16:00:00.000Z', '2026-12-31T16:00:00.000Z'],
    ['2028-02', '2028-01-31T16:00:00.000Z', '2028-02-29T16:00:00.000Z'],
  ])('%s is from %s to %s', (month, since, before) => {
    expect(spanOf(month)).toEqual({ since: new Date(since), before: new Date(before) })
  })
})

describe('what a caller writes', () => {
  const said = (solved: boolean | null, satisfied: boolean | null, note = '', reached = true) => ({
    result: { solved, satisfied, reached },
    note,
  })

  it.each([
    ['解决', said(true, null)],
    ['解决了', said(true, null)],
    ['已解决，满意', said(true, true)],
    ['解决 不满意 来得太晚', said(true, false, '来得太晚')],
    ['没解决 摊子又摆出来了', said(false, null, '摊子又摆出来了')],
    ['没有解决', said(false, null)],
    ['不满意，态度不好', said(null, false, '态度不好')],
    ['满意', said(null, true)],
    ['打不通', said(null, null, '', false)],
    ['没人接 明天再打', said(null, null, '明天再打', false)],
    ['问过了', null],
    ['', null],
  ])('「%s」', (text, expected) => {
    expect(resultIn(text)).toEqual(expected)
  })
})
