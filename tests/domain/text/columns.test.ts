import { expect, it } from 'vitest'
import { columnWidths } from '../../../domain/text/columns.ts'

const widths = (...rows: readonly (readonly string[])[]) => columnWidths(rows).map(({ width }) => width)

it.each([
  [
    'the longest cell counts, a Chinese character for two',
    [
      ['编号', 'name'],
      ['1', '市场监督管理所'],
    ],
    [6, 16],
  ],
  ['of several lines the longest', [['一\n一二三四']], [10]],
  ['no column is wider than a screen bears', [['长'.repeat(200)]], [60]],
  ['rows may be of different lengths', [['a'], ['a', 'abcdefgh']], [6, 10]],
])('%s', (_what, rows, expected) => {
  expect(widths(...rows)).toEqual(expected)
})
