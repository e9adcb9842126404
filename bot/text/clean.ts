const LONE_SURROGATE = /\p{Surrogate}/gu

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
