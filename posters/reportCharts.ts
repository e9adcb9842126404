import { printable } from './printable.ts'
import { BLUE, DARK, GREY, LIGHT } from './reportStyle.ts'
import { REPORT } from './wording-report.ts'

type Count = Readonly<{ name: string; count: number }>
type Day = Readonly<{ day: string; opened: number; finished: number }>

/** One chart of the picture, before it is given its place. */
export type Part = Readonly<{
  name: string
  height: number
  /** how much it has to show */
  count: number
  left: number
  xAxis: object
  yAxis: object
  series: readonly object[]
}>

const PAD = 16
const TITLE = 26
const ROW = 26
const NAMES = 128

/** What came and what was finished, day by day. */
export const daysOf = (days: readonly Day[]): Part => ({
  name: REPORT.days,
  height: 178,
  count: days.length,
  left: 40,
  xAxis: {
    type: 'category',
    data: days.map(({ day }) => REPORT.short(day)),
    axisLabel: { color: GREY, fontSize: 11 },
    axisTick: { show: false },
  },
  yAxis: { type: 'value', minInterval: 1, axisLabel: { color: GREY, fontSize: 11 } },
  series: [
    { type: 'bar', name: REPORT.opened, data: days.map(({ opened }) => opened), itemStyle: { color: LIGHT } },
    { type: 'bar', name: REPORT.finished, data: days.map(({ finished }) => finished), itemStyle: { color: BLUE } },
  ],
})

/** Names with their numbers, the largest above. */
export function barsOf(name: string, counts: readonly Count[]): Part {
  return {
    name,
    height: TITLE + 8 + Math.max(1, counts.length) * ROW,
    count: counts.length,
    left: NAMES + PAD,
    xAxis: { type: 'value', show: false },
    yAxis: {
      type: 'category',
      inverse: true,
      data: counts.map((each) => printable(each.name)),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { color: DARK, fontSize: 13, width: NAMES - 4, overflow: 'truncate' },
    },
    series: [
      {
        type: 'bar',
        data: counts.map(({ count }) => count),
        barWidth: 14,
        itemStyle: { color: BLUE, borderRadius: 3 },
        label: { show: true, position: 'right', color: GREY, fontSize: 12 },
      },
    ],
  }
}

/** The n-th chart, from `top` on. */
export function gridOf({ name, height, left, xAxis, yAxis, series }: Part, n: number, top: number) {
  const own = { xAxisIndex: n, yAxisIndex: n }
  return {
    title: { text: name, left: PAD, top, padding: 0, textStyle: { color: DARK, fontSize: 14, fontWeight: 700 } },
    grid: { left, right: 44, top: top + TITLE, height: height - TITLE - (n === 0 ? 24 : 8) },
    xAxis: { gridIndex: n, ...xAxis },
    yAxis: { gridIndex: n, ...yAxis },
    series: series.map((each) => ({ ...each, ...own })),
  }
}
