import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { csvOf, unguarded } from '../../domain/text/csv.ts'

const read = (text: string): unknown => parse(text, { relax_column_count: true })

describe('a cell of a CSV that a spreadsheet opens', () => {
  it.each([
    '=1+1',
    '+8613800002222',
    '-2',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    "'=1",
    "''=1",
  ])('%j is a text, and read back it is what it was', (said) => {
    const text = csvOf([[said, '后面']], true)
    const [cells] = read(text) as string[][]
    expect(cells?.[0]?.[0]).toBe("'")
    expect(cells?.map(unguarded)).toEqual([said, '后面'])
  })

  it.each(['占道经营', "'引号", 'a,b', 'say "x"', '两\n行', '1+1=2', ' =1', '', '007'])(
    '%j stands as it is',
    (said) => {
      expect(read(csvOf([[said, '后面']], true))).toEqual([[said, '后面']])
      expect(unguarded(said)).toBe(said)
    },
  )

  it('for a program nothing is added', () => {
    expect(csvOf([['=1', 'b']])).toBe('=1,b\n')
  })
})
