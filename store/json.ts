/**
 * JSON text that both databases keep unchanged: U+0000 (PostgreSQL refuses it) is dropped, a lone surrogate becomes U+FFFD.
 * The escapes are looked for in the text, where a backslash pair is skipped, because walking every value would cost more.
 */
export function toJson(value: unknown): string {
  return mended(JSON.stringify(value) ?? 'null')
}

function mended(json: string): string {
  if (!json.includes('\\u0000') && !json.includes('\\ud')) return json
  return json.replace(/\\(u0000|ud[89a-f][0-9a-f]{2}|.)/g, (whole, escape: string) => {
    if (escape === 'u0000') return ''
    return escape.startsWith('ud') ? '\ufffd' : whole
  })
}

/** The same for one text, for look-ups. */
export function toText(text: string): string {
  return text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\ufffd')
}

/** The same for every text of what is asked for. */
export function toTexts(value: unknown): unknown {
  if (typeof value === 'string') return toText(value)
  if (Array.isArray(value)) return value.map(toTexts)
  if (value === null || typeof value !== 'object' || value instanceof Date) return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, toTexts(member)]))
}

/** One text for one meaning: keys sorted at every depth, so that a database that reorders keys changes nothing. */
export function canonicalJson(value: unknown): string {
  return mended(sorted(value) ?? 'null')
}

function sorted(value: unknown): string | undefined {
  if (value === null || typeof value !== 'object' || value instanceof Date) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map((item: unknown) => sorted(item) ?? 'null').join(',')}]`
  let members = ''
  for (const key of Object.keys(value).sort()) {
    const text = sorted(Reflect.get(value, key))
    if (text !== undefined) members += `${members === '' ? '' : ','}${JSON.stringify(key)}:${text}`
  }
  return `{${members}}`
}
