import { describe, expect, it } from 'vitest'
import type { BoardRow } from '../../web/board/row.ts'
import { fits, filtersOf } from '../../web/client/src/pages/board/filters.ts'
import { labelsFor } from '../../web/client/src/pages/board/labels.ts'
import { applied, newcomers, tooShort, turnedOver, type ColumnState } from '../../web/client/src/pages/board/state.ts'
import { countdownWords } from '../../web/client/src/wording/board.ts'

const row = (no: string, change: Partial<BoardRow> = {}): BoardRow => ({
  no,
  town: 'QS',
  stage: 'dispatched',
  level: 'normal',
  item: 'CG001',
  itemName: '占道',
  place: '王家村',
  placeCode: 'QS01',
  text: '有人占道',
  lead: 'chengguan',
  leadName: '城管中队',
  holder: null,
  holderName: null,
  kept: false,
  createdAt: '2026-11-24T01:00:00.000Z',
  clock: 'sign',
  dueAt: `2026-11-24T0${no}:00:00.000Z`,
  finishBy: null,
  tentative: false,
  activeAt: null,
  finishedAt: null,
  suspendedUntil: null,
  source: 'single',
  reports: 1,
  mergedInto: null,
  ...change,
})
const column = (name: ColumnState['name'], rows: BoardRow[], total = rows.length): ColumnState => ({
  name,
  total,
  overdue: 0,
  emergency: 0,
  rows,
})
const numbers = (columns: readonly ColumnState[]) => columns.map(({ rows }) => rows.map(({ no }) => no).join(''))
const all = () => true

describe('the board when cases change', () => {
  const board = [column('dispatched', [row('2'), row('4'), row('6')]), column('signed', [])]

  it('moves a case to its new column, in the order of urgency, and lets go of what is gone', () => {
    const signed = row('4', { stage: 'signed' })
    expect(numbers(applied(board, [{ no: '4', row: signed }], all))).toEqual(['26', '4'])
    expect(numbers(applied(board, [{ no: '4', gone: true }], all))).toEqual(['26', ''])
    expect(numbers(applied(board, [{ no: '3', row: row('3') }], all))).toEqual(['2346', ''])
    expect(numbers(applied(board, [{ no: '4', row: row('4', { level: 'emergency' }) }], all))).toEqual(['426', ''])
    expect(numbers(applied(board, [{ no: '4', row: row('4', { stage: 'withdrawn' }) }], all))).toEqual(['26', ''])
  })

  it('takes the last of several changes of one case, and none that is not asked for', () => {
    const twice = [
      { no: '4', row: row('4', { stage: 'signed' }) },
      { no: '4', row: row('4', { stage: 'closed', finishedAt: null }) },
    ] as const
    expect(numbers(applied(board, twice, all))).toEqual(['26', ''])
    expect(numbers(applied(board, [{ no: '3', row: row('3') }], (each) => fits(each, { station: 'huanbao' })))).toEqual(
      ['246', ''],
    )
  })

  it('leaves a column alone in which nothing changed', () => {
    const after = applied(board, [{ no: '9', gone: true }], all)
    expect(after[0]).toBe(board[0])
  })

  it('shows nothing below the last row it knows: others may stand between', () => {
    const long = [column('dispatched', [row('2'), row('4')], 50)]
    expect(numbers(applied(long, [{ no: '3', row: row('3') }], all))).toEqual(['234'])
    expect(numbers(applied(long, [{ no: '9', row: row('9') }], all))).toEqual(['24'])
    expect(tooShort(long, 20)).toBe(true)
    expect(tooShort(board, 20)).toBe(false)
  })

  it('knows what is new and what has just become late', () => {
    const after = applied(board, [{ no: '3', row: row('3', { createdAt: '2026-11-24T03:00:00.000Z' }) }], all)
    expect(newcomers(board, after, '2026-11-24T02:00:00.000Z').map(({ no }) => no)).toEqual(['3'])
    expect(newcomers(board, after, '2026-11-24T04:00:00.000Z')).toEqual([])
    const at = Date.parse('2026-11-24T04:00:00.000Z')
    expect(turnedOver(board, at - 1000, at).map(({ no }) => no)).toEqual(['4'])
    expect(turnedOver(board, at, at + 1000)).toEqual([])
  })

  it('keeps its filters in the address', () => {
    expect(filtersOf({ station: 'chengguan', level: '', view: 'map', item: ['a', 'b'] })).toEqual({
      station: 'chengguan',
    })
    expect(
      fits(row('1'), { station: 'chengguan', village: 'QS01', item: 'CG001', level: 'normal', source: 'single' }),
    ).toBe(true)
    expect(fits(row('1'), { village: 'QS02' })).toBe(false)
  })

  it.each([
    [{ state: 'fine', days: 0, hours: 1, minutes: 20 }, '还剩 1 小时 20 分'],
    [{ state: 'over', days: 0, hours: 3, minutes: 0 }, '超 3 小时'],
    [{ state: 'over', days: 2, hours: 0, minutes: 5 }, '超 2 天'],
    [{ state: 'over', days: 0, hours: 0, minutes: 0 }, '刚到时限'],
    [{ state: 'soon', days: 0, hours: 0, minutes: 9 }, '快到了，还剩 9 分'],
  ] as const)('says the time that is left: %j', (left, words) => expect(countdownWords(left)).toBe(words))

  it('writes no name over another', () => {
    const labels = labelsFor(
      [
        { x: 100, y: 100, r: 10, name: '东关社区' },
        { x: 140, y: 100, r: 10, name: '西关社区' },
      ],
      30,
      { left: 0, top: 0, right: 400, bottom: 400 },
    )
    expect(labels.map(({ y }) => y).join()).not.toBe(`${labels[0]?.y},${labels[0]?.y}`)
  })

  it('cuts no name at the edge of the map', () => {
    const edges = { left: 0, top: 0, right: 400, bottom: 400 }
    const [label] = labelsFor([{ x: 20, y: 100, r: 10, name: '东关新村社区' }], 30, edges)
    expect(label).toMatchObject({ anchor: 'start', x: 36 })
  })
})
