import { BRAND, INK, LINE, QUIET, SOON, TOLD, type Option } from './echarts.ts'

/** One line over the months; null = nothing to show there. */
export type Line = Readonly<{ name: string; values: readonly (number | null)[] }>

const LOOKS = [
  { color: BRAND, type: 'solid', symbol: 'circle', position: 'top' },
  { color: SOON, type: 'dashed', symbol: 'rect', position: 'bottom' },
] as const

export const HEIGHT = 280

/** At most two lines from 0 to 100: told apart by colour, by dashes and by their points. */
export function linesOf(steps: readonly string[], lines: readonly Line[]): Option {
  return {
    grid: { left: 4, right: 24, top: 40, bottom: 4, containLabel: true },
    legend: { top: 0, left: 0, selectedMode: false, itemWidth: 32, textStyle: { color: INK, fontSize: 13 } },
    tooltip: { ...TOLD, trigger: 'axis' },
    xAxis: {
      ...{ type: 'category', data: steps },
      axisTick: { show: false },
      axisLine: { lineStyle: { color: LINE } },
      // the number of a point that lies on the axis stands above the name of its month
      axisLabel: { color: INK, fontSize: 14, interval: 0, margin: 24 },
    },
    yAxis: {
      ...{ type: 'value', min: 0, max: 100, interval: 50 },
      axisLabel: { color: QUIET },
      splitLine: { lineStyle: { color: LINE } },
    },
    series: lines.map(({ name, values }, n) => {
      const { color, type, symbol, position } = LOOKS[n % LOOKS.length] ?? LOOKS[0]
      return {
        ...{ type: 'line', name, data: values, symbol, symbolSize: 9 },
        lineStyle: { color, type, width: 3 },
        itemStyle: { color },
        label: { show: true, position, color, fontSize: 13 },
      }
    }),
  }
}
