import { inflateSync } from 'node:zlib'
import jsqr from 'jsqr'
import sharp from 'sharp'

/** What a phone reads off a picture; null when it reads nothing. */
export async function scan(picture: Buffer): Promise<string | null> {
  const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return jsqr.default(new Uint8ClampedArray(data), info.width, info.height)?.data ?? null
}

/** The drawing commands of each page, in order. */
export function pagesOf(pdf: Buffer): string[] {
  const pages: string[] = []
  for (let at = pdf.indexOf('stream\n'); at >= 0; at = pdf.indexOf('stream\n', at)) {
    const end = pdf.indexOf('\nendstream', at)
    const text = unpacked(pdf.subarray(at + 'stream\n'.length, end))
    if (text.includes(' re\n')) pages.push(text)
    at = end + '\nendstream'.length
  }
  return pages
}

function unpacked(data: Buffer): string {
  try {
    return inflateSync(data).toString('latin1')
  } catch {
    return ''
  }
}

/** The code of a page, drawn again from its unit squares with the quiet zone around it. */
export async function scanPage(page: string): Promise<string | null> {
  const bars = [...page.matchAll(/^(\d+) (\d+) (\d+) 1 re$/gmu)].map(([, x, y, width]) => [x, y, width].map(Number))
  const side = Math.max(...bars.map(([x = 0, , width = 0]) => x + width)) + 8
  const pixels = Buffer.alloc(side * side, 255)
  for (const [x = 0, y = 0, width = 0] of bars) pixels.fill(0, (y + 4) * side + x + 4, (y + 4) * side + x + 4 + width)
  const small = sharp(pixels, { raw: { width: side, height: side, channels: 1 } })
  const large = small.resize(side * 6, side * 6, { kernel: 'nearest' })
  return scan(await large.png().toBuffer())
}
