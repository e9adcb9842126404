import { Resvg } from '@resvg/resvg-js'
import { BarChart } from 'echarts/charts'
import { GraphicComponent, GridComponent, LegendComponent, TitleComponent } from 'echarts/components'
import { init, setPlatformAPI, use, type EChartsCoreOption } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { FAMILY, FILES, widthOf } from './font.ts'

use([BarChart, GraphicComponent, GridComponent, LegendComponent, TitleComponent, SVGRenderer])

/** Without a browser nobody tells it how wide our font is. */
setPlatformAPI({
  measureText: (text: string, font?: string) => ({ width: widthOf(text, sizeIn(font ?? ''), isBold(font ?? '')) }),
})

const sizeIn = (font: string): number => Number(/(\d+(?:\.\d+)?)px/u.exec(font)?.[1] ?? 12)
const isBold = (font: string): boolean => /bold|[6-9]00/u.test(font)

/** As sharp as a phone shows it. */
const SCALE = 2

/** A chart as SVG. It must be let go of, or the process never ends. */
export function chartSvg(option: EChartsCoreOption, width: number, height: number): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height })
  try {
    chart.setOption({ animation: false, backgroundColor: '#ffffff', textStyle: { fontFamily: FAMILY }, ...option })
    return chart.renderToSVGString()
  } finally {
    chart.dispose()
  }
}

/** A chart as a PNG, in our own font: what the machine has installed would differ from place to place. */
export function chartPng(option: EChartsCoreOption, width: number, height: number): Buffer {
  const picture = new Resvg(chartSvg(option, width, height), {
    fitTo: { mode: 'width', value: width * SCALE },
    font: { loadSystemFonts: false, fontFiles: [FILES.regular, FILES.bold], defaultFontFamily: FAMILY },
  })
  return picture.render().asPng()
}
