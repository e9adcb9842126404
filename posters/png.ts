import { Resvg } from '@resvg/resvg-js'
import { FAMILY, FILES } from './font.ts'
import { layout } from './layout.ts'
import type { Poster } from './sheet.ts'
import { toSvg } from './svg.ts'

/** A5 at 300 dots per inch: sharp on paper, small enough to pass on in a chat. */
const PIXELS = 1748

/** One poster as a PNG. Only our own font is used: what the machine has installed would differ from place to place. */
export function drawPng(poster: Poster): Buffer {
  const picture = new Resvg(toSvg(layout(poster)), {
    fitTo: { mode: 'width', value: PIXELS },
    font: { loadSystemFonts: false, fontFiles: [FILES.regular, FILES.bold], defaultFontFamily: FAMILY },
  })
  return picture.render().asPng()
}
