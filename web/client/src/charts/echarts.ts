import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { init, use, type ECharts, type EChartsCoreOption } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer])

export type Option = EChartsCoreOption

const FONT = "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif"
export const INK = '#1f2a37'
export const QUIET = '#56616f'
export const LINE = '#d8dee6'
export const BRAND = '#0b5cad'
export const SOON = '#8a5300'

/** As SVG: it is sharp on paper, too. Nothing moves. */
export function drawIn(box: HTMLElement, option: Option): ECharts {
  const chart = init(box, null, { renderer: 'svg' })
  redraw(chart, option)
  return chart
}

export function redraw(chart: ECharts, option: Option): void {
  chart.setOption({ animation: false, textStyle: { fontFamily: FONT, color: INK }, ...option }, { notMerge: true })
}

/** What is told of a point. It is drawn as text and never as HTML: names are what people wrote. */
export const TOLD = {
  renderMode: 'richText',
  confine: true,
  borderColor: LINE,
  textStyle: { color: INK, fontSize: 14, fontFamily: FONT },
} as const
