import { create } from 'qrcode'
import type { Bar } from './sheet.ts'

/** A QR code of `modules` × `modules` unit squares, without the quiet zone. Neighbours are one bar, so that no hairline shows between them. */
export type Qr = Readonly<{ modules: number; bars: readonly Bar[] }>

/** Readable with a quarter of it torn or faded: a notice board stands in the rain. */
export function qrOf(link: string): Qr {
  const { modules } = create(link, { errorCorrectionLevel: 'Q' })
  const rows = Array.from({ length: modules.size }, (_, y) => barsOf(y, modules.size, (x) => modules.get(y, x) === 1))
  return { modules: modules.size, bars: rows.flat() }
}

function barsOf(y: number, size: number, dark: (x: number) => boolean): Bar[] {
  const bars: Bar[] = []
  for (let x = 0; x < size; x += 1) {
    if (!dark(x)) continue
    const from = x
    while (x + 1 < size && dark(x + 1)) x += 1
    bars.push({ x: from, y, width: x + 1 - from })
  }
  return bars
}
