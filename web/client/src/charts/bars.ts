import { BRAND, INK, LINE, QUIET, SOON, TOLD, type Option } from './echarts.ts'

/** One bar: `done` of 100, what stands at its end, and what is told when somebody points at it. */
export type Bar = Readonly<{ name: string; done: number; says: string; told: string; apart?: boolean }>

const ROW = 34
const FRAME = 56
/** What is told of a bar is drawn inside the chart: it needs room where there are few bars. */
const LEAST = 170

export const heightOf = (bars: readonly unknown[]): number => Math.max(LEAST, bars.length * ROW + FRAME)

/** Bars that lie, the first one on top: what was reached, and in grey what is missing to 100. `names` of the two, where they need any. */
export function barsOf(bars: readonly Bar[], names: Readonly<{ done: string; rest: string }> | null): Option {
  const common = { type: 'bar', stack: 'all', barWidth: 18 }
  return {
    grid: { left: 4, right: names ? 64 : 100, top: names ? 28 : 4, bottom: 4, containLabel: true },
    legend: {
      show: names !== null,
      top: 0,
      left: 0,
      selectedMode: false,
      itemWidth: 16,
      textStyle: { color: INK, fontSize: 13 },
    },
    tooltip: { ...TOLD, trigger: 'axis', axisPointer: { type: 'shadow' }, formatter: toldOf(bars) },
    xAxis: {
      ...{ type: 'value', min: 0, max: 100, interval: 50 },
      axisLabel: { color: QUIET },
      splitLine: { lineStyle: { color: LINE } },
    },
    yAxis: {
      ...{ type: 'category', inverse: true, data: bars.map(({ name }) => name) },
      axisTick: { show: false },
      axisLine: { lineStyle: { color: LINE } },
      axisLabel: { color: INK, fontSize: 14, width: 84, overflow: 'break', lineHeight: 15, interval: 0 },
    },
    series: [
      {
        ...common,
        name: names?.done ?? '',
        itemStyle: { color: BRAND },
        data: bars.map(({ done, apart }) => ({ value: done, ...(apart ? { itemStyle: { color: SOON } } : {}) })),
      },
      {
        ...common,
        name: names?.rest ?? '',
        itemStyle: { color: LINE },
        // at 100, whatever is reached: the words stand below each other
        label: { show: true, position: 'right', color: INK, fontSize: 14, formatter: saidOf(bars) },
        data: bars.map(({ done }) => 100 - done),
      },
    ],
  }
}

type At = Readonly<{ dataIndex: number }>
const saidOf =
  (bars: readonly Bar[]) =>
  ({ dataIndex }: At): string =>
    bars[dataIndex]?.says ?? ''
const toldOf =
  (bars: readonly Bar[]) =>
  ([first]: readonly At[]): string =>
    bars[first?.dataIndex ?? -1]?.told ?? ''
