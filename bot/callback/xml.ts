import { XMLParser } from 'fast-xml-parser'

/** The decrypted message as nested objects of texts; what repeats is a list. */
export type Plain = Readonly<Record<string, unknown>>

/** Where the parser puts what stood in CDATA: such text is taken as it is. */
const CDATA = '#cdata'

// numbers stay texts: a MsgId has more digits than a number keeps
const parser = new XMLParser({
  ignoreAttributes: true,
  parseTagValue: false,
  processEntities: false,
  trimValues: false,
  ignoreDeclaration: true,
  cdataPropName: CDATA,
})

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }
const MOST_DEPTH = 8

/** Null for what is not one <xml> of a message. No entity but the five of XML and numbers is known. */
export function parseXml(text: string): Plain | null {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text) || text.length === 0) return null
  try {
    const root = (parser.parse(text) as Record<string, unknown>)['xml']
    const tidy = tidied(root, 0)
    return typeof tidy === 'object' && !Array.isArray(tidy) ? (tidy as Plain) : null
  } catch {
    return null
  }
}

function tidied(value: unknown, depth: number): unknown {
  if (depth > MOST_DEPTH) throw new Error('nested too deeply')
  if (typeof value === 'string') return decoded(value)
  if (Array.isArray(value)) return value.map((item) => tidied(item, depth + 1))
  if (typeof value !== 'object' || value === null) return ''
  if (CDATA in value) return asWritten(value[CDATA])
  const entries = Object.entries(value).filter(([name]) => name !== '#text')
  return Object.fromEntries(entries.map(([name, item]) => [name, tidied(item, depth + 1)]))
}

/** Text that was cut into several CDATA sections is one text. */
const asWritten = (text: unknown): string => (Array.isArray(text) ? text.map(String).join('') : String(text))

function decoded(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w+));/gi, (whole, decimal, hex, name: string | undefined) => {
    if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole
    const point = decimal !== undefined ? Number(decimal) : Number.parseInt(String(hex), 16)
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : ''
  })
}
