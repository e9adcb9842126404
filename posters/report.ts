import type { EChartsCoreOption } from 'echarts/core'
import { chartPng } from './chart.ts'
import { printable } from './printable.ts'
import { barsOf, daysOf, gridOf, type Part } from './reportCharts.ts'
import { BLUE, DARK, GREY, RED, WHITE, words } from './reportStyle.ts'
import { REPORT } from './wording-report.ts'

type Share = Readonly<{ right: number; of: number }>
type Count = Readonly<{ name: string; count: number }>

/** A week or a month of a township in numbers. */
export type ReportPoster = Readonly<{
  town: string
  of: 'week' | 'month'
  from: string
  to: string
  opened: number
  finished: number
  /** the day on which `open` and `overdue` were so */
  asOf: string
  open: number
  overdue: number
  response: Share
  onTime: Share
  solved: Share
  satisfied: Share
  days: readonly Readonly<{ day: string; opened: number; finished: number }>[]
  units: readonly Count[]
  items: readonly Count[]
  places: readonly Count[]
}>

export const WIDTH = 540
const HEAD = 84
const TILES = { top: 96, height: 58 } as const
const SHARES = { top: 164, height: 46 } as const
const BASIS = 214
const FIRST_CHART = 240
const GAP = 10
const FOOT = 30
const COLUMNS = 4
const PAD = 16

/** The picture, as a PNG. Everything that tells who somebody is was left out before. */
export function drawReport(report: ReportPoster): Buffer {
  const { option, height } = reportChart(report)
  return chartPng(option, WIDTH, height)
}

/** The drawing itself, and how high it is. */
export function reportChart(report: ReportPoster): Readonly<{ option: EChartsCoreOption; height: number }> {
  const parts = chartsOf(report)
  const tops = parts.map((_, n) => FIRST_CHART + parts.slice(0, n).reduce((sum, { height }) => sum + height + GAP, 0))
  const height = (tops.at(-1) ?? FIRST_CHART) + (parts.at(-1)?.height ?? 0) + FOOT
  const placed = parts.map((part, n) => gridOf(part, n, tops[n] ?? 0))
  const option = {
    title: placed.map(({ title }) => title),
    grid: placed.map(({ grid }) => grid),
    xAxis: placed.map(({ xAxis }) => xAxis),
    yAxis: placed.map(({ yAxis }) => yAxis),
    series: placed.flatMap(({ series }) => series),
    legend: { right: PAD, top: FIRST_CHART, itemHeight: 10, textStyle: { color: GREY, fontSize: 12 } },
    graphic: [...head(report), ...tiles(report), ...shares(report), basis(report), foot(height)],
  }
  return { option, height }
}

/** A chart that has nothing to show is left out. */
function chartsOf({ days, units, items, places }: ReportPoster): Part[] {
  const bars = [barsOf(REPORT.units, units), barsOf(REPORT.items, items), barsOf(REPORT.places, places)]
  return [daysOf(days), ...bars.filter(({ count }) => count > 0)]
}

const head = ({ town, of, from, to }: ReportPoster): object[] => [
  { type: 'rect', shape: { x: 0, y: 0, width: WIDTH, height: HEAD }, style: { fill: BLUE }, silent: true },
  words(printable(`${town}${REPORT.title[of]}`), PAD, 16, { size: 26, bold: true, fill: WHITE, room: WIDTH - 2 * PAD }),
  words(`${REPORT.day(from)}${REPORT.between}${REPORT.day(to)}`, PAD, 54, { size: 15, fill: WHITE }),
]

const KEYS = ['opened', 'finished', 'open', 'overdue'] as const
const SHARE_KEYS = ['response', 'onTime', 'solved', 'satisfied'] as const
const column = (n: number): number => PAD + (n * (WIDTH - 2 * PAD)) / COLUMNS

const tiles = (report: ReportPoster): object[] =>
  KEYS.flatMap((key, n) => [
    words(String(report[key]), column(n), TILES.top, { size: 30, bold: true, fill: key === 'overdue' ? RED : BLUE }),
    words(tileName(key, report), column(n), TILES.top + 38, { size: 13, fill: GREY }),
  ])

const tileName = (key: (typeof KEYS)[number], { asOf }: ReportPoster): string =>
  key === 'open' || key === 'overdue' ? REPORT.standing[key](REPORT.day(asOf)) : REPORT.tiles[key]

const shares = (report: ReportPoster): object[] =>
  SHARE_KEYS.flatMap((key, n) => [
    words(percent(report[key]), column(n), SHARES.top, { size: 20, bold: true, fill: DARK }),
    words(REPORT.shares[report.of][key], column(n), SHARES.top + 28, { size: 13, fill: GREY }),
  ])

const percent = ({ right, of }: Share): string => (of === 0 ? REPORT.none : `${Math.round((right / of) * 1000) / 10}%`)

const basis = ({ of }: ReportPoster): object => words(REPORT.basis[of], PAD, BASIS, { size: 11, fill: GREY })

const foot = (height: number): object => words(REPORT.foot, PAD, height - 22, { size: 11, fill: GREY })
