import type { Line } from './table.ts'
import { SAME_AS_ABOVE } from './wording-columns.ts'

/** 「同上」 is what the row above has in that column. */
export function writtenOut(lines: readonly Line[]): Line[] {
  let above: readonly string[] = []
  return lines.map(({ row, values }) => {
    above = values.map((value, i) => (SAME_AS_ABOVE.test(value) ? (above[i] ?? value) : value))
    return { row, values: above }
  })
}
