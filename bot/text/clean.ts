const LONE_SURROGATE = /\p{Surrogate}/gu
const NEW_LINES = /\r\n?|[\u0085\u2028\u2029]/g
const CONTROLS = /(?![\n\t])\p{Cc}/gu
/** Zero-width, direction and tag characters: invisible, and good for nothing but disguise. */
const INVISIBLE =
  /[\u00AD\u061C\u115F\u1160\u180E\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu
/** A joiner is kept only inside an emoji (👨‍👩‍👧). */
const STRAY_JOINER = /(?<!\p{Extended_Pictographic}|[\u{1F3FB}-\u{1F3FF}]|\uFE0F)\u200D/gu

/** Text from outside made fit to store, compare and show: well-formed, visible, composed (NFC). Keeps \n and \t. */
export function clean(text: string): string {
  return text
    .replace(LONE_SURROGATE, '\uFFFD')
    .replace(NEW_LINES, '\n')
    .replace(CONTROLS, '')
    .replace(INVISIBLE, '')
    .replace(STRAY_JOINER, '')
    .normalize('NFC')
}

/** The text up to `bytes` of UTF-8, never cutting a code point. */
export function cutBytes(text: string, bytes: number): string {
  if (text.length * 3 <= bytes) return text
  const data = Buffer.from(text, 'utf8')
  if (data.length <= bytes) return text
  let end = bytes
  while (end > 0 && ((data[end] ?? 0) & 0xc0) === 0x80) end -= 1
  return data.toString('utf8', 0, end)
}

/** On one line and within `limit` code points, without looking at the whole of a long text. */
export function oneLine(text: string, limit: number): string {
  const start = text.slice(0, limit * 4).replace(LONE_SURROGATE, '')
  return fit(start.replace(/\s+/g, ' ').trim(), limit)
}

/** The text within `limit` code points, ending in … when something was left out. */
export function fit(text: string, limit: number): string {
  const points = [...text]
  return points.length <= limit ? text : `${points.slice(0, limit - 1).join('')}…`
}
